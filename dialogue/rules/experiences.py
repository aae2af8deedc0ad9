"""Deciding while experiences are collected and one is chosen."""

from __future__ import annotations

from typing import assert_never

from dialogue.commands import (
    AcceptNarrating,
    AskNarrator,
    DeclineNarrating,
    ExperienceCommand,
    GiveChoiceReason,
    MarkExperiences,
    RetitleExperience,
    SetExaminationPreference,
    ShowMarks,
    TellExperience,
    WriteAccount,
)
from dialogue.events import (
    AccountWritten,
    ChoiceReasonGiven,
    Event,
    ExaminationPreferenceSet,
    ExperienceRetitled,
    ExperiencesMarked,
    ExperienceTold,
    MarksShown,
    NarratorAccepted,
    NarratorAsked,
    NarratorDeclined,
)
from dialogue.refusals import AlreadyChosen, MarksAlreadyShown, NarratorNotAsked, NotYours, OptionOff, UnknownItem
from dialogue.rules.ownership import own, participant_only, private_to, spoken_by, standing
from dialogue.rules.quiet import number
from dialogue.state import Dialogue
from dialogue.state.items import Experience
from dialogue.vocabulary import ItemId, PlanOption, SeatId, Standing, Words


def decide(state: Dialogue, command: ExperienceCommand, by: SeatId, fresh: str) -> tuple[Event, ...]:
    """Events of this family, or a refusal."""
    match command:
        case TellExperience():
            return (_tell(state, command, by, ItemId(fresh)),)
        case WriteAccount(experience, account):
            if state.chosen == experience:
                raise AlreadyChosen
            return (AccountWritten(_own_up(state, by, experience).id, account),)
        case GiveChoiceReason(experience, text, owner):
            known = standing(state.experiences, experience, "experience")
            said_by = participant_only(state, spoken_by(state, by, owner))
            given = state.next_number("choice_reasons")
            return (ChoiceReasonGiven(ItemId(fresh), given, known.id, text, said_by, by),)
        case RetitleExperience(experience, title):
            if state.chosen == experience:
                raise AlreadyChosen
            return (ExperienceRetitled(_own_up(state, by, experience).id, title),)
        case SetExaminationPreference(experience, not_for_examination):
            return (ExaminationPreferenceSet(_own_up(state, by, experience).id, not_for_examination),)
        case MarkExperiences(experiences, owner):
            return _mark(state, by, experiences, owner)
        case ShowMarks():
            return () if state.marks_shown else (MarksShown(),)
        case AskNarrator(experience, why):
            return _ask(state, experience, why)
        case AcceptNarrating(experience):
            asked = _asked(state, by, experience)
            if state.seats[asked.owner].gone:
                # Nobody agrees to narrate for someone who has left.
                raise NotYours
            return (NarratorAccepted(asked.id),)
        case DeclineNarrating(experience):
            return (NarratorDeclined(_asked(state, by, experience).id),)
        case _:
            assert_never(command)


def _tell(state: Dialogue, command: TellExperience, by: SeatId, fresh: ItemId) -> ExperienceTold:
    if command.account and PlanOption.ACCOUNTS not in state.options:
        raise OptionOff("account")
    said_by = participant_only(state, spoken_by(state, by, command.owner))
    place = number(state, "experiences")
    return ExperienceTold(fresh, place, command.title, said_by, by, command.not_for_examination, command.account)


def _own_up(state: Dialogue, by: SeatId, wanted: ItemId) -> Experience:
    experience = state.experiences.get(wanted)
    if experience is None or experience.standing in {Standing.WITHDRAWN, Standing.STRUCK}:
        raise UnknownItem("experience")
    own(state, by, experience)
    if experience.standing is Standing.PARKED:
        # Nothing more is typed into what was parked.
        raise UnknownItem("experience")
    return experience


def _mark(state: Dialogue, by: SeatId, experiences: tuple[ItemId, ...], owner: SeatId | None) -> tuple[Event, ...]:
    if state.marks_shown:
        raise MarksAlreadyShown
    seat = participant_only(state, private_to(state, by, owner))
    marked = tuple(
        standing(state.experiences, experience, "experiences").id for experience in dict.fromkeys(experiences)
    )
    return (ExperiencesMarked(seat, marked),)


def _ask(state: Dialogue, wanted: ItemId, why: Words) -> tuple[Event, ...]:
    """Someone who ticked "not for examination" is not put on the spot: the answer comes at once and names nobody."""
    experience = standing(state.experiences, wanted, "experience")
    asked = NarratorAsked(experience.id, why)
    if experience.not_for_examination or state.seats[experience.owner].gone:
        return (asked, NarratorDeclined(experience.id))
    return (asked,)


def _asked(state: Dialogue, by: SeatId, wanted: ItemId) -> Experience:
    experience = standing(state.experiences, wanted, "experience")
    own(state, by, experience)
    if state.asked != wanted:
        raise NarratorNotAsked
    return experience
