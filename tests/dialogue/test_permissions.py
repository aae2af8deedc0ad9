"""Every role asks for every command in every stage; the table of permissions says what comes of it."""

from __future__ import annotations

from random import Random

import pytest

from dialogue import commands as ask
from dialogue.commands import Command
from dialogue.events import StageEntered
from dialogue.methods import DEFAULT_METHOD
from dialogue.refusals import Closed, NotAllowed, Refusal, SeatGone, WrongStage
from dialogue.rules import decide
from dialogue.rules.permissions import PERMITS, check
from dialogue.state import Dialogue, evolve
from dialogue.vocabulary import Role, SeatId, StageKey
from tests.dialogue.anything import COMMANDS, any_command
from tests.dialogue.scene import Scene

BY_PARTICIPANTS = {
    ask.AgreeToRules,
    ask.LeaveDialogue,
    ask.WithdrawItem,
    ask.WordQuestion,
    ask.TellExperience,
    ask.RetitleExperience,
    ask.SetExaminationPreference,
    ask.MarkExperiences,
    ask.AcceptNarrating,
    ask.DeclineNarrating,
    ask.WriteSentence,
    ask.CorrectSentence,
    ask.ApproveNarrative,
    ask.WriteStatement,
    ask.RewordStatement,
    ask.RaiseDoubt,
    ask.CloseDoubt,
    ask.VoiceRemainder,
    ask.AnswerOutcome,
    ask.RaiseHand,
    ask.LowerHand,
    ask.MarkReady,
    ask.AnswerEvaluation,
}
STAGES = [stage.key for stage in DEFAULT_METHOD.stages]


@pytest.fixture(scope="module")
def scene() -> Scene:
    """A dialogue in which there is something of everything."""
    scene = Scene().answer()
    scene.bela.doubts(scene.core, "Was it safe?")
    scene.bela.keeps("dissent", scene.worded, "Not for newcomers.")
    scene.lead.proposes("open", "Who answers for it?")
    return scene


def at(state: Dialogue, stage: StageKey) -> Dialogue:
    """The same dialogue at another stage."""
    return evolve(state, StageEntered(stage, state.stage), 0)


def seat_of(scene: Scene, role: Role) -> SeatId:
    """A seat with this role."""
    seats = {Role.FACILITATOR: scene.lead, Role.PARTICIPANT: scene.alice, Role.OBSERVER: scene.mentor}
    return seats[role].seat


def expected(kind: type[Command], role: Role, stage: StageKey) -> type[Refusal] | None:
    """What the table says, read by hand."""
    if stage is StageKey.CLOSED:
        return Closed
    permit = PERMITS.get(kind)
    if permit is None or role not in permit.roles:
        return NotAllowed
    invited = permit.task is None or permit.task in DEFAULT_METHOD.stage(stage).tasks
    return None if invited else WrongStage


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("role", Role)
def test_the_table_decides_for_every_command(scene: Scene, role: Role, stage: StageKey) -> None:
    state, seat, pick = at(scene.room.state, stage), seat_of(scene, role), Random(7).choice
    for kind in COMMANDS:
        if kind is ask.TakeSeat:
            continue
        command = any_command(kind, state, pick, lambda: "Some words")
        wanted = expected(kind, role, stage)
        if wanted is None:
            check(state, command, seat)
        else:
            with pytest.raises(wanted):
                decide(state, command, seat, "fresh")


def test_every_command_has_a_row_but_the_one_that_the_door_asks() -> None:
    assert set(PERMITS) == set(COMMANDS) - {ask.TakeSeat}


def test_participants_may_ask_for_this_and_nothing_else() -> None:
    assert {kind for kind, permit in PERMITS.items() if Role.PARTICIPANT in permit.roles} == BY_PARTICIPANTS


def test_an_observer_may_only_leave() -> None:
    assert {kind for kind, permit in PERMITS.items() if Role.OBSERVER in permit.roles} == {ask.LeaveDialogue}


def test_whoever_has_left_may_do_nothing_more(scene: Scene) -> None:
    left = Scene()
    left.alice.leaves()
    for kind in COMMANDS:
        if kind is not ask.TakeSeat:
            command = any_command(kind, left.room.state, Random(7).choice, lambda: "Some words")
            with pytest.raises(SeatGone):
                decide(left.room.state, command, left.alice.seat, "fresh")


def test_nobody_takes_the_facilitators_seat_by_the_door() -> None:
    scene = Scene()
    with scene.room.refuses("not_allowed", "role"):
        scene.room.joins("Mallory", Role.FACILITATOR)
