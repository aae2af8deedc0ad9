"""Deciding about pointing at sentences: privately, shown together, never counted."""

from __future__ import annotations

from typing import assert_never

from dialogue.commands import PointAtSentences, PointingCommand, ShowPointing
from dialogue.events import Event, PointingShown, SentencesPointedAt
from dialogue.refusals import NoExperienceChosen, PointingAlreadyShown, UnknownItem
from dialogue.rules.ownership import participant_only, private_to
from dialogue.state import Dialogue
from dialogue.visibility import in_view
from dialogue.vocabulary import ItemId, SeatId


def decide(state: Dialogue, command: PointingCommand, by: SeatId, fresh: str) -> tuple[Event, ...]:
    """Events of this family, or a refusal."""
    match command:
        case PointAtSentences(sentences, owner):
            if state.pointing_shown:
                raise PointingAlreadyShown
            seat = participant_only(state, private_to(state, by, owner))
            return (SentencesPointedAt(seat, _of_the_narrative(state, sentences)),)
        case ShowPointing():
            if not in_view(state, state.chosen):
                raise NoExperienceChosen
            return () if state.pointing_shown else (PointingShown(),)
        case _:
            assert_never(command)


def _of_the_narrative(state: Dialogue, wanted: tuple[ItemId, ...]) -> tuple[ItemId, ...]:
    if any(sentence not in state.sentences or not in_view(state, sentence) for sentence in wanted):
        raise UnknownItem("sentences")
    return tuple(dict.fromkeys(wanted))
