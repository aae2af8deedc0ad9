"""Deciding about the ladder: statements, what they rest on, doubts."""

from __future__ import annotations

from typing import assert_never

from dialogue.commands import CloseDoubt, RaiseDoubt, RewordStatement, SetLinks, StatementCommand, WriteStatement
from dialogue.events import DoubtClosed, DoubtRaised, Event, LinksSet, StatementReworded, StatementWritten
from dialogue.refusals import (
    DoubtIsClosed,
    KindNotHere,
    NotALink,
    NotAllowed,
    NotYours,
    OptionOff,
    RestsOnItself,
    UnknownItem,
    WrongStage,
)
from dialogue.rules.ownership import own, participant_only, spoken_by, standing
from dialogue.rules.quiet import number
from dialogue.state import Dialogue
from dialogue.state.items import Answer, Experience, Sentence, Statement
from dialogue.visibility import stands_in_view
from dialogue.vocabulary import ItemId, Kind, PlanOption, SeatId, Task


def decide(state: Dialogue, command: StatementCommand, by: SeatId, fresh: str) -> tuple[Event, ...]:
    """Events of this family, or a refusal."""
    match command:
        case WriteStatement():
            return (_write(state, command, by, ItemId(fresh)),)
        case RewordStatement(statement, text):
            known = standing(state.statements, statement, "statement")
            if not state.seats[by].facilitates and not state.acts_for(by, known):
                raise NotYours
            return (StatementReworded(known.id, text),)
        case SetLinks(item, rests_on):
            return _link(state, item, rests_on)
        case RaiseDoubt():
            return (_doubt(state, command, by, ItemId(fresh)),)
        case CloseDoubt(doubt, how):
            known_doubt = own(state, by, standing(state.doubts, doubt, "doubt"))
            if state.seats[known_doubt.owner].gone:
                # Nobody closes a doubt for someone who has left, who was written for included.
                raise NotYours
            if not known_doubt.open:
                raise DoubtIsClosed
            return (DoubtClosed(known_doubt.id, how),)
        case _:
            assert_never(command)


def supports(state: Dialogue, rests_on: tuple[ItemId, ...]) -> tuple[ItemId, ...]:
    """The items something may rest on: sentences, experiences, statements; each once, all on the wall."""
    for below in rests_on:
        item = state.item(below)
        if not isinstance(item, Sentence | Experience | Statement) or not stands_in_view(state, item):
            raise UnknownItem("rests_on")
    return tuple(dict.fromkeys(rests_on))


def _write(state: Dialogue, command: WriteStatement, by: SeatId, fresh: ItemId) -> StatementWritten:
    if command.kind not in state.here.kinds:
        raise KindNotHere("kind")
    own_version = command.kind is Kind.OWN_VERSION
    if not state.seats[by].facilitates:
        if not own_version:
            raise NotAllowed
        if PlanOption.OWN_VERSIONS not in state.options:
            raise OptionOff
    owner = spoken_by(state, by, command.owner)
    place = number(state, "statements") if own_version else state.next_number("statements")
    below = supports(state, command.rests_on)
    return StatementWritten(fresh, command.kind, place, command.text, below, owner, by)


def _link(state: Dialogue, wanted: ItemId, rests_on: tuple[ItemId, ...]) -> tuple[Event, ...]:
    item = state.item(wanted)
    if not isinstance(item, Statement | Answer) or not item.up:
        raise UnknownItem("item")
    task = Task.WRITE_STATEMENTS if isinstance(item, Statement) else Task.WORD_ANSWERS
    if task not in state.here.tasks:
        raise WrongStage
    below = supports(state, rests_on)
    if wanted in all_below(state, below):
        raise RestsOnItself("rests_on")
    return () if below == item.rests_on else (LinksSet(wanted, below),)


def all_below(state: Dialogue, rests_on: tuple[ItemId, ...]) -> set[ItemId]:
    """Everything that these items are, and what they rest on in turn."""
    below: set[ItemId] = set()
    waiting = list(rests_on)
    while waiting:
        item = waiting.pop()
        if item not in below:
            below.add(item)
            statement = state.statements.get(item)
            waiting.extend(statement.rests_on if statement else ())
    return below


def _doubt(state: Dialogue, command: RaiseDoubt, by: SeatId, fresh: ItemId) -> DoubtRaised:
    about = state.item(command.about)
    if not isinstance(about, Sentence | Statement | Answer) or not stands_in_view(state, about):
        raise UnknownItem("about")
    if command.link is not None and (not isinstance(about, Statement | Answer) or command.link not in about.rests_on):
        raise NotALink("link")
    owner = participant_only(state, spoken_by(state, by, command.owner))
    return DoubtRaised(fresh, number(state, "doubts"), about.id, command.link, command.text, owner, by, command.signed)
