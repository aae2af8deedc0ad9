"""Private notes to the facilitator, and what an observer saw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from dialogue.commands.limits import COMMENT, OPTIONAL_COMMENT
from dialogue.vocabulary import NOTHING_WRITTEN, ItemId, Observed, Seen, Words


@dataclass(frozen=True, slots=True)
class SendNote:
    """Tell the facilitator something privately; unsigned unless signed."""

    text: Annotated[Words, COMMENT]
    signed: bool = False


@dataclass(frozen=True, slots=True)
class AcknowledgeNote:
    """Tell the writer that the note was read."""

    note: ItemId


@dataclass(frozen=True, slots=True)
class NoteObservation:
    """Note what was seen of one point of the observation checklist; a later one replaces it."""

    point: Observed
    seen: Seen
    text: Annotated[Words, OPTIONAL_COMMENT] = NOTHING_WRITTEN


NoteCommand = SendNote | AcknowledgeNote | NoteObservation
