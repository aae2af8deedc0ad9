"""Coming in to help to lead: by a link or by a share, or by both, it is one seat, and an account's rights open it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dialogue.vocabulary import Role, SeatId
from sessions.accounts import passwords
from sessions.app import Application, create_app
from sessions.config import load
from sessions.permissions import Relation, StaffRole
from sessions.rooms.registry import Place
from sessions.storage.store import open_storage
from tests.sessions.pages.conftest import ORIGIN
from tests.sessions.pages.given import PASSWORD, Served, Visitor, prepared, server
from tests.sessions.pages.test_invitation_rights import client, colleague, led_by
from tests.sessions.rooms.given import accepted, ask

QUESTION = "When is trust right?"


class Helping:
    """Somebody leads a dialogue, and a colleague may help."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self.storage = application.service.rooms.storage
        self.place: Place = led_by(application)
        (first,) = self.storage.accounts.all()
        self.lead = client(application, {"sign_in": application.flask.extensions["staff"].sign_in_as(first.id)})
        self.account, self.cookies = colleague(application, "Carl")
        self.carl = client(application, self.cookies)

    def link(self) -> str:
        """The path of a new link."""
        made = self.lead.post(f"/d/{self.place.room.id}/invitation", base_url=ORIGIN)
        assert made.status_code == 201
        return urlsplit(made.json["link"]).path  # type: ignore[index]

    def invites(self) -> TestResponse:
        """The colleague opens a new link, and gives a name."""
        return self.sends(self.carl, self.link(), pseudonym="Carl B")

    def gets(self, browser: FlaskClient, path: str) -> TestResponse:
        """A page, of this dialogue where it is named by its last part."""
        return browser.get(path if path.startswith("/") else f"/d/{self.place.room.id}/{path}", base_url=ORIGIN)

    def sends(self, browser: FlaskClient, path: str, **form: str) -> TestResponse:
        """A form that is sent there."""
        to = path if path.startswith("/") else f"/d/{self.place.room.id}/{path}"
        return browser.post(to, data=form, base_url=ORIGIN)

    def shares(self, relation: Relation = Relation.CO_LEADS) -> None:
        """The colleague is asked by the page of sharing."""
        answer = self.sends(self.lead, "sharing", account=self.account, relation=relation.value)
        assert answer.status_code == 302

    @property
    def helpers(self) -> list[str]:
        """The names of all who ever had a seat to help."""
        seats = self.place.room.committed.seats.values()
        return [seat.pseudonym for seat in seats if seat.role is Role.CO_FACILITATOR]


def _goes_in(answer: TestResponse) -> bool:
    return answer.status_code == 302 and answer.headers["Location"].endswith("/console")


def test_whoever_is_signed_in_helps_by_their_account_and_finds_it_at_home(application: Application) -> None:
    here = Helping(application)
    assert "You are signed in" in here.gets(here.carl, here.link()).text
    answer = here.invites()
    assert _goes_in(answer)
    assert "seat=" not in str(answer.headers.getlist("Set-Cookie")), "the account opens it, and nothing else"
    elsewhere = client(application, here.cookies)
    for browser in (here.carl, elsewhere):
        home = here.gets(browser, "/").text
        assert QUESTION in home
        assert "you help to lead" in home
        assert f"/d/{here.place.room.id}/console" in home
        assert here.gets(browser, "console").status_code == 200
    here.carl.delete_cookie("sign_in", domain="127.0.0.1")
    assert here.gets(here.carl, "console").status_code == 403


def test_a_colleague_signs_in_before_a_real_server_and_helps_by_a_link(tmp_path: Path) -> None:
    storage = open_storage(tmp_path / "data")
    with_accounts = create_app(load({}), storage, frozenset({ORIGIN}), ORIGIN)
    for name in ("Lead", "Carl"):
        with_accounts.flask.extensions["staff"].add(name, passwords.hashed(PASSWORD))
    storage.close()
    with server(tmp_path / "data") as served:
        lead = _signed_in(served, "Lead")
        dialogue, _code = prepared(lead)
        made = lead.post(f"/d/{dialogue}/invitation", {})
        link = urlsplit(made.json["link"]).path
        carl = _signed_in(served, "Carl", to=link)
        stranger = Visitor(served).get(link).text
        assert f'href="/sign-in?to={link}"' in stranger
        carl.get(link)
        assert carl.post(link, {"pseudonym": "Carl B"}).headers["Location"] == f"/d/{dialogue}/console"
        assert ("seat", f"/d/{dialogue}/") not in carl.cookies
        elsewhere = _signed_in(served, "Carl")
        assert "you help to lead" in elsewhere.get("/").text
        assert (
            elsewhere.get(f"/d/{dialogue}/api/v1/snapshot?surface=console").json["me"]["seat"]["pseudonym"] == "Carl B"
        )
        assert Visitor(served).get(link).status == 404, "it works once"


