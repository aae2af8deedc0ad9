"""One command as it reaches a room: who asks, under which id, and the body its repetition is known by."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dialogue.commands import Command
from dialogue.vocabulary import SeatId
from sessions.rooms.answers import Refused
from sessions.rooms.ids import COMMAND_ID
from sessions.rooms.schemas import BODY_BYTES, BadCommand, read_command
from sessions.storage.appends import Also


@dataclass(frozen=True, slots=True)
class Asked:
    """A command that could be read.

    `body` is its canonical form, `also` is stored in the same transaction, `token` opens the seat that is taken.
    `renews`: the door is open already, and gets another code. `keeps`: the code that it has again when it is opened.
    """

    seat: SeatId
    id: str
    command: Command
    body: bytes
    also: tuple[Also, ...] = ()
    token: str | None = None
    renews: bool = False
    keeps: str | None = None


def read_asked(seat: SeatId, envelope: object) -> Asked | Refused:
    """The command in an envelope {id, type, data}, or why it can't be read."""
    if not isinstance(envelope, Mapping) or not envelope.keys() <= {"id", "type", "data"}:
        return Refused("bad_request", "command")
    command_id = envelope.get("id")
    if not isinstance(command_id, str) or not COMMAND_ID.fullmatch(command_id):
        return Refused("bad_request", "id")
    try:
        command = read_command(envelope.get("type"), envelope.get("data", {}))
        body = canonical_body(envelope.get("type"), envelope.get("data", {}))
    except BadCommand as error:
        return Refused(error.code, error.field)
    if len(body) > BODY_BYTES:
        return Refused("too_big", "data")
    return Asked(seat, command_id, command, body)


def canonical_body(kind: Any, data: Any) -> bytes:
    """What a repetition is compared by: the same command has the same bytes, whatever the order of its fields."""
    try:
        text = json.dumps({"type": kind, "data": data}, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return text.encode("utf-8", "surrogatepass")  # half characters are refused by the rules, which name the field
    except (TypeError, ValueError, RecursionError):  # bytes, absurd numbers, absurd depth
        raise BadCommand("bad_request", "data") from None
