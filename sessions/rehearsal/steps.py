"""A script's parts: who comes in, who asks for what, and names for what does not exist yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from dialogue.vocabulary import PlanOption, StageKey
from sessions.rehearsal.scenario import Scenario

PEOPLE, STORY, SENTENCE, WORDING, STATEMENT, DOUBT, ANSWER, OUTCOME = (
    "seat",
    "experience",
    "sentence",
    "wording",
    "statement",
    "doubt",
    "answer",
    "outcome",
)


@dataclass(frozen=True, slots=True)
class Of:
    """Stands in a step's data for an id that the server will give: of a seat, an experience, a sentence …"""

    kind: str
    key: str


@dataclass(frozen=True, slots=True)
class Comes:
    """Someone comes through the door with a device of their own."""

    who: str
    pseudonym: str
    role: str


@dataclass(frozen=True, slots=True)
class Asks:
    """Someone asks for a command. What it brings into being is remembered as `makes`."""

    who: str
    type: str
    data: dict[str, Any] = field(default_factory=dict)
    makes: Of | None = None

    def words(self) -> str:
        """What a person types or says with it; empty for a tap."""
        return " ".join(self.data[name] for name in _TYPED if isinstance(self.data.get(name), str))


_TYPED = ("text", "title", "pseudonym", "why", "how", "dividing_question", "open_word")

Step = Comes | Asks


@dataclass(frozen=True, slots=True)
class Script:
    """What to prepare, the steps in order, and sentences on what of the scenario is not played."""

    title: str
    question: str
    options: tuple[PlanOption, ...]
    language: str
    lead: str
    steps: tuple[Step, ...]
    unplayed: tuple[str, ...]


class Hands:
    """Whose hands do something: one's own device, or the facilitator's for someone without one."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self.lead = scenario.lead

    def has_device(self, key: str) -> bool:
        """Whether this person does things on a screen of their own."""
        return key == self.lead or self._scenario.person(key).device

    def own(self, key: str, type_: str, data: dict[str, Any] | None = None, makes: Of | None = None) -> Asks:
        """Done by this person, or for them."""
        if self.has_device(key):
            return Asks(key, type_, data or {}, makes)
        return self.written(key, type_, data or {}, makes)

    def written(self, key: str | None, type_: str, data: dict[str, Any], makes: Of | None = None) -> Asks:
        """Said aloud by this person (or by nobody in particular), written by the facilitator."""
        owner = {} if key is None or key == self.lead else {"owner": Of(PEOPLE, key)}
        return Asks(self.lead, type_, {**data, **owner}, makes)

    def for_owner(self, key: str, type_: str, data: dict[str, Any]) -> Asks:
        """Done to what is this person's own already: the server knows whose it is."""
        return Asks(key if self.has_device(key) else self.lead, type_, data)


def options_of(scenario: Scenario) -> tuple[PlanOption, ...]:
    """Options of the plan: those the scenario names, and principles where it has any."""
    wanted = set(scenario.plan_options)
    if scenario.rules or scenario.principles:
        wanted.add(PlanOption.PRINCIPLES.value)
    return tuple(option for option in PlanOption if option.value in wanted)


def enters(hands: Hands, stage: StageKey) -> Asks:
    """The facilitator moves everyone to a stage."""
    return Asks(hands.lead, "move_to_stage", {"stage": stage.value})
