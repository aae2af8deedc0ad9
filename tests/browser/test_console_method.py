"""The whole method at the console: all that whoever leads a dialogue needs, asked by what is on the screen."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from dialogue import commands as ask
from dialogue.state.items import Sentence
from dialogue.vocabulary import (
    HandReason,
    Intervention,
    ItemId,
    Kind,
    Level,
    Matter,
    PlanOption,
    Position,
    StageKey,
    TestResult,
    Words,
)
from tests.browser.desks import Desk, line, press, say, settled, shows
from tests.browser.pages import site, watched


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with site(console=("console.html", {"dialogue": "d1", "title": "Trust", "address": "192.0.2.7:8000"})) as found:
        yield found


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def page(browser: Browser, address: str, desk: Desk) -> Iterator[Page]:
    opened = desk.opened(browser, address)
    errors = watched(opened)
    yield opened
    opened.close()
    assert [error for error in errors if "404" not in error] == []


def narrated(desk: Desk, *options: PlanOption) -> list[ItemId]:
    """The narrative, with three sentences of Ash's story."""
    for option in options:
        desk.does(ask.SwitchOption(option, True))
    desk.does(ask.AgreeToRules(owner=desk.ash))
    desk.moves_to(StageKey.EXPERIENCES)
    chosen, *_ = desk.tells("The missing file", "Forty minutes", "A key on the table")
    desk.moves_to(StageKey.SELECTION)
    desk.does(ask.AskNarrator(chosen))
    desk.does(ask.AcceptNarrating(chosen))
    desk.moves_to(StageKey.NARRATIVE)
    return [
        desk.does(ask.WriteSentence(Words(text)))
        for text in ("I counted the tools.", "One file was missing.", "I asked him first.")
    ]


def answered(desk: Desk, *options: PlanOption) -> ItemId:
    """Consensus, with an answer in a first wording."""
    narrated(desk, *options)
    desk.moves_to(StageKey.CONSENSUS)
    return desk.does(ask.WordAnswer(Words("When we know him.")))


def sentences(desk: Desk) -> dict[str, Sentence]:
    return {known.text: known for known in desk.state.sentences.values() if known.up}


def test_wordings_are_compared_and_one_is_chosen_with_a_reason(page: Page, desk: Desk) -> None:
    desk.does(ask.WordQuestion(Words("When is it right to trust a prisoner?"), owner=desk.ash))
    desk.moves_to(StageKey.QUESTION)
    shows(page)
    compared = page.locator(".compared")
    assert compared.locator("del").all_inner_texts() == ["trust?"]
    assert compared.locator("ins").all_inner_texts() == ["trust a prisoner?"]
    line(page, 1).click()
    press(page, "… and say why")
    say(page, "Everyone has met one.")
    assert desk.state.question == list(desk.state.wordings)[1]
    expect(page.locator(".console-main")).to_contain_text("Chosen because: Everyone has met one.")
    press(page, "Work on wording 1")
    settled(page)
    assert desk.state.question == next(iter(desk.state.wordings))


def test_only_those_who_lead_see_how_many_have_lived_it(page: Page, desk: Desk) -> None:
    desk.joined("Birch")
    shows(page)
    expect(page.locator(".console-side")).not_to_contain_text("have an experience")  # nobody can have said so yet
    desk.moves_to(StageKey.QUESTION)
    shows(page)
    expect(page.locator(".console-side")).to_contain_text("0 of 2 have an experience for this wording.")
    press(page, "Write for Ash")
    press(page, "Has one")
    settled(page)
    press(page, "Close")
    expect(page.locator(".console-side")).to_contain_text("1 of 2 has an experience for this wording.")


def test_quiet_writing_is_counted_and_shown_together_after_asking(page: Page, desk: Desk) -> None:
    desk.does(ask.SwitchOption(PlanOption.QUIET_WRITING, True))
    desk.moves_to(StageKey.EXPERIENCES)
    shows(page)
    press(page, "Begin quiet writing")
    settled(page)
    desk.tells("A late shift")
    shows(page)
    expect(page.locator(".console-news")).to_contain_text("1 entry is written. Only its author sees it.")
    assert "A late shift" not in page.locator(".console-main").inner_text()
    press(page, "Show all together")
    assert desk.state.quiet, "it asks first"
    press(page.locator(".asking"), "Show all together")
    settled(page)
    expect(page.locator(".console-main")).to_contain_text("A late shift")


