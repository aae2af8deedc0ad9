"""Anybody asks for anything in any stage: whatever comes of it, the standing checks hold."""

from __future__ import annotations

from random import Random

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from dialogue import commands as ask
from dialogue.commands import Command
from dialogue.refusals import Refusal
from dialogue.rules.permissions import PERMITS
from dialogue.vocabulary import Audience, ItemId, OutcomeKind, Role, StageKey, Words
from tests.cast import Person, Room
from tests.dialogue.anything import COMMANDS, Pick, any_command
from tests.dialogue.standing import check_transcript

_SEEDS = st.integers(0, 2**32)
_ENDS: frozenset[type[Command]] = frozenset({ask.CloseDialogue, ask.LeaveDialogue, ask.RemoveSeat})


def picking(seed: int) -> Pick:
    """Choices that a seed makes: drawn one by one they would be the first of everything far too often."""
    return Random(seed).choice


class Rules(RuleBasedStateMachine):
    """A room in which anything is asked for. Room.ask checks every step (tests/cast.py)."""

    def __init__(self) -> None:
        super().__init__()
        self.room = Room()
        self.words = 0
        self.people: list[Person] = []

    @initialize(far=st.booleans())
    def people_come(self, far: bool) -> None:
        """A seat of every sort; every other time they have come as far as a doubted statement."""
        room = self.room
        self.people = [
            room.facilitator,
            room.participant("Alice Ash"),
            room.participant("Bela Birch"),
            room.by_voice("Chris Cedar"),
            room.observer("Dana Dogwood"),
        ]
        if far:
            self.they_come_far(*self.people[:4])

    def they_come_far(self, lead: Person, alice: Person, bela: Person, chris: Person) -> None:
        """An experience is told and examined, the first statements stand on it."""
        lead = self.room.facilitator
        lead.moves_to("experiences")
        told = [person.tells(self.said()) for person in (alice, bela, chris)]
        lead.moves_to("selection")
        lead.asks_narrator(told[0])
        alice.accepts(told[0])
        lead.moves_to("narrative")
        sentences = [lead.writes(self.said()) for _ in range(3)]
        lead.marks_heated(sentences[1])
        lead.moves_to("judgement")
        core = lead.writes_for(alice, "core_statement", self.said(), sentences[1])
        lead.writes_for(bela, "reason", self.said(), core, sentences[2])
        bela.doubts(core, self.said(), link=sentences[1], signed=True)

    @rule(seed=_SEEDS)
    def the_group_works(self, seed: int) -> None:
        """What the roles may ask for in this stage, so that dialogues get far."""
        pick = picking(seed)
        for _ in range(6):
            person, tasks = pick(self.people), self.room.state.here.tasks
            welcome = [
                kind
                for kind, permit in PERMITS.items()
                if self.role(person) in permit.roles and (permit.task is None or permit.task in tasks)
            ]
            # What ends things is asked for out of place only, so that something happens before.
            several = [known for known in welcome if known not in _ENDS]
            several += [known for known in several if PERMITS[known].task] * 3
            if several and not self.room.state.seats[person.seat].gone:
                self.tried(person, any_command(pick(several), self.room.state, pick, self.said))

    @rule(seed=_SEEDS)
    def somebody_asks_anything(self, seed: int) -> None:
        """Anything at all, mostly out of place."""
        pick = picking(seed)
        self.tried(pick(self.people), any_command(pick(COMMANDS), self.room.state, pick, self.said))

    @rule(seed=_SEEDS)
    def the_group_moves(self, seed: int) -> None:
        """To the next stage, or back, or over some."""
        pick, stages = picking(seed), [planned.key for planned in self.room.state.plan.stages]
        here = self.room.state.stage
        ahead = stages[(stages.index(here) + 1) % len(stages)] if here in stages else here
        self.tried(self.room.facilitator, ask.MoveToStage(pick((ahead, ahead, pick(stages)))))

    @rule()
    def the_facilitator_undoes(self) -> None:
        """What the console offers to take back."""
        offered = self.room.view(Audience.FACILITATOR)["undo"].get("action", 0)
        self.tried(self.room.facilitator, ask.UndoAction(offered))

    @precondition(lambda self: self.room.state.stage is StageKey.SELECTION and not self.room.state.chosen)
    @rule(seed=_SEEDS)
    def one_narrates(self, seed: int) -> None:
        """An experience is chosen; so much depends upon it."""
        tellers = [person for person in self.people if self.role(person) is Role.PARTICIPANT]
        teller = picking(seed)(tellers)
        told = self.tried(teller, ask.TellExperience(Words(self.said())))
        self.tried(self.room.facilitator, ask.AskNarrator(told))
        self.tried(teller, ask.AcceptNarrating(told))

    @precondition(lambda self: self.room.state.stage is StageKey.CONSENSUS)
    @rule(seed=_SEEDS)
    def the_group_concludes(self, seed: int) -> None:
        """An outcome is proposed and everyone confirms; what is settled must stay true."""
        pick = picking(seed)
        lead, kinds = self.room.facilitator, ("consensus", "consensus_with_reservations", "open")
        self.tried(lead, ask.WordAnswer(Words(self.said())))
        outcome = self.tried(lead, ask.ProposeOutcome(OutcomeKind(pick(kinds))))
        for person in self.people:
            self.tried(person, ask.AnswerOutcome(outcome, confirms=True))
        self.tried(lead, ask.SettleOutcome())

    def teardown(self) -> None:
        """What is read afterwards tells no more than the wall did."""
        check_transcript(self.room.log)

    def said(self) -> str:
        """Words that were never said before."""
        self.words += 1
        return f"Words number {self.words} are these"

    def role(self, person: Person) -> Role:
        """What somebody is in the room."""
        return self.room.state.seats[person.seat].role

    def tried(self, person: Person, command: Command) -> ItemId:
        """Ask; a refusal is an answer too, and changes nothing."""
        before = self.room.state
        try:
            return person.asks(command)
        except Refusal:
            assert self.room.state is before
            return ItemId("nothing")


TestRules = Rules.TestCase
# The same walks every time: a run that fails here fails everywhere.
TestRules.settings = settings(
    max_examples=120,
    stateful_step_count=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
