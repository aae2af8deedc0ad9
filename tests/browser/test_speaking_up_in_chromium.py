"""The scenario of speaking up in real windows: two who lead, six phones, the wall. It ends open, with two dissents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from sessions.rehearsal.reading import read
from tests.browser.evening import Evening
from tests.browser.hall import hall
from tests.browser.records import Transcript, entries, said, statements, transcript_of
from tests.browser.telling import experiences, narrative, opening, question, selection
from tests.browser.thinking import closing, consensus, evaluation, judgement, outcome, principles

SPEAKING_UP = read("speaking-up")
WITHDRAWN = "At night"
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
    """Played to the end; nobody's window is closed yet."""
    with hall(tmp_path_factory.mktemp("data")) as opened:
        played = Evening(opened, SPEAKING_UP, tablets=("crane",))
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


def test_everything_that_stands_is_on_record_exactly_once_and_of_the_withdrawn_a_line_without_words(
    transcript: Transcript,
) -> None:
    standing = [entry for entry in entries(transcript) if entry["standing"] == "up"]
    assert Counter(entry["text"] for entry in standing) == said(SPEAKING_UP)
    (gone,) = (entry for entry in entries(transcript) if entry["standing"] == "withdrawn")
    assert (gone["kind"], gone["text"], gone["account"]) == ("experience", None, None)
    assert transcript["question"] == SPEAKING_UP.questions[0].text
    assert transcript["why_question"] == SPEAKING_UP.questions[0].why
    assert transcript["method"] == "norwegian/1"
    assert transcript["group"] == {"people": 6, "by_voice": 0}


def test_the_record_holds_what_each_statement_rests_on(evening: Evening, transcript: Transcript) -> None:
    found, wanted = statements(evening, transcript)
    assert found == wanted
    assert found["u3"] == {"experience:count"}


def test_what_was_pointed_at_is_on_record_uncounted(transcript: Transcript) -> None:
    labels = {entry["id"]: entry["label"] for entry in entries(transcript)}
    assert [labels[sentence] for sentence in transcript["pointed"]] == ["3", "4", "5"]


def test_it_ends_open_with_the_dividing_question_both_dissents_and_three_doubts(transcript: Transcript) -> None:
    by_id = {entry["id"]: entry["text"] for entry in entries(transcript)}
    ending = transcript["outcome"]
    assert (ending["kind"], ending["state"]) == ("open", "settled")
    assert ending["dividing_question"] == "To whom is the objection owed?"
    assert {by_id[kept] for kept in ending["dissents"]} == set(SPEAKING_UP.answers[-1].words.values())
    assert {by_id[doubt] for doubt in ending["open_doubts"]} == {doubt.text for doubt in SPEAKING_UP.doubts}


def test_too_few_forms_are_not_told(transcript: Transcript) -> None:
    assert transcript["evaluation"]["form"] == "seven_items"
    assert transcript["evaluation"]["open_words"] == []


def test_the_archive_and_the_wall_have_not_a_word_of_what_was_withdrawn(evening: Evening, archive: Page) -> None:
    text = archive.get_by_role("main").inner_text()
    assert [words for words in said(SPEAKING_UP) if words and words not in text] == []
    assert WITHDRAWN not in archive.content()
    assert evening.names.search(text) is None
    for window in evening.windows():
        assert WITHDRAWN not in window.text, window.whose


def test_whoever_helped_saw_the_console_to_the_end(evening: Evening) -> None:
    (helper,) = evening.helpers
    helper.sees("The dialogue is closed.")
    helper.window.shot("13-helper")
    rule = helper.main.get_by_role("listitem").filter(has_text="At once if someone is in danger.")
    expect(rule.last).to_contain_text("Experience 2")  # what it rests on is no sentence of this narrative
    expect(helper.page.get_by_role("button", name="Next: Closing")).to_have_count(0)


def test_nothing_that_reached_a_screen_tells_who_else_is_there(evening: Evening) -> None:
    for window in evening.windows():
        heard = "\n".join(window.heard)
        assert len(window.heard) > 50, window.whose
        assert set(evening.names.findall(heard)) <= {window.whose}