def test_moving_on_tells_that_it_shows_what_was_written_quietly(page: Page, desk: Desk) -> None:
    desk.does(ask.SwitchOption(PlanOption.QUIET_WRITING, True))
    desk.moves_to(StageKey.EXPERIENCES)
    desk.does(ask.BeginQuietWriting())
    shows(page)
    page.get_by_role("button", name="Next: Choosing one").click()
    expect(page.locator(".asking")).to_contain_text("The group still writes quietly; moving on shows all of it.")


def test_an_account_is_typed_for_someone_and_read_at_the_title(page: Page, desk: Desk) -> None:
    desk.does(ask.SwitchOption(PlanOption.ACCOUNTS, True))
    desk.moves_to(StageKey.EXPERIENCES)
    desk.tells("A late shift")
    shows(page)
    press(page, "Write for Ash")
    panel = page.locator(".panel")
    expect(panel).to_contain_text("Duty.")  # the limits of confidentiality stand beside the field
    panel.get_by_label("Account, if they want one typed").fill("It was after ten.\nNobody came.")
    press(panel, "Keep the account")
    settled(page)
    line(page, 0).click()
    press(page, "Read the account")
    expect(page.locator(".panel")).to_contain_text("It was after ten.")


def test_reasons_appear_with_the_marks_and_not_before(page: Page, desk: Desk) -> None:
    desk.moves_to(StageKey.EXPERIENCES)
    desk.tells("A late shift")
    desk.moves_to(StageKey.SELECTION)
    shows(page)
    page.select_option("#kind", "choice_reason")
    line(page, 0).click()
    say(page, "I know that corridor.", by="Ash")
    assert "I know that corridor." not in page.locator(".console-main").inner_text()
    press(page, "Show the marks")
    press(page.locator(".asking"), "Show the marks")
    expect(page.locator(".console-main")).to_contain_text("I know that corridor.")


def test_a_fact_is_asked_and_its_answer_inserted_where_it_belongs(page: Page, desk: Desk) -> None:
    narrated(desk)
    shows(page)
    line(page, 1).click()
    press(page, "Ask for a fact")
    say(page, "Which file?")
    page.locator(".line-body", has_text="Which file?").click()
    press(page, "Answer")
    expect(page.locator("#words")).to_have_attribute(
        "placeholder", "In the narrator's words … tap the sentence it belongs after"
    )
    expect(page.locator(".say .chip")).to_have_text("after 2")
    page.fill("#words", "The long one.")
    line(page, 0).click()
    expect(page.locator(".say .chip")).to_have_text("after 1")
    page.press("#words", "Enter")
    settled(page)
    assert sentences(desk)["The long one."].label == "1a"
    expect(page.locator(".wall-asked")).to_have_count(0)


def test_sentences_are_approved_one_by_one_and_a_scribe_is_named(page: Page, desk: Desk) -> None:
    narrated(desk)
    birch = desk.joined("Birch")
    shows(page)
    expect(page.locator(".console-side")).to_contain_text("Not yet approved by the narrator: sentences 1, 2, 3")
    line(page, 1).click()
    press(page, "The narrator approves it")
    settled(page)
    expect(page.locator(".console-side")).to_contain_text("sentences 1, 3")
    page.locator(".presence").click()
    page.locator(".panel").get_by_role("button", name="Birch").click()
    press(page, "Writes the narrative down")
    settled(page)
    assert desk.state.scribe == birch
    press(page, "Close")
    expect(page.locator(".console-side")).to_contain_text("Birch writes it down.")


def test_pointing_is_entered_for_someone_and_shown_after_asking(page: Page, desk: Desk) -> None:
    told = narrated(desk, PlanOption.POINTING)
    shows(page)
    press(page, "to point at sentences")
    page.locator(".panel").get_by_label("I asked him first.").check()
    press(page, "Enter the pointing")
    settled(page)
    assert desk.state.pointing == {desk.ash: (told[2],)}
    press(page, "Close")
    expect(page.locator(".console-side")).to_contain_text("1 of 1 has pointed.")
    press(page, "Show the pointing")
    assert not desk.state.pointing_shown
    press(page, "Show them")
    expect(page.locator(".line", has_text="I asked him first.")).to_contain_text("points to an answer")


