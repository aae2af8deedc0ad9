"""Who may ask for what, and at which task: one table, from which tests are generated.

A stage accepts a command when it invites to the command's task; `None` means at any time until the dialogue is
closed. Finer conditions (only the owner, only the narrator) stand in the module of the command's family.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dialogue import commands as ask
from dialogue.commands import Command
from dialogue.refusals import Closed, NotAllowed, SeatGone, UnknownSeat, WrongStage
from dialogue.state import Dialogue
from dialogue.vocabulary import Role, SeatId, Task


@dataclass(frozen=True, slots=True)
class Permit:
    """Which roles may ask, and the task that the stage has to invite to."""

    roles: frozenset[Role]
    task: Task | None = None


_LEADS = frozenset({Role.FACILITATOR})
_WRITES = frozenset({Role.FACILITATOR, Role.PARTICIPANT})

PERMITS: Mapping[type[Command], Permit] = {
    ask.OpenDoor: Permit(_LEADS),
    ask.CloseDoor: Permit(_LEADS),
    ask.SeatSomeone: Permit(_LEADS),
    ask.LeaveDialogue: Permit(frozenset({Role.PARTICIPANT, Role.OBSERVER})),
    ask.RemoveSeat: Permit(_LEADS),
    ask.MarkPresence: Permit(_LEADS),
    ask.AgreeToRules: Permit(_WRITES, Task.AGREE),
    ask.MoveToStage: Permit(_LEADS),
    ask.UndoAction: Permit(_LEADS),
    ask.StrikeItem: Permit(_LEADS),
    ask.ParkItem: Permit(_LEADS),
    ask.UnparkItem: Permit(_LEADS),
    ask.WithdrawItem: Permit(_WRITES),
    ask.CloseDialogue: Permit(_LEADS, Task.CONCLUDE),
    ask.WordQuestion: Permit(_WRITES, Task.WORD_QUESTION),
    ask.ChooseQuestion: Permit(_LEADS, Task.WORD_QUESTION),
    ask.TellExperience: Permit(_WRITES, Task.TELL_EXPERIENCES),
    ask.RetitleExperience: Permit(_WRITES, Task.TELL_EXPERIENCES),
    ask.SetExaminationPreference: Permit(_WRITES, Task.TELL_EXPERIENCES),
    ask.MarkExperiences: Permit(_WRITES, Task.CHOOSE_EXPERIENCE),
    ask.ShowMarks: Permit(_LEADS, Task.CHOOSE_EXPERIENCE),
    ask.AskNarrator: Permit(_LEADS, Task.CHOOSE_EXPERIENCE),
    ask.AcceptNarrating: Permit(_WRITES, Task.CHOOSE_EXPERIENCE),
    ask.DeclineNarrating: Permit(_WRITES, Task.CHOOSE_EXPERIENCE),
    ask.WriteSentence: Permit(_WRITES, Task.WRITE_NARRATIVE),
    ask.CorrectSentence: Permit(_WRITES, Task.WRITE_NARRATIVE),
    ask.ApproveNarrative: Permit(_WRITES, Task.WRITE_NARRATIVE),
    ask.MarkHeatedPoint: Permit(_LEADS, Task.WRITE_NARRATIVE),
    ask.WriteStatement: Permit(_WRITES, Task.WRITE_STATEMENTS),
    ask.RewordStatement: Permit(_WRITES, Task.WRITE_STATEMENTS),
    ask.SetLinks: Permit(_LEADS),
    ask.RaiseDoubt: Permit(_WRITES, Task.DOUBT),
    ask.CloseDoubt: Permit(_WRITES, Task.DOUBT),
    ask.WordAnswer: Permit(_LEADS, Task.WORD_ANSWERS),
    ask.VoiceRemainder: Permit(_WRITES, Task.CONCLUDE),
    ask.ProposeOutcome: Permit(_LEADS, Task.CONCLUDE),
    ask.AnswerOutcome: Permit(_WRITES, Task.CONCLUDE),
    ask.SettleOutcome: Permit(_LEADS, Task.CONCLUDE),
    ask.TakeBackOutcome: Permit(_LEADS, Task.CONCLUDE),
    ask.RaiseHand: Permit(_WRITES),
    ask.LowerHand: Permit(_WRITES),
    ask.GiveWord: Permit(_LEADS),
    ask.MarkReady: Permit(_WRITES),
    ask.AnswerEvaluation: Permit(_WRITES, Task.EVALUATE),
}


def check(state: Dialogue, command: Command, by: SeatId) -> None:
    """Raise a refusal when this seat may not ask for that now. Role and membership are those of this moment."""
    seat = state.seats.get(by)
    if seat is None:
        raise UnknownSeat
    if seat.gone:
        raise SeatGone
    if state.closed:
        raise Closed
    permit = PERMITS.get(type(command))
    if permit is None or seat.role not in permit.roles:
        raise NotAllowed
    if permit.task is not None and permit.task not in state.here.tasks:
        raise WrongStage
