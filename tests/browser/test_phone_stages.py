"""What a phone does at each stage of the method: privately first, and never without saying who will see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, expect

from dialogue import commands as ask
from dialogue.vocabulary import ItemId, Kind, PlanOption, Position, Words
from tests.browser.phones import Phone, held, phone_page, told
from tests.cast import Person, Room

ANSWER = "When we have seen what someone does."
NEWER = "When we have seen, and said, what someone does."


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with phone_page() as found:
        yield found


@pytest.fixture
def room() -> Room:
    return Room()


@pytest.fixture
def alice(browser: Browser, address: str, room: Room) -> Iterator[Phone]:
    """Alice's phone; she has agreed."""
    person = room.participant("Alice")
    person.agrees()
    yield from held(browser, address, person)


@pytest.fixture
def bob(room: Room) -> Person:
    return room.participant("Bob")


def answered(room: Room, narrator: Person) -> ItemId:
    """Goes on to an answer that rests on a judgement."""
    sentences = told(room, narrator)
    room.facilitator.moves_to("judgement")
    judgement = room.facilitator.writes_for(narrator, "judgement", "It was right to ask.", sentences[1])
    room.facilitator.moves_to("consensus")
    return room.facilitator.words_answer(ANSWER, judgement)


def test_having_lived_it_is_said_privately_and_taken_back(alice: Phone, room: Room) -> None:
    room.facilitator.moves_to("question")
    wording = room.state.question
    assert wording is not None
    button = alice.looks().page.get_by_role("button", name="I have an experience for this")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    alice.person.asks(ask.MarkHasExperience(wording))
    alice.looks()
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    assert [(one["type"], one["data"]["has"]) for one in alice.asked] == [
        ("mark_has_experience", True),
        ("mark_has_experience", False),
    ]


def test_only_what_was_sent_is_said_to_be_on_the_wall(alice: Phone, room: Room) -> None:
    room.facilitator.moves_to("experiences")
    heading = alice.page.locator("main h2[data-heading]").first
    waits = {"id": "1", "type": "tell_experience", "data": {"title": "The missing file"}, "status": "waiting"}
    alice.items = [waits]
    alice.looks(connection="offline", lostSince=1)
    assert "The missing file" in alice.text
    expect(heading).to_have_text("Yours, without your name")
    alice.items = []
    title = alice.person.tells("The missing file")
    alice.looks(connection="connected", lostSince=None)
    expect(heading).to_have_text("Yours, on the wall without your name")
    alice.items = [{**waits, "data": {"title": "A second one"}}]
    alice.looks()
    expect(heading).to_have_text("Yours, without your name")
    alice.items = []
    room.facilitator.parks(title)
    alice.looks()
    expect(heading).to_have_text("Yours, without your name")


def test_a_question_that_the_wall_shows_later_is_not_put_on_it(alice: Phone, room: Room) -> None:
    alice.looks().taps("Suggest a question")
    assert alice.page.get_by_role("button", name="Put it on the wall").count() == 0
    assert "at the step of the question" in alice.text
    alice.writes("question", "When is it right to trust?").taps("Send it")
    room.facilitator.moves_to("question")
    alice.looks().taps("Suggest a question")
    expect(alice.page.get_by_role("button", name="Put it on the wall")).to_be_visible()


def test_an_account_is_asked_for_only_where_the_plan_has_it(alice: Phone, room: Room) -> None:
    room.facilitator.moves_to("experiences")
    alice.looks().writes("title", "The missing file").writes("account", "I counted.\nOne was missing.")
    alice.taps("Put it on the wall")
    expect(alice.page.locator("#account")).to_have_value("")
    data = {"title": "The missing file", "not_for_examination": False, "account": "I counted.\nOne was missing."}
    assert alice.asked == [{"type": "tell_experience", "data": data}]
    room.facilitator.asks(ask.SwitchOption(PlanOption("accounts"), False))
    alice.looks()
    expect(alice.page.locator("#account")).to_have_count(0)


def test_whoever_chooses_can_read_what_was_typed(alice: Phone, room: Room, bob: Person) -> None:
    room.facilitator.moves_to("experiences")
    bob.asks(ask.TellExperience(Words("The corridor"), False, None, Words("He stood there.\nI went on.")))
    bob.tells("The first week")
    room.facilitator.moves_to("selection")
    alice.looks()
    expect(alice.page.locator("summary")).to_have_count(1)
    assert "He stood there." not in alice.text
    alice.page.locator("summary").click()
    assert "He stood there." in alice.text


