"""Whoever is in may read as often as people do, and no page is made for a script again and again."""

from __future__ import annotations

import pytest

from tests.sessions.pages.given import Answer, Served, Visitor, joined, prepared

AS_PEOPLE_DO = 25
AS_A_SCRIPT_DOES = 90
PAGES = ["", "archive"]


def _often(visitor: Visitor, path: str) -> list[Answer]:
    """The refusals of a script; as often as people do it is let in."""
    read = [visitor.get(path) for _ in range(AS_A_SCRIPT_DOES)]
    assert {answer.status for answer in read[:AS_PEOPLE_DO]} == {200}
    return [answer for answer in read if answer.status == 429]


@pytest.mark.parametrize("page", PAGES)
def test_a_seat_reads_as_often_as_people_do_and_others_are_not_held_up(
    served: Served, leader: Visitor, page: str
) -> None:
    dialogue, code = prepared(leader)
    ash, birch = (joined(served, code, name) for name in ("Ash", "Birch"))
    path = f"/d/{dialogue}/{page}"
    refused = _often(ash, path)
    assert "Too often" in refused[0].text
    assert "Wait a moment, then try again." in refused[0].text
    assert birch.get(path).status == 200


@pytest.mark.parametrize("page", ["console", "transcript.md", "transcript.json"])
def test_what_whoever_leads_reads_is_not_made_again_and_again(leader: Visitor, page: str) -> None:
    dialogue, _ = prepared(leader)
    assert _often(leader, f"/d/{dialogue}/{page}")
