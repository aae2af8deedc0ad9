"""The console: one input line for everything that is said, and everything for those who have no device."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from dialogue import commands as ask
from dialogue.vocabulary import Kind, OutcomeKind, PlanOption, Remainder, Role, SeatId, StageKey, Words
from sessions.pages.look import STATIC, content
from tests.browser.desks import Desk, line, press, say, settled, shows
from tests.browser.pages import site, watched
from tests.house.project import ROOT


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
    # The picture of the code comes from the server, which is not here.
    assert [error for error in errors if "404" not in error] == []


def narrated(desk: Desk) -> None:
    """Judgement, with three sentences of Ash's story."""
    desk.moves_to(StageKey.EXPERIENCES)
    (chosen,) = desk.tells("The missing file")
    desk.moves_to(StageKey.SELECTION)
    desk.does(ask.AskNarrator(chosen))
    desk.does(ask.AcceptNarrating(chosen))
    desk.moves_to(StageKey.NARRATIVE)
    for text in ("I counted the tools.", "One file was missing.", "I asked him first."):
        desk.does(ask.WriteSentence(Words(text)))
    desk.moves_to(StageKey.JUDGEMENT)


def test_the_opening_tells_how_to_join_and_takes_in_people_without_a_device(page: Page, desk: Desk) -> None:
    expect(page.locator(".join-code")).to_have_text("K7F4-M2QX")
    expect(page.locator(".console-main")).to_contain_text("192.0.2.7:8000/join")
    say(page, "Elm", "seat")
    expect(page.locator(".presence")).to_have_text("2 here, 2 by voice")
    page.locator(".console-main .list-row", has_text="Elm").get_by_role("button", name="says “I agree”").click()
    settled(page)
    assert desk.seen["group"]["agreed"] == 1
    press(page, "Close the door")
    settled(page)
    assert not desk.seen["door"]["open"]


FITS = """() => {
  const line = document.createElement("canvas").getContext("2d");
  const wide = (element, text) => {
    line.font = getComputedStyle(element).font;
    return line.measureText(text).width;
  };
  const kind = document.querySelector("#kind"), words = document.querySelector("#words");
  const arrow = 20, edges = parseFloat(getComputedStyle(kind).paddingLeft) * 2;
  return {
    kind: kind.clientWidth - edges - arrow - wide(kind, kind.selectedOptions[0].text),
    words: words.clientWidth - wide(words, words.placeholder),
  };
}"""


def _has_room(page: Page, kind: str) -> None:
    page.select_option("#kind", kind)
    left: dict[str, float] = page.evaluate(FITS)
    assert min(left.values()) >= 0, (kind, left)


def test_at_1280_px_the_line_has_room_for_titles(page: Page, desk: Desk) -> None:
    desk.moves_to(StageKey.EXPERIENCES)
    shows(page)
    _has_room(page, "title")


def test_at_1280_px_the_line_has_room_for_what_kind_of_statement_it_is(page: Page, desk: Desk) -> None:
    narrated(desk)
    shows(page)
    for kind in ("core_statement", "judgement", "reason"):
        _has_room(page, kind)


@pytest.mark.parametrize("panel", ["People", "Who comes in, Wi-Fi, cards"])
def test_heads_are_counted_in_one_place_of_the_screen(page: Page, panel: str) -> None:
    counted = page.get_by_label("People in the room")
    expect(counted).to_have_count(1)
    if panel == "People":
        page.locator(".presence").click()
    else:
        press(page, panel)
    expect(page.locator(".panel").get_by_label("People in the room")).to_have_count(1)
    expect(counted).to_have_count(1)


def test_a_title_needs_a_person_and_keeps_the_words_until_it_has_one(page: Page, desk: Desk) -> None:
    desk.moves_to(StageKey.EXPERIENCES)
    shows(page)
    page.fill("#words", "A late shift")
    page.press("#words", "Enter")
    expect(page.locator("#line-state")).to_contain_text("Choose who said it")
    assert page.input_value("#words") == "A late shift"
    assert desk.texts("experiences") == []
    say(page, "A late shift", by="Ash")
    assert desk.texts("experiences") == ["A late shift"]
    assert "Ash" not in page.locator(".console-main").inner_text(), "titles stand without their authors"


