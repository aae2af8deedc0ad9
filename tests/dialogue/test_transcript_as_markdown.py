"""A transcript as Markdown: what people said is shown as they said it, whatever it looks like."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dialogue.disclosure import Answers, summary
from dialogue.transcript import ENGLISH, as_markdown, transcript
from dialogue.transcript.markdown import escaped
from dialogue.vocabulary import Kind, OutcomeKind, Remainder, StageKey
from tests.dialogue.scene import Scene

RENDER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
HOSTILE = [
    "# Heading",
    "## Heading ##",
    "- item\n- item",
    "1. one\n2) two",
    "> quoted",
    "***bold***",
    "_it_ __bold__",
    "`code` ``` more",
    "~~struck~~",
    "[link](javascript:alert(1))",
    "![image](x)",
    "[a]: http://example.org",
    "<script>alert(1)</script>",
    "<b onclick=x>&lt;&amp;</b>",
    "a | b\n--|--\nc | d",
    "Title\n=====",
    "Title\n---",
    "***",
    "    indented",
    "\\*not\\*",
    "line\\\nbreak",
    "\ttab",
    "<!-- gone -->",
    "<http://example.org>",
    "first\n\n# second",
    "+ plus",
]


class Seen(HTMLParser):
    """What a reader sees: the text, and the tags that made it look."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def words(text: str) -> list[str]:
    """A text without regard to its white space."""
    return text.split()


def assert_shown_as_said(text: str) -> None:
    """Where it is put, the text stays one paragraph of a list item, and reads as it was written."""
    item = "- **Reason 2** " + escaped(text).replace("\n", "\n  ")
    seen = Seen(RENDER.render(item + "\n- **End**\n"))
    assert seen.tags <= {"ul", "li", "strong", "br"}
    assert words(seen.text) == words(f"Reason 2 {text} End")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    assert_shown_as_said(text)


@given(st.text(st.sampled_from("#*_-+=>`~[]()<>!|\\&.:/1a \n\t^$"), max_size=24))
def test_marks_of_any_sort_stay_text(text: str) -> None:
    assert_shown_as_said(text)


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=40))
def test_any_text_stays_text(text: str) -> None:
    assert_shown_as_said(text)


@pytest.mark.parametrize("address", ["https://example.org", "www.example.org", "WWW.example.org"])
def test_addresses_are_not_made_into_links(address: str) -> None:
    assert address not in escaped(f"See {address}")
    assert_shown_as_said(address)


def test_a_whole_transcript_is_read_as_it_was_said() -> None:
    scene = Scene().answer()
    reservation = "# *Too* much\n- for a newcomer"
    scene.bela.keeps("reservation", scene.worded, reservation, signed=True)
    scene.bela.settles(scene.bela.doubts(scene.core, "<b>Safe?</b>", link=scene.second), "[yes](no)")
    scene.alice.withdraws(scene.first)
    scene.lead.proposes("consensus_with_reservations")
    written = as_markdown(transcript(scene.room.log.events()))
    seen = Seen(RENDER.render(written))
    assert seen.tags <= {"h1", "h2", "p", "strong", "em", "ul", "li", "br"}
    told = " ".join(words(seen.text))
    for text in (
        "Reservation 1 # *Too* much - for a newcomer (signed: Bela)",
        "1 withdrawn 2 One file was missing.",
        "Core statement At 2 I asked him first. Rests on: 2 Doubt 1 <b>Safe?</b>",
        "About the link: Core statement → 2 Settled: [yes](no)",
        "Consensus with reservations (proposed)",
        "Answer 1: When it rests on what we have seen.",
    ):
        assert text in told


def test_labels_come_in_the_readers_language_and_in_english_where_one_is_missing() -> None:
    made = transcript(Scene().answer().room.log.events())
    written = as_markdown(made, {"question": "Frage", "stage.narrative": "Erzählung", "kind.answer": "Antwort"})
    assert "**Frage:** When is trust right?" in written
    assert "## Erzählung" in written
    assert "- **Antwort 1** When" in written
    assert "## Judgement" in written


def test_there_is_a_label_for_everything() -> None:
    assert {f"stage.{stage}" for stage in StageKey} <= set(ENGLISH)
    assert {f"kind.{kind}" for kind in (*Kind, *Remainder)} <= set(ENGLISH)
    assert {f"outcome.{kind}" for kind in OutcomeKind} <= set(ENGLISH)


def test_the_evaluation_is_written_out_in_words() -> None:
    ballots = [Answers(items={"helped_me_think": 9}, open_word="# Good")] * 5
    made = transcript(Scene().room.log.events(), summary(ballots, 5))
    written = as_markdown(made)
    assert "- Helped me think (low: few, middle: few, high: most)" in written
    assert "- I could speak freely (too few answers to show)" in written
    assert "- \\# Good" in written
    assert "Minutes" not in written
    made = transcript(Scene().room.log.events(), replace(summary(ballots, 5), screen_minutes=4))
    assert "(the group's median): 4" in as_markdown(made)
