"""A flipchart that is hung up by the code: only where the code alone lets people in, and dark with the next one."""

from __future__ import annotations

import pytest

from tests.sessions.pages.given import Served, Visitor, prepared


def _hangs_up(served: Served, code: str) -> tuple[Visitor, int]:
    visitor = Visitor(served)
    visitor.get(f"/j/{code}")
    return visitor, visitor.post(f"/j/{code}", {"role": "flipchart"}).status


def _code(leader: Visitor, dialogue: str) -> str:
    return str(leader.get(f"/d/{dialogue}/api/v1/snapshot?surface=console").json["view"]["door"]["code"])


@pytest.mark.parametrize(
    "how", [{"mode": "admission", "latecomers_knock": False}, {"mode": "open", "latecomers_knock": True}]
)
def test_where_people_knock_a_code_hangs_up_no_wall(served: Served, leader: Visitor, how: dict[str, object]) -> None:
    dialogue, code = prepared(leader)
    assert leader.command(dialogue, "set_door", how).status == 200
    assert leader.command(dialogue, "move_to_stage", {"stage": "experiences"}).status == 200
    visitor, status = _hangs_up(served, code)
    assert status == 422
    assert visitor.get(f"/d/{dialogue}/flipchart").status == 403


def test_a_new_code_while_the_door_is_open_darkens_what_the_old_one_lit(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    wall, status = _hangs_up(served, code)
    assert status == 302
    assert leader.command(dialogue, "close_door").status == 200
    assert leader.command(dialogue, "open_door").status == 200
    assert wall.get(f"/d/{dialogue}/flipchart").status == 200, "closed and opened again, it shuts no wall out"
    assert leader.command(dialogue, "open_door").status == 200
    assert wall.get(f"/d/{dialogue}/flipchart").status == 403
    assert _hangs_up(served, _code(leader, dialogue))[1] == 302
