"""The scenario of trust in real windows: the console, four phones and one person without, an observer, the wall."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from sessions.rehearsal.reading import read
from tests.browser.evening import Drama, Evening
from tests.browser.hall import hall
from tests.browser.records import Transcript, entries, said, statements, transcript_of
from tests.browser.telling import experiences, narrative, opening, question, selection
from tests.browser.thinking import ITEMS, OUTCOMES, closing, consensus, evaluation, judgement, outcome, principles

TRUST = read("trust")
MISHEARD = "It was in the afternoon and I counted the tools."
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

KEPT = """() => new Promise((resolve) => {
    const opening = indexedDB.open("dialogue");
    opening.onsuccess = () => {
        const asked = opening.result.transaction("kept").objectStore("kept").getAll();
        asked.onsuccess = () => resolve([...asked.result, ...Object.values(sessionStorage)]);
    };
})"""


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Evening]:
    """Played to the end, with what holds at each stage looked after on the way; nobody's window is closed yet."""
    with hall(tmp_path_factory.mktemp("data")) as opened:
        drama = Drama(misheard=MISHEARD, reloads="cedar", loses="birch")
        played = Evening(opened, TRUST, drama, tablets=("birch", "cedar"))
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
    return transcript_of(archive)


def test_everything_that_was_said_is_on_record_exactly_once(transcript: Transcript) -> None:
    assert Counter(entry["text"] for entry in entries(transcript)) == said(TRUST)
    assert transcript["question"] == "When is it right to trust a prisoner?"
    assert transcript["why_question"] == "Positive, general, everyone has lived it."
    assert transcript["group"] == {"people": 5, "by_voice": 1}
    accounts = {entry["text"]: entry["account"] for entry in entries(transcript) if entry["kind"] == "experience"}
    assert accounts == {told.title: told.account for told in TRUST.experiences}


def test_the_record_holds_what_each_statement_rests_on(evening: Evening, transcript: Transcript) -> None:
    found, wanted = statements(evening, transcript)
    assert found == wanted


def test_sentences_keep_their_labels_and_a_correction_leaves_the_earlier_wording(transcript: Transcript) -> None:
    sentences = [entry for entry in entries(transcript) if entry["kind"] == "sentence"]
    assert [one["label"] for one in sentences] == ["1", "2", "3", "3a", "4", "5", "6", "7", "8"]
    assert sentences[0]["versions"] == [MISHEARD]
    (fact,) = (entry for entry in entries(transcript) if entry["kind"] == "clarification")
    assert fact["answered_by"] == sentences[3]["id"]


def test_each_doubt_is_settled_by_its_raiser_in_their_words(transcript: Transcript) -> None:
    doubts = {entry["text"]: entry for entry in entries(transcript) if entry["kind"] == "doubt"}
    assert {text: one["how"] for text, one in doubts.items()} == {known.text: known.how for known in TRUST.doubts}
    assert {one["open"] for one in doubts.values()} == {False}
    assert {one["signature"] for one in doubts.values()} == {None}


def test_the_second_wording_is_tested_on_the_other_four_experiences(transcript: Transcript) -> None:
    by_id = {entry["id"]: entry for entry in entries(transcript)}
    tested = [entry for entry in by_id.values() if entry["kind"] == "test"]
    assert {by_id[one["about"]]["number"] for one in tested} == {2}
    found = {by_id[one["experience"]]["text"]: (one["result"], one["matter"]) for one in tested}
    assert found == {
        "The phone call": ("holds_if_reworded", None),
        "Back to the kitchen": ("holds", None),
        "The warning": ("does_not_hold", "other_matter"),
        "Forty minutes": ("out_of_scope", None),
    }


def test_the_talk_about_the_talk_is_on_record_without_its_caller_or_its_notes(transcript: Transcript) -> None:
    (meta,) = transcript["meta"]
    assert (meta["called_by"], meta["notes"]) == (None, [])
    assert meta["what_we_change"] == "One person repeats before the next one speaks."


def test_the_outcome_and_the_evaluation_are_told_together(transcript: Transcript) -> None:
    by_id = {entry["id"]: entry for entry in entries(transcript)}
    ending = transcript["outcome"]
    assert (ending["kind"], ending["state"]) == (TRUST.outcome.kind.value, "settled")
    assert by_id[ending["answer"]]["text"] == TRUST.answers[-1].text
    assert [by_id[kept]["text"] for kept in ending["reservations"]] == [TRUST.answers[-1].words["cedar"]]
    (dissent,) = (entry for entry in by_id.values() if entry["kind"] == "dissent")
    assert by_id[dissent["about"]]["number"] == 1  # it was said of the first wording, and stays there
    assert set(transcript["evaluation"]["items"]) == set(ITEMS)
    words = Counter(given.open for given in TRUST.evaluation if given.open)
    assert Counter(transcript["evaluation"]["open_words"]) == words


def test_the_archive_is_read_as_it_was_said(evening: Evening, archive: Page) -> None:
    text = archive.get_by_role("main").inner_text()
    assert [words for words in said(TRUST) if words not in text] == []
    assert [doubt.how for doubt in TRUST.doubts if doubt.how not in text] == []
    assert OUTCOMES[TRUST.outcome.kind] in text
    second = archive.get_by_role("article").filter(has_text=TRUST.reasons[1].text).first
    expect(second.get_by_role("link", name="3a", exact=True)).to_be_visible()
    expect(second.get_by_text(TRUST.doubts[0].text)).to_be_visible()
    assert evening.names.search(text) is None


def test_nothing_that_reached_a_screen_tells_who_else_is_there(evening: Evening) -> None:
    for window in evening.windows():
        heard = "\n".join(window.heard)
        assert len(window.heard) > 50, window.whose
        assert set(evening.names.findall(heard)) <= {window.whose}


def test_the_evening_leaves_no_word_on_a_phone(evening: Evening) -> None:
    """Closed: what was acknowledged is not kept on the device."""
    for phone in evening.phones:
        # A phone forgets once it has heard that all is over, and a browser deletes in its own time.
        for _ in range(50):
            if not (kept := phone.page.evaluate(KEPT)):
                break
            phone.page.wait_for_timeout(100)
        assert kept == []
