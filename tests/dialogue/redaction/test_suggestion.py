"""A suggestion is a proposal: what is accepted is replaced, what is only flagged stays, what is not accepted stays."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dialogue.redaction import Category, Placeholder, Reason, Suggestion, applied, suggest

TEXT = "Zamir told Krelani that she is the only woman."


def test_only_what_is_accepted_is_replaced() -> None:
    first, second, flagged = suggest(TEXT, "en")
    assert applied(TEXT, [second]) == "Zamir told [person 2] that she is the only woman."
    assert applied(TEXT, [first, second, flagged]) == "[person 1] told [person 2] that she is the only woman."
    assert applied(TEXT, []) == TEXT


def test_they_can_be_accepted_in_any_order() -> None:
    suggestions = suggest(TEXT, "en")
    assert applied(TEXT, reversed(suggestions)) == applied(TEXT, suggestions)


def test_what_narrows_down_is_flagged_without_a_replacement() -> None:
    flagged = suggest(TEXT, "en")[-1]
    assert (TEXT[flagged.start : flagged.end], flagged.category) == ("only woman", Category.QUASI_IDENTIFIER)
    assert flagged.placeholder is None
    assert not flagged.certain
    assert all(one.certain for one in suggest(TEXT, "en")[:-1])


def test_placeholders_are_worded_by_whoever_shows_them() -> None:
    suggestions = suggest(TEXT, "en")
    worded = applied(TEXT, suggestions, lambda one: f"⟨{one.category.value}:{one.number}⟩")
    assert worded.startswith("⟨person:1⟩ told ⟨person:2⟩")


@pytest.mark.parametrize("spans", [[(0, 5), (4, 6)], [(3, 3)], [(0, 99)], [(-1, 2)]])
def test_spans_that_fit_no_text_are_refused(spans: list[tuple[int, int]]) -> None:
    one = Placeholder(Category.PERSON, 1)
    with pytest.raises(ValueError, match="overlap or lie outside"):
        applied(TEXT, [Suggestion(start, end, Category.PERSON, Reason.ROSTER, one) for start, end in spans])


def test_a_language_without_lists_is_refused_and_tags_are_read() -> None:
    with pytest.raises(ValueError, match="no lists for the language 'tlh'"):
        suggest(TEXT, "tlh")
    assert suggest("I dag sa Zamir nei.", "nb-NO") == suggest("I dag sa Zamir nei.", "nn")
    assert suggest("Danas je Zamir rekao ne.", "sr_Latn_RS") == suggest("Danas je Zamir rekao ne.", "sr")


def test_suggestions_come_in_order_and_never_overlap() -> None:
    text = "Mr Zamir Krelani, cell B2-14, rang 07700 900123 on 12.03.2024. Zamir's badge 4471 was on the floor."
    spans = [(one.start, one.end) for one in suggest(text, "en", ["Zamir"])]
    assert spans == sorted(spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert len(spans) == 6
