"""Every role asks for every command in every stage of every method; the table of permissions says what comes of it."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from dialogue import commands as ask
from dialogue.commands import Command
from dialogue.events import MetaBegun, MetaCalled, SittingEnded, StageEntered
from dialogue.method import Method, Plan, PlannedStage
from dialogue.methods import METHODS
from dialogue.refusals import (
    Closed,
    MetaInProgress,
    NotAllowed,
    OptionOff,
    Refusal,
    Resting,
    SeatGone,
    UnknownSeat,
    WrongStage,
)
from dialogue.rules import OF_THE_SERVER, decide
from dialogue.rules.permissions import PERMITS, check
from dialogue.state import Dialogue, evolve
from dialogue.vocabulary import ItemId, PlanOption, Role, SeatId, StageKey, Task
from tests.cast import Room
from tests.dialogue.anything import COMMANDS, any_command
from tests.dialogue.scene import Scene

BY_PARTICIPANTS = {
    ask.AgreeToRules,
    ask.LeaveDialogue,
    ask.WithdrawItem,
    ask.WordQuestion,
    ask.MarkHasExperience,
    ask.TellExperience,
    ask.WriteAccount,
    ask.RetitleExperience,
    ask.SetExaminationPreference,
    ask.MarkExperiences,
    ask.GiveChoiceReason,
    ask.AcceptNarrating,
    ask.DeclineNarrating,
    ask.WriteSentence,
    ask.CorrectSentence,
    ask.ApproveNarrative,
    ask.AskFact,
    ask.AnswerFact,
    ask.PointAtSentences,
    ask.WriteStatement,
    ask.RewordStatement,
    ask.RaiseDoubt,
    ask.CloseDoubt,
    ask.TakePosition,
    ask.VoiceRemainder,
    ask.AnswerOutcome,
    ask.WordPassage,
    ask.AnswerRelease,
    ask.CallMeta,
    ask.WriteMetaNote,
    ask.EndMeta,
    ask.RaiseHand,
    ask.LowerHand,
    ask.EndTurn,
    ask.PassTurn,
    ask.MarkReady,
    ask.SendNote,
    ask.AnswerEvaluation,
    ask.ReportScreenTime,
}
BY_OBSERVERS = {ask.LeaveDialogue, ask.WithdrawItem, ask.SendNote, ask.NoteObservation}
# Who helps to lead writes, enters for people without a device and parks; the course is not theirs to move.
BY_THE_FACILITATOR_ALONE = {
    ask.OpenDoor,
    ask.CloseDoor,
    ask.SetDoor,
    ask.RemoveSeat,
    ask.HandBackLead,
    ask.AssignScribe,
    ask.MoveToStage,
    ask.UndoAction,
    ask.StrikeItem,
    ask.CloseDialogue,
    ask.SwitchOption,
    ask.EndSitting,
    ask.StartSitting,
    ask.BeginQuietWriting,
    ask.ShowQuietWriting,
    ask.ChooseQuestion,
    ask.ShowMarks,
    ask.AskNarrator,
    ask.ShowPointing,
    ask.ShowPositions,
    ask.ProposeOutcome,
    ask.SettleOutcome,
    ask.TakeBackOutcome,
    ask.OpenRelease,
    ask.TakeBackRelease,
    ask.ReleaseResult,
    ask.MarkStrategy,
    ask.ResumeContent,
    ask.AssignChair,
    ask.GiveWord,
    ask.StartRound,
    ask.EndRound,
    ask.KeepSilence,
    ask.EndSilence,
    ask.AcknowledgeNote,
    ask.ShowIntervention,
    ask.HideIntervention,
    ask.ReflectOnLeading,
}
# The place, the roles and the talk itself go on while the matter waits.
NEVER_WAITS = {
    ask.OpenDoor,
    ask.CloseDoor,
    ask.SetDoor,
    ask.AdmitSeat,
    ask.TurnAway,
    ask.CountHeads,
    ask.NoteWifi,
    ask.SeatSomeone,
    ask.LeaveDialogue,
    ask.RemoveSeat,
    ask.MarkPresence,
    ask.AgreeToRules,
    ask.PrintSlips,
    ask.ClaimSlip,
    ask.TakeLead,
    ask.HandBackLead,
    ask.AssignScribe,
    ask.MarkLeadsOthers,
    ask.UndoAction,
    ask.ParkItem,
    ask.UnparkItem,
    ask.WithdrawItem,
    ask.SwitchOption,
    ask.StartSitting,
    ask.CallMeta,
    ask.AssignChair,
    ask.WriteMetaNote,
    ask.EndMeta,
    ask.RaiseHand,
    ask.LowerHand,
    ask.GiveWord,
    ask.EndTurn,
    ask.StartRound,
    ask.PassTurn,
    ask.EndRound,
    ask.KeepSilence,
    ask.EndSilence,
    ask.SendNote,
    ask.AcknowledgeNote,
    ask.NoteObservation,
    ask.ShowIntervention,
    ask.HideIntervention,
}
NEEDS = {
    ask.BeginQuietWriting: PlanOption.QUIET_WRITING,
    ask.WriteAccount: PlanOption.ACCOUNTS,
    ask.PointAtSentences: PlanOption.POINTING,
    ask.ShowPointing: PlanOption.POINTING,
    ask.TestAnswer: PlanOption.TESTS,
    ask.TakePosition: PlanOption.POSITIONS,
    ask.ShowPositions: PlanOption.POSITIONS,
}
WAYS = ("content", "meta", "resting", "options_off")


def everything(method: Method) -> Plan:
    """A plan with every stage and every option that the method has a place for."""
    forms = {PlanOption.FIVE_ITEM_EVALUATION, PlanOption.SEVEN_ITEM_EVALUATION}
    options = tuple(option for option in PlanOption if method.offers(option) and option not in forms)
    stages = tuple(PlannedStage(key, 5) for key in method.keys if key is not StageKey.CLOSED)
    return Plan(stages, options)


class Led:
    """A dialogue led by one method, with a seat of every role."""

    def __init__(self, method: Method) -> None:
        scene = Scene(Room(plan=everything(method), method=method))
        helper, slip = scene.room.co_facilitator("Cora"), scene.lead.prints_slips("4711")[0]
        self.seats = {
            Role.FACILITATOR: scene.lead.seat,
            Role.CO_FACILITATOR: helper.seat,
            Role.PARTICIPANT: scene.alice.seat,
            Role.OBSERVER: scene.mentor.seat,
            Role.SLIP: slip.seat,
        }
        self.method = method
        self.stages = tuple(key for key in method.keys if key is not StageKey.CLOSED)
        self.state = scene.room.state

    def at(self, stage: StageKey, way: str) -> Dialogue:
        """The same dialogue at another stage, and in another way."""
        state = evolve(self.state, StageEntered(stage, self.state.stage), 0)
        match way:
            case "meta":
                called = evolve(state, MetaCalled(ItemId("meta"), 1, None), 0)
                return evolve(called, MetaBegun(ItemId("meta")), 0)
            case "resting":
                return evolve(state, SittingEnded(1), 0)
            case "options_off":
                return state.but(options=frozenset())
            case _:
                return state


def expected(led: Led, kind: type[Command], role: Role, stage: StageKey, way: str) -> type[Refusal] | None:
    """What the table says, read by hand: who, at which task, with which option, and whether the matter waits."""
    if role not in roles(kind):
        return NotAllowed
    task = PERMITS[kind].task
    if task is not None and task not in led.method.stage(stage).tasks:
        return WrongStage
    if kind in NEEDS and (way == "options_off" or not led.method.offers(NEEDS[kind])):
        return OptionOff
    if kind in NEVER_WAITS:
        return None
    return {"meta": MetaInProgress, "resting": Resting}.get(way)


def roles(kind: type[Command]) -> set[Role]:
    """Who may ask for this, read off the lists above."""
    who = {Role.FACILITATOR} if kind in BY_THE_FACILITATOR_ALONE else {Role.FACILITATOR, Role.CO_FACILITATOR}
    if kind in {ask.TakeLead, ask.LeaveDialogue, ask.SendNote}:
        who = {Role.CO_FACILITATOR}
    if kind in {ask.NoteObservation, ask.ReportScreenTime}:
        who = set()
    if kind in BY_PARTICIPANTS:
        who.add(Role.PARTICIPANT)
    if kind in BY_OBSERVERS:
        who.add(Role.OBSERVER)
    return who


@pytest.fixture(scope="module", params=list(METHODS.values()), ids=lambda method: f"{method.key}_{method.version}")
def led(request: pytest.FixtureRequest) -> Led:
    """A dialogue led by each of the methods."""
    return Led(request.param)


@pytest.mark.parametrize("way", WAYS)
def test_the_table_decides_for_every_command_in_every_stage(led: Led, way: str) -> None:
    pick, asked = Random(7).choice, 0
    for stage in led.stages:
        state = led.at(stage, way)
        for kind in PERMITS:
            command = any_command(kind, state, pick, lambda: "Some words")
            for role, seat in led.seats.items():
                wanted = expected(led, kind, role, stage, way)
                asked += 1
                assert refused(state, command, seat, first=wanted is None) is wanted, (stage, role, kind)
    assert asked == len(led.stages) * len(PERMITS) * len(Role)


def refused(state: Dialogue, command: Command, seat: SeatId, *, first: bool) -> type[Refusal] | None:
    """The refusal that a seat meets; of `first` alone, the table's, for a command that its family looks at next."""
    try:
        if first:
            check(state, command, seat)
        else:
            decide(state, command, seat, "fresh")
    except Refusal as refusal:
        return type(refusal)
    return None


