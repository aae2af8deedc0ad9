"""How much room words take in Source Serif 4, so that a page can be laid out before a browser has it.

Widths are advance widths of the regular weight, in em, rounded up to fiftieths. What the font does not have is drawn
by a fallback and counted generously: half as wide again for an alphabet, one em for what is written in squares.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

_WIDTHS = {
    0.18: "'",
    0.24: " ‘’‚",
    0.30: "!,.:;j|¡¦·ј",
    0.32: "-",
    0.34: "/[\\]il°ıі",
    0.36: "()t{}",
    0.38: '"IJfª²³¹ІЈ',
    0.40: "`¨¯´¸º",
    0.42: "?¿",
    0.44: "“”„",
    0.46: "*r®з",
    0.48: "sгѕ",
    0.50: "z¤§",
    0.52: "$_c¢£¥–сэє",
    0.54: "#+0123456789<=>S^ae~«¬±»Ѕаеь",
    0.56: "gðЗвт",
    0.58: "ovxøГбохя",
    0.60: "Zkqy¶дкучђ",
    0.62: "FLPbdpµÞþРЬлр",
    0.64: "EThnußЄБЕТЭъћ",
    0.66: "BCВСнпцџ",
    0.68: "XYКХЯи",
    0.70: "RЛ",
    0.72: "AGKVАДУЧ",
    0.74: "&DOQÐØЂОЪ",
    0.76: "U©Ф",
    0.78: "NП",
    0.80: "ЏИЦмљ",
    0.82: "H—ЋНжы",
    0.84: "@wæ…фю",
    0.86: "њ",
    0.90: "¼¾",
    0.92: "œшщ",
    0.94: "%M½ЉМЫ",
    0.96: "mÆЖ",
    0.98: "Œ",
    1.00: "W",
    1.02: "Њ",
    1.04: "Ю",
    1.08: "ШЩ",
}
_KNOWN = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_LETTER, _SQUARE = 0.78, 1.05
_SAFETY = 1.02  # kerning, bold numbers, another serif where the font did not load


@cache
def _letter(letter: str) -> float:
    if letter in _KNOWN:
        return _KNOWN[letter]
    if unicodedata.combining(letter) or unicodedata.category(letter) in {"Cf", "Mn", "Me"}:
        return 0.0
    plain = unicodedata.normalize("NFD", letter)[0]
    if plain in _KNOWN:
        return _KNOWN[plain]
    return _SQUARE if unicodedata.east_asian_width(letter) in "WF" or ord(letter) > 0x2E7F else _LETTER


def width(text: str) -> float:
    """Width of a text on one line, in em."""
    return _SAFETY * sum(map(_letter, text))


def lines(text: str, room: float) -> int:
    """How many lines the text takes in so much room (in em); 1 for an empty one. A word that is too long is broken."""
    count, taken = 1, 0.0
    for word in text.split():
        needed = width(word)
        space = width(" ") if taken else 0.0
        if taken + space + needed <= room:
            taken += space + needed
            continue
        if taken:
            count += 1
        while needed > room:
            # Broken between letters, a line is not filled to its end.
            needed -= max(room - _SQUARE, _SQUARE)
            count += 1
        taken = max(needed, 0.0)
    return count


def broken(text: str, room: float) -> list[str]:
    """The text in lines that fit into so much room (in em), never more of them than `lines` counts; one at least."""
    made, line, taken = [], "", 0.0
    for word in _fitting(text, room):
        needed = width(word)
        space = width(" ") if line else 0.0
        if line and taken + space + needed > room:
            made.append(line)
            line, taken, space = "", 0.0, 0.0
        line, taken = (f"{line} {word}" if line else word), taken + space + needed
    return [*made, line]


def _fitting(text: str, room: float) -> Iterator[str]:
    """The words of the text, each that is too long in pieces that fit."""
    for word in text.split():
        piece = ""
        for letter in word:
            if piece and width(piece + letter) > room:
                yield piece
                piece = ""
            piece += letter
        yield piece
