"""Hints on the way to an answer that all can carry: its tests, and the question that must be asked aloud."""

from __future__ import annotations

from dialogue.coach.hint import Hint, HintKey
from dialogue.coach.ladder import doubt_open
from dialogue.coach.wall import Wall
from dialogue.state.items import Test
from dialogue.state.whole import Dialogue
from dialogue.vocabulary import ItemId, Matter, OutcomeKind, OutcomeState, PlanOption, TestResult

_AGREED = frozenset({OutcomeKind.CONSENSUS, OutcomeKind.CONSENSUS_WITH_RESERVATIONS})
_DID_NOT_FIT = frozenset({TestResult.DOES_NOT_HOLD, TestResult.HOLDS_IF_REWORDED})


def counterexample_stands(wall: Wall) -> Hint | None:
    """An experience of the group speaks against the answer as it is worded now: a counterexample reopens the wording
    (method.md section 2)."""
    against = [
        experience
        for experience, test in _tests_of(wall, wall.state.answer.id if wall.state.answer else None).items()
        if test.result is TestResult.DOES_NOT_HOLD and test.matter is Matter.COUNTEREXAMPLE
    ]
    return Hint(HintKey.COUNTEREXAMPLE_STANDS, against[0], len(against)) if against else None


def to_test_again(wall: Wall) -> Hint | None:
    """An experience did not fit an earlier wording, and nobody has looked whether it fits the new one.

    A hint, never a gate (method.md section 2).
    """
    waiting = _did_not_fit(wall)
    return Hint(HintKey.TEST_AGAIN, waiting[0], len(waiting)) if waiting else None


def not_tested(wall: Wall) -> Hint | None:
    """The answer came from one experience and was not tested on another that the group told (method.md section 2)."""
    if wall.state.answer is None or PlanOption.TESTS not in wall.state.options:
        return None
    looked_at = {*_tests_of(wall, wall.state.answer.id), *_did_not_fit(wall), wall.state.chosen}
    waiting = [told.id for told in wall.on(wall.state.experiences) if told.id not in looked_at]
    return Hint(HintKey.TEST_MISSING, waiting[0], len(waiting)) if waiting else None


def not_asked_aloud(wall: Wall) -> Hint | None:
    """Agreement is near, or proposed, and "Who still doubts?" was not asked about this wording.

    Consensus means that nobody has a doubt when asked aloud (method.md section 0).
    """
    if wall.state.answer is None or wall.state.asked_aloud == wall.state.answer.id:
        return None
    outcome = wall.state.outcomes.get(wall.state.outcome) if wall.state.outcome else None
    near = outcome.kind in _AGREED if outcome else not doubt_open(wall)
    return Hint(HintKey.NOT_ASKED_ALOUD, wall.state.answer.id) if near else None


def settled(state: Dialogue) -> bool:
    """Whether the group has settled how the dialogue ends."""
    return state.outcome is not None and state.outcomes[state.outcome].state is OutcomeState.SETTLED


def _tests_of(wall: Wall, answer: ItemId | None) -> dict[ItemId, Test]:
    """By experience the last word on this version of the answer: a later test takes the place of an earlier one."""
    told = {experience.id for experience in wall.on(wall.state.experiences)}
    tests = [test for test in wall.on(wall.state.tests) if test.answer == answer and test.experience in told]
    return {test.experience: test for test in tests}


def _did_not_fit(wall: Wall) -> list[ItemId]:
    """Experiences whose last test, of whatever version, said that the wording did not fit."""
    if wall.state.answer is None or PlanOption.TESTS not in wall.state.options:
        return []
    told = [experience.id for experience in wall.on(wall.state.experiences)]
    last = {test.experience: test for test in wall.on(wall.state.tests)}
    now = _tests_of(wall, wall.state.answer.id)
    return [key for key in told if key in last and key not in now and last[key].result in _DID_NOT_FIT]
