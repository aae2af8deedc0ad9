"""What only one seat may see: a slice of its own, beside its audience's view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dialogue.state.items import AnyItem, Experience, Note, Observation
from dialogue.state.whole import COLLECTION_OF, Dialogue
from dialogue.views.patches import View, lean
from dialogue.visibility import in_view
from dialogue.vocabulary import ItemId, MetaState, SeatId


def items_by_seat(state: Dialogue) -> dict[SeatId, list[AnyItem]]:
    """Whose slice each item belongs in: its owner's, and the facilitators' where they act for the owner."""
    belonging: dict[SeatId, list[AnyItem]] = {}
    by_voice = {seat.id for seat in state.seats.values() if not seat.device}
    shared = {seat.id for seat in state.seats.values() if seat.shared}
    facilitators = [seat.id for seat in state.seats.values() if seat.facilitates]
    for item in state.items():
        belonging.setdefault(item.owner, []).append(item)
        if item.owner in by_voice and not (item.owner in shared and item.writer == item.owner):
            for seat in facilitators:
                belonging.setdefault(seat, []).append(item)
    return belonging


def mine_for(state: Dialogue, seat_id: SeatId, items: Iterable[AnyItem] | None = None) -> View:
    """What only this seat may see: what is its own, its choices, what is asked of it.

    `items` are this seat's of `items_by_seat`, where many slices are made at once.
    """
    seat = state.seats[seat_id]
    if items is None:
        items = items_by_seat(state).get(seat_id, ())
    own = {item.id: _own(item, seat_id) for item in items}
    asked = in_view(state, state.asked) and _acts_for(state, seat_id, state.asked)
    narrates = in_view(state, state.chosen) and _acts_for(state, seat_id, state.chosen)
    given = state.given.get(seat_id)
    mine = {
        "seat": {
            "id": seat.id,
            "role": seat.role.value,
            "pseudonym": seat.pseudonym,
            "agreed": seat.agreed,
            "gone": seat.gone,
            "ready": seat.ready,
            "leads_others": seat.leads_others,
        },
        "own": own,
        "marks": dict.fromkeys(state.marks.get(seat_id, ()), True),
        "has_experience": dict.fromkeys(sorted(state.has_experience.get(seat_id, ())), True),
        "pointing": dict.fromkeys(state.pointing.get(seat_id, ()), True),
        "position": _position(state, seat_id),
        "scribe": state.scribe == seat_id,
        "chairs": _chairs(state, seat_id),
        "your_turn": state.round is not None and seat_id in state.round,
        "timed": seat_id in state.timed,
        "reflection": _reflection(state, seat_id),
        "asked": state.asked if asked else None,
        "narrates": narrates,
        "hand": state.hands[seat_id].value if seat_id in state.hands else None,
        "speaks": state.speaker == seat_id,
        "evaluated": seat_id in state.evaluated,
        "outcome": None if given is None else "confirms" if given.confirms else "objects",
        "release": _consent(state, seat_id),
        "written_for": _written_for(state, seat_id),
    }
    return lean(mine)


def basis(state: Dialogue, seat_id: SeatId, items: Sequence[AnyItem]) -> tuple[object, ...]:
    """All that a seat's slice is made of, cheap to make and to compare: as long as it is equal, so is the slice."""
    seat = state.seats[seat_id]
    # The facilitator's slice also tells of people without a device, who may be anyone: it rests on the whole state.
    whole = state if seat.facilitates else None
    return (
        seat,
        whole,
        items,
        state.marks.get(seat_id),
        in_view(state, state.asked) and _owner(state, state.asked) == seat_id,
        in_view(state, state.chosen) and _owner(state, state.chosen) == seat_id,
        state.asked,
        state.hands.get(seat_id),
        state.speaker == seat_id,
        seat_id in state.evaluated,
        state.given.get(seat_id),
        state.release.consents.get(seat_id) if state.release else None,
        state.has_experience.get(seat_id),
        state.pointing.get(seat_id),
        state.positions.get(seat_id),
        state.scribe == seat_id,
        _chairs(state, seat_id),
        state.round is not None and seat_id in state.round,
        seat_id in state.timed,
    )


def same_basis(one: tuple[object, ...] | None, other: tuple[object, ...]) -> bool:
    """Whether two bases are equal; of whole states only the very same one counts."""
    return one is not None and one[1] is other[1] and one[2:] == other[2:] and one[0] == other[0]


def _position(state: Dialogue, seat: SeatId) -> View | None:
    """One's own position on the wording of now, readable to oneself alone."""
    taken = state.positions.get(seat)
    if taken is None:
        return None
    return {"answer": taken.answer, "position": taken.position.value, "text": taken.text, "signed": taken.signed}


def _consent(state: Dialogue, seat: SeatId) -> View | None:
    """What one said of what may leave, readable to oneself alone."""
    consent = state.release.consents.get(seat) if state.release else None
    if consent is None:
        return None
    kept_back, agreed = (dict.fromkeys(sorted(items), True) for items in (consent.kept_back, consent.agreed))
    return {"kept_back": kept_back, "agreed": agreed, "fewer_days": consent.fewer_days}


def _chairs(state: Dialogue, seat: SeatId) -> bool:
    meta = state.metas.get(state.meta) if state.meta else None
    return meta is not None and meta.chair == seat and meta.state is not MetaState.ENDED


def _reflection(state: Dialogue, seat: SeatId) -> View | None:
    """The form of whoever led when it was filled in: nobody else's to read, nor theirs who lead after them."""
    if state.reflection is None or seat != state.reflection.by:
        return None
    return {"items": dict(state.reflection.items), "open_word": state.reflection.open_word}


def _owner(state: Dialogue, experience: ItemId | None) -> SeatId | None:
    return state.experiences[experience].owner if experience else None


def _acts_for(state: Dialogue, seat: SeatId, experience: ItemId | None) -> bool:
    return experience is not None and state.acts_for(seat, state.experiences[experience])


def _own(item: AnyItem, seat: SeatId) -> View:
    """One's own item, however it stands; `for` names a person without a device for whom it was written."""
    private: View = {}
    if isinstance(item, Experience):
        private = {"not_for_examination": item.not_for_examination, "account": item.account or None}
    if isinstance(item, Note):
        private = {"read": item.read}
    if isinstance(item, Observation):
        private = {"point": item.point.value, "seen": item.seen.value}
    own: View = {
        "collection": COLLECTION_OF[type(item)],
        "standing": item.standing.value,
        "hidden": item.hidden or None,
        "text": item.text,
        "for": item.owner if item.owner != seat else None,
        **private,
    }
    return lean(own)


def _written_for(state: Dialogue, seat: SeatId) -> View:
    """For the facilitator: where each person without a device is with what is asked of them."""
    if not state.seats[seat].facilitates:
        return {}
    return {
        other.id: {
            "marked": bool(state.marks.get(other.id)),
            "evaluated": other.id in state.evaluated,
            "confirmed": other.id in state.given,
            "hand": other.id in state.hands,
            "pointed": other.id in state.pointing,
            "position": other.id in state.positions,
        }
        for other in state.group()
        if not other.device
    }
