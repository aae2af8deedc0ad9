"""Which words go into a package: those that the archive shows everyone who took part, if they are wanted at all.

Personal choices, private notes, ballots, codes and names are in no package. Whose words they are is in none either:
that stands in the structure of an event, to which the chain commits without telling it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dialogue.archive.chain import OWN_MARK, Header, Opened
from dialogue.archive.contents import ERASED, LEFT_OUT, Word
from dialogue.records import EVENT_TYPES, words_fields
from dialogue.state import Dialogue
from dialogue.state.items import (
    AnyItem,
    ChoiceReason,
    Clarification,
    Doubt,
    Experience,
    Note,
    Observation,
    Sentence,
    Test,
)
from dialogue.transcript.entries import is_told
from dialogue.vocabulary import ItemId

# What the facilitator wrote before anyone came, and everyone read.
_FRAME = frozenset({("dialogue_created", name) for name in ("title", "question", "rules", "limits", "purpose")})

# Said under a sealed choice. What of it the group got to read was said again, as a reservation or a dissent.
_UNDER_A_CHOICE = frozenset({("position_taken", "text"), ("outcome_answered", "objection")})

_STORIES = (Experience, ChoiceReason, Sentence, Clarification, Test)
_PRIVATE = (Note, Observation)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which words somebody wants in a package: none, those of the matter, and the stories that they rest on."""

    words: bool = False
    stories: bool = False


@dataclass(frozen=True, slots=True)
class Opening:
    """An event's header with the words of it that there are, and the id of what they belong to."""

    header: Header
    opened: Mapping[str, Opened]
    item: str | None


def chosen_words(
    events: Sequence[Opening], state: Dialogue, transcript: Mapping[str, Any], wanted: Wanted
) -> Iterator[Word]:
    """One entry for each field that the events promise, but the record's own.

    `state` is what the events add up to, `transcript` what is read of them (dialogue.transcript).
    """
    shown = frozenset(_shown(transcript))
    for event in events:
        for name in event.header.commitments:
            if not name.startswith(OWN_MARK):
                opened = event.opened.get(name)
                absent = _absent(state, event, name, opened, shown, wanted)
                if absent or opened is None:
                    yield Word(event.header.seq, name, absent=absent)
                else:
                    yield Word(event.header.seq, name, opened.salt, opened.text)


def _absent(
    state: Dialogue, event: Opening, name: str, opened: Opened | None, shown: frozenset[str], wanted: Wanted
) -> str:
    """Why a field is not in the package; empty where it is."""
    place = (event.header.type, name)
    if name not in words_fields(EVENT_TYPES[event.header.type]) or place in _UNDER_A_CHOICE:
        return LEFT_OUT
    item = state.item(ItemId(event.item)) if event.item else None
    if isinstance(item, _PRIVATE) or (item is None and place not in _FRAME):
        return LEFT_OUT
    if opened is None or (item is not None and not item.up):
        return ERASED
    if not wanted.words or (is_story(state, item) and not wanted.stories):
        return LEFT_OUT
    told = item is None or (is_told(state, item) and (opened.text in shown or not opened.text))
    return "" if told else LEFT_OUT


def is_story(state: Dialogue, item: AnyItem | None) -> bool:
    """Whether an item tells what happened to somebody, or speaks of what does."""
    if isinstance(item, Doubt):
        return is_story(state, state.item(item.about))
    return isinstance(item, _STORIES)


def _shown(transcript: Mapping[str, Any]) -> Iterator[str]:
    """All that somebody wrote and a reader of the transcript sees, earlier wordings too."""
    for section in transcript["sections"]:
        for entry in section["entries"]:
            yield from (entry[name] for name in ("text", "account", "how") if entry[name])
            yield from entry["versions"]
    for talk in transcript["meta"]:
        yield from (talk["what_we_change"] or "", *talk["notes"])
    outcome = transcript["outcome"] or {"dividing_question": None}
    yield from filter(None, (transcript["why_question"], transcript["why_chosen"], outcome["dividing_question"]))
