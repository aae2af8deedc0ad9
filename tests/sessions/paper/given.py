"""A dialogue without devices on a real data folder: one person writes for everyone, and prints."""

from __future__ import annotations

from dataclasses import replace

from dialogue import commands as ask
from dialogue.commands import Command
from dialogue.method import Plan, PlannedStage
from dialogue.methods import DEFAULT_METHOD
from dialogue.rules.seats import Draft
from dialogue.state import Dialogue
from dialogue.vocabulary import DialogueId, ItemId, Kind, PlanOption, SeatId, StageKey, Words
from sessions.rooms.asked import Asked
from sessions.rooms.service import Service
from tests.sessions.rooms.given import DRAFT, accepted, command_id

HOSTILE = '<img src=x onerror="window.broken = true"><b>bold</b>'
LIMITS = "Whoever learns of violence or of a planned escape has to report it.\nReports go to the governor on duty."


def draft(*options: PlanOption, language: str = "en", limits: str = LIMITS) -> Draft:
    """A dialogue of 90 minutes with the principles in it, and with these options."""
    stages = list(DEFAULT_METHOD.plans[90].stages)
    at = next(place for place, planned in enumerate(stages) if planned.key is StageKey.CONSENSUS)
    stages.insert(at, PlannedStage(StageKey.PRINCIPLES, 10))
    plan = Plan(stages=tuple(stages), options=(PlanOption.PRINCIPLES, *options), language=language)
    return replace(DRAFT, plan=plan, limits=limits, rules="Speak from your own experience.\nVoice real doubts only.")


class Table:
    """The dialogue, and Ash, who has no device."""

    def __init__(self, service: Service, *options: PlanOption, language: str = "en", limits: str = LIMITS) -> None:
        self.service = service
        self.id = service.rooms.begin(draft(*options, language=language, limits=limits), "account")
        assert isinstance(self.id, str)
        place = service.rooms.place(DialogueId(self.id))
        assert place is not None
        self.place = place
        self.does(ask.OpenDoor(Words("K7F4-M2QX")))
        self.ash = SeatId(self.does(ask.SeatSomeone(Words("Ash-of-the-wing"))))

    @property
    def state(self) -> Dialogue:
        return self.place.room.committed

    def does(self, command: Command) -> ItemId:
        """The facilitator asks; the id that a new item has."""
        asked = Asked(self.state.facilitator, command_id(), command, repr(command).encode())
        return ItemId(accepted(self.place.room.ask(asked)))

    def tells(self, title: str) -> ItemId:
        """A title goes up for Ash."""
        return self.does(ask.TellExperience(Words(title), owner=self.ash))

    def writes(self, kind: Kind, text: str, *below: ItemId) -> ItemId:
        """A statement, and what it rests on."""
        return self.does(ask.WriteStatement(kind, Words(text), below, owner=self.ash))

    def narrated(self, sentences: int) -> list[ItemId]:
        """A narrative of so many sentences, the second of them heated; the group is at the judgement."""
        self.does(ask.MoveToStage(StageKey.EXPERIENCES))
        chosen = self.tells("The missing file")
        self.does(ask.MoveToStage(StageKey.SELECTION))
        self.does(ask.AskNarrator(chosen))
        self.does(ask.AcceptNarrating(chosen))
        self.does(ask.MoveToStage(StageKey.NARRATIVE))
        told = [self.does(ask.WriteSentence(Words(f"This is sentence {n} of a story."))) for n in range(sentences)]
        self.does(ask.MarkHeatedPoint(told[1]))
        self.does(ask.MoveToStage(StageKey.JUDGEMENT))
        return told

    def answered(self) -> ItemId:
        """A whole wall: narrative, ladder up to a principle, doubts of both kinds, an answer."""
        told = self.narrated(6)
        core = self.writes(Kind.CORE_STATEMENT, "At 2 I asked him first.", told[1])
        reason = self.writes(Kind.REASON, HOSTILE, told[3], core)
        self.does(ask.RaiseDoubt(reason, Words("Is it so?"), core, signed=True, owner=self.ash))
        self.does(ask.MoveToStage(StageKey.PRINCIPLES))
        self.writes(Kind.PRINCIPLE, "Whoever trusts stays responsible.", reason)
        self.writes(Kind.PRINCIPLE, "Out of nowhere.")
        self.does(ask.MoveToStage(StageKey.CONSENSUS))
        answer = self.does(ask.WordAnswer(Words("When one can answer for it."), (reason,)))
        self.does(ask.RaiseDoubt(answer, Words("For everyone?"), owner=self.ash))
        return answer
