"""A dialogue replays under the method, the version and the plan it was started with."""

from __future__ import annotations

from dialogue.methods import METHODS
from dialogue.records import from_record
from dialogue.state import Dialogue, evolve, fold
from dialogue.vocabulary import Hierarchy, Millis, PlanOption, StageKey, Task

# The first event as version 1 of the record had it: a plan without sittings, without a length, nobody asked who leads.
CREATED = {
    "dialogue": "d",
    "method": "nelson_heckmann",
    "method_version": 1,
    "plan": {
        "stages": [
            {"key": "opening", "minutes": 10},
            {"key": "question", "minutes": 0},
            {"key": "narrative", "minutes": 20},
            {"key": "judgement", "minutes": 20},
            {"key": "consensus", "minutes": 8},
            {"key": "closing", "minutes": 2},
        ],
        "options": ["own_versions"],
        "language": "en",
    },
    "threshold": 5,
    "facilitator": "s",
}
WORDS = {"pseudonym": "Lead", "title": "Trust", "question": "When is trust right?", "rules": "", "limits": ""}


def replayed() -> Dialogue:
    """What the old record adds up to."""
    return fold([(from_record("dialogue_created", 1, CREATED, WORDS), Millis(0))])


def entered(state: Dialogue, stage: str) -> Dialogue:
    """The same dialogue at another stage, by an event as it was stored."""
    moved = from_record("stage_entered", 1, {"stage": stage, "origin": state.stage.value}, {})
    return evolve(state, moved, Millis(1))


def test_an_old_record_reads_and_its_plan_is_one_sitting_of_no_said_length() -> None:
    state = replayed()
    assert state.method is METHODS["nelson_heckmann", 1]
    assert [planned.sitting for planned in state.plan.stages] == [1] * 6
    assert (state.plan.available, state.plan.hierarchy, state.plan.sittings) == (0, Hierarchy.NONE, 1)
    assert (state.plan.minutes, state.plan.overrun) == (60, 0)
    assert state.options == {PlanOption.OWN_VERSIONS}
    assert (state.title, state.purpose) == ("Trust", "")


def test_its_stages_invite_to_what_they_invited_to_then() -> None:
    first = METHODS["nelson_heckmann", 1]
    now = METHODS["nelson_heckmann", 2]
    state = replayed()
    for stage in ("narrative", "judgement", "consensus", "closing"):
        state = entered(state, stage)
        assert state.here.tasks == first.stage(StageKey(stage)).tasks
    assert Task.POINT in now.stage(StageKey.NARRATIVE).tasks - first.stage(StageKey.NARRATIVE).tasks
    assert Task.TEST in now.stage(StageKey.CONSENSUS).tasks - first.stage(StageKey.CONSENSUS).tasks
