"""Everything that someone can ask for in a dialogue, imperative and frozen."""

from __future__ import annotations

from dialogue.commands.consensus import (
    AnswerOutcome,
    ConsensusCommand,
    ProposeOutcome,
    SettleOutcome,
    TakeBackOutcome,
    VoiceRemainder,
    WordAnswer,
)
from dialogue.commands.course import (
    CloseDialogue,
    CourseCommand,
    MoveToStage,
    ParkItem,
    StrikeItem,
    UndoAction,
    UnparkItem,
    WithdrawItem,
)
from dialogue.commands.experiences import (
    AcceptNarrating,
    AskNarrator,
    DeclineNarrating,
    ExperienceCommand,
    MarkExperiences,
    RetitleExperience,
    SetExaminationPreference,
    ShowMarks,
    TellExperience,
)
from dialogue.commands.narrative import (
    ApproveNarrative,
    CorrectSentence,
    MarkHeatedPoint,
    NarrativeCommand,
    WriteSentence,
)
from dialogue.commands.question import (
    ChooseQuestion,
    QuestionCommand,
    WordQuestion,
)
from dialogue.commands.seats import (
    AgreeToRules,
    CloseDoor,
    LeaveDialogue,
    MarkPresence,
    OpenDoor,
    RemoveSeat,
    SeatCommand,
    SeatSomeone,
    TakeSeat,
)
from dialogue.commands.statements import (
    CloseDoubt,
    RaiseDoubt,
    RewordStatement,
    SetLinks,
    StatementCommand,
    WriteStatement,
)
from dialogue.commands.turns import (
    AnswerEvaluation,
    GiveWord,
    LowerHand,
    MarkReady,
    RaiseHand,
    TurnCommand,
)

Command = (
    SeatCommand
    | CourseCommand
    | QuestionCommand
    | ExperienceCommand
    | NarrativeCommand
    | StatementCommand
    | ConsensusCommand
    | TurnCommand
)

__all__ = [
    "AcceptNarrating",
    "AgreeToRules",
    "AnswerEvaluation",
    "AnswerOutcome",
    "ApproveNarrative",
    "AskNarrator",
    "ChooseQuestion",
    "CloseDialogue",
    "CloseDoor",
    "CloseDoubt",
    "Command",
    "ConsensusCommand",
    "CorrectSentence",
    "CourseCommand",
    "DeclineNarrating",
    "ExperienceCommand",
    "GiveWord",
    "LeaveDialogue",
    "LowerHand",
    "MarkExperiences",
    "MarkHeatedPoint",
    "MarkPresence",
    "MarkReady",
    "MoveToStage",
    "NarrativeCommand",
    "OpenDoor",
    "ParkItem",
    "ProposeOutcome",
    "QuestionCommand",
    "RaiseDoubt",
    "RaiseHand",
    "RemoveSeat",
    "RetitleExperience",
    "RewordStatement",
    "SeatCommand",
    "SeatSomeone",
    "SetExaminationPreference",
    "SetLinks",
    "SettleOutcome",
    "ShowMarks",
    "StatementCommand",
    "StrikeItem",
    "TakeBackOutcome",
    "TakeSeat",
    "TellExperience",
    "TurnCommand",
    "UndoAction",
    "UnparkItem",
    "VoiceRemainder",
    "WithdrawItem",
    "WordAnswer",
    "WordQuestion",
    "WriteSentence",
    "WriteStatement",
]
