"""What only the events tell and the state no longer knows: the course, earlier wordings, where a thing was said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dialogue.events import (
    DialogueClosed,
    Event,
    ExperienceRetitled,
    SeatTaken,
    SentenceCorrected,
    StageEntered,
    StatementReworded,
    StatementWritten,
)
from dialogue.state import Dialogue, evolve
from dialogue.vocabulary import ItemId, StageKey, Words

_MINUTE = 60_000  # milliseconds


@dataclass(kw_only=True)
class History:
    """A record as it was read: the state it adds up to, and the way there."""

    state: Dialogue
    start: int
    started: bool = False
    course: list[tuple[StageKey, int]] = field(default_factory=list)
    versions: dict[ItemId, list[Words]] = field(default_factory=dict)
    written_in: dict[ItemId, StageKey] = field(default_factory=dict)
    people: int = 0
    by_voice: int = 0

    def minute(self, at: int) -> int:
        """Whole minutes from the start; what was prepared before counts as the start."""
        return max(0, at - self.start) // _MINUTE


def remembered(events: Iterable[tuple[Event, int]]) -> History:
    """The history of a record; ValueError for an empty one."""
    history: History | None = None
    for event, at in events:
        if history is None:
            history = History(state=evolve(None, event, at), start=at)
            history.course.append((history.state.stage, at))
        else:
            _read(history, event, at)
    if history is None:
        raise ValueError("an empty record is no dialogue")
    return history


def _read(history: History, event: Event, at: int) -> None:
    before = history.state
    history.state = evolve(before, event, at)
    undone = before.restoring > 0
    match event:
        case StageEntered(stage, _):
            _begin(history, at)
            if undone:
                history.course.pop()
            else:
                history.course.append((stage, at))
        case DialogueClosed():
            history.course.append((StageKey.CLOSED, at))
        case SeatTaken():
            _begin(history, at)
            _count(history)
        case SentenceCorrected(item, _) | StatementReworded(item, _) | ExperienceRetitled(item, _):
            _reworded(history, before, item, undone=undone)
        case StatementWritten(statement=item):
            history.written_in[item] = before.stage
        case _:
            pass


def _begin(history: History, at: int) -> None:
    """A dialogue starts when people come; it may have been prepared days before."""
    if not history.started:
        history.started, history.start = True, at


def _count(history: History) -> None:
    """As many people as were there at one time: who comes back to another seat is one person still."""
    group = history.state.group()
    history.people = max(history.people, len(group))
    history.by_voice = max(history.by_voice, sum(not (seat.device or seat.shared) for seat in group))


def _reworded(history: History, before: Dialogue, item: ItemId, *, undone: bool) -> None:
    versions = history.versions.setdefault(item, [])
    if undone:
        versions.pop()
        return
    was = before.item(item)
    if was is not None:
        versions.append(was.text)
