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
NOBODY: Final = SeatId("")  # who called anonymously stands nowhere


class Role(StrEnum):
    """What a seat may do in one dialogue (method.md section 7)."""

    FACILITATOR = "facilitator"
    CO_FACILITATOR = "co_facilitator"
    PARTICIPANT = "participant"
    OBSERVER = "observer"
    SLIP = "slip"  # a numbered paper slip: whoever wrote it is known to no one


class Audience(StrEnum):
    """Who looks at one and the same view. What one seat alone may see travels in its own slice."""

    FACILITATOR = "facilitator"
    PARTICIPANT = "participant"
    OBSERVER = "observer"
    FLIPCHART = "flipchart"


AUDIENCE_OF_ROLE: Final = {
    Role.FACILITATOR: Audience.FACILITATOR,
    Role.CO_FACILITATOR: Audience.FACILITATOR,
    Role.PARTICIPANT: Audience.PARTICIPANT,
    Role.OBSERVER: Audience.OBSERVER,
    Role.SLIP: Audience.PARTICIPANT,
}


class DoorMode(StrEnum):
    """Who comes in by an open door."""

    OPEN = "open"  # whoever has the code
    ADMISSION = "admission"  # whom those who lead let in, one by one


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
    POINT = "point"
    DOUBT = "doubt"
    WORD_ANSWERS = "word_answers"
    TEST = "test"
    TAKE_POSITIONS = "take_positions"
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


class PassageKind(StrEnum):
    """What a text is that may leave the room."""

    QUESTION = "question"
    ANSWER = "answer"
    RULE = "rule"
    PRINCIPLE = "principle"
    DIVIDING_QUESTION = "dividing_question"
    RESERVATION = "reservation"
    DISSENT = "dissent"
    OPEN_QUESTION = "open_question"


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
    """What a plan may switch on beside the spine (method.md section 0), and the room may switch on or off."""

    QUESTION_SUGGESTIONS = "question_suggestions"
    QUIET_WRITING = "quiet_writing"
    ACCOUNTS = "accounts"
    POINTING = "pointing"
    OWN_VERSIONS = "own_versions"
    PRINCIPLES = "principles"
    TESTS = "tests"
    POSITIONS = "positions"
    LEAST_HEARD_FIRST = "least_heard_first"
    READY_MARKS = "ready_marks"
    TIMERS = "timers"
    COACH = "coach"
    FIVE_ITEM_EVALUATION = "five_item_evaluation"
    SEVEN_ITEM_EVALUATION = "seven_item_evaluation"


class Hierarchy(StrEnum):
    """The boss in the room (method.md section 6): what a seat that leads others here may do."""

    NONE = "none"  # nobody here leads another one
    SPEAKS_LAST = "speaks_last"
    SITS_OUTSIDE = "sits_outside"


class Level(StrEnum):
    """What the talk is about, one at a time (method.md section 3)."""

    CONTENT = "content"
    STRATEGY = "strategy"
    META = "meta"


class MetaState(StrEnum):
    """A meta-dialogue is called, goes on, and ends with what the group changes."""

    CALLED = "called"
    OPEN = "open"
    ENDED = "ended"


class Position(StrEnum):
    """Where a person stands on one exact wording of the answer (method.md section 4)."""

    AGREE = "agree"
    AGREE_WITH_RESERVATION = "agree_with_reservation"
    NOT_YET_CLEAR = "not_yet_clear"
    DISAGREE = "disagree"
    STAND_ASIDE = "stand_aside"


Stance = Annotated[Position | None, SEALED]


class TestResult(StrEnum):
    """What another experience says of the answer (method.md section 2)."""

    __test__ = False  # not one of pytest's

    HOLDS = "holds"
    HOLDS_IF_REWORDED = "holds_if_reworded"
    DOES_NOT_HOLD = "does_not_hold"
    OUT_OF_SCOPE = "out_of_scope"


class Matter(StrEnum):
    """Why an answer does not hold for an experience."""

    COUNTEREXAMPLE = "counterexample"
    OTHER_MATTER = "other_matter"


class Intervention(StrEnum):
    """The facilitator's ready interventions (Heckmann; method.md section 3). Worded where people read them."""

    ONE_SENTENCE = "one_sentence"
    WHICH_SENTENCE_SHOWS_IT = "which_sentence_shows_it"
    WHO_CAN_REPEAT = "who_can_repeat"
    GOT_YOU_RIGHT = "got_you_right"
    WHICH_QUESTION = "which_question"
    WHO_DOUBTS = "who_doubts"
    FACTS_ONLY = "facts_only"
    WHAT_DID_YOU_DO = "what_did_you_do"
    WHERE_WAS_THE_MOMENT = "where_was_the_moment"
    HOW_DOES_THIS_REST = "how_does_this_rest"
    WHAT_HOLDS_THESE_TOGETHER = "what_holds_these_together"
    SAME_OR_OTHER_MATTER = "same_or_other_matter"
    WHAT_DIVIDES_US = "what_divides_us"
    SAY_IT_POSITIVELY = "say_it_positively"
    DOES_EVERYONE_HAVE_ONE = "does_everyone_have_one"
    OWN_EXPERIENCE = "own_experience"
    COULD_I_HAVE_STOOD_THERE = "could_i_have_stood_there"
    STORIES_STAY = "stories_stay"
    LET_EACH_FINISH = "let_each_finish"
    WHAT_HAPPENED_NEXT = "what_happened_next"
    WHAT_DO_WE_TAKE_FOR_GRANTED = "what_do_we_take_for_granted"
    DOES_IT_HOLD_ELSEWHERE = "does_it_hold_elsewhere"
    WHAT_DO_WE_TAKE_WITH_US = "what_do_we_take_with_us"
    OWN_WORDS = "own_words"


class Observed(StrEnum):
    """What an observer looks for, for the facilitator's sake (the observation checklist of the method)."""

    NO_OWN_OPINION = "no_own_opinion"
    WORKED_FROM_THE_CONCRETE = "worked_from_the_concrete"
    UNDERSTANDING_CHECKED = "understanding_checked"
    QUESTION_HELD = "question_held"
    OPEN_QUESTIONS_ASKED = "open_questions_asked"
    DOUBTS_TAKEN_UP = "doubts_taken_up"
    EVERYONE_HEARD = "everyone_heard"
    PACE_GAVE_TIME_TO_THINK = "pace_gave_time_to_think"
    SAFETY_KEPT = "safety_kept"


class Seen(StrEnum):
    """How much of it an observer saw."""

    CLEARLY = "clearly"
    PARTLY = "partly"
    NOT_YET = "not_yet"