def test_while_all_write_quietly_only_ones_own_words_are_there(alice: Phone, room: Room, bob: Person) -> None:
    room.facilitator.moves_to("experiences")
    room.facilitator.asks(ask.BeginQuietWriting())
    bob.tells("The corridor")
    alice.person.tells("The missing file")
    alice.looks()
    assert "1 text by others is there." in alice.text
    assert "Saved. Hidden until all is shown." in alice.text
    assert "The missing file" in alice.text
    assert "The corridor" not in alice.text
    room.facilitator.asks(ask.ShowQuietWriting())
    alice.looks()
    assert "Hidden until all is shown" not in alice.text


def test_a_reason_goes_with_one_of_the_marks(alice: Phone, room: Room, bob: Person) -> None:
    room.facilitator.moves_to("experiences")
    first, second = bob.tells("One"), bob.tells("Two")
    room.facilitator.moves_to("selection")
    alice.looks()
    expect(alice.page.get_by_role("button", name="Say why, for one of them")).to_have_count(0)
    alice.person.marks(first, second)
    alice.looks().taps("Say why, for one of them")
    alice.page.get_by_role("radio", name="Two").check()
    alice.writes("choice-reason", "I have stood there.").taps("Send it")
    expect(alice.page.locator("#choice-reason")).to_have_count(0)
    data = {"experience": second, "text": "I have stood there."}
    assert alice.asked == [{"type": "give_choice_reason", "data": data}]


def test_marks_are_shown_with_their_reasons_and_without_a_number(alice: Phone, room: Room, bob: Person) -> None:
    room.facilitator.moves_to("experiences")
    first, second = bob.tells("One"), bob.tells("Two")
    bob.tells("Three")
    room.facilitator.moves_to("selection")
    for person in (alice.person, bob):
        person.marks(first, second)
    bob.asks(ask.GiveChoiceReason(second, Words("I have stood there.")))
    room.facilitator.shows_marks()
    alice.looks()
    titles = alice.page.locator("main .words").all_inner_texts()
    assert titles == ["One", "Two"]
    assert "I have stood there." in alice.text
    assert "2" not in alice.text


def test_a_fact_is_asked_for_unsigned_and_about_a_sentence(alice: Phone, room: Room, bob: Person) -> None:
    sentences = told(room, bob)
    alice.looks().taps("Ask for a fact").writes("fact", "Who else was there?")
    alice.page.select_option("#fact-about", label="2 One was missing.")
    alice.taps("Ask it")
    expect(alice.page.get_by_role("heading", name="Listen")).to_be_visible()
    data = {"text": "Who else was there?", "signed": False, "about": sentences[1]}
    assert alice.asked == [{"type": "ask_fact", "data": data}]
    alice.person.asks(ask.AskFact(Words("Who else was there?"), sentences[1]))
    alice.looks()
    assert "Not answered yet." in alice.text


def test_the_narrator_answers_with_a_sentence_that_follows_what_was_asked(
    alice: Phone, room: Room, bob: Person
) -> None:
    sentences = told(room, alice.person)
    asked = bob.asks(ask.AskFact(Words("Who else was there?"), sentences[0]))
    alice.looks().taps("Answer").writes("fact-answer", "Nobody else.").taps("Write it down")
    expect(alice.page.locator("#fact-answer")).to_have_count(0)
    data = {"clarification": asked, "text": "Nobody else.", "after": sentences[0]}
    assert alice.asked == [{"type": "answer_fact", "data": data}]


def test_the_narrator_approves_one_sentence_or_all(alice: Phone, room: Room) -> None:
    sentences = told(room, alice.person)
    alice.looks()
    alice.page.get_by_role("button", name="One was missing.").click()
    alice.taps("This sentence is right as it stands").taps("This is how it was")
    assert alice.asked == [
        {"type": "approve_narrative", "data": {"sentences": [sentences[1]]}},
        {"type": "approve_narrative", "data": {}},
    ]
    alice.person.asks(ask.ApproveNarrative((sentences[1],)))
    alice.looks()
    assert alice.page.locator(".line").filter(has_text="Approved").all_inner_texts() != []
    assert alice.page.locator(".line").filter(has_text="Approved").count() == 1


