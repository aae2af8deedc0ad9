"""A room with people of every sort, played as far as a test needs it."""

from __future__ import annotations

from tests.cast import Person, Room


class Scene:
    """The facilitator, two people with phones, one without, an observer; each method plays one step further."""

    def __init__(self, room: Room | None = None) -> None:
        self.room = room or Room()
        self.lead = self.room.facilitator
        self.alice = self.room.participant("Alice")
        self.bela = self.room.participant("Bela")
        self.elm = self.room.by_voice("Elm")
        self.mentor = self.room.observer("Mentor")
        self.people: tuple[Person, ...] = (self.alice, self.bela, self.elm)

    def titles(self) -> Scene:
        """Two experiences are told."""
        self.lead.moves_to("experiences")
        self.file = self.alice.tells("The missing file")
        self.forty = self.elm.tells("Forty minutes")
        return self

    def asked(self) -> Scene:
        """Alice is asked to narrate."""
        self.titles()
        self.lead.moves_to("selection")
        self.lead.asks_narrator(self.file, "Everyone can picture the room.")
        return self

    def narrative(self) -> Scene:
        """Alice's experience is chosen, and two sentences are written."""
        self.asked()
        self.alice.accepts(self.file)
        self.lead.moves_to("narrative")
        self.first = self.lead.writes("I counted the tools.")
        self.second = self.lead.writes("One file was missing.")
        return self

    def judgement(self) -> Scene:
        """A core statement rests on the second sentence."""
        self.narrative()
        self.lead.moves_to("judgement")
        self.core = self.lead.writes_for(self.alice, "core_statement", "At 2 I asked him first.", self.second)
        return self

    def answer(self) -> Scene:
        """A first answer is worded."""
        self.judgement()
        self.lead.moves_to("consensus")
        self.worded = self.lead.words_answer("When it rests on what we have seen.", self.core)
        return self

    def whole(self) -> Scene:
        """There is something of everything, on the wall or in the facilitator's hands."""
        room, lead = self.room, self.lead
        self.cora = room.co_facilitator("Cora")
        self.slip = lead.prints_slips("4711")[0]
        self.titles()
        lead.moves_to("selection")
        self.reason = self.bela.gives_reason(self.file, "Everyone can picture the room.")
        lead.shows_marks()
        lead.asks_narrator(self.file)
        self.alice.accepts(self.file)
        lead.moves_to("narrative")
        self.first, self.second = lead.writes("I counted the tools."), lead.writes("One file was missing.")
        self.fact = self.bela.asks_fact("Who held the key?", self.first, signed=True)
        self.alice.answers_fact(self.fact, "I held it.", after=self.first)
        lead.moves_to("judgement")
        self.core = lead.writes_for(self.alice, "core_statement", "At 2 I asked him first.", self.second)
        lead.moves_to("consensus")
        self.worded = lead.words_answer("When it rests on what we have seen.", self.core)
        self.test = lead.tests(self.worded, self.forty, "does_not_hold", "Nobody had seen.", matter="counterexample")
        self.doubt = self.bela.doubts(self.core, "Was it safe?", signed=True)
        self.bela.settles(self.doubt, "She saw all.")
        self.dissent = self.bela.keeps("dissent", self.worded, "Not for newcomers.", signed=True)
        self.meta = self.bela.calls_meta(named=True)
        self.meta_note = lead.writes_meta_note("We interrupt each other.")
        lead.ends_meta("Each one finishes.", share_notes=True)
        self.note = self.alice.sends_note("I would like a break.", signed=True)
        self.observation = self.mentor.observes("question_held", "clearly", "It hung on the wall.")
        self.outcome = lead.proposes("open", "Who answers for it?")
        return self

    def proposed(self, kind: str = "consensus") -> Scene:
        """An outcome is proposed."""
        self.answer()
        self.outcome = self.lead.proposes(kind)
        return self

    def settled(self, kind: str = "consensus") -> Scene:
        """Everyone confirmed the outcome."""
        self.proposed(kind)
        for person in self.people:
            person.confirms(self.outcome)
        self.lead.settles_outcome()
        return self

    def releasing(self, kind: str = "consensus", days: int = 7) -> Scene:
        """What would leave lies before the group."""
        self.settled(kind)
        self.lead.moves_to("closing")
        self.lead.opens_release(days)
        return self
