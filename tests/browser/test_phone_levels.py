"""A phone while the group talks about itself, is silent, goes round or rests; and what is said in private."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, expect

from dialogue import commands as ask
from dialogue.vocabulary import Hierarchy, Intervention, Observed, Seen, Words
from tests.browser.phones import Phone, held, phone_page, told
from tests.cast import EVERYTHING, Person, Room


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


def test_a_talk_about_the_talk_is_called_without_a_name(alice: Phone, room: Room, bob: Person) -> None:
    room.facilitator.gives_word(bob)
    alice.looks().opens_more("Talk about how we work together")
    expect(alice.page.get_by_role("dialog")).to_contain_text(
        "It begins after the present speaker. Nobody can refuse it."
    )
    alice.taps("Call this talk")
    assert alice.asked == [{"type": "call_meta", "data": {"named": False}}]


def test_whoever_wants_to_be_named_says_so(alice: Phone, room: Room) -> None:
    alice.looks().opens_more("Talk about how we work together")
    expect(alice.page.get_by_role("dialog")).to_contain_text("Nobody is speaking, so it begins at once.")
    alice.page.get_by_role("checkbox", name="Call it with my name here").check()
    alice.taps("Call this talk")
    assert alice.asked == [{"type": "call_meta", "data": {"named": True}}]


def test_one_call_at_a_time(alice: Phone, room: Room, bob: Person) -> None:
    room.facilitator.gives_word(bob)
    bob.asks(ask.CallMeta())
    alice.looks()
    assert "It begins after the present speaker." in alice.text
    alice.opens_more("Talk about how we work together")
    expect(alice.page.get_by_role("button", name="Call this talk")).to_have_count(0)


def test_what_was_begun_waits_for_the_end_of_the_talk(alice: Phone, room: Room, bob: Person) -> None:
    told(room, bob)
    alice.looks().taps("Ask for a fact").writes("fact", "Who else was th")
    bob.asks(ask.CallMeta())
    alice.looks()
    expect(alice.page.get_by_role("heading", name="We talk about how we are talking")).to_be_focused()
    assert "What you began is kept on this phone." in alice.text
    expect(alice.page.locator("#fact")).to_have_count(0)
    room.facilitator.asks(ask.EndMeta(Words("We let each other finish.")))
    alice.looks()
    expect(alice.page.locator("#fact")).to_have_value("Who else was th")


def test_what_was_sent_too_late_says_that_it_waits(alice: Phone, room: Room, bob: Person) -> None:
    told(room, bob)
    bob.asks(ask.CallMeta())
    alice.items = [{"id": "c1", "type": "raise_doubt", "data": {"text": "Really?", "about": ""}, "status": "held"}]
    alice.looks()
    assert "Kept until the group goes on (1)" in alice.page.locator("header").inner_text()
    alice.opens_more("Leave")
    expect(alice.page.get_by_role("dialog")).to_contain_text("If you leave now, it is not sent.")


def test_the_chair_notes_and_ends_it(alice: Phone, room: Room, bob: Person) -> None:
    bob.asks(ask.CallMeta())
    room.facilitator.asks(ask.AssignChair(alice.person.seat))
    alice.looks().writes("meta-note", "We interrupt each other.").taps("Note it")
    expect(alice.page.locator("#meta-note")).to_have_value("")
    alice.taps("End it: what do we change?").writes("what-we-change", "We let each other finish.")
    alice.taps("End it, and go on where we were")
    expect(alice.page.locator("#what-we-change")).to_have_count(0)
    assert alice.asked == [
        {"type": "write_meta_note", "data": {"text": "We interrupt each other."}},
        {"type": "end_meta", "data": {"what_we_change": "We let each other finish.", "share_notes": False}},
    ]


def test_who_has_the_word_says_when_it_is_enough(alice: Phone, room: Room) -> None:
    room.facilitator.gives_word(alice.person)
    alice.looks()
    assert "You have the word" in alice.text
    alice.taps("I have finished")
    assert alice.asked == [{"type": "end_turn", "data": {}}]


def test_having_the_word_takes_no_field_away(alice: Phone, room: Room) -> None:
    room.facilitator.moves_to("experiences")
    room.facilitator.gives_word(alice.person)
    alice.looks()
    expect(alice.page.locator("#title")).to_be_visible()
    expect(alice.page.get_by_role("button", name="Put it on the wall")).to_be_visible()
    alice.taps("I have finished")
    assert alice.asked == [{"type": "end_turn", "data": {}}]


def test_in_a_round_anyone_may_pass(alice: Phone, room: Room, bob: Person) -> None:
    told(room, bob)
    room.facilitator.asks(ask.StartRound())
    alice.looks()
    assert "Your turn comes; you may pass." in alice.text
    alice.taps("Pass")
    assert alice.asked == [{"type": "pass_turn", "data": {}}]
    alice.person.asks(ask.PassTurn())
    alice.looks()
    assert "Your turn comes" not in alice.text


def test_a_silence_ends_by_itself_and_is_not_counted_down(alice: Phone, room: Room, bob: Person) -> None:
    told(room, bob)
    room.facilitator.asks(ask.KeepSilence(60))
    until = room.state.silence_until
    assert until is not None
    alice.page.evaluate("(until) => { Date.now = () => until - 1000; }", until)
    alice.looks()
    expect(alice.page.get_by_role("heading", name="Silence")).to_be_visible()
    assert not any(character.isdigit() for character in alice.text)
    alice.page.evaluate("(until) => { Date.now = () => until + 100; }", until)
    assert "Listen" not in alice.text
    expect(alice.page.get_by_role("heading", name="Listen")).to_be_visible(timeout=5000)


def test_a_silence_takes_the_pen_from_nobody(alice: Phone, room: Room) -> None:
    room.facilitator.moves_to("experiences")
    room.facilitator.asks(ask.KeepSilence(60))
    alice.page.evaluate("(until) => { Date.now = () => until - 1000; }", room.state.silence_until)
    alice.looks()
    expect(alice.page.locator("#title")).to_be_visible()


def test_an_intervention_of_the_wall_is_read_on_the_phone(alice: Phone, room: Room, bob: Person) -> None:
    told(room, bob)
    alice.looks()
    room.facilitator.asks(ask.ShowIntervention(Intervention.WHICH_SENTENCE_SHOWS_IT))
    alice.looks()
    assert "Which sentence shows it?" in alice.text
    expect(alice.page.locator("#live-status")).to_contain_text("Which sentence shows it?")
    room.facilitator.asks(ask.HideIntervention())
    alice.looks()
    assert "Which sentence shows it?" not in alice.text


def test_between_two_sittings_the_seat_is_kept(alice: Phone, room: Room, bob: Person) -> None:
    told(room, bob)
    room.facilitator.asks(ask.EndSitting())
    alice.looks()
    expect(alice.page.get_by_role("heading", name="The dialogue rests until the next sitting")).to_be_visible()
    assert "Your seat is kept" in alice.text
    expect(alice.page.locator("footer")).to_have_count(0)


def test_a_private_note_is_unsigned_and_says_when_it_was_read(alice: Phone, room: Room) -> None:
    alice.looks().opens_more("A note to the facilitator")
    alice.writes("note", "It goes too fast for me.").taps("Send the note")
    expect(alice.page.locator("#note")).to_have_count(0)
    assert alice.asked == [{"type": "send_note", "data": {"text": "It goes too fast for me.", "signed": False}}]
    note = alice.person.asks(ask.SendNote(Words("It goes too fast for me.")))
    alice.looks().opens_more("A note to the facilitator")
    assert "Not read yet." in alice.text
    room.facilitator.asks(ask.AcknowledgeNote(note))
    alice.looks()
    assert "Read by the facilitator." in alice.text


def test_everything_of_ones_own_can_be_taken_back(alice: Phone, room: Room, bob: Person) -> None:
    told(room, bob)
    fact = alice.person.asks(ask.AskFact(Words("Who else was there?")))
    alice.person.asks(ask.SendNote(Words("It goes too fast for me.")))
    alice.looks().opens_more("My words")
    sheet = alice.page.get_by_role("dialog")
    expect(sheet).to_contain_text("Question of fact")
    expect(sheet).to_contain_text("Only the facilitator reads it.")
    sheet.locator("li").filter(has_text="Who else was there?").get_by_role("button", name="Withdraw").click()
    alice.taps("Withdraw for good")
    assert alice.asked == [{"type": "withdraw_item", "data": {"item": fact}}]


def test_an_observer_notes_what_was_seen_for_the_facilitator_alone(browser: Browser, address: str, room: Room) -> None:
    told(room, room.participant("Bob"))
    mentor = room.observer("Mentor")
    for phone in held(browser, address, mentor):
        phone.looks().taps("Note what I saw")
        expect(phone.page.locator("main .line")).to_have_count(len(Observed))
        phone.taps("Open questions were asked.")
        expect(phone.page.get_by_role("button", name="Note it")).to_have_count(0)
        phone.page.get_by_role("radio", name="Partly").check()
        phone.writes("observation", "Two of five.").taps("Note it")
        expect(phone.page.locator("#observation")).to_have_count(0)
        data = {"point": "open_questions_asked", "seen": "partly", "text": "Two of five."}
        assert phone.asked == [{"type": "note_observation", "data": data}]
        mentor.asks(ask.NoteObservation(Observed.OPEN_QUESTIONS_ASKED, Seen.PARTLY, Words("Two of five.")))
        phone.looks().taps("Note what I saw")
        line = phone.page.locator("main .line").filter(has_text="Open questions were asked.")
        expect(line).to_contain_text("Partly")


def test_who_leads_others_here_is_told_once_and_quietly(browser: Browser, address: str) -> None:
    room = Room(replace(EVERYTHING, hierarchy=Hierarchy.SPEAKS_LAST))
    person = room.participant("Boss")
    person.agrees()
    room.facilitator.asks(ask.MarkLeadsOthers(person.seat, True))
    for phone in held(browser, address, person):
        phone.looks()
        assert "You lead others here: you speak last." in phone.text


def test_the_screen_time_is_told_once_and_in_silence(alice: Phone, room: Room) -> None:
    room.facilitator.moves_to("evaluation")
    alice.looks()
    assert "This device tells the group's median how long it was used, nothing else." in alice.text
    assert [one["type"] for one in alice.asked] == []
    alice.person.evaluates(spoke_freely=4)
    alice.looks()
    alice.looks()
    (told_once,) = alice.asked
    assert told_once["type"] == "report_screen_time"
    assert 0 <= told_once["data"]["seconds"] < 60
    assert "Not accepted" not in alice.page.locator("body").inner_text()


def test_whoever_skips_the_form_is_timed_as_well(alice: Phone, room: Room) -> None:
    room.facilitator.moves_to("evaluation")
    alice.looks().taps("Skip the form")
    assert [one["type"] for one in alice.asked] == ["report_screen_time"]


def test_what_was_told_already_is_not_told_again(alice: Phone, room: Room) -> None:
    room.facilitator.moves_to("evaluation")
    alice.person.evaluates(spoke_freely=4)
    alice.person.asks(ask.ReportScreenTime(30))
    alice.looks()
    assert alice.asked == []
