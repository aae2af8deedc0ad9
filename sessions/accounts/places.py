"""The organisation's tree of places, as administrators keep it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sessions.accounts.readable import readable
from sessions.accounts.refusals import BadAccount
from sessions.rooms.ids import new_id
from sessions.storage.places import Place, PlaceKind, Places

LONGEST_PLACE: Final = 80
# What a place may lie in.
_INSIDE: Final = {
    PlaceKind.REGION: frozenset({PlaceKind.ORGANISATION}),
    PlaceKind.SITE: frozenset({PlaceKind.ORGANISATION, PlaceKind.REGION}),
}


@dataclass(frozen=True, slots=True)
class Branch:
    """A place with those that lie in it."""

    place: Place
    inside: tuple[Branch, ...]


class Tree:
    """Naming, adding, moving and removing places."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def organisation(self) -> Place | None:
        """The root, once it has a name."""
        return next((place for place in self._places.all() if place.kind is PlaceKind.ORGANISATION), None)

    def branches(self) -> Branch | None:
        """The whole tree, regions before sites."""
        known = self._places.all()
        root = next((place for place in known if place.kind is PlaceKind.ORGANISATION), None)
        return _branch(root, known) if root else None

    def add(self, kind: PlaceKind, parent: str | None, name: str) -> None:
        """A new place. Raises BadAccount `place_name`, `place_parent`, `place_there`."""
        name = readable(name, LONGEST_PLACE, "place_name")
        known = self._places.all()
        if kind is PlaceKind.ORGANISATION:
            if any(place.kind is kind for place in known):
                raise BadAccount("place_there", "name")
            parent = None
        else:
            self._must_fit(next((place for place in known if place.id == parent), None), kind)
            self._must_differ(known, parent, name)
        self._places.add(Place(new_id(), kind, parent, name))

    def change(self, place: str, name: str, parent: str = "") -> None:
        """Another name, and another place that it lies in, unless that is empty.

        Raises BadAccount `place_name`, `place_parent`, `place_there`, `place_gone`.
        """
        name = readable(name, LONGEST_PLACE, "place_name")
        known = {other.id: other for other in self._places.all()}
        one = known.pop(place, None)
        if one is None:
            raise BadAccount("place_gone", "name")
        if parent and parent != one.parent:
            self._must_fit(known.get(parent), one.kind)
        self._must_differ(list(known.values()), parent or one.parent, name)
        if not self._places.change(place, name, parent or one.parent):
            raise BadAccount("place_gone", "name")  # it, or what it was to lie in, went meanwhile

    def remove(self, place: str) -> None:
        """Takes it away. Raises BadAccount `place_used` while something lies in it or somebody belongs to it."""
        if not self._places.remove(place):
            raise BadAccount("place_used", "name")

    @staticmethod
    def _must_fit(above: Place | None, kind: PlaceKind) -> None:
        if above is None or above.kind not in _INSIDE.get(kind, frozenset()):
            raise BadAccount("place_parent", "parent")

    @staticmethod
    def _must_differ(known: Sequence[Place], parent: str | None, name: str) -> None:
        if any(place.parent == parent and place.name.casefold() == name.casefold() for place in known):
            raise BadAccount("place_there", "name")


def _branch(place: Place, known: Sequence[Place]) -> Branch:
    inside = [other for other in known if other.parent == place.id]
    inside.sort(key=lambda other: other.kind is PlaceKind.SITE)  # by name already
    return Branch(place, tuple(_branch(other, known) for other in inside))
