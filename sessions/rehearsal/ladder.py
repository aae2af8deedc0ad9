"""The ladder of a script: judgement, reasons, rules, principles, wordings of the answer, doubts, the outcome."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue.vocabulary import Kind, PlanOption, Remainder, StageKey
from sessions.rehearsal.references import AFTER_ANSWER, CORE_STATEMENT, JUDGEMENT, LABEL
from sessions.rehearsal.references import STORY as STORY_PREFIX
from sessions.rehearsal.references import WORDING as WORDING_PREFIX
from sessions.rehearsal.scenario import Doubted, Said, Scenario
from sessions.rehearsal.steps import (
    ANSWER,
    DOUBT,
    OUTCOME,
    PEOPLE,
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

REMAINDERS = {"agree_with_reservation": Remainder.RESERVATION, "disagree": Remainder.DISSENT}


def judgement(scenario: Scenario, hands: Hands) -> Iterator[Step]:
    """The core statement, own versions, the judgement, and its reasons."""
    yield enters(hands, StageKey.JUDGEMENT)
    yield _statement(hands, scenario.core_statement, Kind.CORE_STATEMENT, CORE_STATEMENT)
    by_phone = PlanOption.OWN_VERSIONS in options_of(scenario)
    for place, said in enumerate(scenario.own_versions):
        yield _statement(hands, said, Kind.OWN_VERSION, f"own_version {place}", by_phone=by_phone)
    yield _statement(hands, scenario.judgement, Kind.JUDGEMENT, JUDGEMENT)
    for place, said in enumerate(scenario.reasons):
        if said.by is not None and said.by != hands.lead:
            yield hands.own(said.by, "raise_hand")
            yield Asks(hands.lead, "give_word", {"seat": Of(PEOPLE, said.by)})
        yield _statement(hands, said, Kind.REASON, f"reason {place}")
    yield from doubts(scenario, hands, StageKey.JUDGEMENT.value)


def principles(scenario: Scenario, hands: Hands) -> Iterator[Step]:
    """Rules and principles, where the plan has them."""
    if PlanOption.PRINCIPLES not in options_of(scenario):
        return
    yield enters(hands, StageKey.PRINCIPLES)
    for kind, statements in ((Kind.RULE, scenario.rules), (Kind.PRINCIPLE, scenario.principles)):
        for place, said in enumerate(statements):
            yield _statement(hands, said, kind, f"{kind.value} {place}")
    yield from doubts(scenario, hands, StageKey.PRINCIPLES.value)


def consensus(scenario: Scenario, hands: Hands) -> Iterator[Step]:
    """Wordings of the answer; a doubt about one is closed, if it is, once the next one stands."""
    yield enters(hands, StageKey.CONSENSUS)
    waiting: list[tuple[int, Doubted]] = []
    for version in scenario.answers:
        yield Asks(hands.lead, "word_answer", {"text": version.text}, Of(ANSWER, str(version.version)))
        for place, doubt in waiting:
            yield from _closed(hands, place, doubt)
        waiting = [
            (place, doubt)
            for place, doubt in enumerate(scenario.doubts)
            if (after := AFTER_ANSWER.fullmatch(doubt.when)) and int(after[1]) == version.version
        ]
        for place, doubt in waiting:
            yield _raised(hands, place, doubt)
    for place, doubt in waiting:
        yield from _closed(hands, place, doubt)


def outcome(scenario: Scenario, hands: Hands) -> Iterator[Step]:
    """What people keep beside the last wording, then the outcome and its confirmation."""
    last = scenario.answers[-1] if scenario.answers else None
    for key, position in last.positions.items() if last else ():
        if last is not None and position in REMAINDERS and key in last.words:
            data = {
                "kind": REMAINDERS[position].value,
                "answer": Of(ANSWER, str(last.version)),
                "text": last.words[key],
            }
            yield hands.own(key, "voice_remainder", data)
    ending = scenario.outcome
    proposal = {"kind": ending.kind.value, "dividing_question": ending.dividing_question}
    yield Asks(hands.lead, "propose_outcome", proposal, Of(OUTCOME, ""))
    for key in ending.confirmed_by:
        yield hands.own(key, "answer_outcome", {"outcome": Of(OUTCOME, ""), "confirms": True})
    yield Asks(hands.lead, "settle_outcome")


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
    raised = [(place, doubt) for place, doubt in enumerate(scenario.doubts) if doubt.when == when]
    for place, doubt in raised:
        yield _raised(hands, place, doubt)
    for place, doubt in raised:
        yield from _closed(hands, place, doubt)


def _raised(hands: Hands, place: int, doubt: Doubted) -> Asks:
    data = {"about": _item(doubt.about), "text": doubt.text}
    return hands.own(doubt.by, "raise_doubt", data, Of(DOUBT, str(place)))


def _closed(hands: Hands, place: int, doubt: Doubted) -> Iterator[Step]:
    if doubt.closed_by is not None:
        yield hands.for_owner(doubt.by, "close_doubt", {"doubt": Of(DOUBT, str(place)), "how": doubt.how})