def test_a_text_over_the_limit_stays_in_the_line(page: Page, desk: Desk) -> None:
    page.select_option("#kind", "wording")
    page.fill("#words", "x" * 161)
    expect(page.locator("#words-count")).to_have_text("161 of 200")
    page.fill("#words", "x" * 201)
    page.press("#words", "Enter")
    expect(page.locator("#line-state")).to_contain_text("Shorten it to 200 characters")
    assert page.input_value("#words") == "x" * 201
    assert len(desk.texts("wordings")) == 1


def test_what_is_typed_survives_a_reload(page: Page) -> None:
    page.fill("#words", "half a thought")
    page.reload()
    expect(page.locator("#words")).to_have_value("half a thought")


def test_the_narrative_grows_by_insertion_and_correction_at_the_tapped_sentence(page: Page, desk: Desk) -> None:
    narrated(desk)
    desk.moves_to(StageKey.NARRATIVE)
    shows(page)
    line(page, 1).click()
    press(page, "Insert after 2")
    say(page, "Eight men were there.")
    line(page, 0).click()
    press(page, "Correct")
    assert page.input_value("#words") == "I counted the tools."
    say(page, "I counted the tools twice.")
    line(page, 3).click()
    press(page, "Heated point")
    settled(page)
    numbers = page.locator(".lines .num").all_inner_texts()
    assert numbers == ["1", "2", "2a", "3"]
    assert "I counted the tools twice." in desk.texts("sentences")
    expect(page.locator(".line.is-heated .num")).to_have_text("3")


def test_a_statement_rests_on_what_was_tapped(page: Page, desk: Desk) -> None:
    narrated(desk)
    shows(page)
    assert page.input_value("#kind") == "core_statement", "said first"
    page.select_option("#kind", "reason")
    page.fill("#words", "She knew him.")
    line(page, 0).click()
    line(page, 2).click()
    assert page.locator(".say .chip").all_inner_texts() == ["1", "3"]
    assert page.locator(".strip").count() == 0, "nothing opens while something is written"
    say(page, "She knew him.", by="Ash")
    (written,) = desk.seen["statements"].values()
    assert (written["kind"], len(written["rests_on"])) == ("reason", 2)
    assert page.locator(".say .chip").count() == 0
    page.get_by_role("button", name="Undo “Reason”").click()
    settled(page)
    assert desk.texts("statements") == []


def test_a_doubt_is_written_for_someone_and_closed_when_they_say_so(page: Page, desk: Desk) -> None:
    narrated(desk)
    reason = desk.writes(Kind.REASON, "She knew him.")
    shows(page)
    page.locator(".ladder .line-body").first.click()
    press(page, "Someone doubts it")
    say(page, "Did she?", by="Ash")
    (doubt,) = desk.seen["doubts"].values()
    assert (doubt["about"], doubt["open"], doubt.get("signature")) == (reason, True, None)
    page.locator(".doubts .line-body").click()
    press(page, "Ash says it is settled")
    settled(page)
    assert [known["open"] for known in desk.seen["doubts"].values()] == [False]


def test_what_the_server_refuses_goes_back_into_the_line(page: Page, desk: Desk) -> None:
    page.select_option("#kind", "seat")
    page.fill("#words", "Ash")
    page.press("#words", "Enter")
    expect(page.locator(".bar-news")).to_contain_text("Not accepted.")
    press(page, "Put it back into the line")
    assert page.input_value("#words") == "Ash"
    assert page.input_value("#kind") == "seat"
    expect(page.locator(".bar-news .banner")).to_have_count(0)
    say(page, "Ashley")
    assert desk.seen["group"]["people"] == 2


def test_next_asks_only_when_some_are_ready_and_others_are_not(page: Page, desk: Desk) -> None:
    birch = desk.joined("Birch")
    desk.moves_to(StageKey.EXPERIENCES)
    shows(page)
    page.get_by_role("button", name="Next: Choosing one").click()
    settled(page)
    assert desk.seen["course"]["stage"] == "selection"
    desk.moves_to(StageKey.EXPERIENCES)
    desk.does(ask.MarkReady(), birch)
    shows(page)
    page.get_by_role("button", name="Next: Choosing one").click()
    expect(page.locator(".asking")).to_contain_text("1 is not ready.")
    press(page, "Move anyway")
    expect(page.locator(".toast")).to_contain_text("Everyone moved to Choosing one.")
    press(page, "Undo")
    settled(page)
    assert desk.seen["course"]["stage"] == "experiences"


