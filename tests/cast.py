"""A cast for tests: people who act in a room of pure rules, each step under the standing checks.

room = Room()
alice = room.participant("Alice")
room.facilitator.moves_to("experiences")
title = alice.tells("The phone call")
with room.refuses("wrong_stage"):
    alice.doubts(title, "Really?")
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from typing import Any

import pytest

from dialogue import commands as ask
from dialogue.commands import Command
from dialogue.events import Event
from dialogue.method import Plan, PlannedStage
from dialogue.methods import DEFAULT_METHOD
from dialogue.refusals import Refusal
from dialogue.rules import Decision, decide
from dialogue.rules.seats import Draft, begin
from dialogue.state import Dialogue, evolve
from dialogue.views import View, mine_for, view_for
from dialogue.vocabulary import (
    Audience,
    DialogueId,
    HandReason,
    ItemId,
    Kind,
    OutcomeKind,
    PlanOption,
    Remainder,
    Role,
    SeatId,
    StageKey,
    Words,
)
from tests.dialogue.standing import Log, Screens, check_never, check_undo

START = 1_790_000_000_000  # milliseconds: a Monday in September
EVERYTHING = Plan(
    stages=tuple(PlannedStage(stage.key, 10) for stage in DEFAULT_METHOD.stages[:-1]), options=tuple(PlanOption)
)
SITTING = DEFAULT_METHOD.plans[90]


class Room:
    """One dialogue in memory, with all that happened, and what is on everybody's screen."""

    def __init__(self, plan: Plan = EVERYTHING, question: str = "When is trust right?", threshold: int = 5) -> None:
        draft = Draft(
            DEFAULT_METHOD, plan, "Trust on the wing", question, "Speak from experience.", "Duty.", "Lead", threshold
        )
        self.clock = START
        self.made = 0
        self.log = Log()
        lead = SeatId(self.fresh())
        first = begin(draft, DialogueId("dialogue"), lead)
        self.log.add(first, self.clock)
        self.state: Dialogue = evolve(None, first, self.clock)
        self.screens = Screens(self.state)
        self.facilitator = Facilitator(self, lead)
        self.happened: list[Event] = [first]
        self.accepted: list[type[Command]] = []
        self.refused_at: Dialogue | None = None
        self.last = Decision(())

    def fresh(self) -> str:
        """A new id, unlike any word that people say."""
        self.made += 1
        return f"id{self.made:06d}"

    def ask(self, by: SeatId, command: Command) -> str:
        """Decide, let it happen, check everything; gives the new id, or raises the refusal."""
        before, fresh = self.state, self.fresh()
        try:
            self.last = decide(before, command, by, fresh)
        except Refusal as refusal:
            self.refused_at = before
            with pytest.raises(type(refusal)):
                decide(before, command, by, fresh)
            raise
        assert decide(before, command, by, fresh) == self.last, "the same question gives the same answer"
        if self.last.events:
            self.accepted.append(type(command))
        self.clock += 1_000
        for event in self.last.events:
            self.state = evolve(self.state, event, self.clock)
            self.log.add(event, self.clock)
        self.happened.extend(self.last.events)
        self.log.check(self.state)
        self.screens.follow(self.state, self.log.said)
        check_never(before, self.state, self.last.events, by)
        check_undo(before, self.state)
        return fresh

    def participant(self, name: str) -> Person:
        """Somebody with a phone."""
        return self.joins(name, Role.PARTICIPANT)

    def observer(self, name: str) -> Person:
        """Somebody who looks on."""
        return self.joins(name, Role.OBSERVER)

    def joins(self, name: str, role: Role = Role.PARTICIPANT) -> Person:
        """Somebody comes in by the door, which stands open from the first one on."""
        if self.state.code is None:
            self.facilitator.opens_door()
        return Person(self, SeatId(self.ask(SeatId("door"), ask.TakeSeat(Words(name), role))))

    def by_voice(self, name: str) -> Person:
        """Somebody without a device, for whom the facilitator writes."""
        return Person(self, SeatId(self.facilitator.asks(ask.SeatSomeone(Words(name)))))

    @contextmanager
    def refuses(self, code: str, field: str | None = None) -> Iterator[None]:
        """What happens inside is refused with this code, and changes nothing."""
        with pytest.raises(Refusal) as refused:
            yield
        assert (refused.value.code, refused.value.field) == (code, field)
        assert self.state is self.refused_at

    def view(self, audience: Audience = Audience.PARTICIPANT) -> View:
        """What an audience sees now."""
        return view_for(self.state, audience)

    @property
    def wall(self) -> View:
        """What the flipchart shows."""
        return self.view(Audience.FLIPCHART)


