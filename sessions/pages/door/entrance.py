"""What a typed code opens, and the one answer to all that open nothing: the same bytes after the same time."""

from __future__ import annotations

import hashlib
import time
from typing import Any

from flask import request, session
from flask_babel import gettext as _
from flask_wtf.csrf import generate_csrf

from dialogue.rules.door import MOST_SEATS
from dialogue.state import Dialogue
from dialogue.vocabulary import DialogueId, Role
from sessions import runtime
from sessions.pages.door.doorstep import Doorstep
from sessions.pages.door.kept import CodePage
from sessions.pages.seats import been, is_shared
from sessions.rooms.ids import now_ms, read_code
from sessions.rooms.limits import Buckets, Siege
from sessions.rooms.registry import Place
from sessions.rooms.sentences import sentence_for
from sessions.rooms.service import Service

NOTHING_AFTER_S = 0.03  # no answer to a code that opens nothing comes sooner
OPENED_NOTHING = "dialogue.opened_nothing"  # said in the request's environment: the lane may answer in its own words
NO_CODE = "-"  # looked up for what can't be a code, so that it takes as long


class Entrance:
    """The codes of all doors, and who stands before them. A prison is one address: nothing here looks at addresses."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.siege = Siege()
        self.joins = Buckets(burst=400, rate=5.0)  # a hall that comes in together, by the dialogue
        self.doorstep = Doorstep()
        self._code_page = CodePage()

    def behind(self, typed: str, *, full: bool = False) -> Place | None:
        """The place that a join code opens now. That of a full one opens nothing, unless it is asked for."""
        rooms, code = self.service.rooms, read_code(typed)
        dialogue = rooms.storage.doors.behind(code or NO_CODE)
        place = rooms.place(DialogueId(dialogue)) if dialogue else None
        if place is None or place.room.committed.code != code:
            return None
        return None if is_full(place.room.committed) and not full else place

    def nothing(self, typed: str, began: float, name: str = "") -> tuple[str, int]:
        """The answer to a code that opens nothing: unknown, closed, full, used up, or no code at all.

        `began` is when the request came, of time.monotonic(). Only whoever leads is told of a right code of a full
        place: nobody guessed that one; and of a closed door, whose code counts as a guess all the same.
        """
        request.environ[OPENED_NOTHING] = True
        full, closed = self.behind(typed, full=True), self.service.rooms.closed_door(read_code(typed) or NO_CODE)
        if full is None:
            self.guessed(typed)
            self.doorstep.wrong(now_ms(), closed.room.id if closed else None, browser())
        else:
            self.doorstep.full(full.room.id, browser(), now_ms())
        page = self.code_page(typed, name, [("code", _(sentence_for("door_closed")))])
        runtime.sleep(max(0.0, began + NOTHING_AFTER_S - time.monotonic()))
        return page, 404

    def guessed(self, typed: str) -> None:
        """A code that opened nothing was tried, be it by thousands at once."""
        self.siege.wrong(now_ms(), typed[:40])

    def report(self, place: Place, asks: str) -> dict[str, Any]:
        """What the console at the address `asks` is told of this place's door.

        While codes are guessed, nobody mistyped them.
        """
        at = now_ms()
        told = self.doorstep.report(place, at, asks) | {"siege": self.siege.is_on(at)}
        return told | {"wrong_codes": 0} if told["siege"] else told

    def code_page(self, typed: str = "", name: str = "", errors: list[tuple[str, str]] | None = None) -> str:
        """The page of the one field. While codes are guessed, whoever comes back has to know their name here too."""
        back = None if is_shared() else next(iter(been()), None)
        return self._code_page(typed[:40], name[:80], errors or [], back, asks_name=self.siege.is_on(now_ms()))


def is_full(state: Dialogue) -> bool:
    """Whether the place has no seat left for one more."""
    sitting = sum(not seat.gone and seat.role is not Role.SLIP for seat in state.seats.values())
    return sitting + len(state.knocking) >= MOST_SEATS


def browser() -> str:
    """Tells one browser at the door from another, for as long as it keeps its form's cookie."""
    generate_csrf()
    return hashlib.sha256(str(session["csrf_token"]).encode()).hexdigest()[:20]