def test_next_asks_when_someone_has_not_agreed_or_no_experience_is_chosen(page: Page, desk: Desk) -> None:
    page.get_by_role("button", name="Next: Experiences").click()
    expect(page.locator(".asking")).to_contain_text("1 has not agreed to the rules yet.")
    press(page, "Stay")
    assert desk.seen["course"]["stage"] == "opening"
    desk.does(ask.AgreeToRules(owner=desk.ash))
    shows(page)
    page.get_by_role("button", name="Next: Experiences").click()
    page.get_by_role("button", name="Next: Choosing one").click()
    page.get_by_role("button", name="Next: Narrative").click()
    expect(page.locator(".asking")).to_contain_text("No experience is chosen yet.")
    press(page, "Move anyway")
    settled(page)
    assert desk.seen["course"]["stage"] == "narrative"


def test_a_move_that_was_undone_is_not_told_any_more(page: Page, desk: Desk) -> None:
    desk.moves_to(StageKey.EXPERIENCES)
    shows(page)
    page.get_by_role("button", name="Next: Choosing one").click()
    expect(page.locator(".toast")).to_contain_text("Everyone moved to Choosing one.")
    press(page, "Undo “Move to Choosing one”")
    settled(page)
    expect(page.locator(".toast")).to_have_count(0)


def test_back_goes_where_the_group_came_from_and_no_step_is_underlined_before_the_first(page: Page, desk: Desk) -> None:
    here = page.get_by_role("navigation", name="Steps").locator("[aria-current=step]")
    expect(here).to_have_count(0)
    desk.moves_to(StageKey.EXPERIENCES)
    shows(page)
    expect(here).to_have_text("Experiences")
    expect(page.get_by_role("button", name="Back: Opening")).to_be_visible()
    desk.moves_to(StageKey.QUESTION)
    shows(page)
    expect(here).to_have_text("Question")
    desk.moves_to(StageKey.EXPERIENCES)
    shows(page)
    page.get_by_role("button", name="Back: Question").click()
    settled(page)
    assert desk.seen["course"]["stage"] == "question"
    desk.moves_to(StageKey.JUDGEMENT)
    shows(page)
    expect(page.get_by_role("button", name="Back: Experiences")).to_be_visible()  # the nearest where they were


def test_who_said_it_is_chosen_anew_after_each_entry_and_at_each_stage(page: Page, desk: Desk) -> None:
    desk.moves_to(StageKey.EXPERIENCES)
    shows(page)
    chosen = page.locator("#voice option:checked")
    page.get_by_role("button", name="Write for Ash").click()
    press(page, "Write down what Ash says")
    expect(chosen).to_have_text("Ash")
    say(page, "A late shift")
    expect(chosen).to_have_text("Who?")
    press(page, "Write down what Ash says")
    expect(chosen).to_have_text("Ash")
    desk.moves_to(StageKey.JUDGEMENT)
    shows(page)
    expect(chosen).to_have_text("Said by …")
    page.select_option("#voice", label="Ash")
    page.reload()
    expect(chosen).to_have_text("Said by …")


def test_a_pile_of_cards_goes_from_person_to_person(page: Page, desk: Desk) -> None:
    elm = desk.does(ask.SeatSomeone(Words("Elm")))
    desk.moves_to(StageKey.EXPERIENCES)
    shows(page)
    page.get_by_role("button", name="Write for Ash").click()
    press(page, "Write down what Ash says")
    say(page, "A late shift")
    press(page, "Next: Elm")
    expect(page.locator("#voice option:checked")).to_have_text("Elm")
    say(page, "The second key")
    owners = [item.owner for item in desk.state.experiences.values()]
    assert owners[1:] == [SeatId(elm)]
    press(page.get_by_role("complementary", name="Only you see this"), "Close")
    expect(page.locator("#voice option:checked")).to_have_text("Who?")