def test_the_scribe_writes_at_the_end_and_in_between(alice: Phone, room: Room, bob: Person) -> None:
    sentences = told(room, bob)
    alice.looks()
    expect(alice.page.locator("#sentence")).to_have_count(0)
    room.facilitator.asks(ask.AssignScribe(alice.person.seat))
    alice.looks().writes("sentence", "He said nothing.").taps("Write it down")
    expect(alice.page.locator("#sentence")).to_have_value("")
    expect(alice.page.locator("#sentence")).to_be_focused()
    alice.page.get_by_role("button", name="I counted.").click()
    alice.taps("Insert a sentence after it").writes("sentence", "Twice.").taps("Write it down")
    expect(alice.page.get_by_role("heading", name="Insert after sentence 1")).to_have_count(0)
    assert alice.asked == [
        {"type": "write_sentence", "data": {"text": "He said nothing."}},
        {"type": "write_sentence", "data": {"text": "Twice.", "after": sentences[0]}},
    ]


def test_pointing_is_replaceable_until_it_is_shown(alice: Phone, room: Room, bob: Person) -> None:
    sentences = told(room, bob)
    bob.approves()
    alice.looks().taps("Point at sentences")
    alice.page.get_by_role("button", name="One was missing.").click()
    alice.page.get_by_role("button", name="I asked him.").click()
    alice.taps("Send it")
    assert alice.asked == [{"type": "point_at_sentences", "data": {"sentences": sentences[1:]}}]
    alice.person.asks(ask.PointAtSentences(tuple(sentences[1:])))
    alice.looks().taps("Point at sentences")
    pressed = alice.page.locator(".line-body[aria-pressed=true]")
    expect(pressed).to_have_count(2)
    room.facilitator.asks(ask.ShowPointing())
    alice.looks()
    expect(alice.page.get_by_role("button", name="Point at sentences")).to_have_count(0)


def test_a_link_can_be_doubted_instead_of_what_it_holds(alice: Phone, room: Room, bob: Person) -> None:
    sentences = told(room, bob)
    room.facilitator.moves_to("judgement")
    judgement = room.facilitator.writes_for(bob, Kind.JUDGEMENT, "It was right to ask.", *sentences[1:])
    alice.looks().opens_more("I doubt something")
    alice.page.get_by_role("button", name="It was right to ask.").click()
    alice.page.get_by_role("radio", name="That it rests on 3").check()
    alice.writes("doubt", "He was not asked for that.").taps("Put my doubt on the wall")
    expect(alice.page.locator("#doubt")).to_have_count(0)
    data = {"about": judgement, "text": "He was not asked for that.", "signed": False, "link": sentences[2]}
    assert alice.asked == [{"type": "raise_doubt", "data": data}]


def test_a_reservation_needs_its_words_and_agreement_none(alice: Phone, room: Room, bob: Person) -> None:
    answer = answered(room, bob)
    alice.looks().taps("Say where I stand")
    expect(alice.page.get_by_role("radio")).to_have_count(5)
    expect(alice.page.get_by_role("button", name="Send it")).to_have_count(0)
    alice.page.get_by_role("radio", name="I agree, with a reservation").check()
    alice.taps("Send it")
    assert "Nothing is written yet." in alice.text
    assert alice.asked == []
    alice.page.get_by_role("radio", name="I agree", exact=True).check()
    expect(alice.page.locator("#position")).to_have_count(0)
    alice.taps("Send it")
    expect(alice.page.get_by_role("radio")).to_have_count(0)
    data = {"answer": answer, "position": "agree", "text": "", "signed": False}
    assert alice.asked == [{"type": "take_position", "data": data}]


def test_another_wording_asks_again_and_keeps_the_words(alice: Phone, room: Room, bob: Person) -> None:
    answer = answered(room, bob)
    alice.person.asks(ask.TakePosition(answer, Position.DISAGREE, Words("Seen by whom?")))
    alice.looks()
    assert "Your position: I disagree" in alice.text
    newer = room.facilitator.words_answer(NEWER)
    alice.looks()
    assert "Your position" not in alice.text
    assert "Read it again and say where you stand; your words are kept." in alice.text
    alice.taps("Say where I stand")
    expect(alice.page.get_by_role("radio", name="I disagree")).to_be_checked()
    assert alice.page.input_value("#position") == "Seen by whom?"
    alice.taps("Send it")
    expect(alice.page.get_by_role("radio")).to_have_count(0)
    data = {"answer": newer, "position": "disagree", "text": "Seen by whom?", "signed": False}
    assert alice.asked == [{"type": "take_position", "data": data}]