class Person:
    """Somebody in the room. Whoever has no device is written for."""

    def __init__(self, room: Room, seat: SeatId) -> None:
        self.room = room
        self.seat = seat

    @property
    def me(self) -> View:
        """What only this person sees."""
        return mine_for(self.room.state, self.seat)

    def asks(self, command: Command) -> ItemId:
        """Ask for anything; gives the id of what came into being."""
        seat = self.room.state.seats.get(self.seat)
        if seat is None or seat.device:
            return ItemId(self.room.ask(self.seat, command))
        if any(field.name == "owner" for field in fields(command)):
            command = replace(command, **_owned_by(self.seat))
        return ItemId(self.room.ask(self.room.facilitator.seat, command))

    def agrees(self) -> None:
        self.asks(ask.AgreeToRules())

    def leaves(self) -> None:
        self.asks(ask.LeaveDialogue())

    def suggests(self, text: str) -> ItemId:
        return self.asks(ask.WordQuestion(Words(text)))

    def tells(self, title: str, *, not_for_examination: bool = False) -> ItemId:
        return self.asks(ask.TellExperience(Words(title), not_for_examination))

    def retitles(self, experience: ItemId, title: str) -> None:
        self.asks(ask.RetitleExperience(experience, Words(title)))

    def prefers(self, experience: ItemId, *, not_for_examination: bool) -> None:
        self.asks(ask.SetExaminationPreference(experience, not_for_examination))

    def marks(self, *experiences: ItemId) -> None:
        self.asks(ask.MarkExperiences(experiences))

    def accepts(self, experience: ItemId) -> None:
        self.asks(ask.AcceptNarrating(experience))

    def declines(self, experience: ItemId) -> None:
        self.asks(ask.DeclineNarrating(experience))

    def writes(self, text: str, *, after: ItemId | None = None) -> ItemId:
        return self.asks(ask.WriteSentence(Words(text), after))

    def corrects(self, sentence: ItemId, text: str) -> None:
        self.asks(ask.CorrectSentence(sentence, Words(text)))

    def approves(self) -> None:
        self.asks(ask.ApproveNarrative())

    def states(self, kind: str, text: str, *rests_on: ItemId) -> ItemId:
        return self.asks(ask.WriteStatement(Kind(kind), Words(text), rests_on))

    def rewords(self, statement: ItemId, text: str) -> None:
        self.asks(ask.RewordStatement(statement, Words(text)))

    def doubts(self, about: ItemId, text: str, *, link: ItemId | None = None, signed: bool = False) -> ItemId:
        return self.asks(ask.RaiseDoubt(about, Words(text), link, signed))

    def settles(self, doubt: ItemId, how: str = "") -> None:
        self.asks(ask.CloseDoubt(doubt, Words(how)))

    def keeps(self, kind: str, answer: ItemId, text: str, *, signed: bool = False) -> ItemId:
        return self.asks(ask.VoiceRemainder(Remainder(kind), answer, Words(text), signed))

    def confirms(self, outcome: ItemId) -> None:
        self.asks(ask.AnswerOutcome(outcome, confirms=True))

    def objects(self, outcome: ItemId, text: str = "") -> None:
        self.asks(ask.AnswerOutcome(outcome, confirms=False, objection=Words(text)))

    def raises_hand(self, reason: str = "speak") -> None:
        self.asks(ask.RaiseHand(HandReason(reason)))

    def lowers_hand(self) -> None:
        self.asks(ask.LowerHand())

    def is_ready(self, ready: bool = True) -> None:
        self.asks(ask.MarkReady(ready))

    def evaluates(self, open_word: str = "", /, **items: int) -> None:
        self.asks(ask.AnswerEvaluation(tuple(items.items()), Words(open_word)))

    def withdraws(self, item: ItemId) -> None:
        self.asks(ask.WithdrawItem(item))


class Facilitator(Person):
    """Who leads: no own opinion on the matter, but the course, the wall and the words of those without a device."""

    def opens_door(self, code: str = "K7F4-M2QX") -> None:
        self.asks(ask.OpenDoor(Words(code)))

    def closes_door(self) -> None:
        self.asks(ask.CloseDoor())

    def removes(self, person: Person) -> None:
        self.asks(ask.RemoveSeat(person.seat))

    def marks_absent(self, person: Person, absent: bool = True) -> None:
        self.asks(ask.MarkPresence(person.seat, absent))

    def moves_to(self, stage: str) -> None:
        self.asks(ask.MoveToStage(StageKey(stage)))

    def undoes(self, action: int | None = None) -> None:
        """Take back this action, or the one that the console offers."""
        offered = self.room.view(Audience.FACILITATOR)["undo"].get("action", 0)
        self.asks(ask.UndoAction(offered if action is None else action))

    def strikes(self, item: ItemId) -> None:
        self.asks(ask.StrikeItem(item))

    def parks(self, item: ItemId) -> None:
        self.asks(ask.ParkItem(item))

    def unparks(self, item: ItemId) -> None:
        self.asks(ask.UnparkItem(item))

    def words_question(self, text: str) -> ItemId:
        return self.suggests(text)

    def chooses_question(self, wording: ItemId) -> None:
        self.asks(ask.ChooseQuestion(wording))

    def shows_marks(self) -> None:
        self.asks(ask.ShowMarks())

    def asks_narrator(self, experience: ItemId, why: str = "") -> None:
        self.asks(ask.AskNarrator(experience, Words(why)))

    def marks_heated(self, sentence: ItemId | None) -> None:
        self.asks(ask.MarkHeatedPoint(sentence))

    def writes_for(self, person: Person, kind: str, text: str, *rests_on: ItemId) -> ItemId:
        """Write down what somebody said aloud, device or not."""
        return self.asks(ask.WriteStatement(Kind(kind), Words(text), rests_on, person.seat))

    def links(self, item: ItemId, *rests_on: ItemId) -> None:
        self.asks(ask.SetLinks(item, rests_on))

    def words_answer(self, text: str, *rests_on: ItemId) -> ItemId:
        return self.asks(ask.WordAnswer(Words(text), rests_on))

    def proposes(self, kind: str, dividing_question: str = "") -> ItemId:
        return self.asks(ask.ProposeOutcome(OutcomeKind(kind), Words(dividing_question)))

    def settles_outcome(self) -> None:
        self.asks(ask.SettleOutcome())

    def takes_back_outcome(self) -> None:
        self.asks(ask.TakeBackOutcome())

    def gives_word(self, person: Person) -> None:
        self.asks(ask.GiveWord(person.seat))

    def closes(self) -> None:
        self.asks(ask.CloseDialogue())


def _owned_by(seat: SeatId) -> Any:
    return {"owner": seat}
