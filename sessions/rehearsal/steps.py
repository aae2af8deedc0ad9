"""A script's parts: who comes in, who asks for what, and names for what does not exist yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from dialogue.methods import DEFAULT_METHOD, OFFERED
from dialogue.methods.evaluation import FORMS, form_of
from dialogue.vocabulary import PlanOption, StageKey
from sessions.rehearsal.scenario import Scenario

PEOPLE, STORY, FACT, SENTENCE, WORDING, STATEMENT, DOUBT, ANSWER, OUTCOME = (
    "seat",
    "experience",
    "clarification",
    "sentence",
    "wording",
    "statement",
    "doubt",
    "answer",
    "outcome",
)

DEFAULT_MINUTES = 90


@dataclass(frozen=True, slots=True)
class Of:
    """Stands in a step's data for an id that the server will give: of a seat, an experience, a sentence …"""

    kind: str
    key: str


@dataclass(frozen=True, slots=True)
class Comes:
    """Someone comes in with a device of their own: by the door, or invited to help the facilitator."""

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


_TYPED = (
    "text",
    "title",
    "account",
    "pseudonym",
    "why",
    "how",
    "note",
    "what_we_change",
    "dividing_question",
    "open_word",
)

Step = Comes | Asks


def with_ids(value: Any, id_of: Callable[[Of], str]) -> Any:
    """A step's data with ids where names stood."""
    if isinstance(value, Of):
        return id_of(value)
    if isinstance(value, dict):
        return {key: with_ids(inner, id_of) for key, inner in value.items()}
    if isinstance(value, list):
        return [with_ids(inner, id_of) for inner in value]
    return value


@dataclass(frozen=True, slots=True)
class Script:
    """What to prepare, the steps in order, and sentences on what of the scenario is not played.

    `given` is what the steps call the wording that the dialogue is prepared with.
    """

    title: str
    question: str
    options: tuple[PlanOption, ...]
    language: str
    lead: str
    steps: tuple[Step, ...]
    unplayed: tuple[str, ...]
    method: str = DEFAULT_METHOD.key
    minutes: int = DEFAULT_MINUTES
    purpose: str = ""
    given: Of | None = None


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

    def gets_the_word(self, key: str) -> Iterator[Asks]:
        """Someone raises a hand, and may speak."""
        yield self.own(key, "raise_hand")
        yield Asks(self.lead, "give_word", {"seat": Of(PEOPLE, key)})

    def switch_on(self, *options: PlanOption) -> Iterator[Asks]:
        """What people bring and the plan has no place for, switched on in the room."""
        known = {*options_of(self._scenario), *OFFERED[plan_of(self._scenario)[0]].central}
        for option in options:
            if option not in known:
                yield Asks(self.lead, "switch_option", {"option": option.value, "on": True})


def options_of(scenario: Scenario) -> tuple[PlanOption, ...]:
    """Options of the plan: those the scenario names, and principles where it has any."""
    wanted = set(scenario.plan_options)
    if scenario.rules or scenario.principles:
        wanted.add(PlanOption.PRINCIPLES.value)
    return tuple(option for option in PlanOption if option.value in wanted)


def longer_form(scenario: Scenario) -> tuple[PlanOption, ...]:
    """The option that the evaluations need, where they rate more than the plan's form has."""
    rated = {item for answered in scenario.evaluation for item in answered.items}
    if rated <= FORMS[form_of(options_of(scenario))].keys():
        return ()
    five = rated <= FORMS[form_of({PlanOption.FIVE_ITEM_EVALUATION})].keys()
    return (PlanOption.FIVE_ITEM_EVALUATION if five else PlanOption.SEVEN_ITEM_EVALUATION,)


def plan_of(scenario: Scenario) -> tuple[str, int]:
    """Method and length in minutes of the ready plan that is played: the scenario's, or the nearest there is."""
    method = OFFERED.get(scenario.method, DEFAULT_METHOD)
    return method.key, scenario.minutes if scenario.minutes in method.plans else DEFAULT_MINUTES


def enters(hands: Hands, stage: StageKey) -> Asks:
    """The facilitator moves everyone to a stage."""
    return Asks(hands.lead, "move_to_stage", {"stage": stage.value})
