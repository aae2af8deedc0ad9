"""How the collected experiences and the choice among them change."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from dialogue.events import (
    AccountWritten,
    ChoiceReasonGiven,
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
from dialogue.state.items import ChoiceReason, Experience
from dialogue.state.whole import Dialogue
from dialogue.vocabulary import NOTHING_WRITTEN


def evolve(state: Dialogue, event: ExperienceEvent) -> Dialogue:
    """The state after an event of this family."""
    match event:
        case ExperienceTold():
            return state.with_item(_told(event))
        case AccountWritten(experience, account):
            return state.with_item(replace(state.experiences[experience], account=account))
        case ChoiceReasonGiven():
            return state.with_item(_reason(event))
        case ExperienceRetitled(experience, title):
            return state.with_item(replace(state.experiences[experience], text=title))
        case ExaminationPreferenceSet(experience, not_for_examination):
            known = state.experiences[experience]
            return state.with_item(replace(known, not_for_examination=not_for_examination))
        case ExperiencesMarked(seat, experiences):
            return state.but(marks={**state.marks, seat: experiences})
        case MarksShown():
            # In the order of their random ids: in the order given, a view would tell who spoke first.
            return state.but(marks_shown=True, choice_reasons=dict(sorted(state.choice_reasons.items())))
        case NarratorAsked(experience, why):
            return state.but(asked=experience, why=why)
        case NarratorAccepted(experience):
            accepted = state.but(asked=None, chosen=experience, declined=state.declined - {experience})
            if state.chosen == experience:
                return accepted
            # Heated point and what was pointed at belong to the narrative before.
            return accepted.but(heated=None, pointing={}, pointing_shown=False)
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
        account=event.account,
        hidden=event.number == 0,
    )


def _reason(event: ChoiceReasonGiven) -> ChoiceReason:
    return ChoiceReason(
        id=event.choice_reason,
        number=event.number,
        text=event.text,
        owner=event.owner,
        writer=event.writer,
        experience=event.experience,
    )
