"""Whatever is written, in whatever language: suggestions fit the text, and accepting all of them works."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue.redaction import LANGUAGES, applied, suggest

PIECES = st.sampled_from(
    [
        *(
            "Anna",
            "Krelani",
            "Ольга",
            "Ђорђа",
            "Mr",
            "пан",
            "van",
            "den",
            "12",
            "07700 900123",
            "cell",
            "A.",
            "d'",
            "@",
        ),
        *(
            "x.org",
            "only woman",
            "June",
            "№",
            "-",
            "'",
            "\u202e",
            "\u0301",
            "👍",
            "\n",
            ". ",
            ", ",
            ":",
            "B-",
            "ß",
            "İ",
        ),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=80), st.lists(PIECES, max_size=12).map(" ".join), st.lists(PIECES, max_size=12).map("".join)
)


@settings(deadline=None, max_examples=150)
@given(TEXTS, st.sampled_from(LANGUAGES), st.lists(TEXTS, max_size=3), st.lists(TEXTS, max_size=3))
def test_suggestions_fit_every_text(text: str, language: str, roster: list[str], local: list[str]) -> None:
    suggestions = suggest(text, language, roster, local)
    assert all(0 <= one.start < one.end <= len(text) for one in suggestions)
    assert all(one.end <= other.start for one, other in pairwise(suggestions))
    assert all(str(one.placeholder) in applied(text, suggestions) for one in suggestions if one.placeholder)
