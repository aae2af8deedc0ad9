"""The flipchart: the whole wall in sight, threads that touch what they join, pages turned by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from dialogue import commands as ask
from dialogue.vocabulary import Kind, OutcomeKind, Remainder, StageKey, Words
from tests.browser.pages import flipchart, site, watched
from tests.browser.walls import HOSTILE, Room, grown, narrated

LINKS = "document.querySelectorAll('.threads path').length"
ITEMS = ".line .said, .finding > .said, .flip-large"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with site(flipchart=("flipchart.html", {"dialogue": "d1", "address": "192.0.2.7:8000"})) as found:
        yield found


@pytest.fixture
def wall(browser: Browser, address: str) -> Iterator[Page]:
    page = flipchart(browser, address)
    errors = watched(page)
    yield page
    page.close()
    # The picture of the code comes from the server, which is not here.
    assert [error for error in errors if "404" not in error] == []


OVER = "(() => { const m = document.querySelector('.flip-main'); return m.scrollHeight - m.clientHeight; })()"


def show(page: Page, view: dict[str, Any], **more: Any) -> None:
    page.evaluate("async ([view, more]) => { window.show(view, more); await document.fonts.ready; }", [view, more])
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def density(page: Page) -> int:
    return int(page.locator("#room").get_attribute("data-density") or 0)


def test_the_door_stands_large_in_the_opening_and_small_in_the_foot_while_it_is_open(wall: Page) -> None:
    room = Room()
    show(wall, room.view)
    assert wall.locator(".join-code").inner_text() == "K7F4-M2QX"
    expect(wall.locator(".flip-foot [aria-current=step]")).to_have_count(0)
    assert "192.0.2.7:8000" in wall.locator(".flip-lobby").inner_text()
    assert "Speak from experience." in wall.locator(".flip-lobby").inner_text()
    assert "1 here, 1 by voice" in wall.locator(".flip-lobby").inner_text()
    room.moves_to(StageKey.EXPERIENCES)
    show(wall, room.view)
    expect(wall.locator(".flip-foot [aria-current=step]")).to_have_text("Experiences")
    assert "K7F4-M2QX" in wall.locator(".flip-foot").inner_text()
    room.does(ask.CloseDoor())
    show(wall, room.view)
    assert "K7F4-M2QX" not in wall.locator("#room").inner_text()


def test_an_address_that_no_phone_can_reach_is_not_offered(browser: Browser) -> None:
    with site(flipchart=("flipchart.html", {"dialogue": "d1", "address": "127.0.0.1:8000"})) as here:
        page = flipchart(browser, here)
        show(page, Room().view)
        lobby = page.locator(".flip-lobby")
        expect(lobby).to_contain_text("Only this computer can open it.")
        assert "127.0.0.1" not in lobby.inner_text()
        assert lobby.locator("img").count() == 0
        page.close()


def test_what_was_found_stands_beside_what_was_told_and_no_thread_crosses_words(wall: Page) -> None:
    room, told = narrated()
    room.writes(Kind.REASON, "She could answer for it.", told[2], told[4])
    show(wall, room.view)
    line, finding = (
        wall.locator(".line .said").first.bounding_box(),
        wall.locator(".finding .said").first.bounding_box(),
    )
    assert line is not None
    assert finding is not None
    assert line["x"] + line["width"] < finding["x"]
    assert finding["y"] < line["y"] + 3 * line["height"]


def test_every_link_is_a_thread_that_ends_at_what_rests(wall: Page) -> None:
    room, told = narrated()
    reason = room.writes(Kind.REASON, "She could answer for it.", told[2], told[4])
    room.writes(Kind.JUDGEMENT, "It was right.", reason)
    show(wall, room.view)
    assert wall.evaluate(LINKS) == 3
    assert wall.locator(".threads path.is-heated").count() == 1
    far = wall.evaluate(
        """() => [...document.querySelectorAll('.threads circle')].map((dot) => {
          const at = dot.getBoundingClientRect();
          return Math.min(...[...document.querySelectorAll('.finding .kind')].map((kind) => {
            const box = kind.getBoundingClientRect();
            return Math.hypot(box.left - at.left, (box.top + box.bottom - at.top - at.bottom) / 2);
          }));
        })"""
    )
    assert max(far) < 30


def test_threads_follow_when_the_window_changes(wall: Page) -> None:
    room, told = narrated()
    room.writes(Kind.REASON, "She could answer for it.", told[7])
    show(wall, room.view)
    thread = wall.locator(".threads path")
    before = thread.get_attribute("d") or ""
    wall.set_viewport_size({"width": 1280, "height": 720})
    expect(thread).not_to_have_attribute("d", before)


def test_a_wall_is_measured_again_when_the_font_of_its_words_arrives(browser: Browser, address: str) -> None:
    page = flipchart(browser, address, 1024, 768)
    waiting: list[Route] = []
    page.route("**/source-serif-4*/**", lambda route: waiting.append(route))
    page.evaluate("window.show", grown()[0].view)
    page.wait_for_timeout(300)
    assert waiting, "the serif is fetched when the first words in it are shown"
    for font in waiting:
        font.continue_()
    show(page, grown()[0].view)
    assert page.evaluate(OVER) <= 1
    page.close()


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080), (3840, 2160), (1024, 768)])
def test_a_full_wall_stays_in_sight_without_scrolling(browser: Browser, address: str, width: int, height: int) -> None:
    page = flipchart(browser, address, width, height)
    room, _ = grown()
    for stage in (StageKey.PRINCIPLES, StageKey.CONSENSUS):
        if stage is StageKey.CONSENSUS:
            room.moves_to(stage)
            answer = room.does(ask.WordAnswer(Words("It is right to trust when we have seen what someone does. " * 3)))
            kept = ask.VoiceRemainder(Remainder.RESERVATION, answer, Words("Too much of a newcomer."), owner=room.ash)
            room.does(kept)
        show(page, room.view)
        assert page.evaluate(OVER) <= 1, stage
        assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


def test_words_are_large_at_1080_lines(wall: Page) -> None:
    room, told = narrated()
    room.writes(Kind.REASON, "She could answer for it.", told[2])
    size = """(selector) => Math.min(...[...document.querySelectorAll(selector)].map(
      (element) => parseFloat(getComputedStyle(element).fontSize)))"""
    show(wall, room.view)
    assert wall.evaluate(size, "h1.question") >= 48
    assert wall.evaluate(size, ITEMS) >= 31


def test_text_shrinks_within_a_stage_and_is_large_again_in_the_next(wall: Page) -> None:
    room, told = narrated(4)
    reasons = [room.writes(Kind.REASON, f"She could answer for it, for reason {n}.", told[0]) for n in range(12)]
    show(wall, room.view)
    small = density(wall)
    assert small > 1
    for reason in reasons:
        room.does(ask.StrikeItem(reason))
    show(wall, room.view)
    assert density(wall) == small, "nobody loses the line while reading"
    room.moves_to(StageKey.NARRATIVE)
    show(wall, room.view)
    assert density(wall) == 1


def test_titles_turn_by_hand_seven_at_a_time_and_never_by_themselves(wall: Page) -> None:
    room = Room()
    room.moves_to(StageKey.EXPERIENCES)
    room.tells(*(f"Title {n}" for n in range(1, 9)))
    show(wall, room.view)
    titles = wall.locator(".line .said")
    assert titles.all_inner_texts() == [f"Title {n}" for n in range(1, 8)]
    wall.keyboard.press("PageDown")
    assert titles.all_inner_texts() == ["Title 8"]
    wall.keyboard.press("PageUp")
    room.tells("Title 9")
    show(wall, room.view)
    assert titles.all_inner_texts() == [f"Title {n}" for n in range(1, 8)]
    wall.get_by_role("button", name="Next page").click()
    assert titles.all_inner_texts() == ["Title 8", "Title 9"]


def test_marks_show_together_and_uncounted(wall: Page) -> None:
    room = Room()
    room.moves_to(StageKey.EXPERIENCES)
    first, _ = room.tells("The call", "The file")
    room.moves_to(StageKey.SELECTION)
    room.does(ask.MarkExperiences((first,), owner=room.ash))
    show(wall, room.view)
    assert wall.locator(".line-mark").count() == 0
    room.does(ask.ShowMarks())
    show(wall, room.view)
    assert wall.locator(".line-mark").all_inner_texts() == ["someone could put themselves into it"]
    room.does(ask.AskNarrator(first, Words("Everyone can picture it.")))
    room.does(ask.AcceptNarrating(first))
    show(wall, room.view)
    assert "Everyone can picture it." in wall.locator(".flip-middle").inner_text()


def test_what_people_wrote_is_text_and_never_markup(wall: Page) -> None:
    room, told = narrated()
    room.doubts(room.writes(Kind.REASON, HOSTILE, told[0]), HOSTILE)
    room.does(ask.WriteSentence(Words(HOSTILE)))
    show(wall, room.view)
    assert wall.get_by_text(HOSTILE).count() == 3
    assert wall.evaluate("window.broken") is None
    assert wall.locator("#room img, #room b").count() == 0


def test_an_open_doubt_stands_where_it_belongs_until_it_is_settled(wall: Page) -> None:
    room, told = narrated()
    reason = room.writes(Kind.REASON, "Nobody could leave.", told[2])
    doubt = room.doubts(reason, "Somebody could have been hurt.")
    show(wall, room.view)
    assert "Somebody could have been hurt." in wall.locator(f"[data-id={reason}]").inner_text()
    assert "1 open doubt" in wall.locator(".flip-foot").inner_text()
    room.does(ask.CloseDoubt(doubt))
    show(wall, room.view)
    assert "Somebody could have been hurt." not in wall.locator("#room").inner_text()


def test_the_wording_stands_above_the_wall_and_the_outcome_at_the_end(wall: Page) -> None:
    room, told = narrated()
    room.moves_to(StageKey.CONSENSUS)
    room.does(ask.WordAnswer(Words("When we have seen what someone does."), (told[1],)))
    show(wall, room.view)
    assert wall.locator(".flip-answer .flip-large").inner_text() == "When we have seen what someone does."
    assert wall.locator(".flip-rests").inner_text() == "Rests on: 2"
    assert wall.locator(".wall .line").count() == 8
    outcome = room.does(ask.ProposeOutcome(OutcomeKind.OPEN, Words("Who pays when trust was wrong?")))
    show(wall, room.view)
    assert "Proposed outcome" in wall.locator(".flip-answer").inner_text()
    room.does(ask.AnswerOutcome(outcome, confirms=True, owner=room.ash))
    room.does(ask.SettleOutcome())
    room.moves_to(StageKey.EVALUATION)
    show(wall, room.view)
    assert "Thank you." in wall.locator(".flip-middle").inner_text()
    room.moves_to(StageKey.CLOSING)
    room.does(ask.CloseDialogue())
    show(wall, room.view)
    assert "Our outcome" in wall.locator(".flip-result").inner_text()
    assert "Who pays when trust was wrong?" in wall.locator(".flip-result").inner_text()


def test_the_one_at_the_projector_can_darken_and_blank_and_switch_the_keys_off(wall: Page) -> None:
    room, _ = narrated()
    show(wall, room.view)
    wall.keyboard.press("d")
    assert wall.locator("html").get_attribute("data-theme") == "dark"
    wall.keyboard.press(".")
    assert not wall.locator("h1.question").is_visible()
    wall.keyboard.press(".")
    wall.keyboard.press("?")
    wall.get_by_label("Use these keys").uncheck()
    wall.keyboard.press("Escape")
    wall.keyboard.press("d")
    assert wall.locator("html").get_attribute("data-theme") == "dark", "keys are off"


def test_a_lost_connection_is_a_quiet_note_after_a_moment(wall: Page) -> None:
    room, _ = narrated()
    now = wall.evaluate("Date.now()")
    show(wall, room.view, connection="lost", lostSince=now)
    assert "Connection lost" not in wall.locator("#room").inner_text()
    show(wall, room.view, connection="lost", lostSince=now - 3000)
    assert "Connection lost" in wall.locator(".flip-foot").inner_text()
    assert wall.locator(".line").count() == 8, "the wall stays"
