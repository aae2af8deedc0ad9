"""What only those who lead see: seats, what was parked, what can be taken back, roles, the coach's hints."""

from __future__ import annotations

from typing import Final

from dialogue.coach import hints
from dialogue.state.items import Sentence
from dialogue.state.undo import still_as_left
from dialogue.state.whole import COLLECTION_OF, Action, Dialogue
from dialogue.views.collections import plain
from dialogue.views.patches import View, lean
from dialogue.visibility import FACILITATOR, SEAT_FIELDS, stands_in_view
from dialogue.vocabulary import PlanOption, Standing

_FIELDS = tuple(name for name, seen_by in SEAT_FIELDS.items() if seen_by >= FACILITATOR)
# Actions whose trace is more than their item: what was asked, proposed, chosen, and who is present.
_REST_ON_MORE: Final = frozenset(
    {
        "narrator_asked",
        "outcome_proposed",
        "presence_marked",
        "question_worded",
        "scribe_assigned",
        "chair_assigned",
        "doubt_raised",
        "remainder_voiced",
    }
)


def seats(state: Dialogue, last: tuple[Dialogue, View] | None) -> View:
    """Who sits here, by seat. Seats that did not change since `last` are taken from its view."""
    known = last[0].seats if last else {}
    shown: View = last[1]["seats"] if last else {}
    return {
        seat.id: shown[seat.id]
        if known.get(seat.id) is seat
        else {name: plain(getattr(seat, name)) for name in _FIELDS}
        for seat in state.seats.values()
    }


def parked(state: Dialogue, last: tuple[Dialogue, View] | None) -> View:
    """What was parked, to be put back. Nothing is typed into it: it is as before while nothing changed its standing."""
    if last is not None and last[0].standings == state.standings:
        same: View = last[1]["parked"]
        return same
    return {
        item.id: {"collection": COLLECTION_OF[type(item)], "number": item.number, "text": item.text}
        for item in state.items()
        if item.standing is Standing.PARKED
    }


def undo(state: Dialogue, last: tuple[Dialogue, View] | None) -> View:
    """The actions that can still be taken back, by number, each with what it was done to."""
    if state.closed:
        return {}
    known = {id(action) for action in last[0].actions} if last and last[0].standings == state.standings else set()
    view: View = {}
    for action in state.actions:
        key = f"a{action.number:05d}"
        if last and action.item and id(action) in known and _same_target(last[0], state, action):
            if key in last[1]["undo"]:
                view[key] = last[1]["undo"][key]
        elif still_as_left(state, action):
            view[key] = _action(state, action)
    return view


def _same_target(before: Dialogue, now: Dialogue, action: Action) -> bool:
    """Whether nothing happened to what an item's own action left: others also rest on what the whole dialogue is at."""
    if action.name in _REST_ON_MORE or before.chosen != now.chosen or before.marks_shown != now.marks_shown:
        return False
    return action.item is not None and before.item(action.item) is now.item(action.item)


def _action(state: Dialogue, action: Action) -> View:
    item = state.item(action.item) if action.item else None
    target: View = {"action": action.number, "name": action.name, "kind": action.kind}
    if item is not None:
        label = item.label if isinstance(item, Sentence) else None
        # What is not on the wall (written quietly, told of a parked experience) is named without its words.
        seen = stands_in_view(state, item) or item.standing in {Standing.PARKED, Standing.STRUCK}
        text = item.text if seen else None
        target.update(collection=COLLECTION_OF[type(item)], number=item.number, label=label, text=text or None)
    return lean(target)


def leading(state: Dialogue, shown: View) -> View:
    """What those who lead see of the roles, and the coach's hints on what is `shown` where the plan has it."""
    view: View = {
        "facilitator": state.facilitator,
        "scribe": state.scribe,
        "lead_offered": state.lead_offered,
        "lead_from": state.lead_from,
        "asked_aloud": state.asked_aloud,
        # How many, never who and never what: the marks can't be changed once they are shown.
        "marked": 0
        if state.marks_shown
        else sum(seat.in_the_room and bool(state.marks.get(seat.id)) for seat in state.group()),
        "pointed": sum(seat.in_the_room and seat.id in state.pointing for seat in state.group()),
        "coach": {},
    }
    if PlanOption.COACH in state.options and not state.closed:
        standing = {key for name in COLLECTION_OF.values() for key in shown[name]}
        for place, hint in enumerate(hints(state, standing)):
            view["coach"][f"c{place}"] = lean({"key": hint.key.value, "item": hint.item, "n": hint.n})
    return lean(view)
