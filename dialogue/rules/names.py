"""Telling pseudonyms apart as people do: what looks the same is the same (Unicode's report 39 names the confusables).

A name is compared by its *shapes*: as it was typed, in capitals, and in small letters. Which letters look alike depends
upon their case (a Greek Ν is an N, its small ν a v; a capital I is a small l), and on another screen a name may be read
in another case.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex

from dialogue.rules.reserved import LOOKING_ON, RESERVED

# Letters by what they look like, each in its own case. "|" stands for every upright stroke: I, l, 1.
_ALIKE = {
    letter: look
    for letters, looks in (
        ("АВЕЗКМНОРСТУХЅЈІӀЬ", "ABE3KMHOPCTYXSJ||b"),  # Cyrillic
        ("абвегзикмнопрстухьіјѕӏԁԛԝһѵѡ", "a6ber3ukmhonpctyxbijs|dqwhvw"),
        ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZH|KMNOPTYX"),  # Greek
        ("αβγεηικμνορςστυχω", "abyenikuvopsotuxw"),
        ("ՍՏՕօսհոզցյ", "USOouhnqgj"),  # Armenian
        ("ᎪᏴᏟᎠᎬᏀᎻᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᏃ", "ABCDEGHJKLMPRSTVWZ"),  # Cherokee
        ("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "ABCDEFGH|JKLMNOPRSTUVWYZ"),  # small capitals
        ("ɑɡıȷøØđĐðłŁħŧſ", "agijoOdDdlLhts"),
        ("01IlƖꞮ", "o|||||"),
    )
    for letter, look in zip(letters, looks, strict=True)
}
_TABLE = str.maketrans({**_ALIKE, "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE"})
_UNSEEN = regex.compile(r"[\p{Default_Ignorable_Code_Point}\p{M}]+")
_NUMBER = regex.compile(r"[\W\d_]+")
_WORD = regex.compile(r"[^\W\d_]+")
_REMEMBERED = 4096  # names; a hall that comes in together is compared each with all


def looks_like(pseudonym: str) -> str:
    """One shape of a pseudonym, the same for names that differ in case, accents or signs alone."""
    return _shapes(pseudonym)[1]


def resembles(one: str, other: str) -> bool:
    """Whether somebody could take one name for the other."""
    return any(shape == known for shape, known in zip(_shapes(one), _shapes(other), strict=True))


def is_reserved(pseudonym: str, *, looks_on: bool = False) -> bool:
    """Whether it would read as a role of the room, numbered or not, or beside a name. Who `looks_on` may be called a
    mentor."""
    words = _ROLES if looks_on else _ROLES | _LOOKERS_ON
    folded = unicodedata.normalize("NFKC", pseudonym)
    names = (pseudonym, _NUMBER.sub("", folded), *_WORD.findall(folded))
    return any((place, shape) in words for name in names for place, shape in _placed(name))


@lru_cache(maxsize=_REMEMBERED)
def _shapes(name: str) -> tuple[str, str, str]:
    """As it was typed, in capitals, in small letters."""
    seen = _UNSEEN.sub("", unicodedata.normalize("NFKD", _UNSEEN.sub("", unicodedata.normalize("NFKC", name))))
    return _shape(seen), _shape(seen.upper()), _shape(seen.casefold())


def _shape(seen: str) -> str:
    folded = unicodedata.normalize("NFKD", seen).translate(_TABLE).casefold()
    letters = "".join(character for character in folded if character.isalnum() or character == "|")
    return letters or folded


def _placed(name: str) -> list[tuple[int, str]]:
    return [(place, shape) for place, shape in enumerate(_shapes(name)) if shape]


_ROLES = frozenset(placed for word in RESERVED for placed in _placed(word))
_LOOKERS_ON = frozenset(placed for word in LOOKING_ON for placed in _placed(word))
