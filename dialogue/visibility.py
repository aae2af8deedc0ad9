"""Who sees which field of an item: one table. Views are made from it, and so are the tests of discretion.

Every field of every item has a row. `NOBODY` means no audience's view: what a person may see of their own travels in
that seat's slice alone (views.mine_for). Who wrote an unsigned item is known to no screen, the facilitator's included.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from dialogue.state.items import (
    Answer,
    AnyItem,
    ChoiceReason,
    Clarification,
    Doubt,
    Experience,
    Kept,
    Meta,
    MetaNote,
    Note,
    Observation,
    Outcome,
    Sentence,
    Statement,
    Test,
    Wording,
)
from dialogue.state.whole import Dialogue
from dialogue.vocabulary import Audience, ItemId, Standing

EVERYONE: Final = frozenset(Audience)
FACILITATOR: Final = frozenset({Audience.FACILITATOR})
PEOPLE: Final = EVERYONE - {Audience.FLIPCHART}
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
    "hidden": NOBODY,
}

# Goes to the facilitator alone.
_PRIVATE: Mapping[str, frozenset[Audience]] = {**_ITEM, "number": FACILITATOR, "text": FACILITATOR}

VISIBLE: Mapping[type[AnyItem], Mapping[str, frozenset[Audience]]] = {
    Wording: _ITEM,
    # An account is long, and read on one's own screen; the wall shows titles.
    Experience: {**_ITEM, "not_for_examination": NOBODY, "account": PEOPLE},
    ChoiceReason: {**_ITEM, "number": NOBODY, "experience": EVERYONE},  # a number would tell who spoke first
    Clarification: {
        **_ITEM,
        "experience": NOBODY,
        "about": EVERYONE,
        "answered_by": EVERYONE,
        "signature": EVERYONE,
    },
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
    Test: {**_ITEM, "answer": EVERYONE, "experience": EVERYONE, "result": EVERYONE, "matter": EVERYONE},
    Meta: {
        **_ITEM,
        "state": EVERYONE,
        "stage": EVERYONE,
        "signature": EVERYONE,
        "chair": FACILITATOR,
        "shared": EVERYONE,
    },
    MetaNote: {**_ITEM, "meta": EVERYONE},
    Note: {**_PRIVATE, "signature": FACILITATOR, "read": FACILITATOR},
    Observation: {**_PRIVATE, "point": FACILITATOR, "seen": FACILITATOR},
    Outcome: {**_ITEM, "kind": EVERYONE, "answer": EVERYONE, "state": EVERYONE},
}

# Fields that point to other items. A pointer to what has left the wall would tell a park from a withdrawal.
POINTERS: Final = frozenset({"rests_on", "link", "answer", "experience", "about", "answered_by", "meta"})

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
    "leads_others": FACILITATOR,
    "shared": FACILITATOR,
}

# Who knocks is known to those who let people in; on the wall a number tells them that they were heard.
KNOCK_FIELDS: Mapping[str, frozenset[Audience]] = {
    "id": NOBODY,
    "role": FACILITATOR,
    "pseudonym": FACILITATOR,
    "leads_others": FACILITATOR,
    "shared": FACILITATOR,
    "place": FACILITATOR,
    "at": NOBODY,
}
WAITING_SEEN_BY: Final = frozenset({Audience.FLIPCHART})
WIFI_SEEN_BY: Final = frozenset({Audience.FACILITATOR, Audience.FLIPCHART})


def stands_in_view(state: Dialogue, item: AnyItem) -> bool:
    """Whether an item is on the wall at all: it stands, and what it belongs to stands."""
    if item.standing is not Standing.UP or item.hidden:
        return False
    belongs = _BELONGS.get(type(item))
    return belongs is None or belongs(state, item)


def _told(state: Dialogue, item: Sentence) -> bool:
    return item.experience == state.chosen and state.experiences[item.experience].up


def _asked(state: Dialogue, item: Clarification) -> bool:
    # A question to one narrator is none to the next.
    here = item.experience in {None, state.chosen} and in_view(state, state.chosen)
    return here and (item.about is None or in_view(state, item.about))


def _noted(state: Dialogue, item: MetaNote) -> bool:
    return state.metas[item.meta].shared or (state.in_meta and item.meta == state.meta)


# What an item belongs to, by its type; one that is not named here stands for itself. A table, since every view asks
# this of every item.
_BELONGS: Mapping[type[AnyItem], Callable[[Dialogue, Any], bool]] = {
    Sentence: _told,
    Clarification: _asked,
    MetaNote: _noted,
    ChoiceReason: lambda state, item: state.marks_shown and in_view(state, item.experience),
    Test: lambda state, item: in_view(state, item.answer) and in_view(state, item.experience),
    Doubt: lambda state, item: in_view(state, item.about),
    Kept: lambda state, item: in_view(state, item.answer),
    Outcome: lambda state, item: item.id == state.outcome,
}


def in_view(state: Dialogue, wanted: ItemId | None) -> bool:
    """Whether the item with this id is on the wall."""
    item = state.item(wanted) if wanted else None
    return item is not None and stands_in_view(state, item)


def fields_for(kind: type[AnyItem], audience: Audience) -> tuple[str, ...]:
    """Names of the fields that this audience sees of an item of this kind."""
    return tuple(name for name, seen_by in VISIBLE[kind].items() if audience in seen_by)
