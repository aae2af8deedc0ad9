"""What an audience sees, whole."""

from __future__ import annotations

from collections import Counter
from typing import Any

from dialogue.methods.evaluation import form_of
from dialogue.state.release import ends_at
from dialogue.state.whole import COLLECTION_OF, Dialogue
from dialogue.views.collections import collection
from dialogue.views.course import course
from dialogue.views.door import door
from dialogue.views.leading import leading, parked, seats, undo
from dialogue.views.levels import level, positions
from dialogue.views.patches import View, lean
from dialogue.views.turns import hands, turns
from dialogue.visibility import in_view, stands_in_view
from dialogue.vocabulary import Audience, Role


def view_for(state: Dialogue, audience: Audience, last: tuple[Dialogue, View] | None = None) -> View:
    """Everything this audience may see now.

    `last` is an earlier state with its view for the same audience: items that did not change are taken from it, so
    that a view of 500 entries costs what changed.
    """
    view: View = {
        "course": course(state, last),
        "about": _about(state),
        "door": door(state, audience),
        "group": _group(state),
        "question": _question(state, audience),
        "selection": _selection(state),
        "narrative": _narrative(state),
        "hands": hands(state, audience),
        "confirmation": _confirmation(state),
        "release": _release(state),
        "turns": turns(state, audience),
        "level": level(state, audience),
        "positions": positions(state),
    }
    for kind, name in COLLECTION_OF.items():
        view[name] = collection(state, audience, kind, name, last)
    if audience is Audience.FACILITATOR:
        view["seats"] = seats(state, last)
        view["parked"] = parked(state, last)
        view["undo"] = undo(state, last)
        view["leading"] = leading(state, view)
    return view


def _about(state: Dialogue) -> View:
    return {
        "title": state.title,
        "rules": state.rules,
        "limits": state.limits,
        "language": state.plan.language,
        "minutes": state.plan.minutes,
        "purpose": state.purpose,
        "method": state.method.key,
        "hierarchy": state.plan.hierarchy.value,
        "options": dict.fromkeys(sorted(option.value for option in state.options), True),
        "central": dict.fromkeys(sorted(option.value for option in state.method.central), True),
        "form": form_of(state.options),
        "created": state.created_at,
        "threshold": state.threshold,
    }


def _group(state: Dialogue) -> View:
    group = state.group()
    roles = Counter(seat.role for seat in state.seats.values() if not seat.gone)
    return {
        "people": len(group),
        "by_voice": sum(not seat.device and not seat.shared for seat in group),
        "shared": sum(seat.shared for seat in group),
        "absent": sum(seat.absent for seat in group),
        "agreed": sum(seat.agreed for seat in group),
        "ready": sum(seat.ready for seat in group),
        "evaluated": sum(seat.id in state.evaluated for seat in group),
        "observers": roles[Role.OBSERVER],
        "co_facilitators": roles[Role.CO_FACILITATOR],
    }


def _question(state: Dialogue, audience: Audience) -> View:
    """The wording, why it was chosen, and whether everyone here has lived it: how many have is for the facilitator."""
    wording = state.wordings.get(state.question) if state.question else None
    if wording is None or not wording.up:
        return {}
    present = [seat.id for seat in state.group() if seat.in_the_room]
    lived = sum(wording.id in state.has_experience.get(seat, frozenset()) for seat in present)
    question: View = {
        "wording": wording.id,
        "text": wording.text,
        "why": state.question_why or None,
        "lived_by_all": bool(present) and lived == len(present),
    }
    if audience is Audience.FACILITATOR:
        question.update(lived=lived, of=len(present))
    return lean(question)


def _selection(state: Dialogue) -> View:
    """Marks appear together once shown, uncounted; who marked never does, nor how many marked a title."""
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
        "pointing_shown": state.pointing_shown,
        "pointed": _pointed_at(state),
    }
    return lean(narrative)


def _pointed_at(state: Dialogue) -> View:
    """Sentences that somebody pointed at, once shown; never how many did."""
    if not state.pointing_shown:
        return {}
    pointed = sorted({sentence for chosen in state.pointing.values() for sentence in chosen})
    return {sentence: True for sentence in pointed if in_view(state, sentence)}


def _release(state: Dialogue) -> View:
    """Whether something may leave the room and until when one may object; never who said what, nor how many."""
    if state.release is None:
        return {}
    return {"until": ends_at(state), "days": state.release.days, "ended": state.release.ended}


def _confirmation(state: Dialogue) -> View:
    """How far the group is with the proposed outcome: how many answered, and what is objected, unsigned."""
    present = [seat for seat in state.group() if seat.in_the_room]
    objections = sorted(given.objection for given in state.given.values() if not given.confirms)
    return {
        "answered": sum(seat.id in state.given for seat in present),
        "of": len(present),
        "objections": {f"o{place:04d}": {"text": text} for place, text in enumerate(objections)},
    }
