"""Plays a script on a running server: an account, a dialogue, the cast at their screens, step by step."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from urllib.parse import urlsplit

from sessions.rehearsal.scenario import Part
from sessions.rehearsal.screen import Ack, Screen
from sessions.rehearsal.steps import PEOPLE, Asks, Comes, Of, Script, Step, with_ids
from sessions.rehearsal.visitor import NoWayIn, Visitor, let_in

ACCOUNT = "Facilitator"
MakeScreen = Callable[[Visitor, str, str], Screen]
Before = Callable[[Step], None]
Refused = Callable[[Asks, Ack], None]


class Missing(Exception):
    """A step is about something that was never made; the text names it."""


class StepRefused(Exception):
    """The server refused a step of the script; the text names the command and the code."""


def refuse_loudly(step: Asks, ack: Ack) -> None:
    """What to do about a refusal unless something else is said: stop."""
    raise StepRefused(f"{step.type} by {step.who}: {ack['error']['code']}: {ack['error']['message']}")


def sign_up(origin: str, setup_token: str) -> Visitor:
    """The first facilitator of a fresh server, signed in. Raises NoWayIn."""
    visitor = Visitor(origin)
    page = let_in(visitor.get(f"/setup/{setup_token}"))
    form = {"name": ACCOUNT, "password": secrets.token_urlsafe(24)}
    let_in(visitor.send(f"/setup/{setup_token}", form, page.csrf))
    return visitor


def prepare(leader: Visitor, script: Script) -> str:
    """Id of a dialogue prepared as the script wants it. Raises NoWayIn."""
    page = let_in(leader.get("/prepare"))
    form = {
        "title": script.title,
        "question": script.question,
        "purpose": script.purpose,
        "method": script.method,
        "length": str(script.minutes),
        "language": script.language,
        "options": [option.value for option in script.options],
    }
    made = let_in(leader.send("/prepare", form, page.csrf))
    if not made.path.endswith("/console"):
        raise NoWayIn("The planner did not take what the scenario brings.")
    return made.path.split("/")[2]


def invited(leader: Visitor, dialogue: str, pseudonym: str) -> Visitor:
    """A co-facilitator, who opened the link that the leader's console makes, and has a seat. Raises NoWayIn."""
    console = let_in(leader.get(f"/d/{dialogue}/console"))
    made = leader.send(f"/d/{dialogue}/invitation", {}, console.csrf)
    if made.status != 201:
        raise NoWayIn(f"{made.path} answered {made.status}.")
    path = urlsplit(json.loads(made.text)["link"]).path
    visitor = Visitor(leader.origin)
    page = let_in(visitor.get(path))
    if not let_in(visitor.send(path, {"pseudonym": pseudonym}, page.csrf)).path.endswith("/console"):
        raise NoWayIn("The invitation did not lead to the console.")
    return visitor


def come_in(origin: str, code: str, pseudonym: str, role: str) -> Visitor:
    """Someone who came through the door with the code on the wall, and has a seat. Raises NoWayIn."""
    visitor = Visitor(origin)
    page = let_in(visitor.get(f"/j/{code}"))
    form = {"pseudonym": pseudonym, "role": role, "join_id": secrets.token_hex(16)}
    let_in(visitor.send(f"/j/{code}", form, page.csrf))
    return visitor


class Player:
    """The cast of a script in one dialogue. `screens` holds everyone's screen by key of the cast."""

    def __init__(self, leader: Visitor, dialogue: str, script: Script, make_screen: MakeScreen = Screen) -> None:
        self.script, self.dialogue, self.origin = script, dialogue, leader.origin
        self._make_screen = make_screen
        self.screens: dict[str, Screen] = {script.lead: make_screen(leader, dialogue, "console")}
        self.ids: dict[Of, str] = {}

    @property
    def console(self) -> Screen:
        """The facilitator's screen."""
        return self.screens[self.script.lead]

    def play(self, before: Before = lambda step: None, refused: Refused = refuse_loudly) -> None:
        """Play all steps. `before` is called ahead of each; `refused` is told of refusals."""
        if not self.console.connected:
            self.console.connect()
        for step in self.script.steps:
            before(step)
            self.take(step, refused)

    def take(self, step: Step, refused: Refused = refuse_loudly) -> None:
        """Play one step."""
        if isinstance(step, Comes):
            self.screens[step.who] = self._come_in(step)
            return
        if step.who not in self.screens:
            raise Missing(f"{step.who} is not here.")
        ack = self.screens[step.who].insist(step.type, with_ids(step.data, self._id_of))
        if not ack["ok"]:
            refused(step, ack)
        elif step.makes is not None:
            self.ids[step.makes] = ack["receipt"]

    def _come_in(self, step: Comes) -> Screen:
        if step.role == Part.CO_FACILITATOR:
            visitor, surface = invited(self.console.visitor, self.dialogue, step.pseudonym), "console"
        else:
            code = self.console.shown(lambda view: view["door"].get("code"))
            visitor, surface = come_in(self.origin, code, step.pseudonym, step.role), "participant"
        screen = self._make_screen(visitor, self.dialogue, surface)
        screen.connect()
        if screen.me is not None:
            self.ids[Of(PEOPLE, step.who)] = screen.me["seat"]["id"]
        return screen

    def _id_of(self, named: Of) -> str:
        """The id of what a step names. Raises Missing."""
        if named == self.script.given:
            wording: str = self.console.view["question"]["wording"]
            return wording
        if named not in self.ids:
            raise Missing(f"There is no {named.kind} {named.key}.")
        return self.ids[named]

    def close(self) -> None:
        """Everyone leaves their screen."""
        for screen in self.screens.values():
            screen.close()
