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
from dialogue.events import Event, PositionsExpired, QuietWritingShown
from dialogue.method import Method, Plan, PlannedStage
from dialogue.methods import DEFAULT_METHOD
from dialogue.refusals import Refusal
from dialogue.rules import Decision, decide
from dialogue.rules.seats import Draft, begin
from dialogue.state import Dialogue, evolve
from dialogue.views import View, mine_for, view_for
from dialogue.vocabulary import (
    Audience,
    DialogueId,
    DoorMode,
    HandReason,
    Intervention,
    ItemId,
    Kind,
    Matter,
    Observed,
    OutcomeKind,
    PlanOption,
    Position,
    Remainder,
    Role,
    SeatId,
    Seen,
    StageKey,
    TestResult,
    Words,
)
from tests.dialogue.standing import Log, Screens, check_never, check_undo

START = 1_790_000_000_000  # milliseconds: a Monday in September
EVERYTHING = Plan(
    stages=tuple(PlannedStage(stage.key, 10) for stage in DEFAULT_METHOD.stages[:-1]),
    options=tuple(option for option in PlanOption if option is not PlanOption.SEVEN_ITEM_EVALUATION),
)
SITTING = DEFAULT_METHOD.plans[90]


class Room:
    """One dialogue in memory, with all that happened, and what is on everybody's screen."""

    def __init__(
        self,
        plan: Plan = EVERYTHING,
        question: str = "When is trust right?",
        threshold: int = 5,
        method: Method = DEFAULT_METHOD,
    ) -> None:
        draft = Draft(method, plan, "Trust on the wing", question, "Speak from experience.", "Duty.", "Lead", threshold)
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
        check_undo(self._led_back_to(before), self.state)
        return fresh

    def _led_back_to(self, before: Dialogue) -> Dialogue:
        """The state that an undo leads back to: what was shown stays shown, positions that expired are gone."""
        for event in self.last.events:
            if isinstance(event, QuietWritingShown | PositionsExpired):
                before = evolve(before, event, self.clock)
        return before

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

    def co_facilitator(self, name: str) -> Facilitator:
        """Somebody who helps to lead, and may take the lead when it is offered."""
        return Facilitator(self, self.joins(name, Role.CO_FACILITATOR).seat)

    def boss(self, name: str) -> Person:
        """Somebody who commands others here comes in as a participant."""
        if self.state.code is None:
            self.facilitator.opens_door()
        asked = ask.TakeSeat(Words(name), Role.PARTICIPANT, leads_others=True)
        return Person(self, SeatId(self.ask(SeatId("door"), asked)))

    def comes(self, name: str, role: Role = Role.PARTICIPANT, *, shared: bool = False, knocks: bool = False) -> Person:
        """Somebody at the open door, who comes in or knocks; at a shared computer, or when codes are being guessed."""
        asked = ask.TakeSeat(Words(name), role, shared=shared, knocks=knocks)
        return Person(self, SeatId(self.ask(SeatId("door"), asked)))

    def by_voice(self, name: str) -> Person:
        """Somebody without a device, for whom the facilitator writes."""
        return Person(self, SeatId(self.facilitator.asks(ask.SeatSomeone(Words(name)))))

    def time_to_object_is_over(self) -> None:
        """The server's clock says so."""
        self.ask(SeatId("server"), ask.EndObjections())

    def offers_lead(self) -> None:
        """The server saw the facilitator offline for a while."""
        self.ask(SeatId("server"), ask.OfferLead())

    def withdraws_lead_offer(self) -> None:
        """The server sees the facilitator again."""
        self.ask(SeatId("server"), ask.WithdrawLeadOffer())

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

    def offered(self) -> int:
        """The newest action that the console offers to take back; 0 for none."""
        undo = self.view(Audience.FACILITATOR)["undo"]
        newest: int = undo[max(undo)]["action"] if undo else 0
        return newest

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

    @property
    def name(self) -> str:
        """The pseudonym under which they sit here."""
        return self.room.state.seats[self.seat].pseudonym

    def asks(self, command: Command) -> ItemId:
        """Ask for anything; gives the id of what came into being."""
        seat = self.room.state.seats.get(self.seat)
        if seat is None or seat.device or seat.shared:
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

    def has_lived(self, wording: ItemId, has: bool = True) -> None:
        self.asks(ask.MarkHasExperience(wording, has))

    def tells(self, title: str, *, not_for_examination: bool = False, account: str = "") -> ItemId:
        return self.asks(ask.TellExperience(Words(title), not_for_examination, account=Words(account)))

    def writes_account(self, experience: ItemId, account: str) -> None:
        self.asks(ask.WriteAccount(experience, Words(account)))

    def gives_reason(self, experience: ItemId, text: str) -> ItemId:
        return self.asks(ask.GiveChoiceReason(experience, Words(text)))

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

    def approves(self, *sentences: ItemId) -> None:
        self.asks(ask.ApproveNarrative(sentences))

    def asks_fact(self, text: str, about: ItemId | None = None, *, signed: bool = False) -> ItemId:
        return self.asks(ask.AskFact(Words(text), about, signed))

    def answers_fact(self, clarification: ItemId, text: str, *, after: ItemId | None = None) -> ItemId:
        return self.asks(ask.AnswerFact(clarification, Words(text), after))

    def points_at(self, *sentences: ItemId) -> None:
        self.asks(ask.PointAtSentences(sentences))

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

    def takes(self, position: str, answer: ItemId, text: str = "", *, signed: bool = False) -> ItemId:
        return self.asks(ask.TakePosition(answer, Position(position), Words(text), signed))

    def confirms(self, outcome: ItemId) -> None:
        self.asks(ask.AnswerOutcome(outcome, confirms=True))

    def objects(self, outcome: ItemId, text: str = "") -> None:
        self.asks(ask.AnswerOutcome(outcome, confirms=False, objection=Words(text)))

    def words_passage(self, passage: ItemId, text: str) -> None:
        self.asks(ask.WordPassage(passage, Words(text)))

    def answers_release(
        self, *, keeps: tuple[ItemId, ...] = (), agrees: tuple[ItemId, ...] = (), soon: bool = False
    ) -> None:
        self.asks(ask.AnswerRelease(keeps, agrees, soon))

    def raises_hand(self, reason: str = "speak") -> None:
        self.asks(ask.RaiseHand(HandReason(reason)))

    def lowers_hand(self) -> None:
        self.asks(ask.LowerHand())

    def ends_turn(self) -> None:
        self.asks(ask.EndTurn())

    def passes(self) -> None:
        self.asks(ask.PassTurn())

    def is_ready(self, ready: bool = True) -> None:
        self.asks(ask.MarkReady(ready))

    def calls_meta(self, *, named: bool = False) -> ItemId:
        return self.asks(ask.CallMeta(named))

    def writes_meta_note(self, text: str) -> ItemId:
        return self.asks(ask.WriteMetaNote(Words(text)))

    def ends_meta(self, what_we_change: str, *, share_notes: bool = False) -> None:
        self.asks(ask.EndMeta(Words(what_we_change), share_notes))

    def sends_note(self, text: str, *, signed: bool = False) -> ItemId:
        return self.asks(ask.SendNote(Words(text), signed))

    def observes(self, point: str, seen: str, text: str = "") -> ItemId:
        return self.asks(ask.NoteObservation(Observed(point), Seen(seen), Words(text)))

    def evaluates(self, open_word: str = "", /, **items: int) -> None:
        self.asks(ask.AnswerEvaluation(tuple(items.items()), Words(open_word)))

    def reports_screen_time(self, seconds: int) -> None:
        self.asks(ask.ReportScreenTime(seconds))

    def withdraws(self, item: ItemId) -> None:
        self.asks(ask.WithdrawItem(item))


