"""Everybody at every route, about what is theirs and what is somebody else's: the map says what comes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from werkzeug.test import TestResponse

from sessions.permissions import PERMITS, ROUTES, Action, Need, Relation, StaffRole, may
from sessions.rooms.ids import new_id, new_token, now_ms
from sessions.rooms.persons import person_of
from sessions.storage.places import Place as Site
from sessions.storage.places import PlaceKind
from tests.sessions.matrix.world import Someone, World

REFUSED = {403, 404}
AWAY = re.compile(r"/sign-in\?to=|/account/second-factor\?to=|/join$|/d/\w+/waiting$")
CANARY = re.compile(r"Canary\w+")
OF_A_DIALOGUE = re.compile(r"Canary(Title|Question|Rules|Limits|Lead|Purpose|Wifi|Secret|Story|Person)[ABC]$")
COLLEAGUES = {f"Canary{name}" for name in ("LeadsA", "LeadsB", "Helps", "Asked", "Reads", "Mentor", "Other", "Victim")}
# Routes by a secret in the address: who shows none is told that there is nothing, whoever they are.
BY_SECRET = {
    "accounts.first_account", "accounts.make_first_account", "accounts.enter", "invitation.name_form",
    "invitation.name_given", "welcome.form", "welcome.accepted", "welcome.code_given",
}  # fmt: skip
# Routes by the cookie of a seat of any kind, also one that waits or is covered: they look at it themselves, and have
# tests of their own (tests/sessions/pages/). Here they must tell nobody anything.
BY_COOKIE = {
    "door.waiting", "door.still_waiting", "door.give_up", "door.cover", "door.covered", "door.uncover",
    "door.next_person",
}  # fmt: skip
SENT: Mapping[str, dict[str, Any]] = {
    "people.invite": {"name": "Somebody", "roles": ["mentor"], "days": "1"},
    "people.change": {"roles": ["facilitator"]},
    "places.add": {"kind": "site", "name": "Elsewhere"},
    "places.change": {"name": "CanarySiteRenamed"},
    "sharing.share": {"relation": "reads"},
    "exports.begin": {"format": "markdown", "parts": ["answer"]},
    "exports.printed": {"format": "pdf", "parts": ["answer"]},
    "accounts.make_first_account": {"name": "First", "password": "three or four words"},
    "welcome.accepted": {"name": "Invited", "password": "three or four words"},
}


def _rules(world: World) -> Iterator[tuple[str, str, str]]:
    """(endpoint, method, address with its blanks) of everything that is served."""
    for rule in world.app.flask.url_map.iter_rules():
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            yield rule.endpoint, method, rule.rule


def test_every_route_has_a_row_and_every_row_a_route(world: World) -> None:
    assert {endpoint for endpoint, _method, _rule in _rules(world)} == set(ROUTES)


def test_a_route_without_a_row_is_not_served(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = {endpoint: need for endpoint, need in ROUTES.items() if endpoint != "guidance.page"}
    assert world.browser(Someone("nobody")).get("/guidance").status_code == 200
    monkeypatch.setattr("sessions.pages.permitted.ROUTES", rows)
    assert world.browser(Someone("nobody")).get("/guidance").status_code == 404


def test_every_action_has_a_row_and_no_role_goes_without() -> None:
    assert set(PERMITS) == set(Action)
    assert {role for allowed in PERMITS.values() for role in allowed} == set(StaffRole)
    for action in Action:
        for role in StaffRole:
            for relation in Relation:
                granted = relation in PERMITS[action].get(role, frozenset())
                assert may(frozenset({role}), action, relation) == granted


def test_a_manager_may_see_releases_and_keep_the_own_account_and_nothing_else() -> None:
    manager = frozenset({StaffRole.MANAGER})
    granted = {(action, relation) for action in Action for relation in Relation if may(manager, action, relation)}
    assert granted == {(Action.SEE_RELEASES, Relation.NONE), (Action.KEEP_OWN_ACCOUNT, Relation.OWN)}


def test_an_administrator_has_no_way_into_any_dialogue() -> None:
    roles = frozenset({StaffRole.ADMINISTRATOR})
    about = {action for action in Action for relation in Relation if may(roles, action, relation)}
    assert about == {Action.KEEP_OWN_ACCOUNT, Action.MANAGE_PEOPLE, Action.MANAGE_PLACES, Action.READ_SAMPLE}


def test_everybody_at_every_route(world: World) -> None:
    """Of all that is tried, what is refused is just what the map refuses, and no refusal tells anything."""
    tried, wrong, leaks = 0, [], []
    for endpoint, method, rule in _rules(world):
        need = ROUTES[endpoint]
        for dialogue in _dialogues(world, endpoint, rule):
            if method == "POST":
                world.seats_anew()  # what one route ends must not end the next one's
            for someone in world.everybody():
                if endpoint in BY_SECRET or (endpoint == "invitation.invite" and someone.name != "leads A"):
                    # A colleague is invited by whoever leads just now: that changes in the middle of a dialogue.
                    expected = endpoint == "invitation.invite" and someone.name == f"leads {_letter(world, dialogue)}"
                else:
                    expected = someone.expected(need, dialogue, closed=dialogue == world.closed.room.id)
                answer = _ask(world, someone, endpoint, method, rule, dialogue)
                tried += 1
                opened = not _refused(answer, endpoint)
                where = f"{someone} {method} {rule} {_letter(world, dialogue)}: {answer.status_code}"
                if opened != expected and endpoint not in BY_COOKIE:
                    wrong.append(f"{where}, the map says {expected}")
                if told := _told(world, someone, answer, endpoint, dialogue):
                    leaks.append(f"{where} tells {sorted(told)}")
    assert not wrong, "\n".join(wrong)
    assert not leaks, "\n".join(leaks)
    assert tried > 2000


def test_nobody_ends_somebody_elses_sign_in(world: World) -> None:
    cookies = world.signs_in(world.victim)
    device = world.storage.sign_ins.devices(world.victim, now_ms())[0].id
    for someone in world.everybody():
        ended = world.browser(someone).post(f"/account/devices/{device}/end", base_url=world.origin)
        assert _refused(ended, "own.end_device") == (not someone.signed_in), someone
        assert person_of(world.storage, cookies) is not None, f"{someone} ended it"


def test_nobody_but_an_administrator_does_anything_with_an_administrators_account(world: World) -> None:
    cookies, before = world.signs_in(world.unproved), world.storage.accounts.with_id(world.unproved)
    others = [one for one in world.everybody() if StaffRole.ADMINISTRATOR not in one.roles]
    for endpoint, method, rule in _rules(world):
        if endpoint.startswith("people.") and "<account>" in rule:
            for someone in others:
                address = rule.replace("<account>", world.unproved)
                asked = world.browser(someone).open(address, method=method, base_url=world.origin)
                assert _refused(asked, endpoint), f"{someone} {method} {rule}"
    assert world.storage.accounts.with_id(world.unproved) == before
    assert person_of(world.storage, cookies) is not None
    assert all(known.account != world.unproved for known in world.storage.invitations.all(now_ms()))


def _dialogues(world: World, endpoint: str, rule: str) -> list[str | None]:
    if "<dialogue>" not in rule:
        return [None]
    running = [world.a.room.id, world.b.room.id]
    return [*running, world.closed.room.id] if endpoint.startswith("archive.") else list(running)


def _letter(world: World, dialogue: str | None) -> str:
    named: dict[str, str] = {world.a.room.id: "A", world.b.room.id: "B", world.closed.room.id: "C"}
    return named.get(dialogue or "", "")


def _ask(world: World, someone: Someone, endpoint: str, method: str, rule: str, dialogue: str | None) -> TestResponse:
    blanks = {
        "dialogue": dialogue or "", "account": world.victim, "token": new_token(), "code": _code(world, dialogue),
        "key": "question", "method": "norwegian", "place": _site(world, endpoint), "device": new_id(),
        "invitation": new_id(), "path": "icon.svg", "release": world.storage.releases.all()[0].id,
        "record": new_id(),  # likewise
        "job": new_id(),  # nobody's: whose an export is has tests of its own (tests/sessions/exports/)
    }  # fmt: skip
    if endpoint == "people.card":
        blanks["invitation"] = world.people.invite(new_id(), [StaffRole.MENTOR], None, 1).invitation.id
    address = re.sub(r"<(?:\w+:)?(\w+)>", lambda blank: blanks[blank[1]], rule)
    if endpoint.startswith("api."):
        surface = "console" if "sign_in" in someone.cookies or "co of" in someone.name else "participant"
        address += "?surface=" + ("flipchart" if "wall" in someone.cookies else surface)
    form = SENT.get(endpoint, {})
    if endpoint in {"sharing.share", "sharing.stop"}:
        form = form | {"account": world.victim}
    if endpoint == "door.code_given":
        form = {"code": blanks["code"]}
    return world.browser(someone).open(address, method=method, data=form, base_url=world.origin)


def _code(world: World, dialogue: str | None) -> str:
    place = world.b if dialogue == world.b.room.id else world.a
    return str(place.room.committed.code)


def _site(world: World, endpoint: str) -> str:
    if endpoint != "places.remove":
        return world.site
    made = new_id()
    world.storage.places.add(Site(made, PlaceKind.SITE, world.site, made))
    return made


def _refused(answer: TestResponse, endpoint: str) -> bool:
    to = answer.headers.get("Location", "")
    sent_away = bool(AWAY.match(to)) and not ROUTES[endpoint].open
    # Whoever leads has no place on the participants' page, and needs no invitation to help.
    aside = endpoint in {"room.participant", *BY_SECRET} and to.endswith("/console")
    return answer.status_code in REFUSED or sent_away or aside


def _told(world: World, someone: Someone, answer: TestResponse, endpoint: str, dialogue: str | None) -> set[str]:
    """Words of dialogues that this person has nothing to do with, and names that are not theirs to read."""
    said = set(CANARY.findall(answer.get_data(as_text=True)))
    of_dialogues = {word for word in said if OF_A_DIALOGUE.match(word)}
    names = _names(someone, said - of_dialogues, endpoint, dialogue)
    return names | _of_others(world, someone, of_dialogues, ROUTES[endpoint])


def _of_others(world: World, someone: Someone, said: set[str], need: Need) -> set[str]:
    """Words of dialogues that this person has nothing to do with, or that a manager must never see."""
    mine = {_letter(world, place.room.id) for place in (world.a, world.b, world.closed)
            if someone.has_to_do_with(place.room.id)}  # fmt: skip
    if need.open:  # the page of names behind a code that stands on a wall says what is asked, and the house's texts
        said = {word for word in said if not re.match(r"Canary(Question|Rules|Limits)", word)}
    return {word for word in said if word[-1] not in mine}


def _names(someone: Someone, said: set[str], endpoint: str, dialogue: str | None) -> set[str]:
    """Of these names of accounts and places, those that only whoever looks after them may read."""
    sites = {word for word in said if word.startswith("CanarySite")}
    people = said - sites - {someone.called}
    if endpoint in {"sharing.sharing", "sharing.share"} and someone.relations.get(dialogue or "") is Relation.LEADS:
        people -= COLLEAGUES  # whom one could ask to help, or let read
    if endpoint == "outcomes.outcomes" and StaffRole.MANAGER in someone.roles:
        sites = set()  # the manager's own
    looked_after = (people, Action.MANAGE_PEOPLE), (sites, Action.MANAGE_PLACES)
    return {name for names, action in looked_after for name in names if not may(someone.roles, action)}
