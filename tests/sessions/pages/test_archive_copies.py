"""Who reads the archive and who may take it along: the group reads, whoever leads downloads."""

from __future__ import annotations

import pytest

from tests.sessions.pages.given import Served, Visitor, joined, prepared
from tests.sessions.pages.test_shared_computer import Kiosk

FILES = ["transcript.md", "transcript.json"]
STORY = "I counted the tools twice."


def _told(leader: Visitor, dialogue: str) -> None:
    assert leader.command(dialogue, "move_to_stage", {"stage": "question"}).status == 200
    assert leader.command(dialogue, "word_question", {"text": STORY}).status == 200


def _ends(leader: Visitor, dialogue: str) -> None:
    assert leader.command(dialogue, "move_to_stage", {"stage": "closing"}).status == 200
    assert leader.command(dialogue, "close_dialogue").status == 200


@pytest.mark.parametrize("who", ["participant", "observer", "kiosk"])
@pytest.mark.parametrize("closed", [False, True])
def test_the_group_reads_and_takes_no_copy_along(served: Served, leader: Visitor, who: str, *, closed: bool) -> None:
    dialogue, code = prepared(leader)
    if who == "kiosk":
        reader: Visitor = Kiosk(served)
        reader.comes(dialogue, code, "Ash")  # type: ignore[attr-defined]
    else:
        reader = joined(served, code, "Ash", who)
    _told(leader, dialogue)
    if closed:
        _ends(leader, dialogue)
    page = reader.get(f"/d/{dialogue}/archive")
    assert page.status == 200
    assert STORY in page.text
    assert "there is no copy to take along" in page.text
    assert "data-print" not in page.text
    for name in FILES:
        assert name not in page.text
        refused = reader.get(f"/d/{dialogue}/{name}")
        assert STORY not in refused.text
        assert "Content-Disposition" not in refused.headers
        # At a shared computer whoever may not have a page is sent to where the next person begins.
        assert refused.status == (302 if who == "kiosk" else 403)


def test_whoever_leads_downloads(leader: Visitor) -> None:
    dialogue, _code = prepared(leader)
    _told(leader, dialogue)
    _ends(leader, dialogue)
    page = leader.get(f"/d/{dialogue}/archive").text
    assert "there is no copy" not in page
    assert "data-print" in page
    for name in FILES:
        assert f'href="/d/{dialogue}/{name}"' in page
        answer = leader.get(f"/d/{dialogue}/{name}")
        assert answer.status == 200
        assert STORY in answer.text
        assert name in answer.headers["Content-Disposition"]
