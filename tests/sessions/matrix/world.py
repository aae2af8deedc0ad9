"""Everybody there can be, before two running dialogues and one that was released: to try what each of them may open."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from flask.testing import FlaskClient
from websocket import WebSocketException

from dialogue.method import Plan
from dialogue.methods import DEFAULT_METHOD
from dialogue.rules.seats import Draft
from dialogue.vocabulary import DialogueId, Role, SeatId
from sessions.accounts import passwords
from sessions.accounts.people import People
from sessions.accounts.service import Staff
from sessions.app import Application, create_app
from sessions.config import load
from sessions.permissions import Action, Need, Relation, Seated, StaffRole, may
from sessions.rooms.alongside import SEAT
from sessions.rooms.answers import Accepted
from sessions.rooms.asked import Asked, read_asked
from sessions.rooms.ids import new_command_id, new_id, new_token, now_ms
from sessions.rooms.registry import Place
from sessions.storage.doors import SeatRef
from sessions.storage.places import Place as Site
from sessions.storage.places import PlaceKind
from sessions.storage.store import open_storage
from tests.sessions.live.given import Line
from tests.sessions.pages.given import Served, Visitor

HOUR_MS = 3_600_000
ROLES = {"participant": Role.PARTICIPANT, "observer": Role.OBSERVER, "co": Role.CO_FACILITATOR}


@dataclass(frozen=True)
class Someone:
    """One person at a browser: cookies, and what they have a right to, by the words of the map.

    `relations`: dialogue → how their account stands to it. `seats`: dialogue → what they are there without one.
    `called`: the name of their account, if they are signed in.
    """

    name: str
    cookies: Mapping[str, str] = field(default_factory=dict)
    roles: frozenset[StaffRole] = frozenset()
    signed_in: bool = False
    relations: Mapping[str, Relation] = field(default_factory=dict)
    seats: Mapping[str, Seated] = field(default_factory=dict)
    called: str = ""

    def __str__(self) -> str:
        return self.name

    def has_to_do_with(self, dialogue: str) -> bool:
        """Whether anything of this dialogue is theirs."""
        return dialogue in self.relations or dialogue in self.seats

    def expected(self, need: Need, dialogue: str | None, *, closed: bool = False) -> bool:
        """What the map says."""
        if need.open:
            return True
        if dialogue is None:
            relation = Relation.OWN if need.action is Action.KEEP_OWN_ACCOUNT else Relation.NONE
            own = relation is Relation.OWN and self.signed_in
            return own or (need.action is not None and may(self.roles, need.action, relation))
        stands = self.relations.get(dialogue)
        if stands is Relation.READS and not closed:
            stands = None
        by_account = need.action is not None and stands is not None and may(self.roles, need.action, stands)
        return by_account or self.seats.get(dialogue) in need.seats


class World:
    """An application over a new data folder, with everybody in it."""

    def __init__(self, folder: Path, origin: str) -> None:
        self.origin = origin
        self.storage = open_storage(folder)
        self.app: Application = create_app(load({}), self.storage, frozenset({origin}), origin)
        self.service = self.app.service
        found = self.app.flask.extensions["staff"]
        assert isinstance(found, Staff)
        self.staff = found
        self.people = People(found)
        self.hashed = passwords.hashed("three or four words")
        self.site = new_id()
        self.storage.places.add(Site(self.site, PlaceKind.ORGANISATION, None, "CanarySite"))
        self._accounts()
        self.a, self.b = self.begins("A", self.leads_a), self.begins("B", self.leads_b)
        self.closed = self._closed()
        self._relations()
        self._numbers = count(1)
        self.seats_anew()

    # people -----------------------------------------------------------------------------------------------------

    def _account(self, name: str, *roles: StaffRole) -> str:
        return self.staff.add(f"Canary{name}", self.hashed, roles, self.site)

    def _accounts(self) -> None:
        facilitator = StaffRole.FACILITATOR
        self.leads_a, self.leads_b = self._account("LeadsA", facilitator), self._account("LeadsB", facilitator)
        self.helps, self.reads = self._account("Helps", facilitator), self._account("Reads", facilitator)
        self.asked = self._account("Asked", facilitator)
        self.mentor, self.stranger = self._account("Mentor", StaffRole.MENTOR), self._account("Other", StaffRole.MENTOR)
        self.manager = self._account("Manager", StaffRole.MANAGER)
        self.administrator = self._account("Administrator", StaffRole.ADMINISTRATOR)
        self.unproved = self._account("Unproved", StaffRole.ADMINISTRATOR)
        self.shut = self._account("Shut", facilitator, StaffRole.ADMINISTRATOR)
        self.victim = self._account("Victim", facilitator)

    def signs_in(self, account: str, *, strong: bool = False) -> dict[str, str]:
        """A new sign-in's cookie: what one of them ends must not end the others'."""
        return {"sign_in": self.staff.sign_in_as(account, strong=strong)}

    def _expired(self, account: str) -> dict[str, str]:
        token = new_token()
        self.storage.sign_ins.add(token, account, now_ms() - HOUR_MS, now_ms() - 1, id=new_id(), strong=True)
        return {"sign_in": token}

    # dialogues --------------------------------------------------------------------------------------------------

    def begins(self, letter: str, account: str, plan: Plan = DEFAULT_METHOD.plans[90]) -> Place:
        """A dialogue that this account leads, with its door open; its texts are canaries that end in the letter."""
        words = {key: f"Canary{key}{letter}" for key in ("Title", "Question", "Rules", "Limits", "Lead", "Purpose")}
        draft = Draft(
            DEFAULT_METHOD, plan, words["Title"], words["Question"], words["Rules"],
            words["Limits"], words["Lead"], 5, words["Purpose"],
        )  # fmt: skip
        dialogue = self.service.rooms.begin(draft, account)
        assert isinstance(dialogue, str)
        place = self.service.rooms.place(DialogueId(dialogue))
        assert place is not None
        self.asks(place, "open_door")
        self.asks(place, "note_wifi", name=f"CanaryWifi{letter}", password=f"CanarySecret{letter}")
        return place

    def asks(self, place: Place, kind: str, by: SeatId | None = None, /, **data: Any) -> str:
        """A command that must be taken."""
        # Past the limits, which have tests of their own.
        asked = read_asked(by or place.room.committed.facilitator, {"id": new_command_id(), "type": kind, "data": data})
        assert isinstance(asked, Asked), asked
        answer = place.room.ask(asked)
        assert isinstance(answer, Accepted), answer
        return answer.receipt

    def _closed(self) -> Place:
        place = self.begins("C", self.leads_a)
        seat, _token = self.comes(place, "CanaryPersonC")
        self.asks(place, "move_to_stage", stage="experiences")
        self.asks(place, "tell_experience", seat, title="CanaryStoryC")
        self.asks(place, "move_to_stage", stage="consensus")
        self.asks(place, "propose_outcome", kind="not_reached")
        self.asks(place, "settle_outcome")
        self.asks(place, "move_to_stage", stage="closing")
        self.asks(place, "open_release", days=0)
        # What the group lets leave is no canary; all else of it is.
        question = str(place.room.committed.question)
        self.asks(place, "answer_release", seat, kept_back=[question], fewer_days=True)
        self.service.end_objections(place)
        self.asks(place, "release_result")
        return place

    def comes(
        self, place: Place, name: str, role: Role = Role.PARTICIPANT, *, knocks: bool = False
    ) -> tuple[SeatId, str]:
        """Somebody at the open door, and the token of the seat."""
        answer, token = self.service.admit(place, new_command_id(), name, role, knocks=knocks)
        assert isinstance(answer, Accepted), answer
        return SeatId(answer.receipt), token

    # who stands how ---------------------------------------------------------------------------------------------

    def _relations(self) -> None:
        share, a = self.storage.facilitations.share, self.a.room.id
        share(self.helps, a, Relation.CO_LEADS)
        seat, _token = self.comes(self.a, "CanaryPersonA", Role.CO_FACILITATOR)
        self.storage.facilitations.write(*self.storage.facilitations.helping(self.helps, a, seat))
        share(self.asked, a, Relation.CO_LEADS)
        for account in (self.reads, self.mentor):
            for place in (self.a, self.closed):
                share(account, place.room.id, Relation.READS)

    def seats_anew(self) -> None:
        """Somebody of each kind in both running dialogues, in place of those before."""
        self.seat_cookies: dict[tuple[str, str], dict[str, str]] = {}
        number = next(self._numbers)
        for place in (self.a, self.b):
            if place.room.committed.code is None:
                self.asks(place, "open_door")
            for name, role in ROLES.items():
                _seat, token = self.comes(place, f"Canary {name} {number}", role)
                self.seat_cookies[place.room.id, name] = {"seat": token}
            _seat, token = self.comes(place, f"Canary knocking {number}", knocks=True)
            self.seat_cookies[place.room.id, "knocking"] = {"seat": token}
            self.seat_cookies[place.room.id, "wall"] = {"wall": self.service.wall_token(place)}
            seat, token = self.comes(place, f"Canary gone {number}")
            self.asks(place, "remove_seat", seat=seat)
            # Even if the row of the token had been left behind.
            left = SeatRef(place.room.id, seat, SEAT)
            self.storage.doors.write(self.storage.doors.giving(token + "x", left, now_ms()))
            self.seat_cookies[place.room.id, "removed"] = {"seat": token}
            self.seat_cookies[place.room.id, "removed, token left"] = {"seat": token + "x"}

    def everybody(self) -> list[Someone]:
        """All of them, each signed in anew."""
        f, a, b, c = frozenset({StaffRole.FACILITATOR}), self.a.room.id, self.b.room.id, self.closed.room.id
        m = frozenset({StaffRole.MENTOR})
        admin = frozenset({StaffRole.ADMINISTRATOR})
        leads, helps, reads = Relation.LEADS, Relation.CO_LEADS, Relation.READS
        admins = self.signs_in(self.administrator, strong=True)
        staff = [
            Someone("leads A", self.signs_in(self.leads_a), f, True, {a: leads, c: leads}, called="CanaryLeadsA"),
            Someone("leads B", self.signs_in(self.leads_b), f, True, {b: leads}, called="CanaryLeadsB"),
            Someone("helps to lead A", self.signs_in(self.helps), f, True, {a: helps}, called="CanaryHelps"),
            Someone("reads C", self.signs_in(self.reads), f, True, {a: reads, c: reads}, called="CanaryReads"),
            Someone("mentor of C", self.signs_in(self.mentor), m, True, {a: reads, c: reads}, called="CanaryMentor"),
            Someone("another mentor", self.signs_in(self.stranger), m, True, called="CanaryOther"),
            Someone(
                "manager", self.signs_in(self.manager), frozenset({StaffRole.MANAGER}), True, called="CanaryManager"
            ),
            Someone("administrator", admins, admin, True, called="CanaryAdministrator"),
            Someone(
                "administrator by password alone", self.signs_in(self.unproved), signed_in=True, called="CanaryUnproved"
            ),
            Someone("closed account", self._closed_cookie()),
            Someone("expired sign-in", self._expired(self.leads_a)),
            Someone("guessed sign-in", {"sign_in": new_token()}),
        ]
        seated = {"participant": Seated.PARTICIPANT, "observer": Seated.OBSERVER, "co": Seated.CO_FACILITATOR,
                  "knocking": Seated.KNOCKING, "wall": Seated.WALL}  # fmt: skip
        guests = [
            Someone(f"{kind} of {letter}", cookies, seats={dialogue: seated[kind]} if kind in seated else {})
            for (dialogue, kind), cookies in self.seat_cookies.items()
            for letter in ("A" if dialogue == a else "B")
        ]
        return [Someone("nobody"), *staff, *guests]

    def _closed_cookie(self) -> dict[str, str]:
        self.storage.accounts.set_closed(self.shut, closed=False)
        cookies = self.signs_in(self.shut, strong=True)
        account = self.storage.accounts.with_id(self.shut)
        assert account is not None
        self.people.close(account)
        return cookies

    def comes_to_help(self, place: Place, name: str) -> SeatId:
        """A seat among those who help to lead."""
        return self.comes(place, name, Role.CO_FACILITATOR)[0]

    def browser(self, someone: Someone) -> FlaskClient:
        """A browser of this person's; forgery has tests of its own."""
        self.app.flask.config["WTF_CSRF_ENABLED"] = False
        client = self.app.flask.test_client()
        client.environ_base["HTTP_ORIGIN"] = self.origin
        for name, value in someone.cookies.items():
            client.set_cookie(name, value, domain="127.0.0.1")
        return client

    def close(self) -> None:
        """Lets the folder go."""
        self.app.flask.extensions["exports"].stop()
        self.storage.close()


