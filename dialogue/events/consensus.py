"""What happened on the way to an outcome: answers, reservations and dissents, confirmation."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import ItemId, OutcomeKind, Remainder, SeatId, Tick, Words


@dataclass(frozen=True, slots=True)
class AnswerWorded:
    """A version of the answer. A new wording is a new version; earlier ones stay."""

    answer: ItemId
    version: int
    text: Words
    rests_on: tuple[ItemId, ...]
    owner: SeatId
    writer: SeatId


@dataclass(frozen=True, slots=True)
class RemainderVoiced:
    """A reservation or dissent beside one exact answer version, in its owner's words."""

    remainder: ItemId
    number: int
    answer: ItemId
    kind: Remainder
    text: Words
    owner: SeatId
    writer: SeatId
    signed: bool


@dataclass(frozen=True, slots=True)
class OutcomeProposed:
    """The facilitator proposed how the dialogue ends, and what question divides the group where it is open."""

    outcome: ItemId
    kind: OutcomeKind
    answer: ItemId | None
    dividing_question: Words
    owner: SeatId
    writer: SeatId


@dataclass(frozen=True, slots=True)
class OutcomeAnswered:
    """A person confirmed the proposed outcome or objected to it."""

    seat: SeatId
    outcome: ItemId
    confirms: Tick
    objection: Words


@dataclass(frozen=True, slots=True)
class OutcomeSettled:
    """The outcome as the group left it: `open` when one person objected or not everyone confirmed."""

    outcome: ItemId
    kind: OutcomeKind


@dataclass(frozen=True, slots=True)
class OutcomeTakenBack:
    """The proposal was taken back to go on thinking."""

    outcome: ItemId


ConsensusEvent = AnswerWorded | RemainderVoiced | OutcomeProposed | OutcomeAnswered | OutcomeSettled | OutcomeTakenBack
