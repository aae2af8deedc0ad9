"""The console's guidance: hints in words, ready interventions on the wall, texts that come once or not at all."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from dialogue.coach import HintKey
from dialogue.coach import hints as coached
from dialogue.methods import OFFERED
from dialogue.vocabulary import Audience
from sessions.guidance.interventions import WORDINGS
from sessions.guidance.methods import NAMES, guidance_for
from sessions.guidance.pages import as_data
from tests.browser.pages import site
from tests.dialogue.scene import Scene

STAGE = {
    "purpose": "What it is for.",
    "moves": ["First this.", "Then that."],
    "pitfalls": [{"sign": "It goes wrong.", "help": "This helps."}],
    "interventions": ["who_can_repeat", "of_a_newer_server", "who_doubts"],
    "move_on": "When it is done.",
}
ITEMS: dict[str, Any] = {
    "about": {"language": "en", "method": "norwegian"},
    "course": {"stage": "consensus", "closed": False},
    "narrative": {"heated": None},
    "experiences": {"e2": {"number": 2, "text": "Forty minutes"}},
    "sentences": {"s1": {"label": "3a", "place": 3.5, "text": "He waited."}},
    "statements": {
        "r1": {"kind": "reason", "number": 1, "text": "He knew.", "rests_on": {"s1": True}},
        "r2": {"kind": "reason", "number": 2, "text": "He asked.", "rests_on": {}},
    },
    "answers": {"a1": {"number": 1, "text": "When we know."}, "a2": {"number": 2, "text": "When we know why."}},
    "doubts": {"d1": {"number": 1, "about": "r1", "open": True, "text": "Who says so?"}},
    "clarifications": {"f1": {"number": 1, "text": "When was it?"}},
}
ITEM_OF = {
    "fact_unanswered": "f1",
    "rests_on_nothing": "r2",
    "clauses_pile_up": "a2",
    "doubt_open": "d1",
    "counterexample_stands": "e2",
    "test_again": "e2",
    "test_missing": "e2",
    "not_asked_aloud": "a2",
}
# What makes a desk for the panel without a room behind it: what is asked and drawn is kept to be looked at.
DESK = """
async (view) => {
    const { guidancePanel } = await import("/static/js/console/guidance/panel.js");
    const { render } = await import("/static/vendor/lit-html-3.3.3/lit-html.js");
    const room = document.getElementById("room");
    window.asked = [];
    window.desk = {
        view, said: new Set(),
        ask: (type, data) => { window.asked.push({ type, data }); },
        set: (changed) => { Object.assign(window.desk, changed); window.draw(); },
    };
    window.draw = () => {
        const { heading, content } = guidancePanel(window.desk);
        window.heading = heading;
        render(content, room);
    };
    window.draw();
}
"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with site() as found:
        yield found


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(f"{address}/empty")
    yield page
    page.close()


