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
