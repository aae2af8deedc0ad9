"""Whose words these are: the owner said them, the writer types them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from dialogue.refusals import LeadsOthers, NotAllowed, NotYours, UnknownItem, UnknownSeat, WritesForThemselves
from dialogue.state import Dialogue
from dialogue.state.items import Item
from dialogue.vocabulary import ItemId, Role, SeatId

T = TypeVar("T", bound=Item)


def spoken_by(state: Dialogue, by: SeatId, owner: SeatId | None) -> SeatId:
    """Owner of words said aloud: a facilitator may write them down for anyone in the room."""
    return _owner(state, by, owner, also_with_device=True)


def private_to(state: Dialogue, by: SeatId, owner: SeatId | None) -> SeatId:
    """Owner of a personal choice: entered for someone else only when that person has no device."""
    return _owner(state, by, owner, also_with_device=False)


def participant_only(state: Dialogue, owner: SeatId) -> SeatId:
    """The facilitator has no own opinion on the matter (Heckmann), nor does an observer."""
    if state.seats[owner].role not in {Role.PARTICIPANT, Role.SLIP}:
        raise NotAllowed("owner")
    return owner


def person_only(state: Dialogue, owner: SeatId) -> SeatId:
    """Somebody in the room: a paper slip has neither hand nor vote, and nobody answers twice by it."""
    if state.seats[owner].role is not Role.PARTICIPANT:
        raise NotAllowed("owner")
    return owner


def _owner(state: Dialogue, by: SeatId, owner: SeatId | None, *, also_with_device: bool) -> SeatId:
    if owner is None or owner == by:
        return by
    seat = state.seats.get(owner)
    if seat is None or not seat.contributes:
        raise UnknownSeat("owner")
    if not state.seats[by].facilitates:
        raise NotAllowed("owner")
    if state.seats[by].leads_others:
        # What people say to their superior's face, or write on a slip for it, is not what they would say freely.
        raise LeadsOthers
    if seat.device and not also_with_device:
        raise WritesForThemselves("owner")
    return owner


def own(state: Dialogue, by: SeatId, item: T) -> T:
    """The item when `by` acts as its owner; NotYours otherwise."""
    if not state.acts_for(by, item):
        raise NotYours
    return item


def standing(items: Mapping[ItemId, T], wanted: ItemId, field: str) -> T:
    """The item of a collection that stands; UnknownItem names the field otherwise."""
    found = items.get(wanted)
    if found is None or not found.up or found.hidden:
        raise UnknownItem(field)
    return found
