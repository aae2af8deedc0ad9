"""What happened to the narrative: numbered sentences, insertions, corrections, approval, the heated point."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import ItemId, SeatId, Words


@dataclass(frozen=True, slots=True)
class SentenceWritten:
    """A sentence was added or inserted. `label` (3, 3a) stays for good; `place` orders the sentences."""

    sentence: ItemId
    experience: ItemId
    label: str
    place: float
    text: Words
    owner: SeatId
    writer: SeatId


@dataclass(frozen=True, slots=True)
class SentenceCorrected:
    """The narrator, or the scribe on the narrator's word, corrected a sentence. It asks for approval again."""

    sentence: ItemId
    text: Words


@dataclass(frozen=True, slots=True)
class NarrativeApproved:
    """The narrator approved these sentences as they stand."""

    sentences: tuple[ItemId, ...]


@dataclass(frozen=True, slots=True)
class HeatedPointMarked:
    """This sentence is the decisive moment; None takes the mark away."""

    sentence: ItemId | None


NarrativeEvent = SentenceWritten | SentenceCorrected | NarrativeApproved | HeatedPointMarked
