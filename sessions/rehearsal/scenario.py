"""A scenario: what the people in one room bring, in the order in which they bring it. Read by reading.py."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dialogue.methods.evaluation import SEVEN_ITEMS
from dialogue.vocabulary import OutcomeKind, Position, TestResult


class Part(StrEnum):
    """What someone is in a scenario."""

    FACILITATOR = "facilitator"
    CO_FACILITATOR = "co_facilitator"
    PARTICIPANT = "participant"
    OBSERVER = "observer"


class Fate(StrEnum):
    """What became of an experience that was parked."""

    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Person:
    """One of the cast. Without a device, the facilitator writes for them."""

    key: str
    role: Part
    pseudonym: str
    device: bool = True


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A wording of the question."""

    by: str
    text: str
    chosen: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """An experience: its title, and what is told of it."""

    key: str
    by: str
    title: str
    account: str | None = None
    not_for_examination: bool = False
    parked_by: str | None = None
    then: Fate | None = None
    entered_by: str | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """The experience to be examined."""

    experience: str
    narrator_agrees: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class Clarification:
    """A question for facts, and its answer: a sentence inserted after another."""

    by: str
    question: str
    answer_inserted_after: int
    answer: str


@dataclass(frozen=True, slots=True)
class Said:
    """A statement; `by` is absent where the group found it together. `rests_on` names what is below."""

    text: str
    rests_on: tuple[str, ...]
    by: str | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """A wording of the answer, what the other experiences say of it (by their keys), and how people stand to it."""

    version: int
    text: str
    tests: dict[str, TestResult]
    test_notes: dict[str, str]
    positions: dict[str, Position]
    words: dict[str, str]


@dataclass(frozen=True, slots=True)
class Doubted:
    """A doubt: about what, when it was raised, and by whom it was closed, if at all."""

    by: str
    about: str
    text: str
    when: str
    closed_by: str | None = None
    how: str = ""


@dataclass(frozen=True, slots=True)
class Ending:
    """What the group ended with."""

    kind: OutcomeKind
    confirmed_by: tuple[str, ...]
    dividing_question: str = ""


@dataclass(frozen=True, slots=True)
class Evaluated:
    """One person's evaluation; an item may be left out. `on_paper`: on a sheet that bears no name."""

    by: str
    helped_me_think: int | None = None
    facilitation: int | None = None
    spoke_freely: int | None = None
    others_heard: int | None = None
    open_questions: int | None = None
    see_practice_clearer: int | None = None
    will_change: int | None = None
    open: str = ""
    on_paper: bool = False

    @property
    def items(self) -> dict[str, int]:
        """The items that were rated, by their keys in the form."""
        rated = {name: getattr(self, name) for name in SEVEN_ITEMS}
        return {name: value for name, value in rated.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Meta:
    """A call to speak about how the group works together: after which part of the course, what is noted, what follows.

    The call comes while somebody speaks, and the talk begins when that person has finished.
    """

    called_by: str
    when: str
    notes: tuple[str, ...]
    what_we_change: str
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class FollowUp:
    """When the group looks back."""

    in_weeks: int


@dataclass(frozen=True, slots=True)
class Scenario:
    """A whole dialogue as data."""

    scenario: int
    key: str
    language: str
    method: str
    minutes: int
    title: str
    cast: tuple[Person, ...]
    questions: tuple[Suggestion, ...]
    experiences: tuple[Told, ...]
    preferences: dict[str, tuple[str, ...]]
    chosen: Chosen
    sentences: tuple[str, ...]
    core_statement: Said
    judgement: Said
    answers: tuple[Version, ...]
    outcome: Ending
    purpose: str = ""
    heated_point: int | None = None
    has_experience_for_chosen_question: tuple[str, ...] = ()
    clarifications: tuple[Clarification, ...] = ()
    pointed_at: dict[str, int] | None = None
    own_versions: tuple[Said, ...] = ()
    reasons: tuple[Said, ...] = ()
    rules: tuple[Said, ...] = ()
    principles: tuple[Said, ...] = ()
    doubts: tuple[Doubted, ...] = ()
    evaluation: tuple[Evaluated, ...] = ()
    meta_dialogue: Meta | None = None
    follow_up: FollowUp | None = None
    plan_options: tuple[str, ...] = ()

    def person(self, key: str) -> Person:
        """The one of the cast with this key; StopIteration for nobody."""
        return next(person for person in self.cast if person.key == key)

    def in_part(self, part: Part) -> tuple[Person, ...]:
        """All who have this part, in the order of the cast."""
        return tuple(person for person in self.cast if person.role is part)

    @property
    def lead(self) -> str:
        """Key of the facilitator."""
        return self.in_part(Part.FACILITATOR)[0].key
