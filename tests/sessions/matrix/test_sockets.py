"""Everybody at every surface of every dialogue by a real socket, and every command from whoever got in."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

import pytest
import websocket

from dialogue.rules.permissions import PERMITS
from dialogue.vocabulary import Role
from sessions.permissions import Action, Relation, Seated, may
from sessions.rooms.credentials import Surface
from sessions.rooms.limits import Bucket
from sessions.rooms.schemas import COMMANDS, DRAWN
from tests.dialogue.anything import any_command
from tests.sessions.matrix.world import Someone, World, line_of
from tests.sessions.pages.given import command_id

# What each surface is for (docs/protocol.md): of accounts, and of seats.
SEATS_OF = {
    Surface.PARTICIPANT: {Seated.PARTICIPANT, Seated.OBSERVER},
    Surface.CONSOLE: {Seated.CO_FACILITATOR},
    Surface.FLIPCHART: {Seated.PARTICIPANT, Seated.OBSERVER, Seated.CO_FACILITATOR, Seated.WALL},
}
CANARY = re.compile(r"Canary(?:Title|Question|Rules|Limits|Lead|Purpose|Wifi)([ABC])")


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
        for name in COMMANDS.keys() - ENDS:
            data = _data(world, name)
            error = line.emit("command", {"id": command_id(), "type": name, "data": data}).get("error", {})
            allowed = role is not None and role in PERMITS[COMMANDS[name]].roles
            # A role is judged before anything else, so without a field; what is refused later has one.
            why = (error.get("code"), error.get("field"))
            refused = why in {("not_joined", None), ("not_allowed", None)}
            if refused == allowed:
                wrong.append(f"{name}: {error or 'taken'}, the rules say {allowed}")
            if role in {Role.PARTICIPANT, Role.OBSERVER} and "owner" in data and not error:
                wrong.append(f"{name} in the name of somebody else was taken")
    assert not wrong, "\n".join(wrong)


# What would end the test before its end; each is tried by tests of its own.
ENDS = {
    "leave_dialogue",
    "close_dialogue",
    "end_sitting",
    "remove_seat",
    "take_lead",
    "hand_back_lead",
    "move_to_stage",
}


def _data(world: World, name: str) -> dict[str, Any]:
    """Fields that can be read; where somebody is named, somebody else."""
    state = world.a.room.committed
    known = (seat for seat in state.seats.values() if seat.takes_part and seat.device)
    other = next(seat.id for seat in known if seat.pseudonym.startswith("Canary participant 1"))
    made = any_command(COMMANDS[name], state, lambda choices: choices[0], lambda: "some words")
    assert is_dataclass(made)
    drawn = DRAWN.get(COMMANDS[name], frozenset())
    data = {
        field.name: _plain(field.name, getattr(made, field.name)) for field in fields(made) if field.name not in drawn
    }
    data |= {field: other for field in ("seat", "owner") if field in data}
    if "named" in data:
        data["named"] = True  # without a name nobody's is used
    return data


def _plain(name: str, value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if name == "items":
        return dict(value)
    return list(value) if isinstance(value, tuple) else value
