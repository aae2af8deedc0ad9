"""Towards an outcome: wordings of the answer, tests on the other experiences, positions, and how it ends."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue.vocabulary import Matter, PlanOption, StageKey, TestResult
from sessions.rehearsal import ladder
from sessions.rehearsal.references import AFTER_ANSWER
from sessions.rehearsal.scenario import Doubted, Scenario, Version
from sessions.rehearsal.steps import ANSWER, OUTCOME, STORY, Asks, Hands, Of, Step, enters


def consensus(scenario: Scenario, hands: Hands) -> Iterator[Step]:
    """Wordings of the answer; a doubt about one is closed, if it is, once the next one stands."""
    yield enters(hands, StageKey.CONSENSUS)
    waiting: list[tuple[int, Doubted]] = []
    for version in scenario.answers:
        yield Asks(hands.lead, "word_answer", {"text": version.text}, _answer(version))
        for place, doubt in waiting:
            yield from ladder.closed(hands, place, doubt)
        yield from _tests(version, hands)
        waiting = [
            (place, doubt)
            for place, doubt in enumerate(scenario.doubts)
            if (after := AFTER_ANSWER.fullmatch(doubt.when)) and int(after[1]) == version.version
        ]
        for place, doubt in waiting:
            yield ladder.raised(hands, place, doubt)
        yield from _positions(version, hands)
    for place, doubt in waiting:
        yield from ladder.closed(hands, place, doubt)


def outcome(scenario: Scenario, hands: Hands) -> Iterator[Step]:
    """The outcome and its confirmation. What people keep beside the answer stands there since positions were shown."""
    ending = scenario.outcome
    proposal = {"kind": ending.kind.value, "dividing_question": ending.dividing_question}
    yield Asks(hands.lead, "propose_outcome", proposal, Of(OUTCOME, ""))
    for key in ending.confirmed_by:
        yield hands.own(key, "answer_outcome", {"outcome": Of(OUTCOME, ""), "confirms": True})
    yield Asks(hands.lead, "settle_outcome")


def matter_of(version: Version, story: str) -> Matter | None:
    """Why a wording does not hold for a story, which no field of a scenario says.

    A note beside it says what else the story is about; without one the group has left it open.
    """
    noted = version.tests[story] is TestResult.DOES_NOT_HOLD and version.test_notes.get(story)
    return Matter.OTHER_MATTER if noted else None


def _answer(version: Version) -> Of:
    return Of(ANSWER, str(version.version))


def _tests(version: Version, hands: Hands) -> Iterator[Step]:
    if version.tests:
        yield from hands.switch_on(PlanOption.TESTS)
    for story, result in version.tests.items():
        matter = matter_of(version, story)
        tested = {"answer": _answer(version), "experience": Of(STORY, story), "result": result.value}
        more = {"matter": matter.value} if matter else {}
        yield Asks(hands.lead, "test_answer", {**tested, "note": version.test_notes.get(story, ""), **more})


def _positions(version: Version, hands: Hands) -> Iterator[Step]:
    """Each says privately where they stand; then all see the reservations, dissents and doubts that come of it."""
    if not version.positions:
        return
    yield from hands.switch_on(PlanOption.POSITIONS)
    for key, position in version.positions.items():
        taken = {"answer": _answer(version), "position": position.value, "text": version.words.get(key, "")}
        yield hands.own(key, "take_position", taken)
    yield Asks(hands.lead, "show_positions")