def test_in_a_closed_dialogue_nothing_is_asked_for(led: Led) -> None:
    state = led.at(StageKey.CLOSED, "content")
    for kind in PERMITS:
        command = any_command(kind, state, Random(7).choice, lambda: "Some words")
        assert {refused(state, command, seat, first=False) for seat in led.seats.values()} == {Closed}


def test_whoever_has_left_and_whoever_never_came_may_do_nothing(led: Led) -> None:
    for stage in led.stages:
        for way in WAYS:
            state = led.at(stage, way)
            for seat in led.seats.values():
                state = state.with_seat(replace(state.seats[seat], gone=True))
            for kind in PERMITS:
                command = any_command(kind, state, Random(7).choice, lambda: "Some words")
                gone = {refused(state, command, seat, first=False) for seat in led.seats.values()}
                assert gone == {SeatGone}
                assert refused(state, command, SeatId("nobody"), first=False) is UnknownSeat


def test_every_command_has_a_row_but_those_that_the_server_asks() -> None:
    assert set(PERMITS) == set(COMMANDS) - OF_THE_SERVER


def test_the_table_is_what_the_lists_say() -> None:
    assert {kind: permit.roles for kind, permit in PERMITS.items()} == {kind: roles(kind) for kind in PERMITS}
    assert {kind for kind, permit in PERMITS.items() if not permit.waits} == NEVER_WAITS
    assert {kind: permit.option for kind, permit in PERMITS.items() if permit.option} == NEEDS


def test_every_task_is_one_that_some_command_belongs_to() -> None:
    assert {permit.task for permit in PERMITS.values()} - {None} == set(Task)


@pytest.mark.parametrize("role", [Role.FACILITATOR, Role.SLIP])
def test_nobody_takes_such_a_seat_by_the_door(role: Role) -> None:
    scene = Scene()
    with scene.room.refuses("not_allowed", "role"):
        scene.room.joins("Mallory", role)