def test_what_is_in_the_line_keeps_its_kind_when_the_group_moves(page: Page, desk: Desk) -> None:
    desk.moves_to(StageKey.SELECTION)
    shows(page)
    page.select_option("#kind", "title")
    page.fill("#words", "A late shift")
    page.select_option("#voice", label="Ash")
    desk.moves_to(StageKey.JUDGEMENT)
    shows(page)
    expect(page.locator("#words")).to_have_value("")
    expect(page.locator("#line-state")).to_contain_text("Kept as a draft: Title")
    page.reload()
    say(page, "She knew him.", "reason")
    assert desk.texts("statements") == ["She knew him."]
    desk.moves_to(StageKey.EXPERIENCES)
    shows(page)
    expect(page.locator("#words")).to_have_value("A late shift")
    page.press("#words", "Enter")
    settled(page)
    assert desk.texts("experiences") == ["A late shift"]


def test_a_kind_that_is_still_written_stays_with_its_words(page: Page, desk: Desk) -> None:
    narrated(desk)
    shows(page)
    page.select_option("#kind", "reason")
    page.fill("#words", "She knew him.")
    desk.moves_to(StageKey.PRINCIPLES)
    shows(page)
    expect(page.locator("#kind")).to_have_value("reason")
    expect(page.locator("#words")).to_have_value("She knew him.")


def test_proposing_says_what_comes_next_and_which_title_is_meant(page: Page, desk: Desk) -> None:
    desk.moves_to(StageKey.EXPERIENCES)
    desk.tells("The missing file")
    desk.moves_to(StageKey.SELECTION)
    shows(page)
    line(page, 0).click()
    press(page, "Propose this one …")
    expect(page.locator(".say .chip")).to_have_text("1")
    expect(page.locator("#words")).to_have_attribute("placeholder", "Why this one? Enter asks its teller")
    expect(page.locator(".wall-found")).to_contain_text("To propose: The missing file")
    press(page, "Ask its teller")
    settled(page)
    assert desk.state.asked == next(iter(desk.seen["experiences"]))


def test_ready_is_entered_only_where_the_plan_has_ready_marks(page: Page, desk: Desk) -> None:
    press(page, "Write for Ash")
    expect(page.locator(".panel").get_by_role("button", name="Hand up", exact=True)).to_be_visible()
    expect(page.locator(".panel").get_by_role("button", name="Ready", exact=True)).to_have_count(0)


def test_who_is_not_heard_is_told_once_someone_was_given_the_word(page: Page, desk: Desk) -> None:
    birch = desk.joined("Birch")
    narrated(desk)
    shows(page)
    expect(page.locator(".console-side")).not_to_contain_text("Not heard in this step")
    desk.does(ask.GiveWord(birch))
    shows(page)
    expect(page.locator(".console-side")).to_contain_text("Not heard in this step")


def test_links_that_were_tapped_are_set_when_the_group_moves_on(page: Page, desk: Desk) -> None:
    narrated(desk)
    judged = desk.writes(Kind.JUDGEMENT, "It was right.")
    shows(page)
    page.get_by_role("button", name="It was right.").click()
    press(page, "Rests on …")
    line(page, 1).click()
    page.get_by_role("button", name="Next: Principles").click()
    settled(page)
    assert desk.state.stage is StageKey.PRINCIPLES
    second = next(item.id for item in desk.state.sentences.values() if item.label == "2")
    assert desk.state.statements[judged].rests_on == (second,)


def test_a_doubt_under_the_heated_point_is_not_another_one(page: Page, desk: Desk) -> None:
    narrated(desk)
    heated = next(iter(desk.seen["sentences"]))
    desk.moves_to(StageKey.NARRATIVE)
    desk.does(ask.MarkHeatedPoint(heated))
    desk.doubts(heated, "All of them?")
    shows(page)
    ground = "(found) => getComputedStyle(found).backgroundColor"
    told, doubted = page.locator(".is-heated > .line-body"), page.locator(".is-heated .doubts .line-body")
    assert told.evaluate(ground) != doubted.evaluate(ground)
    assert doubted.evaluate("(found) => getComputedStyle(found).borderTopWidth") == "0px"


