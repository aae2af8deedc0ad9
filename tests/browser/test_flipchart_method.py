"""What the method's options put on the flipchart: together, without names, without a count, and the wall stays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from dialogue import commands as ask
from dialogue.vocabulary import (
    Intervention,
    ItemId,
    Matter,
    PlanOption,
    Position,
    StageKey,
    TestResult,
    Words,
)
from tests.browser.pages import flipchart, site, watched
from tests.browser.test_flipchart import OVER, show
from tests.browser.walls import Room, grown, narrated


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
    assert [error for error in errors if "404" not in error] == []


def switched(room: Room, *options: PlanOption) -> Room:
    for option in options:
        room.does(ask.SwitchOption(option, on=True))
    return room


def text(wall: Page) -> str:
    return wall.locator("#room").inner_text()


def test_what_is_written_quietly_is_a_number_until_all_of_it_appears(wall: Page) -> None:
    room = switched(Room(), PlanOption.QUIET_WRITING)
    room.moves_to(StageKey.EXPERIENCES)
    room.does(ask.BeginQuietWriting())
    room.tells("The phone call", "Forty minutes")
    show(wall, room.view)
    assert "2 are written." in text(wall)
    assert "The phone call" not in text(wall)
    room.does(ask.ShowQuietWriting())
    show(wall, room.view)
    assert {"The phone call", "Forty minutes"} <= set(wall.locator(".line .said").all_inner_texts())
    assert "written" not in text(wall)


def test_a_question_of_fact_hangs_under_the_narrative_until_a_sentence_answers_it(wall: Page) -> None:
    room, told = narrated()
    room.moves_to(StageKey.NARRATIVE)
    asked = room.does(ask.AskFact(Words("Could you see all eight?"), about=told[2], owner=room.ash))
    show(wall, room.view)
    hanging = wall.locator(".wall-told .lines").nth(1)
    assert "Could you see all eight?" in hanging.inner_text()
    assert "to 3" in hanging.inner_text()
    room.does(ask.AnswerFact(asked, Words("I could see all eight."), after=told[2]))
    show(wall, room.view)
    assert "Could you see all eight?" not in text(wall)
    assert "I could see all eight." in text(wall)


def test_sentences_that_were_pointed_at_are_marked_once_shown_and_nobody_counts(wall: Page) -> None:
    room, told = narrated()
    switched(room, PlanOption.POINTING).moves_to(StageKey.NARRATIVE)
    room.does(ask.PointAtSentences((told[4], told[6]), owner=room.ash))
    show(wall, room.view)
    expect(wall.locator(".wall-told .line-mark")).to_have_count(0)
    room.does(ask.ShowPointing())
    show(wall, room.view)
    assert wall.locator(".wall-told .line-mark").all_inner_texts() == ["points to an answer"] * 2


def test_reasons_for_the_choice_stand_with_it(wall: Page) -> None:
    room = Room()
    room.moves_to(StageKey.EXPERIENCES)
    (told,) = room.tells("The missing file")
    room.moves_to(StageKey.SELECTION)
    room.does(ask.GiveChoiceReason(told, Words("Everyone can picture the room."), room.ash))
    room.does(ask.AskNarrator(told, Words("Closed.")))
    show(wall, room.view)
    assert "picture the room" not in text(wall)
    room.does(ask.ShowMarks())
    show(wall, room.view)
    assert "Everyone can picture the room." in wall.locator(".flip-choice").inner_text()


def _tested(room: Room) -> ItemId:
    switched(room, PlanOption.TESTS, PlanOption.POSITIONS).moves_to(StageKey.EXPERIENCES)
    call, warning = room.tells("The phone call", "The warning")
    room.moves_to(StageKey.CONSENSUS)
    answer = room.does(ask.WordAnswer(Words("It is right to trust a prisoner when we have seen what he does.")))
    room.does(ask.TestAnswer(answer, call, TestResult.HOLDS_IF_REWORDED, Words("Afterwards, too.")))
    no = ask.TestAnswer(answer, warning, TestResult.DOES_NOT_HOLD, Words("Not yet trust."), Matter.OTHER_MATTER)
    room.does(no)
    return answer


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080), (1024, 768)])
def test_tests_and_what_people_keep_stand_beside_the_wording_and_the_wall_stays_in_sight(
    browser: Browser, address: str, width: int, height: int
) -> None:
    page = flipchart(browser, address, width, height)
    room, _ = grown()
    answer = _tested(room)
    show(page, room.view)
    assert "The warning: does not hold, another matter. Not yet trust." in page.locator(".flip-tests").inner_text()
    keeps = Words("It asks too much of a newcomer.")
    room.does(ask.TakePosition(answer, Position.AGREE_WITH_RESERVATION, keeps, owner=room.ash))
    show(page, room.view)
    assert "1 of 1 have said privately where they stand." in text(page)
    assert keeps not in text(page)
    room.does(ask.ShowPositions())
    room.does(ask.ShowIntervention(Intervention.WHO_DOUBTS))
    show(page, room.view)
    assert keeps in page.locator(".flip-answer").inner_text()
    assert "privately" not in text(page)
    assert page.locator(".flip-ask").inner_text() == "Who still doubts?"
    assert page.evaluate(OVER) <= 1
    page.close()


def _meta(room: Room) -> str:
    room.does(ask.CallMeta(named=False))
    room.does(ask.WriteMetaNote(Words("We jump to rules.")))
    return "We talk about how we are talking."


def _rest(room: Room) -> str:
    room.does(ask.EndSitting())
    return "We rest until our next sitting."


@pytest.mark.parametrize("happens", [_meta, _rest])
def test_what_the_room_does_instead_lies_over_the_dimmed_wall(wall: Page, happens: Any) -> None:
    room, _ = narrated()
    room.does(ask.ShowIntervention(Intervention.FACTS_ONLY))
    words = happens(room)
    show(wall, room.view)
    expect(wall.locator(".flip-sheet .flip-large")).to_have_text(words)
    expect(wall.locator(".is-frozen .flip-main .line").first).to_be_visible()
    expect(wall.locator(".flip-ask")).to_have_count(0)


def test_after_the_meta_dialogue_the_wall_is_as_it_was_and_its_notes_are_gone(wall: Page) -> None:
    room, _ = narrated()
    show(wall, room.view)
    before = text(wall)
    _meta(room)
    show(wall, room.view)
    assert "We jump to rules." in wall.locator(".flip-sheet").inner_text()
    room.does(ask.EndMeta(Words("One person repeats before the next one speaks.")))
    show(wall, room.view)
    assert text(wall) == before


def test_a_silence_ends_by_itself(wall: Page) -> None:
    room, _ = narrated()
    room.does(ask.KeepSilence(5))
    view = room.view
    view["turns"]["silence_until"] = wall.evaluate("Date.now() + 600")
    show(wall, view)
    expect(wall.locator(".flip-sheet")).to_contain_text("Silence")
    expect(wall.locator(".flip-sheet")).to_have_count(0, timeout=5_000)


def test_a_call_waits_for_the_present_speaker_and_says_so(wall: Page) -> None:
    room, _ = narrated()
    room.does(ask.GiveWord(room.ash))
    room.does(ask.CallMeta(named=False))
    show(wall, room.view)
    assert "It begins after the present speaker." in wall.locator(".flip-ask").inner_text()
    expect(wall.locator(".flip-sheet")).to_have_count(0)


def test_which_way_next_stands_above_the_foot(wall: Page) -> None:
    room, _ = narrated()
    room.does(ask.MarkStrategy(Words("A second example, or the judgement first?")))
    show(wall, room.view)
    assert "A second example, or the judgement first?" in wall.locator(".flip-ask").inner_text()


def test_back_from_consensus_a_sentence_is_inserted_and_everything_but_the_positions_still_hangs(wall: Page) -> None:
    room, told = grown()
    switched(room, PlanOption.POSITIONS).moves_to(StageKey.CONSENSUS)
    rests = next(iter(room.state.statements))
    answer = room.does(ask.WordAnswer(Words("It is right to trust when we have seen what someone does."), (rests,)))
    room.doubts(rests, "Nobody could leave, but somebody could have been hurt.")
    room.does(ask.TakePosition(answer, Position.AGREE, owner=room.ash))
    show(wall, room.view)
    assert "1 of 1 have said privately where they stand." in text(wall)
    room.moves_to(StageKey.NARRATIVE)
    show(wall, room.view)
    findings = wall.locator(".finding").all_inner_texts()
    threads = wall.locator(".threads path").count()
    assert threads > len(findings) / 2
    room.does(ask.WriteSentence(Words("From where I stood I could see all eight."), after=told[2]))
    show(wall, room.view)
    labels = wall.locator(".wall-told .num").all_inner_texts()
    assert labels == ["1", "2", "3", "3a", "4", "5", "6", "7", "8", "9"]
    assert wall.locator(".finding").all_inner_texts() == findings
    assert wall.locator(".threads path").count() == threads
    expect(wall.locator(".doubt")).to_contain_text("somebody could have been hurt")
    room.moves_to(StageKey.CONSENSUS)
    show(wall, room.view)
    assert "privately" not in text(wall)
    assert "It is right to trust when we have seen what someone does." in text(wall)
    expect(wall.locator(".doubt")).to_have_count(1)
