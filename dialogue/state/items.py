"""What stands in a dialogue: seats, and the items that people wrote. All frozen."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import (
    NOTHING_WRITTEN,
    ItemId,
    Kind,
    OutcomeKind,
    OutcomeState,
    Remainder,
    Role,
    SeatId,
    Standing,
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

    @property
    def up(self) -> bool:
        """Whether it stands: neither parked, struck nor withdrawn."""
        return self.standing is Standing.UP


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording(Item):
    """A wording of the question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Experience(Item):
    """One person's own experience; its text is the title."""

    not_for_examination: bool = False


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


AnyItem = Wording | Experience | Sentence | Statement | Answer | Doubt | Kept | Outcome
