"""Event <-> record: what stands in the log in clear, and which fields are sealed apart from it.

Types are declared here by name and version, never taken from class paths, so that classes can be renamed and old
records still read. Fields annotated as `Words` or with `SEALED` go to `Record.words`.
"""

from __future__ import annotations

import json
import re
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Union, cast, get_args, get_origin, get_type_hints

from dialogue import events as happened
from dialogue.events import Event
from dialogue.vocabulary import Sealed, Words

_VERSIONS: Mapping[type[Event], int] = {happened.DialogueCreated: 2, happened.DoorOpened: 2, happened.SeatTaken: 3}
"""Version of an event type's fields, where it is above 1. Words that came later read as nothing written."""


def _plan_without_frame(data: dict[str, Any]) -> dict[str, Any]:
    """Before, a plan had neither sittings nor a length of its own, and nobody was asked who leads whom."""
    plan = data["plan"]
    stages = [{**stage, "sitting": 1} for stage in plan["stages"]]
    return {**data, "plan": {**plan, "stages": stages, "available": 0, "hierarchy": "none"}}


_UPCASTERS: Mapping[tuple[str, int], Callable[[dict[str, Any]], dict[str, Any]]] = {
    ("dialogue_created", 1): _plan_without_frame,
    ("seat_taken", 1): lambda data: {**data, "leads_others": False},
    # Before, nobody sat at a shared computer, and whoever had the code came in at any time.
    ("seat_taken", 2): lambda data: {**data, "shared": False},
    ("door_opened", 1): lambda data: {**data, "mode": "open", "latecomers_knock": False},
}
"""(type, old version) -> fields of the next version."""

# The id of the thing an event's words belong to: erasing the thing erases these words. An event that names several
# belongs to the first of these: a sentence tells of an experience, a reservation stands beside an answer.
_SUBJECTS = (
    "sentence",
    "remainder",
    "position",
    "test",
    "passage",
    "choice_reason",
    "clarification",
    "meta_note",
    "meta",
    "note",
    "observation",
    "outcome",
    "doubt",
    "statement",
    "wording",
    "experience",
    "answer",
)


@dataclass(frozen=True, slots=True)
class Record:
    """One event as stored: `data` in clear and canonical, `words` to be sealed, `erases` what must be forgotten."""

    type: str
    v: int
    data: dict[str, Any]
    words: dict[str, str]
    item: str | None = None
    erases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    sealed: bool
    plain_words: bool
    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]
    erased: Any


def type_name(event: type[Event]) -> str:
    """Declared name of an event type: ExperienceTold -> experience_told."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", event.__name__).lower()


EVENT_TYPES: Mapping[str, type[Event]] = {
    type_name(cast("type[Event]", event)): cast("type[Event]", event) for event in get_args(happened.Event)
}


def to_record(event: Event) -> Record:
    """The event as it is stored."""
    kind: Any = type(event)
    data: dict[str, Any] = {}
    words: dict[str, str] = {}
    for field in _fields(kind):
        value = getattr(event, field.name)
        if field.plain_words:
            words[field.name] = value
        elif field.sealed:
            words[field.name] = json.dumps(field.encode(value), ensure_ascii=False)
        else:
            data[field.name] = field.encode(value)
    subject = next((data[name] for name in _SUBJECTS if name in data), None) if words else None
    erases = (event.item,) if isinstance(event, happened.ItemWithdrawn) else ()
    return Record(type_name(kind), _VERSIONS.get(kind, 1), data, words, subject, erases)


def from_record(type_: str, v: int, data: Mapping[str, Any], words: Mapping[str, str]) -> Event:
    """The event that was stored. Words that were erased since read as nothing written; KeyError for unknown types."""
    kind: Any = EVENT_TYPES[type_]
    given = dict(data)
    for version in range(v, _VERSIONS.get(kind, 1)):
        given = _UPCASTERS[type_, version](given)
    values: dict[str, Any] = {}
    for field in _fields(kind):
        if not field.sealed:
            values[field.name] = field.decode(given[field.name])
        elif field.name not in words:
            values[field.name] = field.erased
        elif field.plain_words:
            values[field.name] = words[field.name]
        else:
            values[field.name] = field.decode(json.loads(words[field.name]))
    return cast(Event, kind(**values))


def sealed_fields(kind: type[Event]) -> frozenset[str]:
    """Names of the fields that never stand in clear in an event row."""
    known: Any = kind
    return frozenset(field.name for field in _fields(known) if field.sealed)


def words_fields(kind: type[Event]) -> frozenset[str]:
    """Names of the sealed fields that hold what somebody wrote. The other sealed ones are personal choices."""
    known: Any = kind
    return frozenset(field.name for field in _fields(known) if field.plain_words)


@cache
def _fields(kind: Any) -> tuple[_Field, ...]:
    hints = get_type_hints(kind, include_extras=True)
    return tuple(_field(field.name, hints[field.name]) for field in fields(kind))


def _field(name: str, hint: Any) -> _Field:
    sealed = hint is Words
    bare = hint
    if get_origin(hint) is Annotated:
        bare, *extras = get_args(hint)
        sealed = sealed or bare is Words or any(isinstance(extra, Sealed) for extra in extras)
    erased: Any = Words("") if bare is Words else () if get_origin(bare) is tuple else False
    if get_origin(bare) in {Union, types.UnionType}:
        erased = None
    return _Field(name, sealed, bare is Words, _encoder(bare), _decoder(bare), erased)


def _same(value: Any) -> Any:
    return value


def _encoder(hint: Any) -> Callable[[Any], Any]:
    if get_origin(hint) is tuple:
        inner = _encoder(get_args(hint)[0])
        return lambda values: [inner(value) for value in values]
    if isinstance(hint, type) and is_dataclass(hint):
        parts = [(field.name, _encoder(part)) for field, part in _parts(hint)]
        return lambda value: {name: encode(getattr(value, name)) for name, encode in parts}
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return str
    return _same


def _decoder(hint: Any) -> Callable[[Any], Any]:
    if get_origin(hint) is tuple:
        inner = _decoder(get_args(hint)[0])
        return lambda values: tuple(inner(value) for value in values)
    if isinstance(hint, type) and is_dataclass(hint):
        made: Callable[..., Any] = hint
        parts = [(field.name, _decoder(part)) for field, part in _parts(hint)]
        return lambda value: made(**{name: decode(value[name]) for name, decode in parts})
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    if get_origin(hint) in {Union, types.UnionType}:
        known = next(_decoder(part) for part in get_args(hint) if part is not type(None))
        return lambda value: None if value is None else known(value)
    return _same


def _parts(hint: type) -> list[tuple[Any, Any]]:
    hints = get_type_hints(hint)
    return [(field, hints[field.name]) for field in fields(hint)]