class Facilitator(Person):
    """Who leads: no own opinion on the matter, but the course, the wall and the words of those without a device."""

    def opens_door(self, code: str = "K7F4-M2QX", mode: str = "open", *, latecomers_knock: bool = False) -> None:
        self.asks(ask.OpenDoor(Words(code), DoorMode(mode), latecomers_knock))

    def sets_door(self, mode: str, *, latecomers_knock: bool = False) -> None:
        self.asks(ask.SetDoor(DoorMode(mode), latecomers_knock))

    def lets_in(self, person: Person) -> None:
        self.asks(ask.AdmitSeat(person.seat))

    def turns_away(self, person: Person) -> None:
        self.asks(ask.TurnAway(person.seat))

    def counts_heads(self, count: int | None) -> None:
        self.asks(ask.CountHeads(count))

    def notes_wifi(self, name: str, password: str = "") -> None:
        self.asks(ask.NoteWifi(Words(name), Words(password)))

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
        self.asks(ask.UndoAction(self.room.offered() if action is None else action))

    def strikes(self, item: ItemId) -> None:
        self.asks(ask.StrikeItem(item))

    def parks(self, item: ItemId) -> None:
        self.asks(ask.ParkItem(item))

    def unparks(self, item: ItemId) -> None:
        self.asks(ask.UnparkItem(item))

    def words_question(self, text: str) -> ItemId:
        return self.suggests(text)

    def chooses_question(self, wording: ItemId, why: str = "") -> None:
        self.asks(ask.ChooseQuestion(wording, Words(why)))

    def prints_slips(self, *numbers: str) -> list[Person]:
        """Paper slips with these numbers; each is written for like a person without a device."""
        first = self.asks(ask.PrintSlips(len(numbers), numbers))
        return [Person(self.room, SeatId(f"{first}-{place}")) for place in range(len(numbers))]

    def gives_slip(self, slip: Person, person: Person) -> None:
        """Somebody said that this slip is theirs."""
        self.asks(ask.ClaimSlip(slip.seat, person.seat))

    def takes_lead(self) -> None:
        self.asks(ask.TakeLead())

    def hands_back_lead(self) -> None:
        self.asks(ask.HandBackLead())

    def assigns_scribe(self, person: Person | None) -> None:
        self.asks(ask.AssignScribe(person.seat if person else None))

    def marks_leads_others(self, person: Person, leads_others: bool = True) -> None:
        self.asks(ask.MarkLeadsOthers(person.seat, leads_others))

    def switches(self, option: str, on: bool) -> None:
        self.asks(ask.SwitchOption(PlanOption(option), on))

    def ends_sitting(self) -> None:
        self.asks(ask.EndSitting())

    def starts_sitting(self) -> None:
        self.asks(ask.StartSitting())

    def begins_quiet_writing(self) -> None:
        self.asks(ask.BeginQuietWriting())

    def shows_quiet_writing(self) -> None:
        self.asks(ask.ShowQuietWriting())

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

    def shows_pointing(self) -> None:
        self.asks(ask.ShowPointing())

    def tests(
        self, answer: ItemId, experience: ItemId, result: str, note: str = "", *, matter: str | None = None
    ) -> ItemId:
        why = Matter(matter) if matter else None
        return self.asks(ask.TestAnswer(answer, experience, TestResult(result), Words(note), why))

    def shows_positions(self) -> None:
        self.asks(ask.ShowPositions())

    def marks_strategy(self, text: str) -> None:
        self.asks(ask.MarkStrategy(Words(text)))

    def resumes_content(self) -> None:
        self.asks(ask.ResumeContent())

    def assigns_chair(self, person: Person | None) -> None:
        self.asks(ask.AssignChair(person.seat if person else None))

    def gives_word(self, person: Person) -> None:
        self.asks(ask.GiveWord(person.seat))

    def starts_round(self) -> None:
        self.asks(ask.StartRound())

    def ends_round(self) -> None:
        self.asks(ask.EndRound())

    def keeps_silence(self, seconds: int = 60) -> None:
        self.asks(ask.KeepSilence(seconds))

    def ends_silence(self) -> None:
        self.asks(ask.EndSilence())

    def acknowledges(self, note: ItemId) -> None:
        self.asks(ask.AcknowledgeNote(note))

    def shows_intervention(self, key: str, text: str = "") -> None:
        self.asks(ask.ShowIntervention(Intervention(key), Words(text)))

    def hides_intervention(self) -> None:
        self.asks(ask.HideIntervention())

    def reflects(self, open_word: str = "", /, **items: int) -> None:
        self.asks(ask.ReflectOnLeading(tuple(items.items()), Words(open_word)))

    def enters_evaluation(self, open_word: str = "", /, **items: int) -> None:
        """A sheet of paper that bears no name."""
        self.asks(ask.AnswerEvaluation(tuple(items.items()), Words(open_word), on_paper=True))

    def opens_release(self, days: int = 7) -> None:
        self.asks(ask.OpenRelease(days))

    def takes_back_release(self) -> None:
        self.asks(ask.TakeBackRelease())

    def releases(self) -> None:
        self.asks(ask.ReleaseResult())

    def closes(self) -> None:
        self.asks(ask.CloseDialogue())


def _owned_by(seat: SeatId) -> Any:
    return {"owner": seat}
