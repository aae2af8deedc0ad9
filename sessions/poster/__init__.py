"""The ladder laid out on A3: which row lies where, in the largest letters that fit. Nothing here knows where the words
come from, or draws them."""
