"""Records from other installations: an export as data, kept to be read, never led, changed or counted."""