def test_before_anyone_is_here_the_door_is_what_to_see_to(page: Page, desk: Desk) -> None:
    desk.does(ask.CloseDoor())
    shows(page)
    expect(page.locator(".console-main")).to_contain_text("Those who are here stay.")
    desk.does(ask.RemoveSeat(desk.ash))
    shows(page)
    expect(page.locator(".console-main")).to_contain_text("The door is closed: nobody can join yet.")
    assert page.locator(".button-primary").all_inner_texts() == ["Open the door"]


def test_a_clicker_turns_the_stages_unless_someone_types_or_keys_are_off(page: Page, desk: Desk) -> None:
    desk.does(ask.AgreeToRules(owner=desk.ash))
    shows(page)
    page.keyboard.press("PageDown")
    expect(page.locator(".toast")).to_contain_text("Experiences")
    page.focus("#words")
    page.keyboard.press("PageDown")
    settled(page)
    assert desk.seen["course"]["stage"] == "experiences"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    press(page, "Switch shortcuts off")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("PageDown")
    settled(page)
    assert desk.seen["course"]["stage"] == "experiences"


def test_everything_a_phone_does_is_entered_for_someone_without_one(page: Page, desk: Desk) -> None:
    desk.does(ask.SwitchOption(PlanOption.READY_MARKS, on=True))
    desk.moves_to(StageKey.EXPERIENCES)
    (chosen,) = desk.tells("Forty minutes")
    shows(page)
    press(page, "Write for Ash")
    panel = page.locator(".panel")
    press(panel, "Ash says “I agree”")
    panel.get_by_label("Would rather not have it examined").check()
    settled(page)
    assert desk.state.experiences[chosen].not_for_examination
    panel.get_by_label("Would rather not have it examined").uncheck()
    press(panel, "Hand up")
    expect(page.locator(".names").first).to_contain_text("Ash")
    press(panel, "Ready")
    page.get_by_role("button", name="Next: Choosing one").click()
    panel.get_by_label("Forty minutes").check()
    press(panel, "Enter the marks")
    settled(page)
    assert desk.state.marks == {desk.ash: (chosen,)}
    line(page, 0).click()
    press(page, "Propose this one …")
    say(page, "Everyone knows it.")
    press(panel, "Will tell it")
    page.get_by_role("button", name="Next: Narrative").click()
    expect(page.locator("#kind")).to_have_value("sentence")
    say(page, "I promised to come back.")
    press(panel, "Approves the narrative as it stands")
    settled(page)
    assert (desk.seen["narrative"]["approved"], desk.seen["group"]["agreed"]) == (True, 1)


def test_whoever_has_not_answered_is_counted_by_where_they_sit(page: Page, desk: Desk) -> None:
    birch = desk.joined("Birch")
    desk.does(ask.TakeSeat(Words("Fern"), Role.PARTICIPANT, shared=True), SeatId(""))
    desk.moves_to(StageKey.CONSENSUS)
    outcome = desk.does(ask.ProposeOutcome(OutcomeKind.NOT_REACHED))
    shows(page)
    page.keyboard.press("Escape")
    page.get_by_role("button", name=re.compile("outcome")).first.click()
    panel = page.locator(".panel")
    expect(panel).to_contain_text("1 person with a device")
    expect(panel).to_contain_text("1 person at a shared computer")
    desk.does(ask.AnswerOutcome(outcome, confirms=True), birch)
    shows(page)
    expect(panel).not_to_contain_text("with a device")
    expect(panel).to_contain_text("1 person at a shared computer")


def test_how_many_have_marked_is_said_before_the_marks_are_shown(page: Page, desk: Desk) -> None:
    birch = desk.joined("Birch")
    desk.moves_to(StageKey.EXPERIENCES)
    (title,) = desk.tells("A late shift")
    desk.moves_to(StageKey.SELECTION)
    shows(page)
    expect(page.locator(".console-main")).to_contain_text("0 of 2 have marked something.")
    desk.does(ask.MarkExperiences((title,)), birch)
    shows(page)
    expect(page.locator(".console-main")).to_contain_text("1 of 2 has marked something.")
    assert "Birch" not in str(desk.seen["selection"])
    desk.does(ask.MarkExperiences(()), birch)
    shows(page)
    expect(page.locator(".console-main")).to_contain_text("0 of 2 have marked something.")
    desk.does(ask.ShowMarks())
    assert desk.seen["leading"]["marked"] == 0


