"""Which hints belong to which stage, the most important first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from itertools import islice
from typing import Final

from dialogue.coach import answer, group, ladder, narrative
from dialogue.coach.hint import Hint
from dialogue.coach.wall import Wall, standing
from dialogue.state.whole import Dialogue
from dialogue.vocabulary import ItemId, StageKey

_ENDING: Final = frozenset({StageKey.CONSENSUS, StageKey.EVALUATION, StageKey.CLOSING})
MOST: Final = 3  # whoever leads has to listen; more than this would be a list to work off

Look = Callable[[Wall], Hint | None]

# What is wrong with the ground comes before what grows on it; who has not been heard comes last, because the names
# stand beside it anyway.
LOOKS: Final[Mapping[StageKey, tuple[Look, ...]]] = {
    StageKey.OPENING: (),
    StageKey.QUESTION: (group.not_everyone_has_one, group.not_heard_yet),
    StageKey.EXPERIENCES: (group.not_heard_yet,),
    StageKey.SELECTION: (group.not_heard_yet,),
    StageKey.NARRATIVE: (narrative.fact_unanswered, narrative.not_approved_at_the_end, group.not_heard_yet),
    StageKey.JUDGEMENT: (
        narrative.no_heated_point,
        ladder.rests_on_nothing,
        ladder.doubt_open,
        narrative.not_approved,
        narrative.fact_unanswered,
        group.not_heard_yet,
    ),
    StageKey.PRINCIPLES: (
        ladder.doubt_open,
        ladder.rests_on_nothing,
        ladder.clauses_pile_up,
        narrative.not_approved,
        group.not_heard_yet,
    ),
    StageKey.CONSENSUS: (
        answer.counterexample_stands,
        ladder.doubt_open,
        ladder.clauses_pile_up,
        answer.to_test_again,
        ladder.rests_on_nothing,
        answer.not_asked_aloud,
        answer.not_tested,
        group.not_heard_yet,
    ),
    StageKey.EVALUATION: (answer.not_asked_aloud,),
    StageKey.CLOSING: (answer.not_asked_aloud,),
    StageKey.CLOSED: (),
}


def hints(state: Dialogue, shown: Set[ItemId] | None = None) -> tuple[Hint, ...]:
    """At most MOST hints, the most important for the stage first; the same state always gives the same.

    `shown` are the ids of the items that stand in view, where that is known already; the table is asked otherwise.

    None while the matter waits (in a meta-dialogue, in quiet writing, between two sittings), and none about an end
    that the group has settled.
    """
    if state.in_meta or state.quiet or state.resting or (state.stage in _ENDING and answer.settled(state)):
        return ()
    wall = Wall(state, standing(state) if shown is None else shown)
    found = (hint for look in LOOKS[state.stage] if (hint := look(wall)) is not None)
    return tuple(islice(found, MOST))
