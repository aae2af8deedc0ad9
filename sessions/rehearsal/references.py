"""What a scenario's parts say of each other: people, sentences, stories and statements that must exist."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from dialogue.vocabulary import Position
from sessions.rehearsal.scenario import Part, Said, Scenario

Broken = tuple[tuple[str | int, ...], str]

LABEL = re.compile(r"\d+[a-z]?")
STORY = "experience:"
WORDING = "answer:"
CORE_STATEMENT, JUDGEMENT = "core_statement", "judgement"
AFTER_ANSWER = re.compile(r"consensus, after answer (\d+)")
PARTS = ("experiences", "selection", "narrative", "judgement", "reasons", "rules", "principles")
"""Parts of a dialogue after which somebody may call a talk about how the group works together."""
AFTER_PART = re.compile(rf"after ({'|'.join(PARTS)})")
NEED_WORDS = frozenset({Position.AGREE_WITH_RESERVATION, Position.DISAGREE})
STATEMENT_LISTS = ("own_versions", "reasons", "rules", "principles")


def broken(scenario: Scenario) -> Iterator[Broken]:
    """Paths to what does not fit the rest, each with a sentence."""
    if scenario.scenario != 1:
        yield ("scenario",), "This version plays scenarios of format 1."
    yield from _cast(scenario)
    yield from _people(scenario)
    yield from _stories(scenario)
    yield from _ladder(scenario)
    yield from _doubts(scenario)
    yield from _answers(scenario)
    yield from _meta(scenario)


def labels(scenario: Scenario) -> set[str]:
    """The numbers under which sentences stand once the clarifications are in: 1, 2, 3, 3a."""
    known = {str(number) for number in range(1, len(scenario.sentences) + 1)}
    inserted: Counter[int] = Counter()
    for clarification in scenario.clarifications:
        after = clarification.answer_inserted_after
        known.add(f"{after}{chr(ord('a') + inserted[after])}")
        inserted[after] += 1
    return known


def _cast(scenario: Scenario) -> Iterator[Broken]:
    if len(scenario.in_part(Part.FACILITATOR)) != 1:
        yield ("cast",), "Exactly one of the cast is the facilitator."
    if not any(person.device for person in scenario.in_part(Part.PARTICIPANT)):
        yield ("cast",), "At least one participant needs a device."
    for place, person in enumerate(scenario.cast):
        if any(other.key == person.key for other in scenario.cast[:place]):
            yield ("cast", place, "key"), f"“{person.key}” is in the cast twice."


def _people(scenario: Scenario) -> Iterator[Broken]:
    everyone = {person.key for person in scenario.cast}
    group = {person.key for person in scenario.in_part(Part.PARTICIPANT)}
    for name in ("questions", "clarifications", *STATEMENT_LISTS):
        for place, said in enumerate(getattr(scenario, name)):
            if said.by is not None and said.by not in everyone:
                yield (name, place, "by"), _nobody(said.by)
    for name in ("experiences", "doubts", "evaluation"):
        for place, said in enumerate(getattr(scenario, name)):
            if said.by not in group:
                yield (name, place, "by"), _not_in_group(said.by)
    if scenario.core_statement.by is not None and scenario.core_statement.by not in group:
        yield ("core_statement", "by"), _not_in_group(scenario.core_statement.by)
    for key in scenario.preferences:
        if key not in group:
            yield ("preferences", key), _not_in_group(key)
    lived = scenario.has_experience_for_chosen_question
    named = {("outcome", "confirmed_by"): scenario.outcome.confirmed_by, ("has_experience_for_chosen_question",): lived}
    for path, keys in named.items():
        for place, key in enumerate(keys):
            if key not in group:
                yield (*path, place), _not_in_group(key)
    for key in scenario.pointed_at or {}:
        if key not in group:
            yield ("pointed_at", key), _not_in_group(key)


def _stories(scenario: Scenario) -> Iterator[Broken]:
    known = {told.key for told in scenario.experiences}
    if scenario.chosen.experience not in known:
        yield ("chosen", "experience"), f"There is no experience “{scenario.chosen.experience}”."
    for key, marked in scenario.preferences.items():
        for place, story in enumerate(marked):
            if story not in known:
                yield ("preferences", key, place), f"There is no experience “{story}”."
    sentences = len(scenario.sentences)
    if scenario.heated_point is not None and not 1 <= scenario.heated_point <= sentences:
        yield ("heated_point",), f"There are sentences 1 to {sentences}."
    for key, number in (scenario.pointed_at or {}).items():
        if not 1 <= number <= sentences:
            yield ("pointed_at", key), f"There are sentences 1 to {sentences}."
    for place, clarification in enumerate(scenario.clarifications):
        if not 1 <= clarification.answer_inserted_after <= sentences:
            yield ("clarifications", place, "answer_inserted_after"), f"There are sentences 1 to {sentences}."


def _ladder(scenario: Scenario) -> Iterator[Broken]:
    """Everything rests on what was said before it."""
    known = labels(scenario) | {STORY + told.key for told in scenario.experiences}
    yield from _rests((CORE_STATEMENT,), scenario.core_statement, known)
    known.add(CORE_STATEMENT)
    for place, said in enumerate(scenario.own_versions):
        yield from _rests(("own_versions", place), said, known)
    yield from _rests((JUDGEMENT,), scenario.judgement, known)
    known.add(JUDGEMENT)
    for name in ("reasons", "rules", "principles"):
        for place, said in enumerate(getattr(scenario, name)):
            yield from _rests((name, place), said, known)
            if said.key in known:
                yield (name, place, "key"), f"There is something called “{said.key}” already."
            known |= {said.key} - {None}


def _rests(path: tuple[str | int, ...], said: Said, known: Iterable[str]) -> Iterator[Broken]:
    for place, below in enumerate(said.rests_on):
        if below not in known:
            yield (*path, "rests_on", place), f"There is no “{below}” before it to rest on."


def _doubts(scenario: Scenario) -> Iterator[Broken]:
    statements = {said.key for name in STATEMENT_LISTS for said in getattr(scenario, name)}
    versions = {str(place) for place in range(1, len(scenario.answers) + 1)}
    known = labels(scenario) | statements | {CORE_STATEMENT, JUDGEMENT} | {WORDING + number for number in versions}
    for place, doubt in enumerate(scenario.doubts):
        if doubt.about not in known:
            yield ("doubts", place, "about"), f"There is no “{doubt.about}” to doubt."
        after = AFTER_ANSWER.fullmatch(doubt.when)
        if doubt.when not in {"narrative", "judgement", "principles"} and (after is None or after[1] not in versions):
            why = "A doubt is raised in narrative, judgement, principles, or “consensus, after answer 1”."
            yield ("doubts", place, "when"), why
        if doubt.closed_by not in {None, doubt.by}:
            yield ("doubts", place, "closed_by"), "Only whoever raised a doubt closes it."


def _answers(scenario: Scenario) -> Iterator[Broken]:
    """Positions are of the group, tests are on other experiences that are there, and words stand beside either."""
    group = {person.key for person in scenario.in_part(Part.PARTICIPANT)}
    others = {told.key for told in scenario.experiences if told.parked_by is None and told.then is None}
    others -= {scenario.chosen.experience}
    for place, version in enumerate(scenario.answers):
        path = ("answers", place)
        if version.version != place + 1:
            yield (*path, "version"), f"Versions count up from 1; this is version {place + 1}."
        for key, position in version.positions.items():
            if key not in group:
                yield (*path, "positions", key), _not_in_group(key)
            elif position in NEED_WORDS and not version.words.get(key, "").strip():
                yield (*path, "positions", key), "A reservation and a disagreement need words."
        for key in version.words.keys() - version.positions.keys():
            yield (*path, "words", key), f"“{key}” takes no position here."
        for key in version.tests.keys() - others:
            yield (*path, "tests", key), f"There is no other experience “{key}” to test on."
        for key in version.test_notes.keys() - version.tests.keys():
            yield (*path, "test_notes", key), f"There is no test on “{key}” here."


def _meta(scenario: Scenario) -> Iterator[Broken]:
    called = scenario.meta_dialogue
    if called is None:
        return
    if called.called_by not in {person.key for person in scenario.in_part(Part.PARTICIPANT)}:
        yield ("meta_dialogue", "called_by"), _not_in_group(called.called_by)
    if AFTER_PART.fullmatch(called.when) is None:
        yield ("meta_dialogue", "when"), f"It is called after {', '.join(PARTS[:-1])} or {PARTS[-1]}: “after rules”."


def _nobody(key: str) -> str:
    return f"There is nobody called “{key}” in the cast."


def _not_in_group(key: str) -> str:
    return f"“{key}” is no participant of the cast."
