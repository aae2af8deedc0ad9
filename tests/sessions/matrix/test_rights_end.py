"""Rights that end in the middle of a dialogue end at once: on open sockets, on HTTP, on pages; and only those."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import Any

import pytest

from dialogue.vocabulary import SeatId
from sessions.accounts.service import SIGNED_IN_MS
from sessions.live.lead import look
from sessions.permissions import Relation, StaffRole
from sessions.rooms.ids import now_ms
from sessions.rooms.registry import Place
from sessions.storage.accounts import Account
from tests.sessions.live.given import Line
from tests.sessions.matrix.furnished import Furnished
from tests.sessions.matrix.world import Someone, World, line_of
from tests.sessions.pages.given import command_id

COUNT = {"type": "count_heads", "data": {"count": 7}}


@contextmanager
def _line(world: World, someone: Someone, place: Place, surface: str) -> Iterator[Line]:
    with line_of(world, someone, place, surface) as (line, answer):
        assert "sid" in answer, answer
        line.next("snapshot")
        yield line


def console(world: World, someone: Someone, place: Place) -> AbstractContextManager[Line]:
    """This person's console, as a line that was let in."""
    return _line(world, someone, place, "console")


def _someone(world: World, name: str) -> Someone:
    return next(one for one in world.everybody() if one.name == name)


def _account(world: World, account: str) -> Account:
    known = world.storage.accounts.with_id(account)
    assert known is not None
    return known


def _takes_the_role(world: World, account: str) -> None:
    world.people.change(_account(world, account), [StaffRole.MENTOR], None)


def _closes_the_account(world: World, account: str) -> None:
    world.people.close(_account(world, account))


def _signs_out_everywhere(world: World, account: str) -> None:
    world.staff.sign_out_everywhere(account)


ENDINGS = [_takes_the_role, _closes_the_account, _signs_out_everywhere]
LEADING = ["leads A", "helps to lead A"]


@pytest.fixture
def as_before(world: World) -> Iterator[None]:
    yield
    for account in (world.leads_a, world.helps):
        world.storage.accounts.set_closed(account, closed=False)
        world.storage.accounts.set_roles(account, [StaffRole.FACILITATOR], None)


def _nothing_opens(world: World, someone: Someone, place: Place) -> None:
    """Neither pages nor commands nor new lines."""
    browser, dialogue = world.browser(someone), place.room.id
    shown = browser.get(f"/d/{dialogue}/console", base_url=world.origin)
    assert "Canary" not in shown.text
    assert shown.status_code == 403
    sent = browser.post(
        f"/d/{dialogue}/api/v1/commands?surface=console", json={"id": command_id(), **COUNT}, base_url=world.origin
    )
    assert sent.get_json()["error"]["code"] == "not_joined"
    for surface in ("console", "flipchart"):
        with line_of(world, someone, place, surface) as (_line, answer):
            assert answer == {"message": "not_joined"}


@pytest.mark.usefixtures("as_before")
@pytest.mark.parametrize("name", LEADING)
@pytest.mark.parametrize("end", ENDINGS)
def test_whoever_loses_the_right_to_lead_is_sent_away_at_once(
    world: World, end: Callable[[World, str], None], name: str
) -> None:
    someone, guest = _someone(world, name), _someone(world, "co of A")
    account = world.leads_a if name == "leads A" else world.helps
    wall = line_of(world, someone, world.a, "flipchart")
    with console(world, someone, world.a) as line, console(world, guest, world.a) as other, wall as (shown, answer):
        assert "sid" in answer
        shown.next("snapshot")
        assert line.emit("command", {"id": command_id(), **COUNT})["ok"]
        end(world, account)
        for sent_away in (line, shown):
            assert sent_away.next("reload") == {"reason": "signed_out"}
            assert sent_away.is_cut()
        assert other.emit("command", {"id": command_id(), **COUNT})["ok"], "whoever sits by a seat goes on"
    _nothing_opens(world, someone, world.a)


