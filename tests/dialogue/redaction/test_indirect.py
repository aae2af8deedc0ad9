"""What narrows down who it could be is flagged."""

from __future__ import annotations

import pytest

from dialogue.redaction import Category, Reason, suggest

CASES = [
    ("en", "She was the only woman there.", "only woman", Reason.THE_ONLY_ONE),
    ("en", "The governor said so.", "governor", Reason.RANK),
    ("en", "A Somali lad cried.", "Somali", Reason.NATIONALITY),
    ("en", "It was after the riot of 2019.", "riot of 2019", Reason.NAMED_INCIDENT),
    ("en", "A 63-year-old cried.", "63-year-old", Reason.AGE),
    ("uk", "Вона була єдина жінка.", "єдина жінка", Reason.THE_ONLY_ONE),
    ("nb", "Hun var den eneste kvinnen.", "eneste kvinnen", Reason.THE_ONLY_ONE),
    ("fi", "Hän oli ainoa nainen.", "ainoa nainen", Reason.THE_ONLY_ONE),
    ("et", "Ta oli ainus naine.", "ainus naine", Reason.THE_ONLY_ONE),
    ("sq", "Ajo ishte e vetmja grua.", "vetmja grua", Reason.THE_ONLY_ONE),
    ("sr", "Она је била једина жена.", "једина жена", Reason.THE_ONLY_ONE),
    ("fr", "Elle était la seule femme.", "seule femme", Reason.THE_ONLY_ONE),
    ("nl", "Zij was de enige vrouw.", "enige vrouw", Reason.THE_ONLY_ONE),
    ("de", "Sie war die einzige Frau.", "einzige Frau", Reason.THE_ONLY_ONE),
    ("nb", "En 62-åring gråt.", "62-åring", Reason.AGE),
    ("de", "Der Anstaltsleiter kam.", "Anstaltsleiter", Reason.RANK),
    ("uk", "Румунський хлопець плакав.", "Румунський", Reason.NATIONALITY),
]


@pytest.mark.parametrize(("language", "text", "what", "reason"), CASES)
def test_it_is_flagged_with_its_reason(language: str, text: str, what: str, reason: Reason) -> None:
    (one,) = suggest(text, language)
    assert (text[one.start : one.end], one.reason) == (what, reason)
    assert (one.category, one.placeholder) == (Category.QUASI_IDENTIFIER, None)


@pytest.mark.parametrize("text", ["The only thing I know is that a riot is loud.", "It took two years, only one door."])
def test_ordinary_sentences_are_not_flagged(text: str) -> None:
    assert suggest(text, "en") == ()
