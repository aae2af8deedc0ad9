"""Anybody asks for anything in any stage: whatever comes of it, the standing checks hold."""

from __future__ import annotations

from random import Random

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from dialogue import commands as ask
from dialogue.commands import Command
from dialogue.refusals import Refusal
from dialogue.rules.permissions import PERMITS, Permit
from dialogue.vocabulary import DoorMode, ItemId, OutcomeKind, Position, Role, SeatId, StageKey, Words
from tests.cast import Person, Room
from tests.dialogue.anything import COMMANDS, Pick, any_command
from tests.dialogue.standing import check_transcript

_SEEDS = st.integers(0, 2**32)
_ENDS: frozenset[type[Command]] = frozenset({ask.CloseDialogue, ask.EndSitting, ask.LeaveDialogue, ask.RemoveSeat})


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
            room.co_facilitator("Elif Elder"),
            room.boss("Finn Fir"),
            room.comes("Gala Gorse", shared=True),
            *room.facilitator.prints_slips("slip 4711", "slip 2080"),
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
            person = pick(self.people)
            welcome = [kind for kind, permit in PERMITS.items() if self.is_welcome(person, permit)]
            # What ends things is asked for out of place only, so that something happens before.
            several = [known for known in welcome if known not in _ENDS]
            several += [known for known in several if PERMITS[known].task] * 3
            # What nobody has done here yet comes to its turn too.
            several = pick((several, [known for known in several if known not in self.room.accepted] or several))
            if several and not self.room.state.seats[person.seat].gone:
                self.tried(person, any_command(pick(several), self.room.state, pick, self.said))

    @precondition(lambda self: self.room.state.in_meta)
    @rule()
    def the_group_resumes(self) -> None:
        """What it changes is said; the matter goes on in place."""
        here = (self.room.state.stage, self.room.state.speaker)
        self.tried(self.lead, ask.EndMeta(Words(self.said()), share_notes=self.words % 2 == 0))
        assert not self.room.state.in_meta
        assert self.room.state.stage is here[0]

    @rule(seed=_SEEDS)
    def the_group_writes_quietly(self, seed: int) -> None:
        """Some of it is taken back before all of it is shown."""
        pick = picking(seed)
        self.tried(self.lead, ask.BeginQuietWriting())
        for _ in range(3):
            person = pick(self.people)
            for kind in (ask.WordQuestion, ask.TellExperience, ask.WriteStatement, ask.RaiseDoubt):
                self.tried(person, any_command(kind, self.room.state, pick, self.said))
        hidden = [item for item in self.room.state.items() if item.hidden and item.up]
        if hidden and pick((True, False)):
            item = pick(hidden)
            self.tried(Person(self.room, item.owner), ask.WithdrawItem(item.id))
        self.tried(self.lead, pick((ask.ShowQuietWriting(), ask.EndSitting(), ask.UndoAction(self.room.offered()))))

    @rule(seed=_SEEDS)
    def somebody_comes_to_the_door(self, seed: int) -> None:
        """Some come in, some knock; of those some are let in, some turned away, some give up."""
        pick = picking(seed)
        mode = ask.SetDoor(pick(list(DoorMode)), pick((True, False)))
        self.tried(self.lead, pick((mode, ask.OpenDoor(Words(self.said())), ask.CloseDoor())))
        role = pick((Role.PARTICIPANT, Role.OBSERVER, Role.CO_FACILITATOR))
        asked = ask.TakeSeat(Words(self.said()), role, shared=pick((True, False)), knocks=pick((True, False)))
        came = self.tried(Person(self.room, SeatId("door")), asked)
        waiting = pick([*self.room.state.knocking, SeatId("nobody")])
        self.tried(pick(self.people), pick((ask.AdmitSeat(waiting), ask.AdmitSeat(waiting), ask.TurnAway(waiting))))
        if pick((True, False, False)):
            self.tried(Person(self.room, waiting), ask.LeaveDialogue())
        if SeatId(came) in self.room.state.seats and len(self.people) < 14:
            self.people.append(Person(self.room, SeatId(came)))

    @rule(seed=_SEEDS)
    def the_lead_changes_hands(self, seed: int) -> None:
        """The facilitator has been offline; sometimes somebody takes over, sometimes the lead goes back."""
        pick = picking(seed)
        self.room.offers_lead()
        self.tried(pick(self.people), ask.TakeLead())
        if pick((True, False)):
            self.room.withdraws_lead_offer()
            self.tried(self.lead, ask.HandBackLead())

    @precondition(lambda self: self.room.state.resting)
    @rule()
    def the_next_sitting_starts(self) -> None:
        """The group goes on where it stopped."""
        self.tried(self.lead, ask.StartSitting())
        assert not self.room.state.resting

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
        self.tried(self.lead, ask.MoveToStage(pick((ahead, ahead, pick(stages)))))

    @rule()
    def the_facilitator_undoes(self) -> None:
        """What the console offers to take back."""
        self.tried(self.lead, ask.UndoAction(self.room.offered()))

    @precondition(lambda self: self.room.state.stage is StageKey.SELECTION and not self.room.state.chosen)
    @rule(seed=_SEEDS)
    def one_narrates(self, seed: int) -> None:
        """An experience is chosen; so much depends upon it."""
        tellers = [person for person in self.people if self.role(person) is Role.PARTICIPANT]
        teller = picking(seed)(tellers)
        told = self.tried(teller, ask.TellExperience(Words(self.said())))
        self.tried(self.lead, ask.AskNarrator(told))
        self.tried(teller, ask.AcceptNarrating(told))

    @precondition(lambda self: self.room.state.stage is StageKey.CONSENSUS)
    @rule(seed=_SEEDS)
    def people_take_positions(self, seed: int) -> None:
        """On one wording, which is sometimes reworded meanwhile; what is shown becomes doubts and remainders."""
        pick = picking(seed)
        self.tried(self.lead, ask.WordAnswer(Words(self.said())))
        for person in self.people:
            answer = self.room.state.answer
            stance = pick(list(Position))
            if answer is not None:
                self.tried(person, ask.TakePosition(answer.id, stance, Words(self.said()), pick((True, False))))
        if pick((True, False, False)):
            self.tried(self.lead, any_command(ask.RewordStatement, self.room.state, pick, self.said))
        self.tried(self.lead, ask.ShowPositions())
        if self.room.state.kept:
            kept = pick(list(self.room.state.kept.values()))
            self.tried(Person(self.room, kept.owner), ask.WithdrawItem(kept.id))

    @rule(seed=_SEEDS)
    def a_round_goes_round(self, seed: int) -> None:
        """Some speak, some pass; somebody calls a meta-dialogue into it, or the group moves on."""
        pick = picking(seed)
        self.tried(self.lead, ask.StartRound())
        for seat in self.room.state.round or ():
            turn = pick((ask.GiveWord(seat), ask.PassTurn(seat), ask.PassTurn(), ask.CallMeta(), ask.KeepSilence(5)))
            self.tried(self.lead if pick((True, True, False)) else Person(self.room, seat), turn)
        self.tried(self.lead, pick((ask.EndRound(), ask.EndTurn(), ask.EndSilence())))

    @precondition(lambda self: self.room.state.stage is StageKey.CONSENSUS)
    @rule(seed=_SEEDS)
    def the_group_concludes(self, seed: int) -> None:
        """An outcome is proposed and everyone confirms; what is settled must stay true."""
        pick = picking(seed)
        lead, kinds = self.lead, ("consensus", "consensus_with_reservations", "open")
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

    @property
    def lead(self) -> Person:
        """Whoever leads now."""
        return Person(self.room, self.room.state.facilitator)

    def is_welcome(self, person: Person, permit: Permit) -> bool:
        """Whether the table lets them ask for it now."""
        state = self.room.state
        if self.role(person) not in permit.roles or (permit.waits and (state.in_meta or state.resting)):
            return False
        invited = permit.task is None or permit.task in state.here.tasks
        return invited and (permit.option is None or permit.option in state.options)

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
    max_examples=70,
    stateful_step_count=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
