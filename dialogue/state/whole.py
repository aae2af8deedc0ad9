"""The dialogue as a whole at one moment: what its events add up to. Frozen; mappings are never changed in place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields

from dialogue.events import Event
from dialogue.method import Method, Plan, Stage
from dialogue.state.consent import Release
from dialogue.state.door import Knock, Wifi
from dialogue.state.items import (
    Answer,
    AnyItem,
    ChoiceReason,
    Clarification,
    Doubt,
    Experience,
    Item,
    Kept,
    Meta,
    MetaNote,
    Note,
    Observation,
    Outcome,
    Seat,
    Sentence,
    Statement,
    Test,
    Wording,
)
from dialogue.vocabulary import (
    NOTHING_WRITTEN,
    DialogueId,
    DoorMode,
    HandReason,
    Intervention,
    ItemId,
    Level,
    MetaState,
    PlanOption,
    Position,
    SeatId,
    StageKey,
    Words,
)

COLLECTION_OF: Mapping[type[AnyItem], str] = {
    Wording: "wordings",
    Experience: "experiences",
    ChoiceReason: "choice_reasons",
    Sentence: "sentences",
    Clarification: "clarifications",
    Statement: "statements",
    Answer: "answers",
    Doubt: "doubts",
    Kept: "kept",
    Test: "tests",
    Outcome: "outcomes",
    Meta: "metas",
    MetaNote: "meta_notes",
    Note: "notes",
    Observation: "observations",
}
COLLECTIONS = tuple(COLLECTION_OF.values())


@dataclass(frozen=True, slots=True)
class Before:
    """What was before an action, where its restoring events alone could not bring it back as it was.

    `turns` are the ready and heard marks that a stage move cleared.
    """

    fields: Mapping[str, object] = field(default_factory=dict)
    item: AnyItem | None = None
    turns: Mapping[SeatId, tuple[bool, bool]] | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """Something the facilitator did that can be taken back: `restore` are the events that would do it."""

    number: int
    name: str
    item: ItemId | None
    result: object
    restore: tuple[Event, ...]
    was: Before
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """How one person answered the proposed outcome."""

    confirms: bool
    objection: Words


@dataclass(frozen=True, slots=True)
class Taken:
    """A person's sealed position on one version of the answer. `id` will name what its words become when shown."""

    id: ItemId
    answer: ItemId
    position: Position
    text: Words
    signed: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """An intervention on the wall: a ready one, or the facilitator's own words."""

    key: Intervention
    text: Words


@dataclass(frozen=True, slots=True)
class Reflection:
    """How the facilitator answered the matching form; `by` who led then, for the lead may pass to another since."""

    items: tuple[tuple[str, int], ...]
    open_word: Words
    by: SeatId


