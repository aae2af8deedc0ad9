"""What an audience sees, whole."""

from __future__ import annotations

from typing import Any

from dialogue.state.items import Seat
from dialogue.state.undo import still_as_left
from dialogue.state.whole import COLLECTION_OF, Dialogue
from dialogue.views.collections import collection, plain
from dialogue.views.patches import View, lean
from dialogue.visibility import PARKED_SEEN_BY, SEAT_FIELDS, in_view, stands_in_view
from dialogue.vocabulary import Audience, Kind, PlanOption, Role, Standing

_SEAT_FIELDS = {
    audience: tuple(name for name, seen_by in SEAT_FIELDS.items() if audience in seen_by) for audience in Audience
}


def view_for(state: Dialogue, audience: Audience, last: tuple[Dialogue, View] | None = None) -> View:
    """Everything this audience may see now.

    `last` is an earlier state with its view for the same audience: items that did not change are taken from it, so
    that a view of 500 entries costs what changed.
    """
    view: View = {
        "course": _course(state),
        "about": _about(state),
        "door": lean({"open": state.code is not None, "code": state.code}),
        "group": _group(state),
        "question": _question(state),
        "selection": _selection(state),
        "narrative": _narrative(state),
        "hands": _hands(state, audience),
        "confirmation": _confirmation(state),
    }
    for kind, name in COLLECTION_OF.items():
        view[name] = collection(state, audience, kind, name, last)
    if audience is Audience.FACILITATOR:
        view["seats"] = {seat.id: _seat(seat, audience) for seat in state.seats.values()}
        view["parked"] = _parked(state, audience)
        view["undo"] = _undo(state)
    return view


def _course(state: Dialogue) -> View:
    stages: View = {}
    for place, planned in enumerate(state.plan.stages):
        stage = state.method.stage(planned.key)
        stages[planned.key.value] = {
            "place": place,
            "step": stage.step.value,
            "minutes": planned.minutes,
            "visited": planned.key in state.visited,
        }
    course: View = {
        "stage": state.stage.value,
        "step": state.here.step.value,
        "stages": stages,
        "tasks": dict.fromkeys(sorted(task.value for task in state.here.tasks), True),
        "kinds": {kind.value: place for place, kind in enumerate(_kinds(state))},
        "since": state.stage_since,
        "began": state.began_at,
        "closed": state.closed,
    }
    return lean(course)


def _kinds(state: Dialogue) -> tuple[Kind, ...]:
    """What this stage invites to; own versions only where the plan has them."""
    own_versions = PlanOption.OWN_VERSIONS in state.plan.options
    return tuple(kind for kind in state.here.kinds if own_versions or kind is not Kind.OWN_VERSION)


def _about(state: Dialogue) -> View:
    return {
        "title": state.title,
        "rules": state.rules,
        "limits": state.limits,
        "language": state.plan.language,
        "minutes": state.plan.minutes,
        "options": dict.fromkeys((option.value for option in state.plan.options), True),
        "created": state.created_at,
        "threshold": state.threshold,
    }


def _group(state: Dialogue) -> View:
    group = state.group()
    return {
        "people": len(group),
        "by_voice": sum(not seat.device for seat in group),
        "absent": sum(seat.absent for seat in group),
        "agreed": sum(seat.agreed for seat in group),
        "ready": sum(seat.ready for seat in group),
        "evaluated": sum(seat.id in state.evaluated for seat in group),
        "observers": sum(seat.role is Role.OBSERVER and not seat.gone for seat in state.seats.values()),
    }


def _question(state: Dialogue) -> View:
    wording = state.wordings.get(state.question) if state.question else None
    shown = wording is not None and wording.up
    return {"wording": wording.id, "text": wording.text} if wording and shown else {}


def _selection(state: Dialogue) -> View:
    """Marks appear together once shown, uncounted; who marked and how many never does."""
    marked = {mark for marks in state.marks.values() for mark in marks} if state.marks_shown else set()
    selection: View = {
        "shown": state.marks_shown,
        "marked": {key: True for key, item in state.experiences.items() if key in marked and item.up},
        "asked": _if_up(state, state.asked),
        "chosen": _if_up(state, state.chosen),
        "declined": {key: True for key in sorted(state.declined) if state.experiences[key].up},
        "why": state.why,
    }
    return lean(selection)


def _if_up(state: Dialogue, experience: Any) -> str | None:
    return experience if experience and state.experiences[experience].up else None


def _narrative(state: Dialogue) -> View:
    """The narrator is known by accepting; the room reads "told by one of us"."""
    chosen = state.experiences.get(state.chosen) if state.chosen else None
    if chosen is None or not chosen.up:
        return {"approved": False}
    told = [item for item in state.sentences.values() if stands_in_view(state, item)]
    narrative: View = {
        "experience": chosen.id,
        "title": chosen.text,
        "heated": state.heated if in_view(state, state.heated) else None,
        "approved": bool(told) and all(sentence.approved for sentence in told),
    }
    return lean(narrative)


def _hands(state: Dialogue, audience: Audience) -> View:
    queue: View = {}
    for place, (seat, reason) in enumerate(state.hands.items()):
        queue[f"h{place:04d}"] = {"reason": reason.value}
        if audience is Audience.FACILITATOR:
            queue[f"h{place:04d}"] = {"reason": reason.value, "seat": seat}
    speaker = state.speaker if audience is Audience.FACILITATOR else None
    return lean({"queue": queue, "speaker": speaker})


def _confirmation(state: Dialogue) -> View:
    """How far the group is with the proposed outcome: how many answered, and what is objected, unsigned."""
    present = [seat for seat in state.group() if seat.in_the_room]
    objections = sorted(given.objection for given in state.given.values() if not given.confirms)
    return {
        "answered": sum(seat.id in state.given for seat in present),
        "of": len(present),
        "objections": {f"o{place:04d}": {"text": text} for place, text in enumerate(objections)},
    }


def _seat(seat: Seat, audience: Audience) -> View:
    return {field: plain(getattr(seat, field)) for field in _SEAT_FIELDS[audience]}


def _parked(state: Dialogue, audience: Audience) -> View:
    if audience not in PARKED_SEEN_BY:
        return {}
    return {
        item.id: {"collection": COLLECTION_OF[type(item)], "number": item.number, "text": item.text}
        for item in state.items()
        if item.standing is Standing.PARKED
    }


def _undo(state: Dialogue) -> View:
    """The newest action that can still be taken back, by name."""
    for action in () if state.closed else reversed(state.actions):
        if still_as_left(state, action):
            return lean({"action": action.number, "name": action.name, "kind": action.kind})
    return {}
