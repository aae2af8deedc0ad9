"""Who sees which field of an item: one table. Views are made from it, and so are the tests of discretion.

Every field of every item has a row. `NOBODY` means no audience's view: what a person may see of their own travels in
that seat's slice alone (views.mine_for). Who wrote an unsigned item is known to no screen, the facilitator's included.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dialogue.state.items import Answer, AnyItem, Doubt, Experience, Kept, Outcome, Sentence, Statement, Wording
from dialogue.state.whole import Dialogue
from dialogue.vocabulary import Audience, ItemId, Standing

EVERYONE: Final = frozenset(Audience)
FACILITATOR: Final = frozenset({Audience.FACILITATOR})
NOBODY: Final[frozenset[Audience]] = frozenset()

# What every item has. Standing is not shown: a parked, struck or withdrawn item leaves every view, so that a park
# looks like any removal.
_ITEM: Mapping[str, frozenset[Audience]] = {
    "id": NOBODY,  # the key of the collection
    "number": EVERYONE,
    "text": EVERYONE,
    "owner": NOBODY,
    "writer": NOBODY,
    "standing": NOBODY,
}

VISIBLE: Mapping[type[AnyItem], Mapping[str, frozenset[Audience]]] = {
    Wording: _ITEM,
    Experience: {**_ITEM, "not_for_examination": NOBODY},
    Sentence: {
        **_ITEM,
        "number": NOBODY,  # the label is what people count by
        "experience": NOBODY,
        "label": EVERYONE,
        "place": EVERYONE,
        "corrected": EVERYONE,
        "approved": EVERYONE,
    },
    Statement: {**_ITEM, "kind": EVERYONE, "rests_on": EVERYONE},
    Answer: {**_ITEM, "rests_on": EVERYONE},
    Doubt: {**_ITEM, "about": EVERYONE, "link": EVERYONE, "signature": EVERYONE, "open": EVERYONE, "how": EVERYONE},
    Kept: {**_ITEM, "answer": EVERYONE, "kind": EVERYONE, "signature": EVERYONE},
    Outcome: {**_ITEM, "kind": EVERYONE, "answer": EVERYONE, "state": EVERYONE},
}

# Fields that point to other items. A pointer to what has left the wall would tell a park from a withdrawal.
POINTERS: Final = frozenset({"rests_on", "link", "answer"})

# The facilitator keeps what was parked in reach, to put it back; nobody else is told that it exists.
PARKED_SEEN_BY: Final = FACILITATOR

SEAT_FIELDS: Mapping[str, frozenset[Audience]] = {
    "id": NOBODY,
    "role": FACILITATOR,
    "pseudonym": FACILITATOR,
    "device": FACILITATOR,
    "agreed": FACILITATOR,
    "gone": FACILITATOR,
    "absent": FACILITATOR,
    "ready": FACILITATOR,
    "heard": FACILITATOR,  # only the facilitator sees who has not spoken
}


def stands_in_view(state: Dialogue, item: AnyItem) -> bool:
    """Whether an item is on the wall at all: it stands, and what it belongs to stands."""
    if item.standing is not Standing.UP:
        return False
    if isinstance(item, Sentence):
        return item.experience == state.chosen and state.experiences[item.experience].up
    if isinstance(item, Outcome):
        return item.id == state.outcome
    if isinstance(item, Doubt):
        return in_view(state, item.about)
    if isinstance(item, Kept):
        return in_view(state, item.answer)
    return True


def in_view(state: Dialogue, wanted: ItemId | None) -> bool:
    """Whether the item with this id is on the wall."""
    item = state.item(wanted) if wanted else None
    return item is not None and stands_in_view(state, item)


def fields_for(kind: type[AnyItem], audience: Audience) -> tuple[str, ...]:
    """Names of the fields that this audience sees of an item of this kind."""
    return tuple(name for name, seen_by in VISIBLE[kind].items() if audience in seen_by)
