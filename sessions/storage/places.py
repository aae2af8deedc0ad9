"""The organisation, its regions, their sites: one tree, with the names sealed."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from sqlalchemy import delete, insert, or_, select, true, update

from dialogue.archive import Opened
from sessions.storage.beside import Beside
from sessions.storage.sealing import fresh_salt
from sessions.storage.staff_tables import accounts, places


class PlaceKind(StrEnum):
    """What a place is. A site lies in a region, or directly in the organisation."""

    ORGANISATION = "organisation"
    REGION = "region"
    SITE = "site"


@dataclass(frozen=True, slots=True)
class Place:
    """One place; the organisation has no parent."""

    id: str
    kind: PlaceKind
    parent: str | None
    name: str = field(repr=False)


class Places(Beside):
    """The tree of places."""

    def add(self, place: Place) -> None:
        """One more place."""
        row = {"id": place.id, "kind": place.kind.value, "parent_id": place.parent}
        self._run(insert(places).values(row | {"sealed_name": self._sealed(place.id, place.name)}))

    def change(self, place: str, name: str, parent: str | None) -> bool:
        """Another name for a place, and where it lies; whether both are still there."""
        above = places.alias("above")
        still = select(above.c.id).where(above.c.id == parent).exists() if parent else true()
        values = {"sealed_name": self._sealed(place, name), "parent_id": parent}
        return self._run(update(places).where(places.c.id == place, still).values(values)) == 1

    def remove(self, place: str) -> bool:
        """Takes a place away, if nothing lies in it and nobody belongs to it; whether it is gone."""
        inside = places.alias("inside")
        used = or_(
            select(inside.c.id).where(inside.c.parent_id == place).exists(),
            select(accounts.c.id).where(accounts.c.place_id == place).exists(),
        )
        return self._run(delete(places).where(places.c.id == place, ~used)) == 1

    def all(self) -> list[Place]:
        """Every place, by name."""
        known = [
            Place(row.id, PlaceKind(row.kind), row.parent_id, self._org.open(row.sealed_name, "place", row.id).text)
            for row in self._rows(select(places))
        ]
        return sorted(known, key=lambda place: place.name.casefold())

    def _sealed(self, place: str, name: str) -> bytes:
        return self._org.seal(Opened(fresh_salt(), name), "place", place)
