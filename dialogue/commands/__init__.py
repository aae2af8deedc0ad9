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
from dialogue.commands.evaluation import (
    AnswerEvaluation,
    EvaluationCommand,
    ReflectOnLeading,
    ReportScreenTime,
)
from dialogue.commands.experiences import (
    AcceptNarrating,
    AskNarrator,
    DeclineNarrating,
    ExperienceCommand,
    GiveChoiceReason,
    MarkExperiences,
    RetitleExperience,
    SetExaminationPreference,
    ShowMarks,
    TellExperience,
    WriteAccount,
)
from dialogue.commands.facts import (
    AnswerFact,
    AskFact,
    FactCommand,
)
from dialogue.commands.interventions import (
    HideIntervention,
    InterventionCommand,
    ShowIntervention,
)
from dialogue.commands.levels import (
    AssignChair,
    CallMeta,
    EndMeta,
    LevelCommand,
    MarkStrategy,
    ResumeContent,
    WriteMetaNote,
)
from dialogue.commands.narrative import (
    ApproveNarrative,
    CorrectSentence,
    MarkHeatedPoint,
    NarrativeCommand,
    WriteSentence,
)
from dialogue.commands.notes import (
    AcknowledgeNote,
    NoteCommand,
    NoteObservation,
    SendNote,
)
from dialogue.commands.pointing import (
    PointAtSentences,
    PointingCommand,
    ShowPointing,
)
from dialogue.commands.positions import (
    PositionCommand,
    ShowPositions,
    TakePosition,
)
from dialogue.commands.question import (
    ChooseQuestion,
    MarkHasExperience,
    QuestionCommand,
    WordQuestion,
)
from dialogue.commands.quiet import (
    BeginQuietWriting,
    QuietCommand,
    ShowQuietWriting,
)
from dialogue.commands.release import (
    AnswerRelease,
    EndObjections,
    OpenRelease,
    ReleaseCommand,
    ReleaseResult,
    TakeBackRelease,
    WordPassage,
)
from dialogue.commands.roles import (
    AssignScribe,
    HandBackLead,
    MarkLeadsOthers,
    OfferLead,
    RoleCommand,
    TakeLead,
    WithdrawLeadOffer,
)
from dialogue.commands.rounds import (
    EndRound,
    EndSilence,
    KeepSilence,
    PassTurn,
    RoundCommand,
    StartRound,
)
from dialogue.commands.seats import (
    AdmitSeat,
    AgreeToRules,
    CloseDoor,
    CountHeads,
    LeaveDialogue,
    MarkPresence,
    NoteWifi,
    OpenDoor,
    RemoveSeat,
    SeatCommand,
    SeatSomeone,
    SetDoor,
    TakeSeat,
    TurnAway,
)
from dialogue.commands.sittings import (
    EndSitting,
    SittingCommand,
    StartSitting,
    SwitchOption,
)
from dialogue.commands.slips import (
    ClaimSlip,
    PrintSlips,
    SlipCommand,
)
from dialogue.commands.statements import (
    CloseDoubt,
    RaiseDoubt,
    RewordStatement,
    SetLinks,
    StatementCommand,
    WriteStatement,
)
from dialogue.commands.testing import (
    TestAnswer,
    TestingCommand,
)
from dialogue.commands.turns import (
    EndTurn,
    GiveWord,
    LowerHand,
    MarkReady,
    RaiseHand,
    TurnCommand,
)

Command = (
    SeatCommand
    | SlipCommand
    | RoleCommand
    | CourseCommand
    | SittingCommand
    | QuietCommand
    | QuestionCommand
    | ExperienceCommand
    | NarrativeCommand
    | FactCommand
    | PointingCommand
    | StatementCommand
    | TestingCommand
    | PositionCommand
    | ConsensusCommand
    | ReleaseCommand
    | LevelCommand
    | TurnCommand
    | RoundCommand
    | NoteCommand
    | InterventionCommand
    | EvaluationCommand
)

__all__ = [
    "AcceptNarrating",
    "AcknowledgeNote",
    "AdmitSeat",
    "AgreeToRules",
    "AnswerEvaluation",
    "AnswerFact",
    "AnswerOutcome",
    "AnswerRelease",
    "ApproveNarrative",
    "AskFact",
    "AskNarrator",
    "AssignChair",
    "AssignScribe",
    "BeginQuietWriting",
    "CallMeta",
    "ChooseQuestion",
    "ClaimSlip",
    "CloseDialogue",
    "CloseDoor",
    "CloseDoubt",
    "Command",
    "ConsensusCommand",
    "CorrectSentence",
    "CountHeads",
    "CourseCommand",
    "DeclineNarrating",
    "EndMeta",
    "EndObjections",
    "EndRound",
    "EndSilence",
    "EndSitting",
    "EndTurn",
    "EvaluationCommand",
    "ExperienceCommand",
    "FactCommand",
    "GiveChoiceReason",
    "GiveWord",
    "HandBackLead",
    "HideIntervention",
    "InterventionCommand",
    "KeepSilence",
    "LeaveDialogue",
    "LevelCommand",
    "LowerHand",
    "MarkExperiences",
    "MarkHasExperience",
    "MarkHeatedPoint",
    "MarkLeadsOthers",
    "MarkPresence",
    "MarkReady",
    "MarkStrategy",
    "MoveToStage",
    "NarrativeCommand",
    "NoteCommand",
    "NoteObservation",
    "NoteWifi",
    "OfferLead",
    "OpenDoor",
    "OpenRelease",
    "ParkItem",
    "PassTurn",
    "PointAtSentences",
    "PointingCommand",
    "PositionCommand",
    "PrintSlips",
    "ProposeOutcome",
    "QuestionCommand",
    "QuietCommand",
    "RaiseDoubt",
    "RaiseHand",
    "ReflectOnLeading",
    "ReleaseCommand",
    "ReleaseResult",
    "RemoveSeat",
    "ReportScreenTime",
    "ResumeContent",
    "RetitleExperience",
    "RewordStatement",
    "RoleCommand",
    "RoundCommand",
    "SeatCommand",
    "SeatSomeone",
    "SendNote",
    "SetDoor",
    "SetExaminationPreference",
    "SetLinks",
    "SettleOutcome",
    "ShowIntervention",
    "ShowMarks",
    "ShowPointing",
    "ShowPositions",
    "ShowQuietWriting",
    "SittingCommand",
    "SlipCommand",
    "StartRound",
    "StartSitting",
    "StatementCommand",
    "StrikeItem",
    "SwitchOption",
    "TakeBackOutcome",
    "TakeBackRelease",
    "TakeLead",
    "TakePosition",
    "TakeSeat",
    "TellExperience",
    "TestAnswer",
    "TestingCommand",
    "TurnAway",
    "TurnCommand",
    "UndoAction",
    "UnparkItem",
    "VoiceRemainder",
    "WithdrawItem",
    "WithdrawLeadOffer",
    "WordAnswer",
    "WordPassage",
    "WordQuestion",
    "WriteAccount",
    "WriteMetaNote",
    "WriteSentence",
    "WriteStatement",
]
