"""What happened while experiences were collected and one was chosen."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import Choices, ItemId, SeatId, Tick, Words


@dataclass(frozen=True, slots=True)
class ExperienceTold:
    """A title went up. Its number is given once, so that a removal leaves no gap to guess at."""

    experience: ItemId
    number: int
    title: Words
    owner: SeatId
    writer: SeatId
    not_for_examination: Tick
    account: Words


@dataclass(frozen=True, slots=True)
class AccountWritten:
    """The owner wrote an account, or wrote it anew."""

    experience: ItemId
    account: Words


@dataclass(frozen=True, slots=True)
class ChoiceReasonGiven:
    """A person said why they could put themselves into an experience."""

    choice_reason: ItemId
    number: int
    experience: ItemId
    text: Words
    owner: SeatId
    writer: SeatId


@dataclass(frozen=True, slots=True)
class ExperienceRetitled:
    """The owner gave an experience another title."""

    experience: ItemId
    title: Words


@dataclass(frozen=True, slots=True)
class ExaminationPreferenceSet:
    """The owner said privately whether this experience may be examined."""

    experience: ItemId
    not_for_examination: Tick


@dataclass(frozen=True, slots=True)
class ExperiencesMarked:
    """A person marked the experiences "I could put myself into". Replaces that person's earlier marks."""

    seat: SeatId
    experiences: Choices


@dataclass(frozen=True, slots=True)
class MarksShown:
    """All marks were shown together, unsorted and uncounted."""


@dataclass(frozen=True, slots=True)
class NarratorAsked:
    """The facilitator proposed an experience and asked its owner to narrate it."""

    experience: ItemId
    why: Words


@dataclass(frozen=True, slots=True)
class NarratorAccepted:
    """The owner agreed to narrate: the experience is chosen, and its owner known as the narrator."""

    experience: ItemId


@dataclass(frozen=True, slots=True)
class NarratorDeclined:
    """The owner would rather not, or had said so beforehand: both look the same."""

    experience: ItemId


@dataclass(frozen=True, slots=True)
class NarratorRequestTakenBack:
    """The facilitator's request was undone before it was answered."""

    experience: ItemId


ExperienceEvent = (
    ExperienceTold
    | AccountWritten
    | ChoiceReasonGiven
    | ExperienceRetitled
    | ExaminationPreferenceSet
    | ExperiencesMarked
    | MarksShown
    | NarratorAsked
    | NarratorAccepted
    | NarratorDeclined
    | NarratorRequestTakenBack
)