@dataclass(frozen=True, kw_only=True)
class Dialogue:
    """One inquiry into one question by one group."""

    id: DialogueId
    method: Method
    plan: Plan
    threshold: int
    facilitator: SeatId
    title: Words
    rules: Words
    limits: Words
    created_at: int
    purpose: Words = NOTHING_WRITTEN
    options: frozenset[PlanOption] = frozenset()  # as the plan began, and as the room switched them since
    sitting: int = 1
    resting: bool = False  # between two sittings
    stage: StageKey = StageKey.OPENING
    stage_since: int = 0
    began_at: int | None = None  # when the door was first opened: a dialogue may be prepared weeks before
    visited: frozenset[StageKey] = frozenset({StageKey.OPENING})
    code: Words | None = None
    kept_code: Words | None = None  # of a door that was closed in this sitting: opened again, it has it again
    door_since: int = 0  # when the door was opened with this code
    door: DoorMode = DoorMode.OPEN
    latecomers_knock: bool = False
    knocking: Mapping[SeatId, Knock] = field(default_factory=dict)
    turned_away: frozenset[SeatId] = frozenset()
    heads: int | None = None  # people of the group in the room, counted by eye
    wifi: Wifi | None = None
    seats: Mapping[SeatId, Seat] = field(default_factory=dict)
    wordings: Mapping[ItemId, Wording] = field(default_factory=dict)
    question: ItemId | None = None
    question_why: Words = NOTHING_WRITTEN
    has_experience: Mapping[SeatId, frozenset[ItemId]] = field(default_factory=dict)  # wordings that a person lived
    quiet: bool = False  # the group writes quietly; what is written appears together
    experiences: Mapping[ItemId, Experience] = field(default_factory=dict)
    marks: Mapping[SeatId, tuple[ItemId, ...]] = field(default_factory=dict)
    choice_reasons: Mapping[ItemId, ChoiceReason] = field(default_factory=dict)
    marks_shown: bool = False
    asked: ItemId | None = None
    chosen: ItemId | None = None
    why: Words = NOTHING_WRITTEN
    declined: frozenset[ItemId] = frozenset()
    sentences: Mapping[ItemId, Sentence] = field(default_factory=dict)
    heated: ItemId | None = None
    scribe: SeatId | None = None  # who writes beside the facilitators and the narrator
    clarifications: Mapping[ItemId, Clarification] = field(default_factory=dict)
    pointing: Mapping[SeatId, tuple[ItemId, ...]] = field(default_factory=dict)
    pointing_shown: bool = False
    statements: Mapping[ItemId, Statement] = field(default_factory=dict)
    answers: Mapping[ItemId, Answer] = field(default_factory=dict)
    doubts: Mapping[ItemId, Doubt] = field(default_factory=dict)
    kept: Mapping[ItemId, Kept] = field(default_factory=dict)
    tests: Mapping[ItemId, Test] = field(default_factory=dict)
    positions: Mapping[SeatId, Taken] = field(default_factory=dict)
    positions_shown: bool = False
    outcomes: Mapping[ItemId, Outcome] = field(default_factory=dict)
    outcome: ItemId | None = None
    given: Mapping[SeatId, Given] = field(default_factory=dict)
    release: Release | None = None
    evaluated: frozenset[SeatId] = frozenset()
    timed: frozenset[SeatId] = frozenset()  # whose devices have told how long they were looked at
    reflection: Reflection | None = None
    level: Level = Level.CONTENT
    strategy: Words = NOTHING_WRITTEN  # which way next, while the talk is about that
    metas: Mapping[ItemId, Meta] = field(default_factory=dict)
    meta: ItemId | None = None  # the meta-dialogue that is called or goes on
    meta_notes: Mapping[ItemId, MetaNote] = field(default_factory=dict)
    hands: Mapping[SeatId, HandReason] = field(default_factory=dict)
    speaker: SeatId | None = None
    round: tuple[SeatId, ...] | None = None  # who has not had their turn in the round that goes on
    silence_until: int | None = None  # UTC milliseconds
    notes: Mapping[ItemId, Note] = field(default_factory=dict)
    intervention: Shown | None = None
    asked_aloud: ItemId | None = None  # the answer about which "Who still doubts?" was asked
    observations: Mapping[ItemId, Observation] = field(default_factory=dict)
    lead_offered: bool = False  # the facilitator has been offline for a while
    lead_from: SeatId | None = None  # who led before the co-facilitator took over
    actions: tuple[Action, ...] = ()
    actions_taken: int = 0
    restoring: int = 0
    putting_back: Before = field(default_factory=Before)
    standings: int = 0  # how often the standing of any item changed: views ask if it is still the same

    @property
    def closed(self) -> bool:
        """Whether nothing more is written."""
        return self.stage is StageKey.CLOSED

    @property
    def admits(self) -> bool:
        """Whether who comes now has to be let in: always, or since the group has left the opening."""
        late = self.latecomers_knock and self.visited != {StageKey.OPENING}
        return self.door is DoorMode.ADMISSION or late

    @property
    def here(self) -> Stage:
        """The stage the group is at."""
        return self.method.stage(self.stage)

    @property
    def in_meta(self) -> bool:
        """Whether the group talks about how it works together; the matter waits."""
        return self.meta is not None and self.metas[self.meta].state is MetaState.OPEN

    @property
    def answer(self) -> Answer | None:
        """The newest version of the answer that stands."""
        standing = [answer for answer in self.answers.values() if answer.up]
        return standing[-1] if standing else None

    def uses(self, stage: StageKey) -> bool:
        """Whether the group can go to this stage: planned, or needed by an option that the room switched on."""
        needs = self.method.stage(stage).needs if stage in self.method.keys else None
        if stage not in self.method.keys or (needs is not None and needs not in self.options):
            return False
        return needs is not None or self.plan.has(stage)

    @property
    def narrator(self) -> SeatId | None:
        """Whose experience was chosen."""
        return self.experiences[self.chosen].owner if self.chosen else None

    def item(self, wanted: ItemId) -> AnyItem | None:
        """The item with this id, however it stands."""
        held = self.__dict__
        for name in COLLECTIONS:
            found: AnyItem | None = held[name].get(wanted)
            if found is not None:
                return found
        return None

    def items(self) -> Iterator[AnyItem]:
        """Every item, however it stands."""
        for name in COLLECTIONS:
            yield from getattr(self, name).values()

    def but(self, **changed: object) -> Dialogue:
        """The same dialogue with these fields changed; TypeError for a field that it does not have.

        Does what dataclasses.replace does, at a twentieth of its cost for so many fields: a record of thousands of
        events is folded with one copy each.
        """
        if not changed.keys() <= _FIELD_NAMES:
            raise TypeError(f"a dialogue has no {', '.join(changed.keys() - _FIELD_NAMES)}")
        copy = object.__new__(Dialogue)
        copy.__dict__.update(self.__dict__, **changed)
        return copy

    def with_item(self, item: AnyItem) -> Dialogue:
        """The same dialogue with this item added or replaced."""
        name = COLLECTION_OF[type(item)]
        return self.but(**{name: {**getattr(self, name), item.id: item}})

    def with_seat(self, seat: Seat) -> Dialogue:
        """The same dialogue with this seat added or replaced."""
        return self.but(seats={**self.seats, seat.id: seat})

    def group(self) -> list[Seat]:
        """The participants who have not left."""
        return [seat for seat in self.seats.values() if seat.takes_part]

    def next_number(self, collection: str) -> int:
        """The number for the next item of a collection; numbers are never used twice."""
        items: Mapping[ItemId, AnyItem] = getattr(self, collection)
        return 1 + max((item.number for item in items.values()), default=0)

    def writes_for(self, writer: SeatId, owner: SeatId) -> bool:
        """Whether this writer may enter what this owner says."""
        seat, scribe = self.seats.get(owner), self.seats.get(writer)
        return seat is not None and scribe is not None and scribe.facilitates and not seat.device

    def acts_for(self, seat: SeatId, item: Item) -> bool:
        """Whether this item is in this seat's hands: its owner's, and who leads for someone without a device.

        What somebody typed at a shared computer is in nobody else's hands: it may be unsigned.
        """
        if seat == item.owner:
            return True
        typed_there = item.writer == item.owner and self.seats[item.owner].shared if item.owner in self.seats else False
        return self.writes_for(seat, item.owner) and not typed_there


_FIELD_NAMES = frozenset(known.name for known in fields(Dialogue))
