"""Rights that end in the middle of a dialogue end at once: on open sockets, on HTTP, on pages; and only those."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager

import pytest

from dialogue.vocabulary import SeatId
from sessions.permissions import Relation, StaffRole
from sessions.rooms.registry import Place
from tests.sessions.live.given import Line
from tests.sessions.matrix.world import Someone, World, line_of
from tests.sessions.pages.given import command_id

COUNT = {"type": "count_heads", "data": {"count": 7}}


@contextmanager
def _console(world: World, someone: Someone, place: Place) -> Iterator[Line]:
    with line_of(world, someone, place, "console") as (line, answer):
        assert "sid" in answer, answer
        line.next("snapshot")
        yield line


def _someone(world: World, name: str) -> Someone:
    return next(one for one in world.everybody() if one.name == name)


def _takes_the_role(world: World) -> None:
    known = world.storage.accounts.with_id(world.helps)
    assert known is not None
    world.people.change(known, [StaffRole.MENTOR], None)


def _closes_the_account(world: World) -> None:
    known = world.storage.accounts.with_id(world.helps)
    assert known is not None
    world.people.close(known)


def _signs_out_everywhere(world: World) -> None:
    world.staff.sign_out_everywhere(world.helps)


ENDINGS = [_takes_the_role, _closes_the_account, _signs_out_everywhere]


@pytest.fixture
def as_before(world: World) -> Iterator[None]:
    yield
    world.storage.accounts.set_closed(world.helps, closed=False)
    world.storage.accounts.set_roles(world.helps, [StaffRole.FACILITATOR], None)


@pytest.mark.usefixtures("as_before")
@pytest.mark.parametrize("end", ENDINGS)
def test_whoever_loses_the_right_to_lead_is_sent_away_at_once(world: World, end: Callable[[World], None]) -> None:
    helper, guest = _someone(world, "helps to lead A"), _someone(world, "co of A")
    with _console(world, helper, world.a) as line, _console(world, guest, world.a) as other:
        assert line.emit("command", {"id": command_id(), **COUNT})["ok"]
        end(world)
        assert line.next("reload") == {"reason": "signed_out"}
        with pytest.raises(Exception):  # noqa: B017, PT011  however the line is cut
            line.emit("command", {"id": command_id(), **COUNT})
        assert other.emit("command", {"id": command_id(), **COUNT})["ok"], "whoever sits by a seat goes on"
    with line_of(world, helper, world.a, "console") as (_line, answer):
        assert answer == {"message": "not_joined"}


@pytest.mark.usefixtures("as_before")
def test_whoever_keeps_the_right_is_not_disturbed_when_other_roles_change(world: World) -> None:
    with _console(world, _someone(world, "helps to lead A"), world.a) as line:
        known = world.storage.accounts.with_id(world.helps)
        assert known is not None
        world.people.change(known, [StaffRole.FACILITATOR, StaffRole.MENTOR], None)
        assert line.emit("command", {"id": command_id(), **COUNT})["ok"]


def test_who_is_no_longer_shared_with_is_out(world: World) -> None:
    account = world.staff.add("Canary Passing", world.hashed, [StaffRole.FACILITATOR])
    place = world.a
    world.storage.facilitations.share(account, place.room.id, Relation.CO_LEADS)
    seat = world.comes_to_help(place, "Canary Passing")
    world.storage.facilitations.seated(account, place.room.id, seat)
    passing = Someone("passing", world.signs_in(account))
    with _console(world, passing, place) as line:
        stopped = world.browser(_someone(world, "leads A")).post(
            f"/d/{place.room.id}/sharing/stop", data={"account": account}, base_url=world.origin
        )
        assert stopped.status_code == 302
        assert line.next("reload")["reason"] in {"removed", "signed_out"}
    assert place.room.committed.seats[SeatId(seat)].gone
    assert world.browser(passing).get(f"/d/{place.room.id}/console", base_url=world.origin).status_code == 403


def test_two_who_lead_at_once_are_decided_one_after_the_other(world: World) -> None:
    """Both move the group, ten times each: every move is decided on what the other one left."""
    names = ["leads A", "leads A"]
    with ExitStack() as lines, ThreadPoolExecutor(2) as two:
        consoles = [lines.enter_context(_console(world, _someone(world, name), world.a)) for name in names]

        def moves(console: Line) -> list[dict[str, object]]:
            stages = ["question", "opening"] * 5
            data = [{"id": command_id(), "type": "move_to_stage", "data": {"stage": stage}} for stage in stages]
            return [console.emit("command", one) for one in data]

        answers = [answer for given in two.map(moves, consoles) for answer in given]
    refused = [answer["error"]["code"] for answer in answers if not answer["ok"]]  # type: ignore[index]
    assert set(refused) <= {"already_there"}
    rows = world.storage.load(world.a.room.id)
    assert [row.seq for row in rows] == list(range(1, len(rows) + 1))
    assert world.storage.verify(world.a.room.id).first_bad is None


def test_who_may_only_read_from_now_on_helps_no_longer_and_does_not_come_back(world: World) -> None:
    account = world.staff.add("Canary Demoted", world.hashed, [StaffRole.FACILITATOR])
    place, demoted = world.a, Someone("demoted", world.signs_in(account))
    world.storage.facilitations.share(account, place.room.id, Relation.CO_LEADS)
    world.storage.facilitations.seated(account, place.room.id, world.comes_to_help(place, "Canary Demoted"))
    with _console(world, demoted, place) as line:
        form = {"account": account, "relation": "reads"}
        answer = world.browser(_someone(world, "leads A")).post(
            f"/d/{place.room.id}/sharing", data=form, base_url=world.origin
        )
        assert answer.status_code == 302
        assert line.next("reload")["reason"] in {"removed", "signed_out"}
    for path in ("console", "help"):
        assert world.browser(demoted).get(f"/d/{place.room.id}/{path}", base_url=world.origin).status_code == 403


def test_whoever_was_removed_from_helping_is_asked_anew_or_stays_out(world: World) -> None:
    account = world.staff.add("Canary Removed", world.hashed, [StaffRole.FACILITATOR])
    place, removed = world.a, Someone("removed", world.signs_in(account))
    world.storage.facilitations.share(account, place.room.id, Relation.CO_LEADS)
    seat = world.comes_to_help(place, "Canary Removed")
    world.storage.facilitations.seated(account, place.room.id, seat)
    world.asks(place, "remove_seat", seat=seat)
    browser = world.browser(removed)
    assert browser.get(f"/d/{place.room.id}/help", base_url=world.origin).status_code == 403
    form = {"pseudonym": "Canary Again"}
    assert browser.post(f"/d/{place.room.id}/help", data=form, base_url=world.origin).status_code == 403
