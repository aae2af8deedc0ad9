"""What a letter looks like: a Latin letter, where it could be taken for one; else another that it could be taken for.

Three sources, the first that knows a character decides: the table here, for the alphabets that are written in the
rooms; the name of a Latin letter ("F WITH HOOK" is an F); Unicode's table of confusables.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain
from typing import Final

from dialogue.rules.confusables import PROTOTYPES

# Letters by what they look like, each in its own case. "|" stands for every upright stroke: I, l, 1.
_ALIKE: Final = {
    letter: look
    for letters, looks in (
        ("АВЕЗКМНОРСТУХЅЈІӀЬ", "ABE3KMHOPCTYXSJ||b"),  # Cyrillic
        ("абвегзикмнопрстухьіјѕӏԁԛԝһѵѡ", "a6ber3ukmhonpctyxbijs|dqwhvw"),
        ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧΓΛΠΦ", "ABEZH|KMNOPTYXГЛПФ"),  # Greek
        ("αβγεηικμνορςστυχωφ", "abyenikuvopsotuxwф"),
        ("ՍՏՕսօհոզցյ", "USOouhnqgj"),  # Armenian
        ("ᎪᏴᏟᎠᎬᏀᎻᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᏃ", "ABCDEGHJKLMPRSTVWZ"),  # Cherokee
        ("𐐀𐐨", "Aa"),  # Deseret
        ("ɑɡıȷøØđĐðłŁħŧſ", "agijoOdDdlLhts"),
        ("01IlƖꞮ|", "o||||||"),
    )
    for letter, look in zip(letters, looks, strict=True)
} | {"æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE"}
# Pictures of the alphabet: negative circled and squared, regional indicators, outlined (Pythons of today don't know
# the last). The other pictures are decomposed with compatibility.
_ALPHABETS: Final = (0x1F150, 0x1F170, 0x1F1E6, 0x1CCD6)
_LATIN: Final = (range(0x180, 0x2B0), range(0x1D00, 0x1DC0), range(0x2C60, 0x2C80), range(0xA720, 0xAB70))
_NAME: Final = re.compile(r"LATIN (CAPITAL LETTER|SMALL LETTER|LETTER SMALL CAPITAL) ([A-Z])(?: WITH .+)?")


def _named() -> Iterator[tuple[str, str]]:
    for character in map(chr, chain(*_LATIN)):
        if found := _NAME.fullmatch(unicodedata.name(character, "")):
            yield character, found[2].lower() if found[1] == "SMALL LETTER" else found[2]


def _pictured() -> Iterator[tuple[str, str]]:
    for first in _ALPHABETS:
        yield from ((chr(first + place), chr(ord("A") + place)) for place in range(26))


def _table() -> dict[int, str]:
    """For `str.translate`. What a character looks like may itself look like another: "ǀ" like "l", which is a "|"."""
    known = {**PROTOTYPES, **dict(_named()), **dict(_pictured())}
    alike = str.maketrans(_ALIKE)
    return alike | {ord(letter): look.translate(alike) for letter, look in known.items() if letter not in _ALIKE}


LOOKS: Final = _table()
