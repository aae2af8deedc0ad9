"""A dialogue's record as a sealed package that leaves the house (docs/sealed-package.md)."""
