"""Who may ask for what, and at which task: one table, from which tests are generated.

A stage accepts a command when it invites to the command's task; `None` means at any time until the dialogue is
closed. Finer conditions (only the owner, only the narrator) stand in the module of the command's family.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dialogue import commands as ask
from dialogue.commands import Command
from dialogue.refusals import Closed, MetaInProgress, NotAllowed, OptionOff, Resting, SeatGone, UnknownSeat, WrongStage
from dialogue.state import Dialogue
from dialogue.vocabulary import PlanOption, Role, SeatId, Task


@dataclass(frozen=True, slots=True)
class Permit:
    """Which roles may ask, the task that the stage has to invite to, the option that has to be on.

    `waits`: refused while the group talks about how it works together, and between two sittings.
    """

    roles: frozenset[Role]
    task: Task | None = None
    option: PlanOption | None = None
    waits: bool = True


_LEADS = frozenset({Role.FACILITATOR})
_HELPS = frozenset({Role.FACILITATOR, Role.CO_FACILITATOR})
_WRITES = frozenset({Role.FACILITATOR, Role.CO_FACILITATOR, Role.PARTICIPANT})
_EVERYONE = _WRITES | {Role.OBSERVER}

PERMITS: Mapping[type[Command], Permit] = {
    # the place
    ask.OpenDoor: Permit(_LEADS, waits=False),
    ask.CloseDoor: Permit(_LEADS, waits=False),
    ask.SetDoor: Permit(_LEADS, waits=False),
    ask.AdmitSeat: Permit(_HELPS, waits=False),
    ask.TurnAway: Permit(_HELPS, waits=False),
    ask.CountHeads: Permit(_HELPS, waits=False),
    ask.NoteWifi: Permit(_HELPS, waits=False),
    ask.SeatSomeone: Permit(_HELPS, waits=False),
    ask.LeaveDialogue: Permit(_EVERYONE - _LEADS, waits=False),
    ask.RemoveSeat: Permit(_LEADS, waits=False),
    ask.MarkPresence: Permit(_HELPS, waits=False),
    ask.AgreeToRules: Permit(_WRITES, Task.AGREE, waits=False),
    ask.PrintSlips: Permit(_HELPS, waits=False),
    ask.ClaimSlip: Permit(_HELPS, waits=False),
    # roles
    ask.TakeLead: Permit(frozenset({Role.CO_FACILITATOR}), waits=False),
    ask.HandBackLead: Permit(_LEADS, waits=False),
    ask.AssignScribe: Permit(_LEADS, waits=False),
    ask.MarkLeadsOthers: Permit(_HELPS, waits=False),
    # the course
    ask.MoveToStage: Permit(_LEADS),
    # What may be done while the matter waits may be undone meanwhile (rules.undo).
    ask.UndoAction: Permit(_LEADS, waits=False),
    ask.StrikeItem: Permit(_LEADS),
    ask.ParkItem: Permit(_HELPS, waits=False),
    ask.UnparkItem: Permit(_HELPS, waits=False),
    ask.WithdrawItem: Permit(_EVERYONE, waits=False),
    ask.CloseDialogue: Permit(_LEADS, Task.CONCLUDE),
    # what leaves the room
    ask.OpenRelease: Permit(_LEADS, Task.CONCLUDE),
    ask.TakeBackRelease: Permit(_LEADS, Task.CONCLUDE),
    ask.WordPassage: Permit(_WRITES, Task.CONCLUDE),
    ask.AnswerRelease: Permit(_WRITES, Task.CONCLUDE),
    ask.ReleaseResult: Permit(_LEADS, Task.CONCLUDE),
    ask.SwitchOption: Permit(_LEADS, waits=False),
    ask.EndSitting: Permit(_LEADS),
    ask.StartSitting: Permit(_LEADS, waits=False),
    ask.BeginQuietWriting: Permit(_LEADS, option=PlanOption.QUIET_WRITING),
    ask.ShowQuietWriting: Permit(_LEADS),
    # the question
    ask.WordQuestion: Permit(_WRITES, Task.WORD_QUESTION),
    ask.ChooseQuestion: Permit(_LEADS, Task.WORD_QUESTION),
    ask.MarkHasExperience: Permit(_WRITES, Task.WORD_QUESTION),
    # experiences, and the choice of one
    ask.TellExperience: Permit(_WRITES, Task.TELL_EXPERIENCES),
    ask.WriteAccount: Permit(_WRITES, Task.TELL_EXPERIENCES, PlanOption.ACCOUNTS),
    ask.RetitleExperience: Permit(_WRITES, Task.TELL_EXPERIENCES),
    ask.SetExaminationPreference: Permit(_WRITES, Task.TELL_EXPERIENCES),
    ask.MarkExperiences: Permit(_WRITES, Task.CHOOSE_EXPERIENCE),
    ask.GiveChoiceReason: Permit(_WRITES, Task.CHOOSE_EXPERIENCE),
    ask.ShowMarks: Permit(_LEADS, Task.CHOOSE_EXPERIENCE),
    ask.AskNarrator: Permit(_LEADS, Task.CHOOSE_EXPERIENCE),
    ask.AcceptNarrating: Permit(_WRITES, Task.CHOOSE_EXPERIENCE),
    ask.DeclineNarrating: Permit(_WRITES, Task.CHOOSE_EXPERIENCE),
    # the narrative
    ask.WriteSentence: Permit(_WRITES, Task.WRITE_NARRATIVE),
    ask.CorrectSentence: Permit(_WRITES, Task.WRITE_NARRATIVE),
    ask.ApproveNarrative: Permit(_WRITES, Task.WRITE_NARRATIVE),
    ask.MarkHeatedPoint: Permit(_HELPS, Task.WRITE_NARRATIVE),
    ask.AskFact: Permit(_WRITES, Task.WRITE_NARRATIVE),
    ask.AnswerFact: Permit(_WRITES, Task.WRITE_NARRATIVE),
    ask.PointAtSentences: Permit(_WRITES, Task.POINT, PlanOption.POINTING),
    ask.ShowPointing: Permit(_LEADS, Task.POINT, PlanOption.POINTING),
    # the ladder
    ask.WriteStatement: Permit(_WRITES, Task.WRITE_STATEMENTS),
    ask.RewordStatement: Permit(_WRITES, Task.WRITE_STATEMENTS),
    ask.SetLinks: Permit(_HELPS),
    ask.RaiseDoubt: Permit(_WRITES, Task.DOUBT),
    ask.CloseDoubt: Permit(_WRITES, Task.DOUBT),
    # the way to an outcome
    ask.WordAnswer: Permit(_HELPS, Task.WORD_ANSWERS),
    ask.TestAnswer: Permit(_HELPS, Task.TEST, PlanOption.TESTS),
    ask.TakePosition: Permit(_WRITES, Task.TAKE_POSITIONS, PlanOption.POSITIONS),
    ask.ShowPositions: Permit(_LEADS, Task.TAKE_POSITIONS, PlanOption.POSITIONS),
    ask.VoiceRemainder: Permit(_WRITES, Task.CONCLUDE),
    ask.ProposeOutcome: Permit(_LEADS, Task.CONCLUDE),
    ask.AnswerOutcome: Permit(_WRITES, Task.CONCLUDE),
    ask.SettleOutcome: Permit(_LEADS, Task.CONCLUDE),
    ask.TakeBackOutcome: Permit(_LEADS, Task.CONCLUDE),
    # levels
    ask.MarkStrategy: Permit(_LEADS),
    ask.ResumeContent: Permit(_LEADS),
    ask.CallMeta: Permit(_WRITES, waits=False),
    ask.AssignChair: Permit(_LEADS, waits=False),
    ask.WriteMetaNote: Permit(_WRITES, waits=False),
    ask.EndMeta: Permit(_WRITES, waits=False),
    # turns
    ask.RaiseHand: Permit(_WRITES, waits=False),
    ask.LowerHand: Permit(_WRITES, waits=False),
    ask.GiveWord: Permit(_LEADS, waits=False),
    ask.EndTurn: Permit(_WRITES, waits=False),
    ask.MarkReady: Permit(_WRITES),
    ask.StartRound: Permit(_LEADS, waits=False),
    ask.PassTurn: Permit(_WRITES, waits=False),
    ask.EndRound: Permit(_LEADS, waits=False),
    ask.KeepSilence: Permit(_LEADS, waits=False),
    ask.EndSilence: Permit(_LEADS, waits=False),
    ask.SendNote: Permit(_EVERYONE - _LEADS, waits=False),
    ask.AcknowledgeNote: Permit(_LEADS, waits=False),
    ask.NoteObservation: Permit(frozenset({Role.OBSERVER}), waits=False),
    ask.ShowIntervention: Permit(_LEADS, waits=False),
    ask.HideIntervention: Permit(_LEADS, waits=False),
    # looking back
    ask.AnswerEvaluation: Permit(_WRITES, Task.EVALUATE),
    ask.ReflectOnLeading: Permit(_LEADS, Task.EVALUATE),
    ask.ReportScreenTime: Permit(frozenset({Role.PARTICIPANT}), Task.EVALUATE),
}


def check(state: Dialogue, command: Command, by: SeatId) -> None:
    """Raise a refusal when this seat may not ask for that now. Role and membership are those of this moment.

    Who knocks has no seat yet, and may do one thing: go away again.
    """
    if by in state.knocking and isinstance(command, ask.LeaveDialogue):
        return
    seat = state.seats.get(by)
    if seat is None:
        raise SeatGone if by in state.turned_away else UnknownSeat
    if seat.gone:
        raise SeatGone
    if state.closed:
        raise Closed
    permit = PERMITS.get(type(command))
    if permit is None or seat.role not in permit.roles:
        raise NotAllowed
    if permit.task is not None and permit.task not in state.here.tasks:
        raise WrongStage
    if permit.option is not None and permit.option not in state.options:
        raise OptionOff
    if permit.waits and state.in_meta:
        raise MetaInProgress
    if permit.waits and state.resting:
        raise Resting
