"""What stands in a dialogue: seats, and the items that people wrote. All frozen."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import (
    NOTHING_WRITTEN,
    ItemId,
    Kind,
    Matter,
    MetaState,
    Observed,
    OutcomeKind,
    OutcomeState,
    Remainder,
    Role,
    SeatId,
    Seen,
    StageKey,
    Standing,
    TestResult,
    Words,
)


@dataclass(frozen=True, slots=True)
class Seat:
    """One person's place in one dialogue."""

    id: SeatId
    role: Role
    pseudonym: Words
    device: bool
    agreed: bool = False
    gone: bool = False
    absent: bool = False
    ready: bool = False
    heard: bool = False
    leads_others: bool = False  # commands someone here: the boss in the room
    shared: bool = False  # at a computer that several people use; those who lead may write for them, too

    @property
    def facilitates(self) -> bool:
        """Whether this seat leads or helps to lead."""
        return self.role in {Role.FACILITATOR, Role.CO_FACILITATOR} and not self.gone

    @property
    def contributes(self) -> bool:
        """Whether words can be this seat's: a participant's, or those of a paper slip."""
        return self.role in {Role.PARTICIPANT, Role.SLIP} and not self.gone

    @property
    def takes_part(self) -> bool:
        """Whether the group counts this seat: a participant who has not left."""
        return self.role is Role.PARTICIPANT and not self.gone

    @property
    def in_the_room(self) -> bool:
        """Whether this seat's confirmation is waited for."""
        return self.takes_part and not self.absent


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something that a person said. The owner said it, the writer typed it; withdrawal follows the owner."""

    id: ItemId
    number: int
    text: Words
    owner: SeatId
    writer: SeatId
    standing: Standing = Standing.UP
    hidden: bool = False  # written while the group writes quietly; numbered when all of it is shown

    @property
    def up(self) -> bool:
        """Whether it stands: neither parked, struck nor withdrawn."""
        return self.standing is Standing.UP


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording(Item):
    """A wording of the question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Experience(Item):
    """One person's own experience; its text is the title. The account is typed only where the plan asks for it."""

    not_for_examination: bool = False
    account: Words = NOTHING_WRITTEN


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceReason(Item):
    """Why someone could put themselves into an experience. Shown with the marks, uncounted and in no order."""

    experience: ItemId


@dataclass(frozen=True, slots=True, kw_only=True)
class Clarification(Item):
    """A question of fact to the narrator; `answered_by` is the sentence that its answer became."""

    experience: ItemId | None = None  # whose narrative it asks about
    about: ItemId | None = None
    answered_by: ItemId | None = None
    signature: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence(Item):
    """A numbered sentence of a narrative: `label` is read aloud (3a), `place` orders.

    A sentence that was struck gives its number free; withdrawn after that it has none.
    """

    experience: ItemId
    label: str
    place: float
    corrected: bool = False
    approved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Item):
    """A statement on the ladder, resting on sentences or on statements below it."""

    kind: Kind
    rests_on: tuple[ItemId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Item):
    """A version of the answer; its number is the version."""

    rests_on: tuple[ItemId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt(Item):
    """A doubt about an item or about the link from it to another. Only its owner closes it."""

    about: ItemId
    link: ItemId | None = None
    signature: Words | None = None
    open: bool = True
    how: Words = NOTHING_WRITTEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept(Item):
    """A reservation or dissent that its owner keeps beside an answer."""

    answer: ItemId
    kind: Remainder
    signature: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Item):
    """The outcome as proposed, and as the group left it; its text is the dividing question."""

    kind: OutcomeKind
    answer: ItemId | None
    state: OutcomeState = OutcomeState.PROPOSED


@dataclass(frozen=True, slots=True, kw_only=True)
class Test(Item):
    """What another experience says of one version of the answer; its text is the note. A later one replaces it."""

    __test__ = False  # not one of pytest's

    answer: ItemId
    experience: ItemId
    result: TestResult
    matter: Matter | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta(Item):
    """A dialogue about how the group works together; its text is "what we change", its owner its caller, if named."""

    state: MetaState
    stage: StageKey
    signature: Words | None = None
    chair: SeatId | None = None
    shared: bool = False  # whether the group agreed that its notes leave the room


@dataclass(frozen=True, slots=True, kw_only=True)
class MetaNote(Item):
    """A note of a meta-dialogue, kept apart from the record of the matter."""

    meta: ItemId


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Item):
    """A private note to the facilitator, unsigned unless its writer signs."""

    signature: Words | None = None
    read: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation(Item):
    """What an observer saw of one point of the checklist; goes to the facilitator alone."""

    point: Observed
    seen: Seen


AnyItem = (
    Wording
    | Experience
    | ChoiceReason
    | Sentence
    | Clarification
    | Statement
    | Answer
    | Doubt
    | Kept
    | Test
    | Outcome
    | Meta
    | MetaNote
    | Note
    | Observation
)
