"""A long dialogue without a server: decided by the rules, with ids from a seed, so that it is the same every time."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from bench.given import SENTENCE, draft
from dialogue.commands import (
    AcceptNarrating,
    AgreeToRules,
    AskNarrator,
    CloseDoubt,
    Command,
    MoveToStage,
    OpenDoor,
    RaiseDoubt,
    TakeSeat,
    TellExperience,
    WriteSentence,
    WriteStatement,
)
from dialogue.events import Event
from dialogue.rules import decide
from dialogue.rules.seats import begin
from dialogue.state import Dialogue, evolve
from dialogue.vocabulary import DialogueId, ItemId, Kind, Role, SeatId, StageKey, Words

PEOPLE = 25
SENTENCES = 40
STATEMENTS = 60
SPOKEN = Words("I don't see how that follows: if nobody had asked, would keeping silent still have been right?")


@dataclass(slots=True)
class Long:
    """A dialogue as it grows: its events with their times, and the state they add up to."""

    state: Dialogue
    facilitator: SeatId
    happened: list[tuple[Event, int]]
    chance: random.Random = field(default_factory=lambda: random.Random(7))
    people: list[SeatId] = field(default_factory=list)

    def ask(self, command: Command, by: SeatId) -> ItemId:
        """Decide and evolve; the id of what came into being."""
        fresh = f"{self.chance.getrandbits(80):020x}"
        for event in decide(self.state, command, by, fresh).events:
            self.take(event)
        return ItemId(fresh)

    def take(self, event: Event) -> None:
        """One more event."""
        at = len(self.happened) * 1000
        self.state = evolve(self.state, event, at)
        self.happened.append((event, at))

    def anyone(self) -> SeatId:
        """One of the people, by a seeded chance."""
        return self.chance.choice(self.people)


def long_dialogue(entries: int) -> Long:
    """A dialogue with this many entries on its wall, two thirds of them doubts, half of those settled."""
    created = begin(draft(), DialogueId("0" * 20), SeatId("f" * 20))
    long = Long(evolve(None, created, 0), created.facilitator, [(created, 0)])
    long.ask(OpenDoor(Words("K7F4-M2QX")), long.facilitator)
    for number in range(PEOPLE):
        seat = long.ask(TakeSeat(Words(f"Person {number + 1}"), Role.PARTICIPANT), SeatId("door"))
        long.people.append(SeatId(seat))
        long.ask(AgreeToRules(), long.people[-1])
    first = _narrative(long)
    long.ask(MoveToStage(StageKey.JUDGEMENT), long.facilitator)
    about = [first]
    for _ in range(STATEMENTS):
        rests_on = (long.chance.choice(about),)
        said = WriteStatement(Kind.REASON, SPOKEN, rests_on, owner=long.anyone())
        about.append(long.ask(said, long.facilitator))
    while sum(1 for _ in long.state.items()) < entries:
        _doubt(long, long.chance.choice(about))
    return long


def _narrative(long: Long) -> ItemId:
    """Experiences, one chosen, told in sentences; the first sentence."""
    long.ask(MoveToStage(StageKey.EXPERIENCES), long.facilitator)
    told = [long.ask(TellExperience(Words(f"The key, as {seat[:4]} tells it")), seat) for seat in long.people]
    long.ask(MoveToStage(StageKey.SELECTION), long.facilitator)
    long.ask(AskNarrator(told[0]), long.facilitator)
    long.ask(AcceptNarrating(told[0]), long.people[0])
    long.ask(MoveToStage(StageKey.NARRATIVE), long.facilitator)
    first = long.ask(WriteSentence(Words(SENTENCE)), long.people[0])
    for _ in range(SENTENCES - 1):
        long.ask(WriteSentence(Words(SENTENCE)), long.people[0])
    return first


def _doubt(long: Long, about: ItemId) -> None:
    raiser = long.anyone()
    doubt = long.ask(RaiseDoubt(about, SPOKEN), raiser)
    if long.chance.random() < 1 / 2:
        long.ask(CloseDoubt(doubt), raiser)
