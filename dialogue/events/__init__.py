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
from dialogue.events.evaluation import (
    EvaluationAnswered,
    EvaluationEvent,
    LeadingReflectedOn,
    ScreenTimeReported,
)
from dialogue.events.experiences import (
    AccountWritten,
    ChoiceReasonGiven,
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
from dialogue.events.facts import (
    FactAnswered,
    FactAsked,
    FactEvent,
)
from dialogue.events.interventions import (
    InterventionEvent,
    InterventionHidden,
    InterventionShown,
)
from dialogue.events.levels import (
    ChairAssigned,
    ContentResumed,
    LevelEvent,
    MetaBegun,
    MetaCalled,
    MetaEnded,
    MetaNoteWritten,
    StrategyMarked,
)
from dialogue.events.narrative import (
    HeatedPointMarked,
    NarrativeApproved,
    NarrativeEvent,
    SentenceCorrected,
    SentenceWritten,
)
from dialogue.events.notes import (
    NoteEvent,
    NoteRead,
    NoteSent,
    ObservationNoted,
)
from dialogue.events.pointing import (
    PointingEvent,
    PointingShown,
    SentencesPointedAt,
)
from dialogue.events.positions import (
    PositionEvent,
    PositionsExpired,
    PositionsShown,
    PositionTaken,
)
from dialogue.events.question import (
    HasExperienceMarked,
    QuestionChosen,
    QuestionEvent,
    QuestionWorded,
)
from dialogue.events.quiet import (
    QuietEvent,
    QuietWritingBegan,
    QuietWritingShown,
)
from dialogue.events.release import (
    ObjectionsEnded,
    PassageWorded,
    ReleaseAnswered,
    ReleaseEvent,
    ReleaseOpened,
    ReleaseTakenBack,
    ResultReleased,
)
from dialogue.events.roles import (
    LeadHandedBack,
    LeadOffered,
    LeadOfferWithdrawn,
    LeadsOthersMarked,
    LeadTaken,
    RoleEvent,
    ScribeAssigned,
)
from dialogue.events.rounds import (
    RoundEnded,
    RoundEvent,
    RoundStarted,
    SilenceEnded,
    SilenceKept,
    TurnPassed,
)
from dialogue.events.seats import (
    AgreementGiven,
    DialogueCreated,
    DoorClosed,
    DoorOpened,
    DoorSet,
    HeadsCounted,
    Knocked,
    KnockGivenUp,
    PresenceMarked,
    SeatEvent,
    SeatLeft,
    SeatRemoved,
    SeatTaken,
    TurnedAway,
    WifiNoted,
)
from dialogue.events.sittings import (
    OptionSwitched,
    SittingEnded,
    SittingEvent,
    SittingStarted,
)
from dialogue.events.slips import (
    SlipClaimed,
    SlipEvent,
)
from dialogue.events.statements import (
    DoubtClosed,
    DoubtRaised,
    LinksSet,
    StatementEvent,
    StatementReworded,
    StatementWritten,
)
from dialogue.events.testing import (
    AnswerTested,
    TestingEvent,
)
from dialogue.events.turns import (
    HandLowered,
    HandRaised,
    ReadyMarked,
    TurnEnded,
    TurnEvent,
    WordGiven,
)

Event = (
    SeatEvent
    | SlipEvent
    | RoleEvent
    | CourseEvent
    | SittingEvent
    | QuietEvent
    | QuestionEvent
    | ExperienceEvent
    | NarrativeEvent
    | FactEvent
    | PointingEvent
    | StatementEvent
    | TestingEvent
    | PositionEvent
    | ConsensusEvent
    | ReleaseEvent
    | LevelEvent
    | TurnEvent
    | RoundEvent
    | NoteEvent
    | InterventionEvent
    | EvaluationEvent
)

__all__ = [
    "AccountWritten",
    "ActionUndone",
    "AgreementGiven",
    "AnswerTested",
    "AnswerWorded",
    "ChairAssigned",
    "ChoiceReasonGiven",
    "ConsensusEvent",
    "ContentResumed",
    "CourseEvent",
    "DialogueClosed",
    "DialogueCreated",
    "DoorClosed",
    "DoorOpened",
    "DoorSet",
    "DoubtClosed",
    "DoubtRaised",
    "EvaluationAnswered",
    "EvaluationEvent",
    "Event",
    "ExaminationPreferenceSet",
    "ExperienceEvent",
    "ExperienceRetitled",
    "ExperienceTold",
    "ExperiencesMarked",
    "FactAnswered",
    "FactAsked",
    "FactEvent",
    "HandLowered",
    "HandRaised",
    "HasExperienceMarked",
    "HeadsCounted",
    "HeatedPointMarked",
    "InterventionEvent",
    "InterventionHidden",
    "InterventionShown",
    "ItemParked",
    "ItemRestored",
    "ItemStruck",
    "ItemUnparked",
    "ItemWithdrawn",
    "KnockGivenUp",
    "Knocked",
    "LeadHandedBack",
    "LeadOfferWithdrawn",
    "LeadOffered",
    "LeadTaken",
    "LeadingReflectedOn",
    "LeadsOthersMarked",
    "LevelEvent",
    "LinksSet",
    "MarksShown",
    "MetaBegun",
    "MetaCalled",
    "MetaEnded",
    "MetaNoteWritten",
    "NarrativeApproved",
    "NarrativeEvent",
    "NarratorAccepted",
    "NarratorAsked",
    "NarratorDeclined",
    "NarratorRequestTakenBack",
    "NoteEvent",
    "NoteRead",
    "NoteSent",
    "ObjectionsEnded",
    "ObservationNoted",
    "OptionSwitched",
    "OutcomeAnswered",
    "OutcomeProposed",
    "OutcomeSettled",
    "OutcomeTakenBack",
    "PassageWorded",
    "PointingEvent",
    "PointingShown",
    "PositionEvent",
    "PositionTaken",
    "PositionsExpired",
    "PositionsShown",
    "PresenceMarked",
    "QuestionChosen",
    "QuestionEvent",
    "QuestionWorded",
    "QuietEvent",
    "QuietWritingBegan",
    "QuietWritingShown",
    "ReadyMarked",
    "ReleaseAnswered",
    "ReleaseEvent",
    "ReleaseOpened",
    "ReleaseTakenBack",
    "RemainderVoiced",
    "ResultReleased",
    "RoleEvent",
    "RoundEnded",
    "RoundEvent",
    "RoundStarted",
    "ScreenTimeReported",
    "ScribeAssigned",
    "SeatEvent",
    "SeatLeft",
    "SeatRemoved",
    "SeatTaken",
    "SentenceCorrected",
    "SentenceWritten",
    "SentencesPointedAt",
    "SilenceEnded",
    "SilenceKept",
    "SittingEnded",
    "SittingEvent",
    "SittingStarted",
    "SlipClaimed",
    "SlipEvent",
    "StageEntered",
    "StatementEvent",
    "StatementReworded",
    "StatementWritten",
    "StrategyMarked",
    "TestingEvent",
    "TurnEnded",
    "TurnEvent",
    "TurnPassed",
    "TurnedAway",
    "WifiNoted",
    "WordGiven",
]
