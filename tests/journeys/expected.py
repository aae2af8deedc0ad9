"""What a scenario's transcript must say, read off the scenario alone."""

from __future__ import annotations

from sessions.rehearsal.scenario import Scenario

REMAINDERS = {"agree_with_reservation": "reservation", "disagree": "dissent"}


def texts(scenario: Scenario) -> set[tuple[str, str]]:
    """(kind, text) of all that was written and stands."""
    said = {("wording", known.text) for known in scenario.questions}
    said |= {("experience", told.title) for told in scenario.experiences if told.then is None}
    said |= {("sentence", sentence) for sentence in scenario.sentences}
    said |= {("sentence", known.answer) for known in scenario.clarifications}
    said |= {("clarification", known.question) for known in scenario.clarifications}
    said |= {("core_statement", scenario.core_statement.text), ("judgement", scenario.judgement.text)}
    for name, kind in (("own_versions", "own_version"), ("reasons", "reason"), ("rules", "rule")):
        said |= {(kind, one.text) for one in getattr(scenario, name)}
    said |= {("principle", one.text) for one in scenario.principles}
    said |= {("answer", version.text) for version in scenario.answers}
    said |= {("doubt", doubt.text) for doubt in scenario.doubts}
    for version in scenario.answers:
        said |= {("test", version.test_notes.get(story, "")) for story in version.tests}
        for key, position in version.positions.items():
            if position in REMAINDERS:
                said.add((REMAINDERS[position], version.words[key]))
    return said


def tests(scenario: Scenario) -> set[tuple[str, str, str, str]]:
    """(answer, title, result, note) of each test."""
    titles = {told.key: told.title for told in scenario.experiences}
    return {
        (version.text, titles[story], result.value, version.test_notes.get(story, ""))
        for version in scenario.answers
        for story, result in version.tests.items()
    }


def accounts(scenario: Scenario) -> dict[str, str | None]:
    """What is written of each experience beside its title, but of what was withdrawn."""
    return {told.title: told.account for told in scenario.experiences if told.then is None}


def labels(scenario: Scenario) -> dict[str, str]:
    """Sentence by its number: 1, 2, 3, 3a."""
    numbered = {str(number): text for number, text in enumerate(scenario.sentences, 1)}
    return numbered | {f"{one.answer_inserted_after}a": one.answer for one in scenario.clarifications}


def named(scenario: Scenario) -> dict[str, str]:
    """Text of everything that something may rest on or a doubt may be about."""
    known = labels(scenario)
    known |= {f"experience:{told.key}": told.title for told in scenario.experiences}
    known |= {"core_statement": scenario.core_statement.text, "judgement": scenario.judgement.text}
    for one in (*scenario.reasons, *scenario.rules, *scenario.principles):
        known[one.key or ""] = one.text
    return known | {f"answer:{version.version}": version.text for version in scenario.answers}


def links(scenario: Scenario) -> dict[str, set[str]]:
    """What each statement rests on: text -> texts."""
    known = named(scenario)
    statements = (
        scenario.core_statement,
        scenario.judgement,
        *scenario.own_versions,
        *scenario.reasons,
        *scenario.rules,
        *scenario.principles,
    )
    return {one.text: {known[below] for below in one.rests_on} for one in statements}


def doubts(scenario: Scenario) -> set[tuple[str, str, bool, str]]:
    """(text, about, open, how it was closed) of each doubt."""
    known = named(scenario)
    return {(one.text, known[one.about], one.closed_by is None, one.how) for one in scenario.doubts}
