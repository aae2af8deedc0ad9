"""Before somebody loses their role or account whom a group needs just now, the administrator is told, and asked."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from dialogue.methods import DEFAULT_METHOD
from dialogue.rules.seats import Draft
from dialogue.vocabulary import DialogueId, Role, SeatId
from sessions.accounts.service import Staff
from sessions.app import Application
from sessions.permissions import StaffRole
from sessions.rooms.answers import Accepted
from sessions.rooms.ids import new_command_id
from sessions.rooms.registry import Place
from tests.sessions.accounts.given import account, administrator, said

TOLD = "nobody there helps to lead it"
WAYS = [("", {"roles": ["mentor"]}), ("/close", {})]


@pytest.fixture
def leads(staff: Staff) -> str:
    return account(staff, "Ash")


@pytest.fixture
def admin(application: Application, staff: Staff) -> FlaskClient:
    return administrator(application, staff)


@pytest.fixture
def place(application: Application, leads: str) -> Place:
    """A dialogue that Ash leads, in which one person sits."""
    draft = Draft(DEFAULT_METHOD, DEFAULT_METHOD.plans[90], "Canary", "Why?", "Listen.", "Duty.", "Lead", 5)
    rooms = application.service.rooms
    found = rooms.place(DialogueId(str(rooms.begin(draft, leads))))
    assert found is not None
    lead = found.room.committed.facilitator
    envelope = {"id": new_command_id(), "type": "open_door", "data": {}}
    assert isinstance(application.service.command(found, lead, envelope), Accepted)
    _comes(application, found, "Birch", Role.PARTICIPANT)
    return found


def _comes(application: Application, place: Place, name: str, role: Role) -> None:
    answer, _token = application.service.admit(place, new_command_id(), name, role)
    assert isinstance(answer, Accepted)
    place.presence.came(SeatId(answer.receipt))


def _still_leads(staff: Staff, leads: str) -> bool:
    known = staff.storage.accounts.with_id(leads)
    return known is not None and StaffRole.FACILITATOR in known.roles and not known.closed


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize(("path", "form"), WAYS)
def test_it_is_told_without_a_name_and_done_at_the_second_press(
    admin: FlaskClient, staff: Staff, leads: str, path: str, form: dict[str, list[str]]
) -> None:
    asked = admin.post(f"/people/{leads}{path}", data=form)
    assert asked.status_code == 422
    assert TOLD in said(asked.text)
    assert "Canary" not in asked.text
    assert _still_leads(staff, leads)
    assert 'name="anyway" value="yes"' in asked.text
    assert "all the same" in asked.text
    assert not form or 'value="mentor" checked' in asked.text, "what was chosen stands there"
    assert admin.post(f"/people/{leads}{path}", data=form | {"anyway": "yes"}).status_code == 200
    assert not _still_leads(staff, leads)


@pytest.mark.parametrize(("path", "form"), WAYS)
def test_where_somebody_helps_to_lead_nothing_is_asked(
    application: Application, admin: FlaskClient, leads: str, place: Place, path: str, form: dict[str, list[str]]
) -> None:
    _comes(application, place, "Elm", Role.CO_FACILITATOR)
    assert admin.post(f"/people/{leads}{path}", data=form).status_code == 200


@pytest.mark.parametrize(("path", "form"), WAYS)
def test_nor_where_nobody_is_there(
    admin: FlaskClient, leads: str, place: Place, path: str, form: dict[str, list[str]]
) -> None:
    for seat in place.room.committed.seats:
        place.presence.went(seat, 0)
    assert admin.post(f"/people/{leads}{path}", data=form).status_code == 200


@pytest.mark.usefixtures("place")
def test_nor_for_what_takes_no_lead_away(admin: FlaskClient, leads: str) -> None:
    form = {"roles": ["facilitator", "mentor"]}
    assert admin.post(f"/people/{leads}", data=form).status_code == 200
    assert admin.post(f"/people/{leads}/sign-out").status_code == 200, "signed in again, they go on"
