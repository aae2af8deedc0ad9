"""Everything that can happen in a dialogue, as frozen facts in the past tense."""

from __future__ import annotations

from dialogue.events.consensus import (
    AnswerWorded,
    ConsensusEvent,
    OutcomeAnswered,
    OutcomeProposed,
    OutcomeSettled,
    OutcomeTakenBack,
    RemainderVoiced,
)
from dialogue.events.course import (
    ActionUndone,
    CourseEvent,
    DialogueClosed,
    ItemParked,
    ItemRestored,
    ItemStruck,
    ItemUnparked,
    ItemWithdrawn,
    StageEntered,
)
from dialogue.events.experiences import (
    ExaminationPreferenceSet,
    ExperienceEvent,
    ExperienceRetitled,
    ExperiencesMarked,
    ExperienceTold,
    MarksShown,
    NarratorAccepted,
    NarratorAsked,
    NarratorDeclined,
    NarratorRequestTakenBack,
)
from dialogue.events.narrative import (
    HeatedPointMarked,
    NarrativeApproved,
    NarrativeEvent,
    SentenceCorrected,
    SentenceWritten,
)
from dialogue.events.question import QuestionChosen, QuestionEvent, QuestionWorded
from dialogue.events.seats import (
    AgreementGiven,
    DialogueCreated,
    DoorClosed,
    DoorOpened,
    PresenceMarked,
    SeatEvent,
    SeatLeft,
    SeatRemoved,
    SeatTaken,
)
from dialogue.events.statements import (
    DoubtClosed,
    DoubtRaised,
    LinksSet,
    StatementEvent,
    StatementReworded,
    StatementWritten,
)
from dialogue.events.turns import (
    EvaluationAnswered,
    HandLowered,
    HandRaised,
    ReadyMarked,
    TurnEvent,
    WordGiven,
)

Event = (
    SeatEvent
    | CourseEvent
    | QuestionEvent
    | ExperienceEvent
    | NarrativeEvent
    | StatementEvent
    | ConsensusEvent
    | TurnEvent
)

__all__ = [
    "ActionUndone",
    "AgreementGiven",
    "AnswerWorded",
    "ConsensusEvent",
    "CourseEvent",
    "DialogueClosed",
    "DialogueCreated",
    "DoorClosed",
    "DoorOpened",
    "DoubtClosed",
    "DoubtRaised",
    "EvaluationAnswered",
    "Event",
    "ExaminationPreferenceSet",
    "ExperienceEvent",
    "ExperienceRetitled",
    "ExperienceTold",
    "ExperiencesMarked",
    "HandLowered",
    "HandRaised",
    "HeatedPointMarked",
    "ItemParked",
    "ItemRestored",
    "ItemStruck",
    "ItemUnparked",
    "ItemWithdrawn",
    "LinksSet",
    "MarksShown",
    "NarrativeApproved",
    "NarrativeEvent",
    "NarratorAccepted",
    "NarratorAsked",
    "NarratorDeclined",
    "NarratorRequestTakenBack",
    "OutcomeAnswered",
    "OutcomeProposed",
    "OutcomeSettled",
    "OutcomeTakenBack",
    "PresenceMarked",
    "QuestionChosen",
    "QuestionEvent",
    "QuestionWorded",
    "ReadyMarked",
    "RemainderVoiced",
    "SeatEvent",
    "SeatLeft",
    "SeatRemoved",
    "SeatTaken",
    "SentenceCorrected",
    "SentenceWritten",
    "StageEntered",
    "StatementEvent",
    "StatementReworded",
    "StatementWritten",
    "TurnEvent",
    "WordGiven",
]
