"""What the coach looks at: the things on the wall, in the order in which they came."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeVar

from dialogue.state.items import AnyItem
from dialogue.state.whole import Dialogue
from dialogue.visibility import stands_in_view
from dialogue.vocabulary import ItemId

One = TypeVar("One", bound=AnyItem)


@dataclass(frozen=True, slots=True)
class Wall:
    """A dialogue, and the ids of its items that stand in view: whoever has made a view knows them already."""

    state: Dialogue
    standing: Set[ItemId]

    def on(self, items: Mapping[ItemId, One], where: Callable[[One], bool] = lambda item: True) -> list[One]:
        """Those that stand in view and fit. Parked, withdrawn, written quietly: hinted at by nothing."""
        standing = self.standing
        return sorted(
            [item for key, item in items.items() if key in standing and where(item)], key=attrgetter("number")
        )

    def has(self, wanted: ItemId | None) -> bool:
        """Whether the item with this id stands in view."""
        return wanted in self.standing


def standing(state: Dialogue) -> Set[ItemId]:
    """The ids of all items that stand in view."""
    return {item.id for item in state.items() if stands_in_view(state, item)}
