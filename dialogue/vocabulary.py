"""The words this package is written in: roles, audiences, stages, kinds and sealed values.

`Words` is text that a person wrote. A field annotated as `Words`, or with `SEALED`, never stands in clear in an
event row (records.py finds such fields by these annotations and storage seals them).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Final, NewType

DialogueId = NewType("DialogueId", str)
SeatId = NewType("SeatId", str)
ItemId = NewType("ItemId", str)
Words = NewType("Words", str)
Millis = NewType("Millis", int)  # UTC milliseconds since 1970; always handed in, never read from a clock


@dataclass(frozen=True, slots=True)
class Sealed:
    """Marks a field that is a personal choice: stored like Words, apart from its event."""


SEALED: Final = Sealed()
Choices = Annotated[tuple[ItemId, ...], SEALED]
Tick = Annotated[bool, SEALED]

NOTHING_WRITTEN: Final = Words("")


class Role(StrEnum):
    """What a seat may do in one dialogue (method.md section 7)."""

    FACILITATOR = "facilitator"
    PARTICIPANT = "participant"
    OBSERVER = "observer"


class Audience(StrEnum):
    """Who looks at one and the same view. What one seat alone may see travels in its own slice."""

    FACILITATOR = "facilitator"
    PARTICIPANT = "participant"
    OBSERVER = "observer"
    FLIPCHART = "flipchart"


AUDIENCE_OF_ROLE: Final = {
    Role.FACILITATOR: Audience.FACILITATOR,
    Role.PARTICIPANT: Audience.PARTICIPANT,
    Role.OBSERVER: Audience.OBSERVER,
}


class StageKey(StrEnum):
    """The stages of method.md section 1, in their usual order."""

    OPENING = "opening"
    QUESTION = "question"
    EXPERIENCES = "experiences"
    SELECTION = "selection"
    NARRATIVE = "narrative"
    JUDGEMENT = "judgement"
    PRINCIPLES = "principles"
    CONSENSUS = "consensus"
    EVALUATION = "evaluation"
    CLOSING = "closing"
    CLOSED = "closed"


class Step(StrEnum):
    """The five steps that trainers know; stages are grouped under them on screen."""

    QUESTION = "question"
    EXPERIENCES = "experiences"
    NARRATIVE = "narrative"
    CONSENSUS = "consensus"
    EVALUATION = "evaluation"


class Task(StrEnum):
    """A piece of work that a stage invites to. Stages name their tasks as data."""

    AGREE = "agree"
    WORD_QUESTION = "word_question"
    TELL_EXPERIENCES = "tell_experiences"
    CHOOSE_EXPERIENCE = "choose_experience"
    WRITE_NARRATIVE = "write_narrative"
    WRITE_STATEMENTS = "write_statements"
    DOUBT = "doubt"
    WORD_ANSWERS = "word_answers"
    CONCLUDE = "conclude"
    EVALUATE = "evaluate"


class Kind(StrEnum):
    """Kinds of statement in the regressive abstraction, from the narrative upwards."""

    CORE_STATEMENT = "core_statement"
    OWN_VERSION = "own_version"
    JUDGEMENT = "judgement"
    REASON = "reason"
    RULE = "rule"
    PRINCIPLE = "principle"


class Remainder(StrEnum):
    """What a person keeps beside an answer that the others can carry."""

    RESERVATION = "reservation"
    DISSENT = "dissent"


class Standing(StrEnum):
    """How an item stands in the dialogue. Nothing is deleted but the words of what its owner withdrew."""

    UP = "up"
    PARKED = "parked"
    STRUCK = "struck"
    WITHDRAWN = "withdrawn"


class HandReason(StrEnum):
    """Why someone signals: to speak, or because the thread was lost."""

    SPEAK = "speak"
    LOST_THREAD = "lost_thread"


class OutcomeKind(StrEnum):
    """Results of a dialogue (method.md section 4). Each of them is a full result."""

    CONSENSUS = "consensus"
    CONSENSUS_WITH_RESERVATIONS = "consensus_with_reservations"
    OPEN = "open"
    NOT_REACHED = "not_reached"


class OutcomeState(StrEnum):
    """An outcome is proposed by the facilitator and settled by the group."""

    PROPOSED = "proposed"
    SETTLED = "settled"


class PlanOption(StrEnum):
    """What a plan may switch on beside the spine (method.md section 0)."""

    QUESTION_SUGGESTIONS = "question_suggestions"
    OWN_VERSIONS = "own_versions"
    PRINCIPLES = "principles"
