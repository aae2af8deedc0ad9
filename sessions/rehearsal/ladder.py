"""The ladder of a script: judgement, reasons, rules, principles, and doubts about them."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue.vocabulary import Kind, PlanOption, StageKey
from sessions.rehearsal.references import CORE_STATEMENT, JUDGEMENT, LABEL
from sessions.rehearsal.references import STORY as STORY_PREFIX
from sessions.rehearsal.references import WORDING as WORDING_PREFIX
from sessions.rehearsal.scenario import Doubted, Said, Scenario
from sessions.rehearsal.steps import (
    ANSWER,
    DOUBT,
    SENTENCE,
    STATEMENT,
    STORY,
    Asks,
    Hands,
    Of,
    Step,
    enters,
    options_of,
)


def judgement(scenario: Scenario, hands: Hands) -> Iterator[Step]:
    """The core statement, own versions, the judgement."""
    yield enters(hands, StageKey.JUDGEMENT)
    yield _statement(hands, scenario.core_statement, Kind.CORE_STATEMENT, CORE_STATEMENT)
    if scenario.own_versions:
        yield from hands.switch_on(PlanOption.OWN_VERSIONS)
    for place, said in enumerate(scenario.own_versions):
        yield _statement(hands, said, Kind.OWN_VERSION, f"own_version {place}", by_phone=True)
    yield _statement(hands, scenario.judgement, Kind.JUDGEMENT, JUDGEMENT)


def reasons(scenario: Scenario, hands: Hands) -> Iterator[Step]:
    """Reasons of the judgement, one speaker after the other, and doubts about all that stands there by now."""
    for place, said in enumerate(scenario.reasons):
        if said.by is not None and said.by != hands.lead:
            yield from hands.gets_the_word(said.by)
        yield _statement(hands, said, Kind.REASON, f"reason {place}")
    yield from doubts(scenario, hands, StageKey.JUDGEMENT.value)


def rules(scenario: Scenario, hands: Hands) -> Iterator[Step]:
    """Rules that the reasons carry, where the plan goes on to them."""
    if PlanOption.PRINCIPLES not in options_of(scenario):
        return
    yield enters(hands, StageKey.PRINCIPLES)
    for place, said in enumerate(scenario.rules):
        yield _statement(hands, said, Kind.RULE, f"rule {place}")


def principles(scenario: Scenario, hands: Hands) -> Iterator[Step]:
    """Principles that the rules rest on, where the plan goes on to them."""
    if PlanOption.PRINCIPLES not in options_of(scenario):
        return
    for place, said in enumerate(scenario.principles):
        yield _statement(hands, said, Kind.PRINCIPLE, f"principle {place}")
    yield from doubts(scenario, hands, StageKey.PRINCIPLES.value)


def _statement(hands: Hands, said: Said, kind: Kind, name: str, *, by_phone: bool = False) -> Asks:
    data = {"kind": kind.value, "text": said.text, "rests_on": [_item(below) for below in said.rests_on]}
    makes = Of(STATEMENT, said.key or name)
    if by_phone and said.by is not None:
        return hands.own(said.by, "write_statement", data, makes)
    return hands.written(said.by, "write_statement", data, makes)


def _item(named: str) -> Of:
    """What a scenario calls 3a, experience:count, answer:2, core_statement or r1."""
    if LABEL.fullmatch(named):
        return Of(SENTENCE, named)
    if named.startswith(STORY_PREFIX):
        return Of(STORY, named.removeprefix(STORY_PREFIX))
    if named.startswith(WORDING_PREFIX):
        return Of(ANSWER, named.removeprefix(WORDING_PREFIX))
    return Of(STATEMENT, named)


def doubts(scenario: Scenario, hands: Hands, when: str) -> Iterator[Step]:
    """Doubts of a stage, raised and then closed."""
    here = [(place, doubt) for place, doubt in enumerate(scenario.doubts) if doubt.when == when]
    for place, doubt in here:
        yield raised(hands, place, doubt)
    for place, doubt in here:
        yield from closed(hands, place, doubt)


def raised(hands: Hands, place: int, doubt: Doubted) -> Asks:
    """A doubt, raised by whoever has it; `place` is where the scenario has it."""
    data = {"about": _item(doubt.about), "text": doubt.text}
    return hands.own(doubt.by, "raise_doubt", data, Of(DOUBT, str(place)))


def closed(hands: Hands, place: int, doubt: Doubted) -> Iterator[Step]:
    """A doubt, closed by whoever raised it, if it ever is."""
    if doubt.closed_by is not None:
        yield hands.for_owner(doubt.by, "close_doubt", {"doubt": Of(DOUBT, str(place)), "how": doubt.how})
