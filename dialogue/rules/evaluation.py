"""Deciding about looking back. What is answered goes to a ballot that nothing ties to whoever answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from dialogue.commands import AnswerEvaluation, Command, EvaluationCommand, ReflectOnLeading, ReportScreenTime
from dialogue.events import EvaluationAnswered, Event, LeadingReflectedOn, ScreenTimeReported
from dialogue.events.evaluation import Rating
from dialogue.methods.evaluation import FORMS, SCREEN_TIME, form_of
from dialogue.refusals import AlreadyAnswered, BadSeconds, UnknownEvaluationItem
from dialogue.rules.ownership import person_only, private_to
from dialogue.state import Dialogue
from dialogue.vocabulary import NOTHING_WRITTEN, SeatId, Words

LONGEST_SCREEN_TIME = 86_400  # seconds: a day


@dataclass(frozen=True, slots=True)
class Ballot:
    """What was answered, detached from whoever answered it: no seat, no number, no time."""

    form: str
    items: tuple[tuple[str, int], ...]
    open_word: Words


def decide(state: Dialogue, command: EvaluationCommand, by: SeatId, fresh: str) -> tuple[Event, ...]:
    """Events of this family, or a refusal."""
    match command:
        case AnswerEvaluation(owner=owner, on_paper=on_paper):
            seat = _on_paper(state, by) if on_paper else person_only(state, private_to(state, by, owner))
            if seat in state.evaluated:
                raise AlreadyAnswered
            return (EvaluationAnswered(seat),)
        case ReflectOnLeading(items, open_word):
            fitting = _fitting(form_of(state.options), items)
            return (LeadingReflectedOn(tuple(Rating(item, value) for item, value in fitting), open_word),)
        case ReportScreenTime():
            if by in state.timed:
                raise AlreadyAnswered
            return (ScreenTimeReported(by),)
        case _:
            assert_never(command)


def ballot_of(state: Dialogue, command: Command) -> Ballot | None:
    """The ballot to be kept apart from the events, if any; a refusal for what the form does not have."""
    if isinstance(command, AnswerEvaluation):
        form = form_of(state.options)
        return Ballot(form, _fitting(form, command.items), command.open_word)
    if isinstance(command, ReportScreenTime):
        if not 0 <= command.seconds <= LONGEST_SCREEN_TIME:
            raise BadSeconds("seconds")
        return Ballot(SCREEN_TIME, (("seconds", command.seconds),), NOTHING_WRITTEN)
    return None


def _fitting(form: str, items: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    seen: set[str] = set()
    for item, value in items:
        if item not in FORMS[form] or item in seen or not FORMS[form][item].has(value):
            raise UnknownEvaluationItem("items")
        seen.add(item)
    return tuple(sorted(items))


def _on_paper(state: Dialogue, by: SeatId) -> SeatId:
    """Anyone without a device who has not answered: whose sheet it was stands nowhere.

    People at a shared computer come last: they answer there, as long as there are no more sheets than others.
    """
    without = sorted((seat.shared, seat.id) for seat in state.group() if state.writes_for(by, seat.id))
    waiting = [seat for _, seat in without if seat not in state.evaluated]
    if not waiting:
        raise AlreadyAnswered
    return private_to(state, by, waiting[0])
