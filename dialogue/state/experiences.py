"""How the collected experiences and the choice among them change."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from dialogue.events import (
    ExaminationPreferenceSet,
    ExperienceEvent,
    ExperienceRetitled,
    ExperiencesMarked,
    ExperienceTold,
    MarksShown,
    NarratorAccepted,
    NarratorAsked,
    NarratorDeclined,
    NarratorRequestTakenBack,
)
from dialogue.state.items import Experience
from dialogue.state.whole import Dialogue
from dialogue.vocabulary import NOTHING_WRITTEN


def evolve(state: Dialogue, event: ExperienceEvent) -> Dialogue:
    """The state after an event of this family."""
    match event:
        case ExperienceTold():
            return state.with_item(_told(event))
        case ExperienceRetitled(experience, title):
            return state.with_item(replace(state.experiences[experience], text=title))
        case ExaminationPreferenceSet(experience, not_for_examination):
            known = state.experiences[experience]
            return state.with_item(replace(known, not_for_examination=not_for_examination))
        case ExperiencesMarked(seat, experiences):
            return state.but(marks={**state.marks, seat: experiences})
        case MarksShown():
            return state.but(marks_shown=True)
        case NarratorAsked(experience, why):
            return state.but(asked=experience, why=why)
        case NarratorAccepted(experience):
            heated = state.heated if state.chosen == experience else None
            declined = state.declined - {experience}
            return state.but(asked=None, chosen=experience, heated=heated, declined=declined)
        case NarratorDeclined(experience):
            return state.but(asked=None, why=NOTHING_WRITTEN, declined=state.declined | {experience})
        case NarratorRequestTakenBack():
            return state.but(asked=None, why=NOTHING_WRITTEN)
        case _:
            assert_never(event)


def _told(event: ExperienceTold) -> Experience:
    return Experience(
        id=event.experience,
        number=event.number,
        text=event.title,
        owner=event.owner,
        writer=event.writer,
        not_for_examination=event.not_for_examination,
    )
