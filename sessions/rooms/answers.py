"""What a command is answered with: accepted, or refused with a stable code and a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dialogue.refusals import Refusal
from sessions.rooms.sentences import sentence_for


@dataclass(frozen=True, slots=True)
class Accepted:
    """It is on disk. `receipt` is the id of what it brought into being, or empty."""

    receipt: str

    def as_ack(self) -> dict[str, Any]:
        """As it goes to the screen."""
        return {"ok": True, "receipt": self.receipt}


@dataclass(frozen=True, slots=True)
class Refused:
    """It was not taken. `temporary`: the same command may be sent again unchanged."""

    code: str
    field: str | None = None
    limit: int | None = None
    temporary: bool = False

    def as_ack(self) -> dict[str, Any]:
        """As it goes to the screen."""
        error = {
            "code": self.code,
            "message": sentence_for(self.code, self.limit),
            "field": self.field,
            "limit": self.limit,
            "temporary": self.temporary,
        }
        return {"ok": False, "error": error}


Answer = Accepted | Refused

TRY_AGAIN = Refused("try_again", temporary=True)
CONFLICT = Refused("idempotency_conflict")
TOO_MANY = Refused("too_many", temporary=True)
NOT_JOINED = Refused("not_joined")
COVERED = Refused("covered", temporary=True)
SEAT_GONE = Refused("seat_gone")
SERVER_ERROR = Refused("server_error", temporary=True)


def refused(refusal: Refusal) -> Refused:
    """A refusal of the rules as an answer."""
    return Refused(refusal.code, refusal.field, refusal.limit, refusal.temporary)
