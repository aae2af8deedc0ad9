"""Links for a co-facilitator die with the right of whoever made them; and home forgets whoever was removed."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from dialogue.commands import OfferLead
from dialogue.vocabulary import DialogueId, Role, SeatId
from sessions.accounts import passwords
from sessions.accounts.service import Staff
from sessions.app import Application
from sessions.permissions import Relation, StaffRole
from sessions.rooms.answers import Accepted
from sessions.rooms.registry import Place
from sessions.rooms.service import Service
from tests.sessions.pages.conftest import ORIGIN
from tests.sessions.rooms.given import DRAFT, accepted, ask, command_id


def colleague(application: Application, name: str) -> tuple[str, dict[str, str]]:
    """A facilitator's account, and the cookie of its sign-in."""
    staff = application.flask.extensions["staff"]
    assert isinstance(staff, Staff)
    account = staff.add(name, passwords.hashed("three or four words"))
    return account, {"sign_in": staff.sign_in_as(account)}


def led_by(application: Application) -> Place:
    """A dialogue that somebody else began."""
    account, _cookies = colleague(application, "Lead")
    dialogue = application.service.rooms.begin(DRAFT, account)
    assert isinstance(dialogue, str)
    place = application.service.rooms.place(DialogueId(dialogue))
    assert place is not None
    return place


def client(application: Application, cookies: Mapping[str, str] | None = None) -> FlaskClient:
    """A browser; forgery has tests of its own."""
    application.flask.config["WTF_CSRF_ENABLED"] = False
    browser = application.flask.test_client()
    browser.environ_base["HTTP_ORIGIN"] = ORIGIN
    for name, value in (cookies or {}).items():
        browser.set_cookie(name, value, domain="127.0.0.1")
    return browser


def _takes_the_lead(service: Service, place: Place, seat: str) -> None:
    assert isinstance(service.of_the_server(place, OfferLead()), Accepted)
    accepted(ask(place.room, SeatId(seat), "take_lead"))


def test_whoever_leads_by_a_link_for_a_while_leaves_no_link_behind(application: Application) -> None:
    service, browser = application.service, client(application)
    place = led_by(application)
    lead = place.room.committed.facilitator
    answer, token = service.admit(place, command_id(), "Robin", Role.CO_FACILITATOR)
    robin = accepted(answer)
    _takes_the_lead(service, place, robin)
    browser.set_cookie("seat", token, domain="127.0.0.1")
    assert place.room.committed.facilitator == robin
    assert browser.get(f"/d/{place.room.id}/console", base_url=ORIGIN).status_code == 200
    assert browser.post(f"/d/{place.room.id}/invitation", base_url=ORIGIN).status_code == 403
    accepted(ask(place.room, SeatId(robin), "hand_back_lead"))
    assert place.room.committed.facilitator == lead


@pytest.mark.parametrize("ends", ["role", "account", "share", "seat"])
def test_a_link_opens_nothing_once_whoever_made_it_might_not_lead(application: Application, ends: str) -> None:
    service, storage = application.service, application.service.rooms.storage
    place = led_by(application)
    lead, dialogue = place.room.committed.facilitator, place.room.id
    account, cookies = colleague(application, "Helper")
    storage.facilitations.share(account, dialogue, Relation.CO_LEADS)
    seat = accepted(service.admit(place, command_id(), "Robin", Role.CO_FACILITATOR)[0])
    storage.facilitations.write(*storage.facilitations.helping(account, dialogue, seat))
    _takes_the_lead(service, place, seat)
    helper = client(application, cookies)
    made = helper.post(f"/d/{dialogue}/invitation", base_url=ORIGIN)
    assert made.status_code == 201
    path = urlsplit(made.json["link"]).path  # type: ignore[index]
    accepted(ask(place.room, SeatId(seat), "hand_back_lead"))
    stranger = client(application)
    assert stranger.get(path, base_url=ORIGIN).status_code == 200, "who may still lead has only handed it back"
    if ends == "role":
        storage.accounts.set_roles(account, [StaffRole.MENTOR], None)
    elif ends == "account":
        storage.accounts.set_closed(account, closed=True)
    elif ends == "share":
        storage.doors.write(storage.facilitations.taking(account, dialogue))
    else:
        accepted(ask(place.room, lead, "remove_seat", seat=seat))
    assert stranger.get(path, base_url=ORIGIN).status_code == 404
    assert stranger.post(path, data={"pseudonym": "Again"}, base_url=ORIGIN).status_code == 404


def test_whoever_was_removed_from_helping_sees_nothing_of_it_at_home(application: Application) -> None:
    service, storage = application.service, application.service.rooms.storage
    place = led_by(application)
    account, cookies = colleague(application, "Helper")
    storage.facilitations.share(account, place.room.id, Relation.CO_LEADS)
    helper = client(application, cookies)
    assert "When is trust right?" in helper.get("/", base_url=ORIGIN).text, "before they come in"
    seat = accepted(service.admit(place, command_id(), "Robin", Role.CO_FACILITATOR)[0])
    storage.facilitations.write(*storage.facilitations.helping(account, place.room.id, seat))
    assert "When is trust right?" in helper.get("/", base_url=ORIGIN).text
    accepted(ask(place.room, place.room.committed.facilitator, "remove_seat", seat=seat))
    shown = helper.get("/", base_url=ORIGIN)
    assert shown.status_code == 200
    assert "When is trust right?" not in shown.text
    assert place.room.id not in shown.text
