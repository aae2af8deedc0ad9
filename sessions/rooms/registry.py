"""All rooms of this process: loaded from the record when first asked for, and begun."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dialogue.records import to_record
from dialogue.refusals import Refusal
from dialogue.rules.seats import Draft, begin
from dialogue.vocabulary import Audience, DialogueId, SeatId
from sessions import runtime
from sessions.rooms.ids import new_id, now_ms
from sessions.rooms.presence import Presence
from sessions.rooms.room import Room
from sessions.rooms.streams import Pace, Streams, Update
from sessions.rooms.untouched import Untouched
from sessions.storage.appends import Append
from sessions.storage.refusals import KeyGone
from sessions.storage.store import Storage


class Place:
    """A room with all that is only in memory: its streams, who is here, and its pace of publishing.

    `lock` is held while changes are made and handed out, so that a screen joins between two rounds, never within one.
    """

    def __init__(self, dialogue: DialogueId, storage: Storage, stream: str, publish: Publish, began: int) -> None:
        """`began`: when the server did, in UTC ms."""
        self.lock = runtime.Lock()
        self.presence = Presence(since=now_ms())
        self.untouched = Untouched(since=began)
        self._publish = publish
        self._pace = Pace(self._round)
        self.room = Room(dialogue, storage, self._pace.want)
        self.streams = Streams(stream, lambda: self.room.committed)

    def _round(self) -> None:
        with self.lock:
            self._publish(self, list(self.streams.advance()))


Publish = Callable[[Place, list[Update]], None]


class Rooms:
    """The rooms of this process. `publish` is told what changed for whom, after each commit."""

    def __init__(self, storage: Storage) -> None:
        self.storage = storage
        self.stream = new_id()
        self._began = now_ms()
        self.publish: Publish = lambda place, updates: None
        self._places: dict[DialogueId, Place] = {}
        self._lock = runtime.Lock()

    def _tell(self, place: Place, updates: list[Update]) -> None:
        self.publish(place, updates)

    def everything(self, place: Place, audience: Audience, seat: SeatId | None) -> dict[str, Any]:
        """What a screen shows: its views with their counts, who is here, and the server's time (UTC ms).

        Called with the place's lock held, so that it stands between two rounds.
        """
        payload = place.streams.snapshot(audience, seat)
        payload["history"], payload["now"] = self.history, now_ms()
        payload["presence"] = place.presence.view_for(place.room.committed, audience, now_ms())
        return payload

    @property
    def history(self) -> str:
        """Changes when a backup is restored: then screens offer again what they were told was stored."""
        return self.storage.history

    def place(self, dialogue: DialogueId) -> Place | None:
        """The place of this dialogue; None when there is no such dialogue."""
        place = self._places.get(dialogue)
        if place is not None:
            return place
        with self._lock:
            if dialogue in self._places:
                return self._places[dialogue]
            try:
                place = Place(dialogue, self.storage, self.stream, self._tell, self._began)
            except (KeyError, KeyGone):
                return None
            self._places[dialogue] = place
            return place

    def closed_door(self, code: str) -> Place | None:
        """The place whose door is closed just now and would have this code again, among those that are in memory."""
        return next((place for place in list(self._places.values()) if place.room.committed.kept_code == code), None)

    def begin(self, draft: Draft, account: str) -> DialogueId | Refusal:
        """Start a dialogue that this account leads; its id, or why its draft doesn't fit."""
        dialogue, seat = DialogueId(new_id()), SeatId(new_id())
        try:
            created = begin(draft, dialogue, seat)
        except Refusal as refusal:
            return refusal
        leading = self.storage.facilitations.leading(account, dialogue, seat)
        self.storage.digester(dialogue)
        self.storage.writer.submit(Append(dialogue, 0, now_ms(), (to_record(created),), also=(leading,))).wait()
        return dialogue
