"""Played dialogues in a data folder, to be sealed."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from sessions.storage.appends import Append
from sessions.storage.store import Storage, open_storage
from tests.cast import Room
from tests.journeys.in_the_rules import Played

SCENARIOS = ("trust", "speaking-up")


def stored(storage: Storage, dialogue: str, room: Room) -> None:
    """Stores all that happened in the room as the dialogue of this id."""
    after = 0
    for at, records in groupby(room.log.records, key=lambda stored: stored[1]):
        batch = tuple(record for record, _ in records)
        storage.writer.submit(Append(dialogue, after, at, batch)).wait(10)
        after += len(batch)


def data_of(folder: Path, **rooms: Room) -> Path:
    """A data folder with these dialogues; nobody has it open."""
    storage = open_storage(folder)
    for dialogue, room in rooms.items():
        stored(storage, dialogue, room)
    storage.close()
    return folder


def closed(scenario: str) -> Room:
    """A scenario, played to its end in the rules."""
    return Played(scenario).to_the_end().room
