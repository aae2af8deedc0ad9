"""A hint, and the keys of all hints. They are worded where people read them (static/js/console/guidance/hints.js)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dialogue.vocabulary import ItemId


class HintKey(StrEnum):
    """What can be noticed. Each says what `item` and `n` of its hint are."""

    NOT_HEARD_YET = "not_heard_yet"  # n people in the room have not had the word in this stage
    NOT_EVERYONE_HAS_ONE = "not_everyone_has_one"  # n people have not said that they have an experience for it
    FACT_UNANSWERED = "fact_unanswered"  # item: the oldest question of fact without an answer; n of them
    NOT_APPROVED = "not_approved"  # n sentences that the narrator has not approved
    NO_HEATED_POINT = "no_heated_point"
    RESTS_ON_NOTHING = "rests_on_nothing"  # item: the lowest rung that rests on nothing; n of them
    CLAUSES_PILE_UP = "clauses_pile_up"  # item: a long wording; n clauses in it
    DOUBT_OPEN = "doubt_open"  # item: the doubt that has been open longest; n of them
    COUNTEREXAMPLE_STANDS = "counterexample_stands"  # item: the experience that speaks against the answer; n of them
    TEST_AGAIN = "test_again"  # item: an experience that did not fit an earlier wording; n of them
    TEST_MISSING = "test_missing"  # item: an experience on which the answer was not tested; n of them
    NOT_ASKED_ALOUD = "not_asked_aloud"  # item: the answer about which nobody was asked "Who still doubts?"


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing worth noticing: the item to begin with, and how many there are of the kind (see HintKey)."""

    key: HintKey
    item: ItemId | None = None
    n: int | None = None
