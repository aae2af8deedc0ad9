"""Spellings of one word brought together: small letters, no accents, one script where a language has two."""

from __future__ import annotations

import unicodedata

import regex

_UNSEEN = regex.compile(r"[\p{Default_Ignorable_Code_Point}\p{M}]+")
_WHOLE = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "đ": "dj", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ə": "e"}
    | dict.fromkeys("’ʼ`´‘′＇", "'")
    | dict.fromkeys("‐‑‒–−", "-")
)
_LONGEST = 80  # characters of a word that are looked at: none that names somebody is longer

SERBIAN = dict(
    zip(
        "абвгдђежзијклљмнњопрстћуфхцчџш",
        [*"abvgdđežzijkl", "lj", *"mn", "nj", *"oprstćufhcč", "dž", "š"],
        strict=True,
    )
)
# How passports spell Ukrainian names (Cabinet resolution 55 of 2010), without its exceptions at a word's beginning.
_UKRAINIAN = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
        [*"abvhgde", "ie", "zh", "z", "y", *"iiiklmnoprstuf", "kh", "ts", "ch", "sh", "shch", "", "iu", "ia"],
        strict=True,
    )
) | {"'": ""}


def folded(word: str, language: str = "") -> str:
    """A word as it is looked up: the same however it is cased, accented or, in Serbian, in whichever script.

    Serbian is folded into the Latin script, so that one list serves both.
    """
    small = unicodedata.normalize("NFC", word[:_LONGEST]).casefold().translate(_WHOLE)
    if language == "sr":
        small = "".join(SERBIAN.get(letter, letter) for letter in small).translate(_WHOLE)
    return _UNSEEN.sub("", unicodedata.normalize("NFKD", small)).translate(_WHOLE)


def latin(word: str) -> str:
    """A Ukrainian word in Latin letters, folded so that the usual spellings of one name come together."""
    small = unicodedata.normalize("NFC", word[:_LONGEST]).casefold().translate(_WHOLE)
    spelled = "".join(_UKRAINIAN.get(letter, letter) for letter in small)
    return loose(folded(spelled))


def loose(spelled: str) -> str:
    """A folded name without what spellings in Latin letters differ by: y and i, j, doubled letters, iu and yu."""
    one = spelled.replace("y", "i").replace("j", "i").replace("'", "").replace("kh", "h").replace("w", "v")
    return regex.sub(r"(.)\1+", r"\1", one)
