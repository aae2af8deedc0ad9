"""What the coach looks at: the things on the wall, in the order in which they came."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeVar

from dialogue.state.items import AnyItem
from dialogue.state.whole import Dialogue
from dialogue.vocabulary import ItemId

One = TypeVar("One", bound=AnyItem)


@dataclass(frozen=True, slots=True)
class Wall:
    """A dialogue, and which of its items stand in view: whoever has made a view knows already."""

    state: Dialogue
    shows: Callable[[AnyItem], bool]

    def on(self, items: Mapping[ItemId, One], where: Callable[[One], bool] = lambda item: True) -> list[One]:
        """Those that stand in view and fit. Parked, withdrawn, written quietly: hinted at by nothing."""
        return sorted((item for item in items.values() if where(item) and self.shows(item)), key=attrgetter("number"))

    def has(self, wanted: ItemId | None) -> bool:
        """Whether the item with this id stands in view."""
        item = self.state.item(wanted) if wanted else None
        return item is not None and self.shows(item)