def test_who_still_doubts_is_asked_aloud_and_taken_from_the_wall(page: Page, desk: Desk) -> None:
    answer = answered(desk)
    shows(page)
    expect(page.locator(".console-side")).to_contain_text("Not asked aloud about this wording yet.")
    press(page, "Ask aloud: who still doubts?")
    expect(page.locator(".console-news")).to_contain_text("On the wall: “Who still doubts?”")
    assert (desk.state.intervention is not None, desk.state.asked_aloud) == (True, answer)
    expect(page.locator(".console-side")).to_contain_text("Asked aloud about this wording.")
    press(page, "Take it away")
    settled(page)
    assert desk.state.intervention is None


def test_the_answer_is_tested_on_the_other_experiences(page: Page, desk: Desk) -> None:
    answer = answered(desk, PlanOption.TESTS)
    shows(page)
    table = page.locator(".tests")
    assert table.locator("tbody tr").count() == 2, "not on the one it came from"
    press(table, "Test on 2")
    panel = page.locator(".panel")
    panel.get_by_label("does not hold").check()
    panel.get_by_label("a counterexample").check()
    panel.get_by_label("Note, if wanted").fill("She knew him too.")
    press(panel, "Write it down")
    expect(table).to_contain_text("does not hold: a counterexample")
    expect(table).to_contain_text("She knew him too.")
    (test,) = desk.state.tests.values()
    assert (test.answer, test.result, test.matter) == (answer, TestResult.DOES_NOT_HOLD, Matter.COUNTEREXAMPLE)
    desk.does(ask.WordAnswer(Words("When we know him well.")))
    shows(page)
    expect(table).to_contain_text("not tested again; before: does not hold")


def test_a_new_wording_shows_what_it_changed(page: Page, desk: Desk) -> None:
    answered(desk)
    desk.does(ask.WordAnswer(Words("When we know him well.")))
    shows(page)
    compared = page.locator(".compared")
    assert compared.locator("del").all_inner_texts() == ["him."]
    assert compared.locator("ins").all_inner_texts() == ["him well."]


def test_a_position_needs_words_and_is_shown_only_after_asking(page: Page, desk: Desk) -> None:
    answered(desk, PlanOption.POSITIONS)
    birch = desk.joined("Birch")
    shows(page)
    expect(page.locator(".console-side")).to_contain_text("0 of 2 have taken a position on “Our answer”.")
    press(page, "to take a position")
    panel = page.locator(".panel")
    panel.get_by_label("Agrees, with a reservation").check()
    press(panel, "Enter the position")
    expect(panel).to_contain_text("Write what they say: it is shown in their words.")
    assert desk.state.positions == {}
    panel.get_by_label("In their words").fill("Not with tools.")
    press(panel, "Enter the position")
    settled(page)
    assert desk.state.positions[desk.ash].position is Position.AGREE_WITH_RESERVATION
    assert "Not with tools." not in page.inner_text("body"), "sealed until all are shown"
    press(panel, "Close")
    press(page, "Show the positions")
    expect(page.locator(".asking")).to_contain_text("1 person has not taken one.")
    press(page.locator(".asking"), "Show the positions")
    expect(page.locator(".wall-more").last).to_contain_text("Not with tools.")
    assert birch not in desk.state.positions


def test_a_called_talk_begins_after_the_speaker_and_ends_where_the_group_was(page: Page, desk: Desk) -> None:
    birch = desk.joined("Birch")
    narrated(desk)
    desk.does(ask.GiveWord(birch))
    desk.does(ask.CallMeta(), birch)
    shows(page)
    news = page.locator(".console-news")
    expect(news).to_contain_text("A talk about how we work together is called. It begins after the present speaker.")
    page.fill("#words", "half a sentence")
    press(news, "The speaker has finished")
    expect(page.locator("#meta-head")).to_have_text("We talk about how we are talking")
    expect(page.locator(".meta-talk")).to_contain_text("Called without a name.")
    expect(page.locator("#line-state")).to_contain_text("Kept as a draft: Sentence")
    expect(page.locator(".kept-place")).to_contain_text("I counted the tools.")
    assert page.get_by_role("button", name="Next: Judgement").count() == 0, "the stage can't move meanwhile"
    say(page, "We interrupt each other.")
    expect(page.locator(".meta-talk")).to_contain_text("We interrupt each other.")
    page.select_option("#chair", label="Birch")
    settled(page)
    press(page, "Resume where we were")
    expect(page.locator("#change-problem")).to_be_visible()
    page.fill("#change", "One at a time.")
    page.get_by_label("The notes may leave the room").check()
    press(page, "Resume where we were")
    expect(page.locator("#words")).to_have_value("half a sentence")
    (meta,) = desk.state.metas.values()
    assert (meta.text, meta.shared, meta.chair) == ("One at a time.", True, birch)
    assert (desk.state.level, desk.seen["course"]["stage"]) == (Level.CONTENT, "narrative")