def test_the_outcome_is_confirmed_by_voice_and_recorded_as_the_group_left_it(page: Page, desk: Desk) -> None:
    narrated(desk)
    desk.joined("Birch")
    desk.moves_to(StageKey.CONSENSUS)
    answer = desk.does(ask.WordAnswer(Words("When we have seen it.")))
    desk.does(ask.VoiceRemainder(Remainder.DISSENT, answer, Words("Not for me."), owner=desk.ash))
    shows(page)
    press(page, "Propose an outcome")
    assert page.locator("#outcome-consensus").is_disabled(), "a dissent stands beside the answer"
    color = "(found) => getComputedStyle(found).color"
    assert len({page.locator(f"label[for=outcome-{kind}]").evaluate(color) for kind in ("consensus", "open")}) == 2
    page.check("#outcome-open")
    page.fill("#dividing", "Must he know?")
    press(page, "Propose it to the group")
    expect(page.locator(".panel")).to_contain_text("0 of 2 in the room have answered.")
    expect(page.locator(".panel")).to_contain_text("1 person with a device")
    press(page, "Enter it for Ash")
    press(page, "Confirms")
    settled(page)
    press(page, "Close")
    press(page, "Go on with the outcome")
    assert page.get_by_role("button", name="Enter it for Ash").count() == 0
    press(page, "Record the outcome")
    press(page, "Record it as open")
    settled(page)
    (outcome,) = desk.seen["outcomes"].values()
    assert (outcome["kind"], outcome["state"], outcome["text"]) == (OutcomeKind.OPEN, "settled", "Must he know?")


def test_an_evaluation_on_paper_is_entered_once_and_the_dialogue_closed_after_asking(page: Page, desk: Desk) -> None:
    desk.moves_to(StageKey.EVALUATION)
    shows(page)
    press(page, "to evaluate, on paper")
    page.get_by_role("radio", name="8").check()
    press(page, "Enter the form")
    expect(page.locator(".panel")).to_contain_text("Entered.")
    assert desk.seen["group"]["evaluated"] == 1
    page.get_by_role("button", name="Next: Closing").click()
    settled(page)
    press(page, "Close the dialogue")
    assert not desk.seen["course"]["closed"]
    page.locator(".asking").get_by_role("button", name="Close the dialogue").click()
    expect(page.get_by_role("link", name="Read the archive")).to_be_visible()
    assert desk.seen["course"]["closed"]


def test_a_seat_is_removed_only_after_asking(page: Page, desk: Desk) -> None:
    desk.joined("Birch")
    shows(page)
    page.locator(".presence").click()
    page.locator(".panel").get_by_role("button", name="Birch").click()
    press(page, "Remove")
    page.locator(".asking").get_by_role("button", name="Not yet").click()
    assert desk.seen["group"]["people"] == 2
    press(page, "Remove")
    page.locator(".asking").get_by_role("button", name="Remove", exact=True).click()
    settled(page)
    assert desk.seen["group"]["people"] == 1


@pytest.mark.parametrize("width", [390, 800, 1280, 1920])
def test_nothing_runs_out_of_the_window(browser: Browser, address: str, desk: Desk, width: int) -> None:
    narrated(desk)
    desk.writes(Kind.REASON, "She could answer for it if she was wrong: nobody could leave.")
    opened = desk.opened(browser, address, width)
    assert opened.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    if width < 1100:
        press(opened, "Hands and prompts")
        assert opened.locator(".console-main").is_hidden()
        assert opened.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    opened.close()


def test_the_page_weighs_little() -> None:
    sheets = [f"css/{name}.css" for name in ("tokens", "base", "layout", "components", "print", "console")]
    scripts = ["js/console/main.js", "js/console/panels/index.js"]
    theirs = [path.relative_to(STATIC).as_posix() for path in sorted((STATIC / "vendor").rglob("*.*s*"))]
    files = [content(STATIC / name) for name in (*sheets, *scripts, *theirs) if name.endswith((".js", ".css", ".svg"))]
    files.append((ROOT / "templates" / "console.html").read_bytes())
    assert len(theirs) >= 3
    assert sum(len(gzip.compress(file, 9)) for file in files) <= 110 * 1024
