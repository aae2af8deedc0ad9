"""Commands as they come in: read by marshmallow schemas made from the command classes, unknown fields refused."""

from __future__ import annotations

import re
import types
from collections.abc import Mapping
from dataclasses import MISSING, fields
from enum import StrEnum
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from marshmallow import RAISE, Schema, ValidationError, validate
from marshmallow import fields as wire

from dialogue.commands import Command, OpenDoor, PrintSlips
from dialogue.rules import OF_THE_SERVER

# Texts have no limit here but the body's: the rules count graphemes and answer with the limit.
MOST_IDS = 600
LONGEST_ID = 64
MOST = 2**31 - 1  # of whole numbers either way: whether they make sense the rules say
BODY_BYTES = 64_000
_NAME = re.compile(r"[a-z_]{1,64}")  # what may be said back of a field that nobody knows


class BadCommand(Exception):
    """A command that can't be read: `code` unknown_command or bad_request, with the field at fault."""

    def __init__(self, code: str, field: str | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.field = field


def command_name(command: type[Command]) -> str:
    """Name of a command on the wire: TellExperience -> tell_experience."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", command.__name__).lower()


# Nobody seats themselves, offers the lead or draws numbers by sending a command: rooms/alongside.py fills these in.
COMMANDS: Mapping[str, type[Command]] = {
    command_name(command): command for command in get_args(Command) if command not in OF_THE_SERVER
}
DRAWN: Mapping[type[Command], frozenset[str]] = {OpenDoor: frozenset({"code"}), PrintSlips: frozenset({"numbers"})}


def read_command(kind: object, data: object) -> Command:
    """The command of this name with these fields; raises BadCommand."""
    if not isinstance(kind, str) or kind not in COMMANDS:
        raise BadCommand("unknown_command", "type")
    if not isinstance(data, Mapping):
        raise BadCommand("bad_request", "data")
    values = read(SCHEMAS[kind], data)
    if kind == "open_door":
        values["code"] = ""  # rooms/alongside.py makes it
    if "items" in values:
        values["items"] = tuple(sorted(values["items"].items()))
    return COMMANDS[kind](**values)


def read(schema: Schema, data: object) -> dict[str, Any]:
    """The fields that a schema knows; raises BadCommand naming the field that is unknown, missing or wrong."""
    try:
        values: dict[str, Any] = schema.load(dict(data) if isinstance(data, Mapping) else data)  # type: ignore[arg-type]
    except ValidationError as error:
        named = next(iter(error.messages), "data") if isinstance(error.messages, dict) else "data"
        raise BadCommand("bad_request", named if _NAME.fullmatch(str(named)) else "data") from None
    return values


def read_form(schema: Schema, given: Mapping[str, list[str]]) -> dict[str, Any]:
    """The fields of a form, where each may come more than once only if the schema has a list for it."""
    several = {name for name, known in schema.fields.items() if isinstance(known, wire.List)}
    plain = {name: values if name in several or len(values) != 1 else values[0] for name, values in given.items()}
    return read(schema, plain)


class Form(Schema):
    """A plain form: unknown fields are refused; the CSRF token was checked before."""

    class Meta:
        unknown = RAISE

    csrf_token = wire.String()


def _schema(command: type[Command]) -> Schema:
    hints = get_type_hints(command, include_extras=True)
    shape: dict[str, wire.Field[Any]] = {
        field.name: _field(field.name, hints[field.name], required=field.default is MISSING)
        for field in fields(command)
        if field.name not in DRAWN.get(command, frozenset())
    }

    class Meta:
        unknown = RAISE

    made: type[Schema] = type(f"{command.__name__}Schema", (Schema,), {"Meta": Meta, **shape})
    return made()


def _field(name: str, hint: Any, *, required: bool) -> wire.Field[Any]:
    bare = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    given: dict[str, Any] = {"required": required}
    if get_origin(bare) in {Union, types.UnionType}:
        bare = next(part for part in get_args(bare) if part is not type(None))
        given["allow_none"] = True
    if name == "items":
        values = wire.Integer(strict=True, validate=validate.Range(0, 100))
        return wire.Dict(Text(validate=validate.Length(max=LONGEST_ID)), values, **given)
    if get_origin(bare) is tuple:
        one = Text(validate=validate.Length(1, LONGEST_ID))
        return IdTuple(one, validate=validate.Length(max=MOST_IDS), **given)
    if bare is bool:
        return StrictBoolean(**given)
    if bare is int:
        return wire.Integer(strict=True, validate=validate.Range(-MOST, MOST), **given)
    if isinstance(bare, type) and issubclass(bare, StrEnum):
        return wire.Enum(bare, by_value=True, **given)
    if getattr(bare, "__name__", "") == "Words":
        return Text(**given)
    return Text(validate=validate.Length(max=LONGEST_ID), **given)


class Text(wire.String):
    """Text; not bytes, which a socket may carry too."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        if not isinstance(value, str):
            raise ValidationError("Not a text.")
        return value


class StrictBoolean(wire.Boolean):
    """true or false; not "yes", not 1."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:
        if not isinstance(value, bool):
            raise ValidationError("Not a boolean.")
        return value


class IdTuple(wire.List[Any]):
    """A list of ids, kept as a tuple."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        return tuple(super()._deserialize(value, attr, data, **kwargs))


SCHEMAS: Mapping[str, Schema] = {name: _schema(command) for name, command in COMMANDS.items()}
