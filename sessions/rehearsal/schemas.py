"""Scenarios as they come from a file: schemas made from the classes of scenario.py, unknown fields refused."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from marshmallow import RAISE, Schema, ValidationError, post_load, validate
from marshmallow import fields as wire

from sessions.rehearsal.scenario import Scenario

LONGEST_TEXT = 4_000
MOST_ENTRIES = 1_000

Path = tuple[str | int, ...]

_MAY_BE_LEFT_OUT = frozenset({"dict[str, str]", "dict[str, Position]", "dict[str, TestResult]"})


class Misfit(Exception):
    """Where a scenario does not fit, and why: `path` leads to the field."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(why)
        self.path = path
        self.why = why


def load_scenario(given: object) -> Scenario:
    """The scenario; raises Misfit for the first field that does not fit."""
    if not isinstance(given, Mapping):
        raise Misfit((), "A scenario is one JSON object.")
    try:
        return cast(Scenario, SCENARIO.load(dict(given)))
    except ValidationError as error:
        raise _first(error.messages) from None


def _first(messages: Any, path: Path = ()) -> Misfit:
    while isinstance(messages, dict):
        key, messages = next(iter(messages.items()))
        if key != "value":  # marshmallow's own step into the value of a mapping
            path = (*path, key)
    return Misfit(path, messages[0] if isinstance(messages, list) else str(messages))


class _Tuple(wire.List[Any]):
    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        return tuple(super()._deserialize(value, attr, data, **kwargs))


class _StrictBoolean(wire.Field[bool]):
    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:
        if not isinstance(value, bool):
            raise ValidationError("Not a valid boolean.")
        return value


def _schema(made: type) -> Schema:
    hints = get_type_hints(made)
    shape = {field.name: _field(hints[field.name], required=_required(field)) for field in fields(cast(Any, made))}

    class Meta:
        unknown = RAISE

    def make(self: Schema, data: dict[str, Any], **kwargs: Any) -> Any:
        return made(**data)

    parts: dict[str, Any] = {"Meta": Meta, "make": post_load(make), **shape}
    return cast("type[Schema]", type(f"{made.__name__}Schema", (Schema,), parts))()


def _required(field: Any) -> bool:
    # What stands beside an answer by somebody's key may be left out; a mutable default would be shared.
    return field.default is MISSING and str(field.type) not in _MAY_BE_LEFT_OUT


def _field(hint: Any, *, required: bool = True) -> wire.Field[Any]:
    given: dict[str, Any] = {"required": required}
    if get_origin(hint) in {Union, types.UnionType}:
        hint = next(part for part in get_args(hint) if part is not type(None))
        given["allow_none"] = True
    if get_origin(hint) is dict:
        if not required and "allow_none" not in given:
            given["load_default"] = dict
        return wire.Dict(wire.String(), _field(get_args(hint)[1]), validate=validate.Length(max=MOST_ENTRIES), **given)
    if get_origin(hint) is tuple:
        return _Tuple(_field(get_args(hint)[0]), validate=validate.Length(max=MOST_ENTRIES), **given)
    if is_dataclass(hint):
        return wire.Nested(_schema(cast(type, hint)), **given)
    if hint is bool:
        return _StrictBoolean(**given)
    if hint is int:
        return wire.Integer(strict=True, validate=validate.Range(0, 10_000), **given)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return wire.Enum(hint, by_value=True, **given)
    return wire.String(validate=validate.Length(max=LONGEST_TEXT), **given)


SCENARIO = _schema(Scenario)
