"""The record as something that can be proved: the chain, its verification, the sealed package that leaves the house.

`chain`, `verification`, `ed25519`, `container`, `manifest`, `contents`, `checking` and `telling` need nothing but
Python: `standalone` joins them into the verify.py that lies in every package.
"""

from __future__ import annotations

from dialogue.archive.chain import (
    OWN_MARK,
    Head,
    Header,
    NotCanonical,
    Opened,
    canonical,
    commitment,
    first_link,
)
from dialogue.archive.days import day_of
from dialogue.archive.verification import Flaw, Line, Report, verify

__all__ = [
    "OWN_MARK",
    "Flaw",
    "Head",
    "Header",
    "Line",
    "NotCanonical",
    "Opened",
    "Report",
    "canonical",
    "commitment",
    "day_of",
    "first_link",
    "verify",
]
