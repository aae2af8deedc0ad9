"""What an evening left behind: the transcript as it is downloaded, beside what the scenario says must be in it."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from playwright.sync_api import Page

from sessions.rehearsal.scenario import Scenario
from tests.browser.evening import Evening

Transcript = dict[str, Any]
LADDER = {"core_statement", "own_version", "judgement", "reason", "rule", "principle"}
REMAINDERS = {"agree_with_reservation", "disagree"}


def transcript_of(archive: Page) -> Transcript:
    """The file behind the archive's link."""
    with archive.expect_download() as coming:
        archive.get_by_role("link", name="Data (JSON)").click()
    made: Transcript = json.loads(coming.value.path().read_text("utf-8"))
    return made


def entries(transcript: Transcript) -> list[dict[str, Any]]:
    """All that stands in its sections."""
    return [entry for section in transcript["sections"] for entry in section["entries"]]


def said(scenario: Scenario) -> Counter[str]:
    """Every text of the scenario that goes on the wall, as often as it stands there; a test may have no words."""
    return Counter(
        [
            *(known.text for known in scenario.questions),
            *(told.title for told in scenario.experiences if told.then is None),
            *scenario.sentences,
            *(clarified.question for clarified in scenario.clarifications),
            *(clarified.answer for clarified in scenario.clarifications),
            scenario.core_statement.text,
            scenario.judgement.text,
            *(one.text for one in (*scenario.own_versions, *scenario.reasons, *scenario.rules, *scenario.principles)),
            *(answer.text for answer in scenario.answers),
            *(answer.test_notes.get(story, "") for answer in scenario.answers for story in answer.tests),
            *(doubt.text for doubt in scenario.doubts),
            *(
                answer.words[key]
                for answer in scenario.answers
                for key, position in answer.positions.items()
                if position in REMAINDERS
            ),
        ]
    )


def statements(evening: Evening, transcript: Transcript) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """What each statement rests on, by the scenario's names: as it was recorded, and as it was told."""
    told = evening.told
    called = {text: key for key, text in evening.said.items()}
    texts = {entry["id"]: entry["text"] for entry in entries(transcript)}
    found = {
        called[one["text"]]: {called[texts[below]] for below in one["rests_on"]}
        for one in entries(transcript)
        if one["kind"] in LADDER
    }
    wanted = {str(one.key): set(one.rests_on) for one in (*told.reasons, *told.rules, *told.principles)}
    wanted |= {"core_statement": set(told.core_statement.rests_on), "judgement": set(told.judgement.rests_on)}
    (own,) = told.own_versions
    wanted["own_version"] = set(own.rests_on)
    return found, wanted
