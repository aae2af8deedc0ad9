"""Telling pseudonyms apart as people do: what looks the same is the same."""

from __future__ import annotations

import unicodedata

RESERVED = frozenset(
    {
        "admin",
        "administrator",
        "cofacilitator",
        "facilitator",
        "flipchart",
        "manager",
        "mentor",
        "moderator",
        "observer",
        "system",
    }
)

# Cyrillic and Greek letters that look like Latin ones, in one of their cases, and figures that look like letters.
_LOOKS_LIKE = str.maketrans(
    "авекмнорстухіїјѕԁԛԝһѵαβεζηικμνορτυχω01",
    "abekmhopctyxiijsdqwhvabezhikmvoptuxwol",
)


def looks_like(pseudonym: str) -> str:
    """A pseudonym as it is told apart from others: folded, its letters and digits only, or all of it without any."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", pseudonym).casefold()).translate(_LOOKS_LIKE)
    letters = "".join(character for character in folded if character.isalnum())
    return letters or "".join(character for character in folded if unicodedata.category(character) not in {"Cf", "Mn"})


def is_reserved(pseudonym: str) -> bool:
    """Whether it would read as a role of the room."""
    return looks_like(pseudonym) in {looks_like(word) for word in RESERVED}
