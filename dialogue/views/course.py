"""Where the group is in its plan."""

from __future__ import annotations

from dialogue.state.whole import Dialogue
from dialogue.views.patches import View, lean
from dialogue.vocabulary import Kind, PlanOption


def course(state: Dialogue, last: tuple[Dialogue, View] | None) -> View:
    """Where the group is in its plan, what this stage invites to, and what the room does meanwhile."""
    view: View = {
        "stage": state.stage.value,
        "step": state.here.step.value,
        "stages": _stages(state, last),
        "tasks": dict.fromkeys(sorted(task.value for task in state.here.tasks), True),
        "kinds": {kind.value: place for place, kind in enumerate(_kinds(state))},
        "since": state.stage_since,
        "began": state.began_at,
        "closed": state.closed,
        "sitting": state.sitting,
        "resting": state.resting,
        "quiet": state.quiet,
        # While people write quietly: how much, never whose.
        "written": sum(item.hidden and item.up for item in state.items()) if state.quiet else None,
        "intervention": _intervention(state),
        "lead_taken": _lead_taken(state),
    }
    return lean(view)


def _lead_taken(state: Dialogue) -> View | None:
    """Who leads in whose place, told to everyone: whoever has the wall in hand is nobody's guess (fake facilitator)."""
    if state.lead_from is None:
        return None
    before = state.seats[state.lead_from]
    return lean({"by": state.seats[state.facilitator].pseudonym, "from": None if before.gone else before.pseudonym})


def _intervention(state: Dialogue) -> View | None:
    shown = state.intervention
    return None if shown is None else lean({"key": shown.key.value, "text": shown.text or None})


def _kinds(state: Dialogue) -> tuple[Kind, ...]:
    """What this stage invites to; own versions only where the plan has them."""
    own_versions = PlanOption.OWN_VERSIONS in state.options
    return tuple(kind for kind in state.here.kinds if own_versions or kind is not Kind.OWN_VERSION)


def _stages(state: Dialogue, last: tuple[Dialogue, View] | None) -> View:
    """The stages that the group can go to; taken from the last view while none was entered or switched since."""
    if last is not None and _same_stages(last[0], state):
        same: View = last[1]["course"]["stages"]
        return same
    stages: View = {}
    minutes = {planned.key: planned.minutes for planned in state.plan.stages}
    sittings = {planned.key: planned.sitting for planned in state.plan.stages}
    for place, stage in enumerate(stage for stage in state.method.stages if state.uses(stage.key)):
        stages[stage.key.value] = {
            "place": place,
            "step": stage.step.value,
            "minutes": minutes.get(stage.key, 0),
            "sitting": sittings.get(stage.key, state.sitting),
            "visited": stage.key in state.visited,
        }
    return stages


def _same_stages(before: Dialogue, now: Dialogue) -> bool:
    return (before.visited, before.options, before.sitting) == (now.visited, now.options, now.sitting)
