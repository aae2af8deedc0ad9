"""Everybody at every surface of every dialogue by a real socket, and every command from whoever got in."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

import pytest
import websocket

from dialogue.commands import Command, OfferLead
from dialogue.rules.permissions import PERMITS
from dialogue.state import Dialogue
from dialogue.vocabulary import Role, SeatId
from sessions.permissions import Action, Relation, Seated, may
from sessions.rooms.answers import Accepted
from sessions.rooms.credentials import Surface
from sessions.rooms.limits import Bucket
from sessions.rooms.schemas import COMMANDS, DRAWN
from tests.dialogue.anything import any_command
from tests.sessions.matrix.furnished import Furnished
from tests.sessions.matrix.world import Someone, World, line_of
from tests.sessions.pages.given import command_id

# What each surface is for (docs/protocol.md): of accounts, and of seats.
SEATS_OF = {
    Surface.PARTICIPANT: {Seated.PARTICIPANT, Seated.OBSERVER},
    Surface.CONSOLE: {Seated.CO_FACILITATOR},
    Surface.FLIPCHART: {Seated.PARTICIPANT, Seated.OBSERVER, Seated.CO_FACILITATOR, Seated.WALL},
}
CANARY = re.compile(r"Canary(?:Title|Question|Rules|Limits|Lead|Purpose|Wifi|Secret|Person)([ABC])")


def _may_connect(someone: Someone, surface: Surface, dialogue: str) -> bool:
    stands = someone.relations.get(dialogue, Relation.NONE)
    by_account = surface is not Surface.PARTICIPANT and may(someone.roles, Action.LEAD_DIALOGUE, stands)
    return by_account or someone.seats.get(dialogue) in SEATS_OF[surface]


def test_everybody_at_every_surface(world: World) -> None:
    wrong = []
    tried = 0
    for place in (world.a, world.b):
        for surface in Surface:
            for someone in world.everybody():
                expected = _may_connect(someone, surface, place.room.id)
                tried += 1
                try:
                    with line_of(world, someone, place, surface.value) as (line, answer):
                        opened = "sid" in answer
                        said = str(line.next("snapshot")) if opened else str(answer)
                except websocket.WebSocketBadStatusException:  # without a cookie the gate lets nobody try
                    opened, said = False, ""
                letters = set(CANARY.findall(said))
                own = "A" if place is world.a else "B"
                if opened != expected or not letters <= ({own} if opened else set()):
                    wrong.append(f"{someone} at {surface} of {own}: {opened}, told {letters}")
    assert not wrong, "\n".join(wrong)
    assert tried > 150


SENDERS = {
    "participant of A": (Surface.PARTICIPANT, Role.PARTICIPANT),
    "observer of A": (Surface.PARTICIPANT, Role.OBSERVER),
    "co of A": (Surface.CONSOLE, Role.CO_FACILITATOR),
    "helps to lead A": (Surface.CONSOLE, Role.CO_FACILITATOR),
    "leads A": (Surface.CONSOLE, Role.FACILITATOR),
    "wall of A": (Surface.FLIPCHART, None),
}


@pytest.mark.parametrize("sender", SENDERS)
def test_every_command_from_everybody_who_got_in(world: World, sender: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a role may not ask for is refused for that alone; and nobody acts in another one's name."""
    monkeypatch.setattr(Bucket, "take", lambda _bucket, _at: True)  # limits have tests of their own
    world.seats_anew()
    surface, role = SENDERS[sender]
    someone = next(one for one in world.everybody() if one.name == sender)
    wrong = []
    with line_of(world, someone, world.a, surface.value) as (line, answer):
        assert "sid" in answer
        for name in COMMANDS:
            allowed = role is not None and role in PERMITS[COMMANDS[name]].roles
            if allowed and name in ENDS:
                continue
            data = readable(COMMANDS[name], world.a.room.committed, _somebody(world))
            error = line.emit("command", {"id": command_id(), "type": name, "data": data}).get("error", {})
            # A role is judged before anything else, so without a field; what is refused later has one.
            why = (error.get("code"), error.get("field"))
            refused = why in {("not_joined", None), ("not_allowed", None)}
            if refused == allowed:
                wrong.append(f"{name}: {error or 'taken'}, the rules say {allowed}")
            if role in {Role.PARTICIPANT, Role.OBSERVER} and "owner" in data and not error:
                wrong.append(f"{name} in the name of somebody else was taken")
    assert not wrong, "\n".join(wrong)


# What would end the test before its end is tried by whoever may in a dialogue of its own: where the group is, and what
# is sent.
ENDS: dict[str, tuple[str, dict[str, str]]] = {
    "leave_dialogue": ("experiences", {}),
    "close_dialogue": ("consensus", {}),
    "end_sitting": ("experiences", {}),
    "remove_seat": ("experiences", {"seat": "<owner>"}),
    "take_lead": ("experiences", {}),
    "hand_back_lead": ("experiences", {}),
    "move_to_stage": ("experiences", {"stage": "narrative"}),
}
ENDING = [(name, role) for name in sorted(ENDS) for role in sorted(PERMITS[COMMANDS[name]].roles)]


@pytest.mark.parametrize(("name", "role"), ENDING)
def test_what_ends_something_is_taken_from_whoever_may(world: World, name: str, role: Role) -> None:
    here, (stage, data) = Furnished(world, "A", world.leads_a), ENDS[name]
    here.goes_to(stage)
    if name == "close_dialogue":
        world.asks(here.place, "settle_outcome")
    if name in {"take_lead", "hand_back_lead"}:
        assert isinstance(world.service.of_the_server(here.place, OfferLead()), Accepted)
    if name == "hand_back_lead":
        world.asks(here.place, "take_lead", here.helps)
    seats = here.state.seats
    sender = next(one for one in here.senders if one.seat and seats[one.seat].role is role)
    # Over HTTP: of who leaves, the line may be cut before the answer is through.
    assert here.sends(sender, name, here.with_ids(data, {"owner": here.owner})) == {}


def _somebody(world: World) -> SeatId:
    """A participant who is there all the time."""
    known = (seat for seat in world.a.room.committed.seats.values() if seat.takes_part and seat.device)
    return next(seat.id for seat in known if seat.pseudonym.startswith("Canary participant 1"))


def readable(kind: type[Command], state: Dialogue, other: SeatId) -> dict[str, Any]:
    """Fields that can be read; where a person is named, this one."""
    made = any_command(kind, state, lambda choices: choices[0], lambda: "some words")
    assert is_dataclass(made)
    drawn = DRAWN.get(kind, frozenset())
    data = {
        field.name: _plain(field.name, getattr(made, field.name)) for field in fields(made) if field.name not in drawn
    }
    data |= {field: other for field in ("seat", "owner", "slip") if field in data}
    if "named" in data:
        data["named"] = True  # without a name nobody's is used
    return data


def _plain(name: str, value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if name == "items":
        return dict(value)
    return list(value) if isinstance(value, tuple) else value