def test_the_pause_button_calls_it_in_the_name_of_whoever_leads(page: Page, desk: Desk) -> None:
    narrated(desk)
    shows(page)
    press(page, "Pause: how we talk")
    expect(page.locator(".meta-talk")).to_contain_text("Called by Facilitator.")


def test_somebody_without_a_device_calls_it_without_a_name(page: Page, desk: Desk) -> None:
    narrated(desk)
    shows(page)
    press(page, "Write for Ash")
    press(page, "Calls a talk about how we work together")
    press(page.locator(".asking"), "Without a name")
    expect(page.locator(".meta-talk")).to_contain_text("Called without a name.")


def test_strategy_is_marked_in_the_line_and_left_again(page: Page, desk: Desk) -> None:
    narrated(desk)
    shows(page)
    say(page, "First the facts, then the judgement.", "strategy")
    expect(page.locator(".console-news")).to_contain_text("Which way next: First the facts, then the judgement.")
    press(page, "Back to the matter")
    settled(page)
    assert desk.state.level is Level.CONTENT


def test_rounds_silence_and_the_end_of_a_turn(page: Page, desk: Desk) -> None:
    birch = desk.joined("Birch")
    desk.moves_to(StageKey.EXPERIENCES)
    desk.does(ask.RaiseHand(HandReason.LOST_THREAD), birch)
    shows(page)
    press(page, "Give Birch the word")
    press(page, "Has finished")
    settled(page)
    assert desk.state.speaker is None
    press(page, "Start a round")
    expect(page.locator(".console-side")).to_contain_text("A round goes on: 2 people are left.")
    press(page, "Ash passes")
    expect(page.locator(".console-side")).to_contain_text("A round goes on: 1 person is left.")
    press(page, "End the round")
    settled(page)
    assert desk.state.round is None
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("s")
    settled(page)
    assert desk.state.silence_until is not None


def test_a_private_note_is_for_those_who_lead_until_it_is_read(page: Page, desk: Desk) -> None:
    birch = desk.joined("Birch")
    desk.does(ask.SendNote(Words("Not while he looks.")), birch)
    shows(page)
    side = page.locator(".console-side")
    expect(side).to_contain_text("Not while he looks.")
    assert "Birch" not in side.locator("section", has_text="For you alone").inner_text()
    press(side, "Read")
    expect(side).not_to_contain_text("Not while he looks.")
    assert all(note.read for note in desk.state.notes.values())


def test_slips_are_made_entered_found_and_taken_back(page: Page, desk: Desk) -> None:
    desk.moves_to(StageKey.EXPERIENCES)
    shows(page)
    page.locator(".presence").click()
    press(page, "Paper slips")
    page.fill("#slip-count", "0")
    press(page, "Make them and print")
    expect(page.locator(".panel")).to_contain_text("Say how many: 1 to 60 in one dialogue.")
    page.fill("#slip-count", "2")
    with page.expect_popup() as sheet:
        press(page, "Make them and print")
    sheet.value.close()
    expect(page.locator(".panel")).to_contain_text("2 slips are made.")
    say(page, "The letter I did not open", by="slip 4701")
    assert desk.seen["group"]["people"] == 1, "nobody counts a slip"
    page.fill("#slip-number", "1")
    press(page, "Find its words")
    expect(page.locator(".panel")).to_contain_text("There is no slip with that number.")
    page.fill("#slip-number", "4701")
    press(page, "Find its words")
    expect(page.locator("#panel-head")).to_have_text("Slip 4701")
    page.select_option("#claimer", label="Ash")
    press(page, "It is theirs")
    expect(page.locator("#panel-head")).to_have_text("Ash")
    expect(page.locator(".panel")).to_contain_text("The letter I did not open")
    press(page.locator(".panel"), "Withdraw")
    press(page.locator(".asking"), "Withdraw")
    settled(page)
    assert desk.texts("experiences") == []


