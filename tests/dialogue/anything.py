"""Any command, filled in by its own type hints: mostly with what is there, sometimes with what is not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_type_hints

from dialogue.commands import Command
from dialogue.state import Dialogue
from dialogue.state.whole import COLLECTIONS
from dialogue.vocabulary import ItemId, SeatId, Words

COMMANDS: tuple[type[Command], ...] = get_args(Command)

_MAY_LEAVE = ("wordings", "answers", "statements", "kept", "doubts")
_COLLECTION_OF_FIELD = {
    "experience": ("experiences",),
    "experiences": ("experiences",),
    "sentence": ("sentences",),
    "after": ("sentences",),
    "statement": ("statements",),
    "doubt": ("doubts",),
    "answer": ("answers",),
    "outcome": ("outcomes",),
    "wording": ("wordings",),
    "sentences": ("sentences",),
    "clarification": ("clarifications",),
    "note": ("notes",),
    "about": ("sentences", "statements", "answers"),
    "link": ("sentences", "experiences", "statements"),
    "rests_on": ("sentences", "experiences", "statements"),
    "item": COLLECTIONS,
    "passage": _MAY_LEAVE,
    "kept_back": _MAY_LEAVE,
    "agreed": _MAY_LEAVE,
}

_NUMBERS = {"count": (0, 1, 3, 1101), "seconds": (1, 5, 60), "days": (0, 3, 7, 8)}

Pick = Callable[[Sequence[Any]], Any]


def any_command(kind: type[Command], state: Dialogue, pick: Pick, said: Callable[[], str]) -> Command:
    """A command of this kind for this state. `pick` chooses one of several, `said` makes up words."""
    hints = get_type_hints(kind)
    values = {field.name: _value(field.name, hints[field.name], state, pick, said) for field in fields(kind)}
    made: Any = kind
    command: Command = made(**values)
    return command


def _value(name: str, hint: Any, state: Dialogue, pick: Pick, said: Callable[[], str]) -> Any:
    choices = get_args(hint)
    if NoneType in choices:
        inner = next(choice for choice in choices if choice is not NoneType)
        return None if pick((True, True, False)) else _value(name, inner, state, pick, said)
    if name == "items":
        return tuple((key, pick((1, 3, 5))) for key in ("helped_me_think", "spoke_freely") if pick((True, False)))
    if choices and choices[0] is ItemId:
        return tuple({pick(_items(name, state)) for _ in range(pick((0, 1, 1, 2)))})
    if hint is Words:
        return Words(said())
    if hint is ItemId:
        return pick(_items(name, state))
    if hint is SeatId:
        return pick([*state.seats, *state.knocking, SeatId("nobody")])
    if hint is bool:
        return pick((False, True))
    if name == "numbers":
        return tuple(f"slip {pick(range(10, 100))}" for _ in range(pick((0, 1, 3))))
    if name in _NUMBERS:
        return pick(_NUMBERS[name])
    if hint is int:
        return pick([*(action.number for action in state.actions[-3:]), 0])
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return pick(list(hint))
    raise TypeError(f"{name}: {hint}")


def _items(name: str, state: Dialogue) -> list[ItemId]:
    known = [item for collection in _COLLECTION_OF_FIELD[name] for item in getattr(state, collection)]
    return [*known, ItemId("nothing")] if len(known) < 2 else known
