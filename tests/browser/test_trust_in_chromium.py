"""The scenario of trust in real windows: the console, four phones and one person without, an observer, the wall."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.evening import NAMES, TRUST, Evening
from tests.browser.hall import hall
from tests.browser.telling import experiences, narrative, opening, question, selection
from tests.browser.thinking import OUTCOME, closing, consensus, evaluation, judgement, outcome, principles

Transcript = dict[str, Any]
STAGES = (
    opening,
    question,
    experiences,
    selection,
    narrative,
    judgement,
    principles,
    consensus,
    outcome,
    evaluation,
    closing,
)


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Evening]:
    """Played to the end, with what holds at each stage looked after on the way; nobody's window is closed yet."""
    with hall(tmp_path_factory.mktemp("data")) as opened:
        played = Evening(opened)
        for stage in STAGES:
            stage(played)
        yield played


@pytest.fixture(scope="module")
def archive(evening: Evening) -> Page:
    evening.lead.page.get_by_role("link", name="Read the archive").click()
    expect(evening.lead.page.get_by_role("heading", level=2, name="Outcome")).to_be_visible()
    evening.lead.window.shot("13-archive")
    return evening.lead.page


@pytest.fixture(scope="module")
def transcript(archive: Page) -> Transcript:
    with archive.expect_download() as coming:
        archive.get_by_role("link", name="Data (JSON)").click()
    made: Transcript = json.loads(coming.value.path().read_text("utf-8"))
    return made


def entries(transcript: Transcript) -> list[dict[str, Any]]:
    return [entry for section in transcript["sections"] for entry in section["entries"]]


def said() -> Counter[str]:
    """Every text of the scenario that goes on the wall, once."""
    return Counter(
        [
            *(known.text for known in TRUST.questions),
            *(told.title for told in TRUST.experiences),
            *TRUST.sentences,
            *(clarified.answer for clarified in TRUST.clarifications),
            TRUST.core_statement.text,
            TRUST.judgement.text,
            *(known.text for known in (*TRUST.own_versions, *TRUST.reasons, *TRUST.rules, *TRUST.principles)),
            *(answer.text for answer in TRUST.answers),
            *(doubt.text for doubt in TRUST.doubts),
            TRUST.answers[-1].words["cedar"],
        ]
    )


def test_everything_that_was_said_is_on_record_exactly_once(transcript: Transcript) -> None:
    assert Counter(entry["text"] for entry in entries(transcript)) == said()
    assert transcript["question"] == "When is it right to trust a prisoner?"
    assert transcript["group"] == {"people": 5, "by_voice": 1}


def test_the_record_holds_what_each_statement_rests_on(evening: Evening, transcript: Transcript) -> None:
    called = {text: key for key, text in evening.said.items()}
    texts = {entry["id"]: entry["text"] for entry in entries(transcript)}
    rests = {
        called[one["text"]]: {called[texts[below]] for below in one["rests_on"]}
        for one in entries(transcript)
        if one["kind"] in {"core_statement", "own_version", "judgement", "reason", "rule", "principle"}
    }
    expected = {str(known.key): set(known.rests_on) for known in (*TRUST.reasons, *TRUST.rules, *TRUST.principles)}
    expected |= {"core_statement": set(TRUST.core_statement.rests_on), "judgement": set(TRUST.judgement.rests_on)}
    assert rests == expected | {"own_version": set(TRUST.own_versions[0].rests_on)}


def test_sentences_keep_their_labels_and_a_correction_leaves_the_earlier_wording(transcript: Transcript) -> None:
    sentences = [entry for entry in entries(transcript) if entry["kind"] == "sentence"]
    assert [one["label"] for one in sentences] == ["1", "2", "3", "3a", "4", "5", "6", "7", "8"]
    assert sentences[0]["versions"] == ["It was in the afternoon and I counted the tools."]


def test_each_doubt_is_settled_by_its_raiser_in_their_words(transcript: Transcript) -> None:
    doubts = {entry["text"]: entry for entry in entries(transcript) if entry["kind"] == "doubt"}
    assert {text: one["how"] for text, one in doubts.items()} == {known.text: known.how for known in TRUST.doubts}
    assert {one["open"] for one in doubts.values()} == {False}
    assert {one["signature"] for one in doubts.values()} == {None}


def test_the_outcome_and_the_evaluation_are_told_together(transcript: Transcript) -> None:
    by_id = {entry["id"]: entry["text"] for entry in entries(transcript)}
    ending = transcript["outcome"]
    assert (ending["kind"], ending["state"]) == (TRUST.outcome.kind.value, "settled")
    assert by_id[ending["answer"]] == TRUST.answers[-1].text
    assert [by_id[kept] for kept in ending["reservations"]] == [TRUST.answers[-1].words["cedar"]]
    assert set(transcript["evaluation"]["items"]) == {"helped_me_think", "spoke_freely", "will_change"}
    words = Counter(given.open for given in TRUST.evaluation if given.open)
    assert Counter(transcript["evaluation"]["open_words"]) == words


def test_the_archive_is_read_as_it_was_said(archive: Page) -> None:
    text = archive.get_by_role("main").inner_text()
    assert [words for words in said() if words not in text] == []
    assert [doubt.how for doubt in TRUST.doubts if doubt.how not in text] == []
    assert OUTCOME in text
    second = archive.get_by_role("article").filter(has_text=TRUST.reasons[1].text).first
    expect(second.get_by_role("link", name="3a", exact=True)).to_be_visible()
    expect(second.get_by_text(TRUST.doubts[0].text)).to_be_visible()
    assert NAMES.search(text) is None


def test_nothing_that_reached_a_screen_tells_who_else_is_there(evening: Evening) -> None:
    for window in evening.windows():
        heard = "\n".join(window.heard)
        assert len(window.heard) > 50, window.whose
        assert set(NAMES.findall(heard)) <= {window.whose}


def test_the_evening_leaves_no_word_on_a_phone(evening: Evening) -> None:
    """Closed: what was acknowledged is not kept on the device."""
    for phone in evening.phones:
        kept = phone.page.evaluate(
            """() => new Promise((resolve) => {
                const opening = indexedDB.open("dialogue");
                opening.onsuccess = () => {
                    const asked = opening.result.transaction("kept").objectStore("kept").getAll();
                    asked.onsuccess = () => resolve([...asked.result, ...Object.values(sessionStorage)]);
                };
            })"""
        )
        assert kept == []
