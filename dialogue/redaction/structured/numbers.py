"""E-mail addresses, telephone numbers, and the numbers and codes that people are kept under."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import phonenumbers
import regex

from dialogue.redaction.found import Found
from dialogue.redaction.lists import Vocabulary
from dialogue.redaction.structured.checked import is_checked
from dialogue.redaction.suggestion import Category, Reason
from dialogue.redaction.words import Word

_E_MAIL: Final = regex.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}+(?:@|\s?[(\[](?:at|bei|ved|hos|ät)[)\]]\s?)(?:[\p{L}\p{N}-]{1,63}+\.){1,8}\p{L}{2,24}+(?![\w@])",
    regex.IGNORECASE,
)
_DIGITS: Final = regex.compile(r"(?<![\p{L}\p{N}_])(?:\+ ?)?\(?\d(?:[- \u00a0().\/]{0,3}+\d){5,40}+(?![\p{L}\p{N}_])")
_CODE: Final = regex.compile(
    r"(?<![\w])(?=[\w/+-]{0,20}\d)[\p{Lu}\d](?:[\p{Lu}\d]|[-/+.](?=[\p{Lu}\d])){2,30}+(?![\w])"
)
_FILE: Final = regex.compile(r"(?<![\w.])\d{1,4} \p{Lu}\p{L}{0,3} \d{1,6}/\d{2,4}(?!\w)")  # of a court: "12 Js 345/22"
_REGIONS: Final = {
    "en": ("GB", "IE"), "uk": ("UA",), "nb": ("NO",), "fi": ("FI",), "et": ("EE",), "sq": ("AL", "XK", "MK"),
    "sr": ("RS", "ME", "BA"), "fr": ("FR", "BE", "CH"), "nl": ("NL", "BE"), "de": ("DE", "AT", "CH"),
}  # fmt: skip
_NEAR = regex.compile(
    r"(?:[\s:.#№°]|(?:is|nr|no|n|er|on|є|je|est|ist|br|numër\w*|номер\w*|nummer|number|numéro|broj\w*|број\w*)(?!\w)){1,6}+"
)
_PLAIN = regex.compile(r"[^\p{L}\p{N}]+")


def e_mails(text: str) -> Iterator[Found]:
    """Every e-mail address, with "(at)" too."""
    for match in _E_MAIL.finditer(text):
        yield _found(match, Category.E_MAIL, Reason.E_MAIL)


def numbers(text: str, words: list[Word], language: str, known: Vocabulary) -> Iterator[Found]:
    """Codes after a word that announces them, numbers whose check digits hold, telephone numbers, long numbers."""
    for word in words:
        if word.key in known.codes:
            near = _NEAR.match(text, word.end)
            if near is None:
                continue
            if digits := _DIGITS.match(text, near.end()):
                rings = _rings(digits.group(), language)
                yield (
                    _number(digits, language) if rings else _found(digits, Category.IDENTIFIER, Reason.CODE_AFTER_WORD)
                )
            elif code := _CODE.match(text, near.end()):
                yield _found(code, Category.IDENTIFIER, Reason.CODE_AFTER_WORD)
    for match in _FILE.finditer(text):
        yield _found(match, Category.IDENTIFIER, Reason.LONG_NUMBER)
    for match in _CODE.finditer(text):
        if is_checked(match.group(), language):
            yield _found(match, Category.IDENTIFIER, Reason.CHECKED_NUMBER)
    for match in _DIGITS.finditer(text):
        yield _number(match, language)
    for match in _CODE.finditer(text):
        if sum(one.isdigit() for one in match.group()) >= 3 and any(one.isalpha() for one in match.group()):
            yield _found(match, Category.IDENTIFIER, Reason.LONG_NUMBER)


def _number(match: regex.Match[str], language: str) -> Found:
    if is_checked(match.group(), language):
        return _found(match, Category.IDENTIFIER, Reason.CHECKED_NUMBER)
    if _rings(match.group(), language):
        return _found(match, Category.PHONE, Reason.PHONE_NUMBER)
    return _found(match, Category.IDENTIFIER, Reason.LONG_NUMBER)


def _rings(number: str, language: str) -> bool:
    """Whether somebody could be called under it, from one of the countries of this language."""
    for region in _REGIONS[language]:
        try:
            read = phonenumbers.parse(number, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(read):
            return True
        if number.lstrip("(").startswith(("+", "0")) and phonenumbers.is_possible_number(read):
            return True
    return False


def _found(match: regex.Match[str], category: Category, reason: Reason) -> Found:
    key = frozenset({_PLAIN.sub("", match.group()).casefold()})
    return Found(match.start(), match.end(), category, reason, (key,))
