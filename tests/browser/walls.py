"""Views of a dialogue that grows, made by the real rules: what the screens' modules are tested with."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dialogue import commands as ask
from dialogue.commands import Command
from dialogue.method import PlannedStage
from dialogue.methods import DEFAULT_METHOD
from dialogue.rules import decide
from dialogue.rules.seats import Draft, begin
from dialogue.state import Dialogue, evolve
from dialogue.views import view_for
from dialogue.vocabulary import Audience, DialogueId, ItemId, Kind, PlanOption, SeatId, StageKey, Words

LEAD = SeatId("lead")
HOSTILE = '<img src=x onerror="window.broken = true"><b>bold</b>'


class Room:
    """A dialogue with one person who writes for everyone; every command is decided and applied."""

    def __init__(self, question: str = "When is it right to trust?") -> None:
        plan = DEFAULT_METHOD.plans[90]
        stages = [*plan.stages]
        place = next(n for n, planned in enumerate(stages) if planned.key is StageKey.CONSENSUS)
        stages.insert(place, PlannedStage(StageKey.PRINCIPLES, 10))
        plan = replace(plan, stages=tuple(stages), options=(PlanOption.PRINCIPLES,))
        draft = Draft(DEFAULT_METHOD, plan, "Trust", question, "Speak from experience.", "Duty.", "Facilitator", 5)
        self.state: Dialogue = evolve(None, begin(draft, DialogueId("d1"), LEAD), 0)
        self.count = 0
        self.does(ask.OpenDoor(Words("K7F4-M2QX")))
        self.ash = SeatId(self.does(ask.SeatSomeone(Words("Ash"))))

    def does(self, command: Command, by: SeatId = LEAD) -> ItemId:
        """The facilitator asks; the id that a new item has."""
        self.count += 1
        made = f"i{self.count}"
        for event in decide(self.state, command, by, made).events:
            self.state = evolve(self.state, event, self.count)
        return ItemId(made)

    def moves_to(self, stage: StageKey) -> None:
        """Everyone is taken to a stage."""
        self.does(ask.MoveToStage(stage))

    def tells(self, *titles: str) -> list[ItemId]:
        """Titles go up."""
        return [self.does(ask.TellExperience(Words(title), owner=self.ash)) for title in titles]

    def writes(self, kind: Kind, text: str, *below: ItemId) -> ItemId:
        """A statement, and what it rests on."""
        return self.does(ask.WriteStatement(kind, Words(text), below, owner=self.ash))

    def doubts(self, about: ItemId, text: str) -> ItemId:
        """A doubt, raised by someone without a device."""
        return self.does(ask.RaiseDoubt(about, Words(text), owner=self.ash))

    @property
    def view(self) -> dict[str, Any]:
        """What the flipchart sees."""
        return view_for(self.state, Audience.FLIPCHART)


def narrated(sentences: int = 8) -> tuple[Room, list[ItemId]]:
    """A room in the judgement stage with a narrative of so many sentences, one of them heated."""
    room = Room()
    room.moves_to(StageKey.EXPERIENCES)
    (chosen,) = room.tells("The missing file")
    room.moves_to(StageKey.SELECTION)
    room.does(ask.AskNarrator(chosen, Words("Closed, one decision.")))
    room.does(ask.AcceptNarrating(chosen))
    room.moves_to(StageKey.NARRATIVE)
    told = [
        room.does(ask.WriteSentence(Words(f"This is sentence {n}, and it is as long as they mostly are.")))
        for n in range(1, sentences + 1)
    ]
    room.does(ask.MarkHeatedPoint(told[4 % sentences]))
    room.moves_to(StageKey.JUDGEMENT)
    return room, told


def grown() -> tuple[Room, list[ItemId]]:
    """A full wall: nine sentences, judgement, reasons, rules and principles, each resting on something."""
    room, told = narrated(9)
    core = room.writes(Kind.CORE_STATEMENT, "At 5 I asked him first because I know how he acts.", told[4], told[7])
    room.writes(Kind.JUDGEMENT, "Trusting him in this way was right, as far as we can see from here.", core)
    reasons = [room.writes(Kind.REASON, f"She could answer for it, for reason {n}.", told[n]) for n in range(3)]
    room.moves_to(StageKey.PRINCIPLES)
    rules = [room.writes(Kind.RULE, "Trust only as far as you can answer for being wrong.", below) for below in reasons]
    for below in rules:
        room.writes(Kind.PRINCIPLE, "Whoever trusts stays responsible for the safety of the others.", below)
    return room, told