def test_options_are_switched_in_the_room_and_a_sitting_ends_and_begins(page: Page, desk: Desk) -> None:
    desk.moves_to(StageKey.EXPERIENCES)
    shows(page)
    press(page, "More")
    press(page, "Options and sittings")
    page.get_by_label("Testing the answer on the other experiences").check()
    settled(page)
    assert PlanOption.TESTS in desk.state.options
    press(page, "End the sitting")
    press(page.locator(".asking"), "End the sitting")
    expect(page.locator(".console-news")).to_contain_text("The dialogue rests until the next sitting.")
    expect(page.locator(".say-none")).to_have_text("Nothing is written here now.")
    press(page.locator(".console-news"), "Begin the next sitting")
    expect(page.locator("#words")).to_be_visible()
    assert (desk.state.sitting, desk.state.resting) == (2, False)


def test_what_a_method_lives_from_is_locked(page: Page, desk: Desk) -> None:
    view = desk.seen
    view["about"]["central"] = {"tests": True}
    page.route("**/room", lambda route: _with(route, view))
    shows(page)
    press(page, "More")
    press(page, "Options and sittings")
    expect(page.get_by_label("Testing the answer on the other experiences")).to_be_disabled()


def _with(route: Route, view: dict[str, object]) -> None:
    answer = route.request.method
    assert answer == "GET"
    me = {"seat": {"id": "lead", "role": "facilitator"}, "own": {}, "written_for": {}}
    route.fulfill(body=json.dumps({"view": view, "me": me, "presence": {}}), content_type="application/json")


def test_sheets_without_a_name_are_entered_until_there_is_one_for_each(page: Page, desk: Desk) -> None:
    desk.does(ask.SwitchOption(PlanOption.FIVE_ITEM_EVALUATION, True))
    desk.moves_to(StageKey.EVALUATION)
    shows(page)
    press(page, "Enter a paper sheet")
    panel = page.locator(".panel")
    expect(panel.locator(".paper-scale")).to_have_count(5)
    panel.get_by_role("group", name="Open questions were asked.").get_by_role("radio", name="4").check()
    press(panel, "Enter the sheet")
    expect(panel).to_contain_text("As many sheets are entered as there are people without a device.")
    assert desk.state.evaluated == {desk.ash}


def test_the_facilitators_own_form_is_kept_and_shown_again(page: Page, desk: Desk) -> None:
    desk.moves_to(StageKey.EVALUATION)
    shows(page)
    press(page, "Your own form")
    page.get_by_role("group", name="People could speak freely.").get_by_role("radio", name="3").check()
    press(page, "Keep my answers")
    press(page, "Your own form: answered")
    expect(page.get_by_role("group", name="People could speak freely.").get_by_role("radio", name="3")).to_be_checked()


def test_an_older_action_is_taken_back_by_its_name(page: Page, desk: Desk) -> None:
    narrated(desk)
    desk.moves_to(StageKey.JUDGEMENT)
    desk.writes(Kind.REASON, "She knew him.")
    desk.writes(Kind.REASON, "He had shown it.")
    shows(page)
    page.keyboard.press("l")
    press(page, "Undo “Reason: She knew him.”")
    settled(page)
    assert desk.texts("statements") == ["He had shown it."]


def test_a_phrase_is_put_on_the_wall_as_what_it_is(page: Page, desk: Desk) -> None:
    narrated(desk)
    shows(page)
    press(page, "Show on the wall: Only questions about facts now.")
    settled(page)
    assert desk.state.intervention is not None
    assert desk.state.intervention.key is Intervention.FACTS_ONLY
    say(page, "Where exactly?", "on_the_wall")
    assert desk.state.intervention.text == "Where exactly?"


def test_guidance_opens_by_its_key(page: Page, desk: Desk) -> None:
    narrated(desk)
    shows(page)
    page.keyboard.press("g")
    expect(page.locator("#panel-head")).to_have_text("Guidance: Narrative")


def test_refused_words_say_why_and_stay(page: Page, desk: Desk) -> None:
    answered(desk)
    shows(page)
    page.select_option("#kind", "answer")
    page.fill("#words", "When we know him well.")
    desk.does(ask.EndSitting())
    page.press("#words", "Enter")
    expect(page.locator(".bar-news")).to_contain_text("The group rests until its next sitting. Your text is kept.")
    expect(page.locator(".bar-news")).to_contain_text("When we know him well.")