@pytest.mark.parametrize("name", LEADING)
def test_an_expired_sign_in_opens_nothing(world: World, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    someone = _someone(world, name)
    with console(world, someone, world.a) as line:
        assert line.emit("command", {"id": command_id(), **COUNT})["ok"]
    monkeypatch.setattr("sessions.rooms.persons.now_ms", lambda: now_ms() + SIGNED_IN_MS)
    _nothing_opens(world, someone, world.a)


def test_whoever_may_no_longer_read_reads_no_more(world: World) -> None:
    account, closed = world.staff.add("Canary Reader", world.hashed, [StaffRole.MENTOR]), world.closed.room.id
    reader = world.browser(Someone("reader", world.signs_in(account)))
    lead = world.browser(_someone(world, "leads A"))
    world.storage.facilitations.share(account, closed, Relation.READS)
    paths = [f"/d/{closed}/{page}" for page in ("archive", "transcript.md", "transcript.json")]
    assert [reader.get(path, base_url=world.origin).status_code for path in paths] == [200] * 3
    assert lead.post(f"/d/{closed}/sharing/stop", data={"account": account}, base_url=world.origin).status_code == 302
    for path in paths:
        refused = reader.get(path, base_url=world.origin)
        assert refused.status_code == 403
        assert "Canary" not in refused.text


@pytest.mark.usefixtures("as_before")
@pytest.mark.parametrize("end", ENDINGS)
def test_whoever_leads_loses_the_right_and_whoever_helps_goes_on(
    world: World, end: Callable[[World, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a minute is none here; the server's look after the lead is asked for."""
    here = Furnished(world, "A", world.leads_a)
    lead, helper, _co, person, *_others = here.senders
    with ExitStack() as lines:
        leading, helping, sitting = (
            lines.enter_context(_line(world, one.someone, here.place, one.surface)) for one in (lead, helper, person)
        )
        end(world, world.leads_a)
        assert leading.next("reload") == {"reason": "signed_out"}
        assert sitting.command("raise_hand")["ok"], "phones go on"
        assert helping.command("take_lead")["error"]["code"] == "lead_not_offered"
        monkeypatch.setattr("sessions.rooms.presence.OFFLINE_AFTER_MS", 0)
        look(world.service, here.place)
        assert _changed(helping, "leading", "lead_offered") is True
        assert helping.command("take_lead")["ok"]
        assert helping.command("move_to_stage", {"stage": "evaluation"})["ok"]
        assert "Canary helper" in str(_changed(sitting, "course", "lead_taken"))


def _changed(line: Line, part: str, field: str) -> Any:
    """What this field of the view changes to, next."""
    while True:
        changes = line.next("update")["changes"].get(part, {})
        if field in changes:
            return changes[field]


def test_who_is_no_longer_shared_with_is_out(world: World) -> None:
    account = world.staff.add("Canary Passing", world.hashed, [StaffRole.FACILITATOR])
    place = world.a
    world.storage.facilitations.share(account, place.room.id, Relation.CO_LEADS)
    seat = world.comes_to_help(place, "Canary Passing")
    world.storage.facilitations.write(*world.storage.facilitations.helping(account, place.room.id, seat))
    passing = Someone("passing", world.signs_in(account))
    with console(world, passing, place) as line:
        stopped = world.browser(_someone(world, "leads A")).post(
            f"/d/{place.room.id}/sharing/stop", data={"account": account}, base_url=world.origin
        )
        assert stopped.status_code == 302
        assert line.next("reload")["reason"] in {"removed", "signed_out"}
    assert place.room.committed.seats[SeatId(seat)].gone
    assert world.browser(passing).get(f"/d/{place.room.id}/console", base_url=world.origin).status_code == 403


def test_who_may_only_read_from_now_on_helps_no_longer_and_does_not_come_back(world: World) -> None:
    account = world.staff.add("Canary Demoted", world.hashed, [StaffRole.FACILITATOR])
    place, demoted = world.a, Someone("demoted", world.signs_in(account))
    world.storage.facilitations.share(account, place.room.id, Relation.CO_LEADS)
    world.storage.facilitations.write(
        *world.storage.facilitations.helping(account, place.room.id, world.comes_to_help(place, "Canary Demoted"))
    )
    with console(world, demoted, place) as line:
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
    world.storage.facilitations.write(*world.storage.facilitations.helping(account, place.room.id, seat))
    world.asks(place, "remove_seat", seat=seat)
    browser = world.browser(removed)
    assert browser.get(f"/d/{place.room.id}/help", base_url=world.origin).status_code == 403
    form = {"pseudonym": "Canary Again"}
    assert browser.post(f"/d/{place.room.id}/help", data=form, base_url=world.origin).status_code == 403
