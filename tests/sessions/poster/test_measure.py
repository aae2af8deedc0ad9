"""Lines as they are drawn are the lines that were counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.poster.measure import broken, lines, width

TEXTS = ("Slow and steady wins, they say, and nobody asks whom.", "Повільно і впевнено, так кажуть.", "a" * 400, "")


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("room", [4.0, 12.0, 60.0])
def test_nothing_is_lost_and_every_line_fits(text: str, room: float) -> None:
    made = broken(text, room)
    assert "".join(made).replace(" ", "") == text.replace(" ", "")
    assert max(map(width, made)) <= room
    assert len(made) == 1 or all(made)


@given(st.text(alphabet="abcdefgh ijklm WMæщ", max_size=300), st.floats(4, 40))
def test_there_are_never_more_lines_than_room_was_made_for(text: str, room: float) -> None:
    assert len(broken(text, room)) <= lines(text, room)