def _signed_in(served: Served, name: str, to: str = "/") -> Visitor:
    visitor = Visitor(served)
    visitor.get(f"/sign-in?to={to}")
    answer = visitor.post("/sign-in", {"name": name, "password": PASSWORD, "to": to})
    assert (answer.status, answer.headers["Location"]) == (302, to)
    return visitor


def test_what_a_link_gave_ends_as_what_was_shared_ends(application: Application) -> None:
    here = Helping(application)
    here.invites()
    assert "helps to lead" in here.gets(here.lead, "sharing").text
    assert here.sends(here.lead, "sharing/stop", account=here.account).status_code == 302
    assert here.gets(here.carl, "console").status_code == 403
    assert QUESTION not in here.gets(here.carl, "/").text
    assert [seat.gone for seat in here.place.room.committed.seats.values() if seat.pseudonym == "Carl B"] == [True]


def test_a_share_first_and_a_link_then_are_one_seat(application: Application) -> None:
    here = Helping(application)
    here.shares()
    here.invites()
    assert _goes_in(here.gets(here.carl, "help"))
    later = here.link()
    assert _goes_in(here.gets(here.carl, later)), "who is in needs no second seat"
    assert _goes_in(here.sends(here.carl, later, pseudonym="Carl B"))
    assert here.helpers == ["Carl B"]
    stranger = client(application)
    assert here.gets(stranger, later).status_code == 200, "it was not used up by that"
    assert here.sends(stranger, later, pseudonym="Dora").status_code == 302
    assert here.helpers == ["Carl B", "Dora"]


def test_a_link_first_and_a_share_then_are_one_seat(application: Application) -> None:
    here = Helping(application)
    browser = client(application)
    assert _goes_in(here.sends(browser, here.link(), pseudonym="Carl B"))
    here.shares()
    browser.set_cookie("sign_in", here.cookies["sign_in"], domain="127.0.0.1")
    page = here.gets(browser, "help").text
    assert "You are here already, as Carl B." in page
    assert "What should we call you here?" not in page
    assert _goes_in(here.sends(browser, "help"))
    assert here.helpers == ["Carl B"]
    assert here.gets(here.carl, "console").status_code == 200, "on every device where they sign in"
    browser.delete_cookie("sign_in", domain="127.0.0.1")
    assert here.gets(browser, "console").status_code == 403, "the seat's own cookie went"


def test_whoever_was_to_read_helps_once_a_link_is_opened(application: Application) -> None:
    here = Helping(application)
    here.shares(Relation.READS)
    assert _goes_in(here.invites())
    assert here.gets(here.carl, "console").status_code == 200


def test_whoever_was_removed_comes_again_by_a_new_link_alone(application: Application) -> None:
    here = Helping(application)
    here.invites()
    removed = next(seat.id for seat in here.place.room.committed.seats.values() if seat.pseudonym == "Carl B")
    state = here.place.room.committed
    accepted(ask(here.place.room, state.facilitator, "remove_seat", seat=SeatId(removed)))
    assert here.gets(here.carl, "help").status_code == 403
    assert _goes_in(here.sends(here.carl, here.link(), pseudonym="Carl C"))
    assert here.gets(here.carl, "console").status_code == 200


def test_whoever_has_no_account_that_could_lead_keeps_the_way_of_the_link(application: Application) -> None:
    here = Helping(application)
    here.storage.accounts.set_roles(here.account, [StaffRole.MENTOR], None)
    for browser in (client(application), here.carl):
        path = here.link()
        assert "If you have an account here, sign in first" in here.gets(browser, path).text
        answer = here.sends(browser, path, pseudonym=f"Helper {len(here.helpers)}")
        assert _goes_in(answer)
        assert "seat=" in str(answer.headers.getlist("Set-Cookie"))
        assert here.gets(browser, "console").status_code == 200
    assert here.storage.facilitations.of(here.account, here.place.room.id) is None