def test_a_reservation_that_is_settled_is_taken_back_by_its_owner(alice: Phone, room: Room, bob: Person) -> None:
    answer = answered(room, bob)
    mine = alice.person.asks(ask.TakePosition(answer, Position.AGREE_WITH_RESERVATION, Words("Only by day.")))
    bob.asks(ask.TakePosition(answer, Position.AGREE_WITH_RESERVATION, Words("Only with two.")))
    room.facilitator.asks(ask.ShowPositions())
    alice.looks()
    assert "Only with two." in alice.text
    expect(alice.page.get_by_role("button", name="My reservation is settled")).to_have_count(1)
    alice.taps("My reservation is settled").taps("Withdraw for good")
    assert alice.asked == [{"type": "withdraw_item", "data": {"item": mine}}]


@pytest.mark.parametrize(("on", "items"), [("", 3), ("five_item_evaluation", 5), ("seven_item_evaluation", 7)])
def test_the_form_is_the_plans(alice: Phone, room: Room, on: str, items: int) -> None:
    room.facilitator.asks(ask.SwitchOption(PlanOption("five_item_evaluation"), False))
    if on:
        room.facilitator.asks(ask.SwitchOption(PlanOption(on), True))
    room.facilitator.moves_to("evaluation")
    alice.looks()
    expect(alice.page.get_by_role("group")).to_have_count(items)
    assert alice.page.locator(".scale-point").count() == {3: 20, 5: 35, 7: 45}[items]


def has_limits_beside(phone: Phone, field: str) -> None:
    """The form with this field says what cannot stay confidential."""
    form = phone.page.locator("#task").filter(has=phone.page.locator(f"#{field}"))
    expect(form).to_contain_text("Duty.")


def test_the_limits_stand_beside_what_a_narrator_writes(alice: Phone, room: Room, bob: Person) -> None:
    room.facilitator.moves_to("experiences")
    alice.looks()
    has_limits_beside(alice, "title")
    has_limits_beside(alice, "account")
    sentences = told(room, alice.person)
    bob.asks(ask.AskFact(Words("How many?"), sentences[0]))
    alice.looks().taps("Write a sentence myself")
    has_limits_beside(alice, "sentence")
    alice.taps("Not now").taps("Answer")
    has_limits_beside(alice, "fact-answer")
    alice.taps("Not now").page.get_by_role("button", name="I counted.").click()
    has_limits_beside(alice, "correction")


def test_the_limits_stand_beside_what_anyone_writes(alice: Phone, room: Room, bob: Person) -> None:
    room.facilitator.moves_to("experiences")
    told_title = bob.tells("One")
    room.facilitator.moves_to("selection")
    alice.person.marks(told_title)
    alice.looks().taps("Say why, for one of them")
    has_limits_beside(alice, "choice-reason")
    alice.taps("Not now")
    told(room, bob)
    alice.looks().taps("Ask for a fact")
    has_limits_beside(alice, "fact")
    alice.taps("Not now").taps("I doubt something").page.get_by_role("button", name="I counted.").click()
    has_limits_beside(alice, "doubt")
    alice.taps("Not now").opens_more("A note to the facilitator")
    has_limits_beside(alice, "note")
    alice.taps("Not now")
    room.facilitator.moves_to("judgement")
    alice.looks().taps("Write my own version")
    has_limits_beside(alice, "version")
    alice.taps("Not now")
    room.facilitator.moves_to("consensus")
    room.facilitator.words_answer(ANSWER)
    alice.looks().taps("Say where I stand").page.get_by_role("radio", name="I disagree").check()
    has_limits_beside(alice, "position")
    alice.taps("Not now")
    room.facilitator.moves_to("evaluation")
    alice.looks()
    has_limits_beside(alice, "open_word")


def test_long_limits_are_a_tap_away(alice: Phone, room: Room) -> None:
    room.facilitator.moves_to("experiences")
    room.state = replace(room.state, limits=Words("Duty. " * 40))
    alice.looks()
    assert "Duty." not in alice.text
    alice.taps("What cannot stay confidential")
    expect(alice.page.get_by_role("dialog")).to_contain_text("Duty.")