def served(page: Page, stages: dict[str, Any]) -> list[str]:
    """Let the page find this guidance; the addresses it asked for."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body=json.dumps({"stages": stages}), content_type="application/json")

    page.route("**/guidance/*.json*", answer)
    return asked


def hints(page: Page, *said: dict[str, Any], **more: Any) -> list[dict[str, Any]]:
    """The hints as the screen words them."""
    coach = {f"c{place}": hint for place, hint in enumerate(said)}
    found: list[dict[str, Any]] = page.evaluate(
        """async (view) => (await import("/static/js/console/guidance/hints.js")).hintsIn(view)""",
        {**ITEMS, "leading": {"coach": coach}, **more},
    )
    return found


def test_screen_and_paper_say_the_same_interventions_in_the_same_words(page: Page) -> None:
    said = page.evaluate(
        """async () => {
            const { INTERVENTIONS, interventionWords } = await import("/static/js/wall/interventions.js");
            return Object.fromEntries(INTERVENTIONS.map((key) => [key, interventionWords(key)]));
        }"""
    )
    assert said == {key.value: str(words) for key, words in WORDINGS.items()}


def test_the_facilitators_own_words_stand_before_the_ready_ones(page: Page) -> None:
    words = page.evaluate(
        """async () => {
            const { interventionWords } = await import("/static/js/wall/interventions.js");
            const asked = [["own_words", "And now?"], ["who_doubts", "Who?"], ["newer"]];
            return asked.map((one) => interventionWords(...one));
        }"""
    )
    assert words == ["And now?", "Who?", ""]


def test_every_hint_has_its_sentence_and_something_to_say_at_most(page: Page) -> None:
    every = [{"key": key.value, "n": 2, "item": ITEM_OF.get(key.value)} for key in HintKey]
    found = hints(page, *every[:9]) + hints(page, *every[9:])
    assert [hint["key"] for hint in found] == [key.value for key in HintKey]
    for hint in found:
        sentence = hint["before"] + hint["words"] + hint["after"]
        assert "{" not in sentence
        assert "\0" not in sentence
        assert "undefined" not in sentence
        assert hint["say"] is None or hint["say"] in set(WORDINGS)
    known = page.evaluate("""async () => (await import("/static/js/console/guidance/hints.js")).HINT_KEYS""")
    assert set(known) == {key.value for key in HintKey}


@pytest.mark.parametrize(
    ("hint", "sentence"),
    [
        ({"key": "rests_on_nothing", "item": "r2", "n": 1}, "Reason 2 rests on nothing yet. Ask what shows it."),
        ({"key": "not_approved", "n": 1}, "1 sentence is not approved yet. Read it aloud and ask the narrator."),
        ({"key": "not_approved", "n": 3}, "3 sentences are not approved yet. Read them aloud and ask the narrator."),
        ({"key": "doubt_open", "item": "d1", "n": 1}, "A doubt is open: “Who says so?” Ask what would settle it."),
        (
            {"key": "clauses_pile_up", "item": "a2", "n": 4},
            "Our answer, wording 2 says many things at once. Ask for the one thought in it.",
        ),
        (
            {"key": "counterexample_stands", "item": "e2", "n": 1},
            "Experience 2, “Forty minutes”, speaks against the answer. Reopen the wording.",
        ),
    ],
)
def test_a_hint_names_what_it_is_about(page: Page, hint: dict[str, Any], sentence: str) -> None:
    (found,) = hints(page, hint)
    assert found["before"] + found["words"] + found["after"] == sentence


def test_what_this_screen_cannot_word_is_left_out(page: Page) -> None:
    gone = [{"key": key, "item": "gone", "n": 1} for key in ITEM_OF if key != "not_asked_aloud"]
    assert hints(page, {"key": "of_a_newer_server", "n": 1}, *gone) == []
    assert hints(page, leading={}) == []
    assert hints(page, leading=None) == []


def test_what_the_facilitators_view_carries_is_worded(page: Page) -> None:
    scene = Scene().answer()
    scene.bela.doubts(scene.worded, "Who pays?")
    view = scene.room.view(Audience.FACILITATOR)
    found = page.evaluate(
        """async (view) => (await import("/static/js/console/guidance/hints.js")).hintsIn(view)""", view
    )
    assert [hint["key"] for hint in found] == [hint.key.value for hint in coached(scene.room.state)]
    assert found[0]["words"] == "Who pays?"
    assert "leading" not in scene.room.view(Audience.PARTICIPANT)


def test_the_panel_tells_of_the_stage_and_asks_for_the_texts_once(page: Page) -> None:
    asked = served(page, {"consensus": STAGE, "narrative": {**STAGE, "purpose": "What was."}})
    page.evaluate(DESK, ITEMS)
    page.get_by_text("What it is for.").wait_for()
    assert page.get_by_text("First this.").is_hidden(), "it is read in a pause"
    for heading in ("What you do", "What goes wrong"):
        page.get_by_text(heading, exact=True).click()
    for said in (*STAGE["moves"], "It goes wrong.", "This helps.", "When it is done."):
        assert page.get_by_text(str(said)).is_visible()
    assert page.evaluate("window.heading") == "Guidance: Consensus"
    page.evaluate(
        """window.desk.view = { ...window.desk.view, course: { stage: "narrative", closed: false } }, window.draw()"""
    )
    assert page.get_by_text("What was.").is_visible()
    assert [url.split("/guidance/")[1] for url in asked] == ["norwegian.json?lang=en"]


def test_a_ready_sentence_is_kept_as_a_prompt_or_shown_on_the_wall(page: Page) -> None:
    served(page, {"consensus": STAGE})
    page.evaluate(DESK, ITEMS)
    phrase = page.get_by_role("button", name="Who can repeat what was just said?", exact=True)
    phrase.wait_for()
    assert page.locator(".phrase").count() == 2, "one of a newer server is left out"
    phrase.click()
    assert phrase.get_attribute("aria-pressed") == "true"
    phrase.click()
    assert phrase.get_attribute("aria-pressed") == "false"
    assert page.evaluate("window.asked") == []
    page.get_by_role("button", name="Show on the wall: Who still doubts?").click()
    assert page.evaluate("window.asked") == [{"type": "show_intervention", "data": {"key": "who_doubts"}}]


def test_a_hint_shows_its_sentence_with_one_tap_and_quotes_as_text(page: Page) -> None:
    served(page, {"consensus": {**STAGE, "interventions": []}})
    doubt = {"key": "doubt_open", "item": "d1", "n": 1}
    hostile = {"d1": {**ITEMS["doubts"]["d1"], "text": "<b id=bold>Who?</b>"}}
    page.evaluate(DESK, {**ITEMS, "doubts": hostile, "leading": {"coach": {"c0": doubt}}})
    assert page.get_by_text("<b id=bold>Who?</b>").is_visible()
    assert page.locator("#bold").count() == 0
    page.get_by_role("button", name="Show on the wall").click()
    assert page.evaluate("window.asked") == [{"type": "show_intervention", "data": {"key": "who_can_repeat"}}]


def test_without_a_line_the_panel_says_so_and_asks_again_on_a_tap(page: Page) -> None:
    page.route("**/guidance/*.json*", lambda route: route.abort())
    coach = {"c0": {"key": "not_asked_aloud", "item": "a2"}}
    page.evaluate(DESK, {**ITEMS, "leading": {"coach": coach}})
    page.get_by_text("The guidance could not be loaded.").wait_for()
    assert page.get_by_text("Nobody was asked aloud").is_visible(), "the coach needs no line"
    page.unroute("**/guidance/*.json*")
    asked = served(page, {"consensus": STAGE})
    page.get_by_role("button", name="Try again").click()
    page.get_by_text("What it is for.").wait_for()
    assert len(asked) == 1


def test_what_the_server_sends_is_what_the_panel_reads(page: Page) -> None:
    sent = as_data("norwegian")["stages"]
    served(page, sent)
    for stage, texts in sent.items():
        page.goto(page.url)
        page.evaluate(DESK, {**ITEMS, "course": {"stage": stage, "closed": False}})
        page.get_by_text(texts["purpose"]).wait_for()
        assert page.locator(".phrase").count() == len(texts["interventions"])
        assert page.get_by_text(texts["move_on"], exact=True).is_visible()


def test_nothing_is_shown_any_more_once_the_dialogue_is_closed(page: Page) -> None:
    served(page, {"consensus": STAGE})
    page.evaluate(DESK, {**ITEMS, "course": {"stage": "closed", "closed": True}})
    page.get_by_text("There is nothing left to lead here.").wait_for()
    assert page.get_by_role("button").count() == 0


@pytest.mark.parametrize("method", OFFERED)
def test_on_paper_each_stage_has_a_sheet_of_its_own(browser: Browser, method: str) -> None:
    stages = guidance_for(method)
    given = {"method": method, "names": NAMES, "stages": stages, "minutes": {}, "wordings": WORDINGS}
    with site(guidance=("guidance.html", given)) as address:
        page = browser.new_page()
        page.goto(f"{address}/page/guidance")
        printed = page.pdf(format="A4", prefer_css_page_size=True)
        page.close()
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", printed)) == 1 + len(stages)
