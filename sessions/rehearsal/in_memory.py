"""Plays a script through the rules alone: no server, no disk, no clock. What comes of it is read like a record."""

from __future__ import annotations

from dataclasses import replace

from dialogue.commands import OpenDoor, TakeSeat
from dialogue.disclosure import Answers
from dialogue.events import Event
from dialogue.method import Plan
from dialogue.methods import OFFERED
from dialogue.rules import Ballot, Decision, decide
from dialogue.rules.seats import Draft, begin
from dialogue.state import Dialogue, evolve
from dialogue.vocabulary import DialogueId, PlanOption, Role, SeatId, Words
from sessions.rehearsal.pace import seconds_before
from sessions.rehearsal.steps import PEOPLE, Asks, Comes, Of, Script, Step, with_ids
from sessions.rooms.schemas import read_command

DOOR = SeatId("door")
CODE = Words("0000-0000")  # of a door that nobody else can come to
THRESHOLD = 5


class Sitting:
    """One script, played from its first step to its last. `happened` are the events with their times in UTC ms.

    Each id is the number of what made it, so that a script always gives the same record. A step that the rules refuse
    raises their Refusal.
    """

    def __init__(self, script: Script, start: int) -> None:
        self._script = script
        self._clock = float(start)
        self._made = 0
        lead = SeatId(self._fresh())
        first = begin(_draft(script), DialogueId("sample"), lead)
        self._seats = {script.lead: lead}
        self._ids: dict[Of, str] = {}
        self.happened: list[tuple[Event, int]] = [(first, start)]
        self.state: Dialogue = evolve(None, first, start)
        self.ballots: dict[str, list[Answers]] = {}
        if script.given is not None and self.state.question is not None:
            self._ids[script.given] = self.state.question

    def to_the_end(self) -> Sitting:
        """Every step."""
        for step in self._script.steps:
            self._clock += 1000 * seconds_before(step, 1.0)
            self._take(step)
        return self

    def _take(self, step: Step) -> None:
        fresh = self._fresh()
        if isinstance(step, Comes):
            self._decide(decide(self.state, TakeSeat(Words(step.pseudonym), Role(step.role)), DOOR, fresh))
            self._seats[step.who] = SeatId(fresh)
            self._ids[Of(PEOPLE, step.who)] = fresh
            return
        self._decide(self._asked(step, fresh))
        if step.makes is not None:
            self._ids[step.makes] = fresh

    def _asked(self, step: Asks, fresh: str) -> Decision:
        command = read_command(step.type, with_ids(step.data, self._ids.__getitem__))
        if isinstance(command, OpenDoor):
            command = replace(command, code=CODE)
        return decide(self.state, command, self._seats[step.who], fresh)

    def _decide(self, decision: Decision) -> None:
        at = int(self._clock)
        for event in decision.events:
            self.state = evolve(self.state, event, at)
            self.happened.append((event, at))
        if decision.ballot is not None:
            self.ballots.setdefault(decision.ballot.form, []).append(_answers(decision.ballot))

    def _fresh(self) -> str:
        self._made += 1
        return f"{self._made:020x}"


def _draft(script: Script) -> Draft:
    return Draft(
        method=OFFERED[script.method],
        plan=_plan(script),
        title=script.title,
        question=script.question,
        rules="Speak from your own experience.",
        limits="Whoever learns of a crime or of ill-treatment has a duty to report it.",
        pseudonym="Facilitator",
        threshold=THRESHOLD,
        purpose=script.purpose,
    )


def _plan(script: Script) -> Plan:
    """The ready plan with the script's options, less the stages that need others."""
    method = OFFERED[script.method]
    ready = method.plans[script.minutes]
    options = tuple(option for option in PlanOption if option in {*script.options, *method.central})
    stages = tuple(known for known in ready.stages if method.stage(known.key).needs in {None, *options})
    return replace(ready, stages=stages, options=options, language=script.language)


def _answers(ballot: Ballot) -> Answers:
    return {"items": dict(ballot.items), "open_word": ballot.open_word}
