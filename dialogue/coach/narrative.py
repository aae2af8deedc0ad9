"""Hints about the narrative: its facts, the narrator's approval, the heated point."""

from __future__ import annotations

from dialogue.coach.hint import Hint, HintKey
from dialogue.coach.wall import Wall
from dialogue.state.items import Clarification


def fact_unanswered(wall: Wall) -> Hint | None:
    """A question of fact waits for its answer: work from the concrete (Heckmann)."""
    waiting = [asked for asked in wall.on(wall.state.clarifications) if not _answered(wall, asked)]
    return Hint(HintKey.FACT_UNANSWERED, waiting[0].id, len(waiting)) if waiting else None


def not_approved(wall: Wall) -> Hint | None:
    """Sentences stand that the narrator has not approved: the scribe writes, and the narrator corrects and approves
    (method.md section 2)."""
    waiting = len(wall.on(wall.state.sentences, lambda sentence: not sentence.approved))
    return Hint(HintKey.NOT_APPROVED, n=waiting) if waiting else None


def not_approved_at_the_end(wall: Wall) -> Hint | None:
    """The same while the narrative is still being told: only once the group is through with it, and says where its
    heated point is. Before that every new sentence would raise the hint."""
    through = wall.state.pointing_shown or wall.has(wall.state.heated)
    return not_approved(wall) if through else None


def no_heated_point(wall: Wall) -> Hint | None:
    """The narrative is up and nobody has said where in it the moment is that is judged (Kessels calls it the heated
    point).

    Where the group pointed at sentences together, that has done the same work.
    """
    if wall.state.pointing_shown or wall.has(wall.state.heated) or not wall.on(wall.state.sentences):
        return None
    return Hint(HintKey.NO_HEATED_POINT)


def _answered(wall: Wall, asked: Clarification) -> bool:
    """Whether the sentence that its answer became still stands."""
    answer = wall.state.sentences.get(asked.answered_by) if asked.answered_by else None
    return answer is not None and answer.up