@contextmanager
def line_of(world: World, someone: Someone, place: Place, surface: str) -> Iterator[tuple[Line, Any]]:
    """A socket of this person's at a surface, and what was said to its asking to be let in."""
    world.app.flask.config["WTF_CSRF_ENABLED"] = True
    visitor = Visitor(Served(None, urlsplit(world.origin).port or 0, ""))  # type: ignore[arg-type]  # in this process
    visitor.cookies = {(name, "/"): value for name, value in someone.cookies.items()}
    visitor.get("/join")  # for the token against forgery, which everyone is given
    line = Line(visitor, place.room.id)
    try:
        yield line, line.connect(visitor.csrf, surface)
    finally:
        with suppress(OSError, WebSocketException):
            line.socket.close(timeout=1)  # so that nobody writes to it any more
        line.socket.shutdown()  # type: ignore[no-untyped-call]  # close() alone leaves the system's socket open


@contextmanager
def listening(world: World, port: int) -> Iterator[None]:
    """The application behind a real port, on threads of this process."""
    from werkzeug.serving import make_server

    server = make_server("127.0.0.1", port, world.app.flask, threaded=True)
    serving = threading.Thread(target=server.serve_forever, daemon=True)
    serving.start()
    try:
        yield
    finally:
        server.shutdown()
        serving.join(10)
