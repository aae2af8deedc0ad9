"""Hints about the people in the room."""

from __future__ import annotations

from dialogue.coach.hint import Hint, HintKey
from dialogue.coach.wall import Wall


def not_heard_yet(wall: Wall) -> Hint | None:
    """Some have had the word in this stage and others not.

    "Only the facilitator sees who has not spoken" (method.md section 3). Silent as long as nobody was given the word,
    since then nobody keeps count here, and during a round, which brings everyone their turn.
    """
    present = [seat for seat in wall.state.group() if seat.in_the_room]
    unheard = sum(not seat.heard for seat in present)
    if wall.state.round or not 0 < unheard < len(present):
        return None
    return Hint(HintKey.NOT_HEARD_YET, n=unheard)


def not_everyone_has_one(wall: Wall) -> Hint | None:
    """Some have not said "I have an experience for this" of the question chosen.

    A Socratic question is answered by reflecting on experience that everyone here has, not by measuring or reading
    (method.md section 2): whoever has none can only hold opinions on it.
    """
    wording = wall.state.wordings.get(wall.state.question) if wall.state.question else None
    if wording is None or not wording.up:
        return None
    nothing: frozenset[str] = frozenset()
    present = [seat for seat in wall.state.group() if seat.in_the_room]
    without = sum(wording.id not in wall.state.has_experience.get(seat.id, nothing) for seat in present)
    return Hint(HintKey.NOT_EVERYONE_HAS_ONE, n=without) if without else None
