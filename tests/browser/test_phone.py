"""The participant's phone: one thing at a time. Views are made by the real rules, what it asks is written down."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from dialogue.vocabulary import Words
from tests.browser.phones import FED, Phone, held, phone_page, told
from tests.cast import Room

BUDGET, BUDGET_RAW = 75 * 1024, 250 * 1024


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with phone_page() as found:
        yield found


@pytest.fixture
def room() -> Room:
    return Room()


@pytest.fixture
def alice(browser: Browser, address: str, room: Room) -> Iterator[Phone]:
    yield from held(browser, address, room.participant("Alice"))


def test_the_rules_and_the_limits_come_before_anything_else(alice: Phone) -> None:
    alice.looks()
    assert "Speak from experience." in alice.text
    assert "What cannot stay confidential" in alice.text
    assert "nothing is sent twice" in alice.text
    assert alice.page.locator(".button-primary").all_inner_texts() == ["I agree"]
    alice.taps("I agree")
    assert alice.asked == [{"type": "agree_to_rules", "data": {}}]


@pytest.mark.parametrize(("width", "height"), [(390, 844), (320, 568)])
def test_the_limits_are_read_before_the_button(alice: Phone, room: Room, width: int, height: int) -> None:
    room.state = replace(room.state, rules=Words("Speak from experience.\n" * 20))
    alice.page.set_viewport_size({"width": width, "height": height})
    alice.looks()
    bottom = "(found) => found.getBoundingClientRect().bottom"
    read = alice.page.get_by_text("What cannot stay confidential").locator("..").evaluate(bottom)
    button = alice.page.get_by_role("button", name="I agree").bounding_box()
    assert button is not None
    assert read <= button["y"]


def test_on_a_small_phone_the_buttons_cover_nothing(alice: Phone, room: Room) -> None:
    alice.page.set_viewport_size({"width": 320, "height": 568})
    alice.person.agrees()
    room.facilitator.moves_to("experiences")
    alice.looks()
    above = "(found) => found.getBoundingClientRect().bottom"
    assert alice.page.locator("main").evaluate(above) <= alice.page.locator(".phone-controls").evaluate(
        "(found) => found.getBoundingClientRect().top"
    )


def test_what_gets_the_focus_comes_to_rest_above_the_buttons(alice: Phone, room: Room) -> None:
    alice.page.set_viewport_size({"width": 320, "height": 800})
    alice.person.agrees()
    room.facilitator.moves_to("evaluation")
    alice.looks()
    alice.page.focus("header button")
    under = """() => {
      const at = document.activeElement, shown = at.matches(".vh") ? at.nextElementSibling : at;
      const top = document.querySelector(".phone-controls").getBoundingClientRect().top;
      return { name: at.name || at.id, over: shown.getBoundingClientRect().bottom - top };
    }"""
    reached = []
    for _ in range(6):
        alice.page.keyboard.press("Tab")
        found = alice.page.evaluate(under)
        assert found["over"] <= 0, found
        reached.append(found["name"])
    items = ["helped_me_think", "facilitation", "spoke_freely", "open_questions", "will_change"]
    assert reached == [*items, "open_word"]


def test_a_group_that_comes_back_to_the_opening_has_begun(alice: Phone, room: Room) -> None:
    alice.person.agrees()
    alice.looks()
    assert "We begin soon." in alice.text
    room.facilitator.moves_to("experiences")
    room.facilitator.moves_to("opening")
    alice.looks()
    assert "We begin soon." not in alice.text


def test_phones_are_down_by_default(alice: Phone, room: Room) -> None:
    alice.person.agrees()
    for stage in ("opening", "question", "narrative", "judgement", "principles", "consensus"):
        if stage != "opening":
            room.facilitator.moves_to(stage)
        alice.looks()
        expect(alice.page.get_by_role("heading", name="Listen")).to_be_visible()
        assert alice.page.locator(".button-primary").count() == 0
        assert alice.page.locator("footer button").count() <= 3


def test_a_title_goes_with_the_private_tick_and_the_field_is_empty_again(alice: Phone, room: Room) -> None:
    alice.person.agrees()
    room.facilitator.moves_to("experiences")
    alice.looks().writes("title", "The missing file")
    alice.page.check("#not-examined")
    alice.taps("Put it on the wall")
    expect(alice.page.locator("#title")).to_have_value("")
    assert alice.asked == [
        {"type": "tell_experience", "data": {"title": "The missing file", "not_for_examination": True}}
    ]
    alice.person.tells("The missing file")
    alice.looks()
    assert "The missing file" in alice.text
    expect(alice.page.get_by_role("button", name="Add another title")).to_be_visible()


def test_too_long_a_title_stays_whole_and_says_by_how_much(alice: Phone, room: Room) -> None:
    alice.person.agrees()
    room.facilitator.moves_to("experiences")
    alice.looks().writes("title", "x" * 60)
    assert alice.page.locator("#title-count").is_hidden()
    alice.writes("title", "x" * 70)
    assert alice.page.locator("#title-count").inner_text().strip() == "70 of 80"
    alice.writes("title", "x" * 83).taps("Put it on the wall")
    assert "Shorten it by 3 characters" in alice.text
    assert alice.page.input_value("#title") == "x" * 83
    assert alice.page.evaluate("document.activeElement.id") == "title"
    assert alice.asked == []


def test_a_group_that_moves_on_does_not_take_the_pen_away(alice: Phone, room: Room) -> None:
    alice.person.agrees()
    room.facilitator.moves_to("experiences")
    alice.looks().writes("title", "Half a ti")
    room.facilitator.moves_to("selection")
    alice.looks()
    assert alice.page.input_value("#title") == "Half a ti"
    assert "The group moved on to: Choosing one." in alice.page.locator(".banner").inner_text()
    alice.taps("Go there")
    expect(alice.page.locator(".banner")).to_have_count(0)
    assert alice.focused == "Choosing one"


def test_what_was_begun_can_be_finished_first(alice: Phone, room: Room) -> None:
    alice.person.agrees()
    room.facilitator.moves_to("experiences")
    alice.looks().writes("title", "Half a title")
    room.facilitator.moves_to("selection")
    alice.looks().taps("Finish").taps("Put it on the wall")
    assert alice.asked[0]["data"]["title"] == "Half a title"
    expect(alice.page.locator("#title")).to_have_count(0)


def test_a_new_stage_takes_the_focus_to_its_name(alice: Phone, room: Room) -> None:
    alice.person.agrees()
    alice.looks()
    room.facilitator.moves_to("experiences")
    alice.looks()
    assert alice.focused == "Experiences"


def test_what_is_typed_survives_a_reload_where_it_was_typed(alice: Phone, room: Room) -> None:
    alice.person.agrees()
    told(room, room.participant("Bob"))
    alice.looks().taps("I doubt something")
    alice.page.get_by_role("button", name="One was missing.").click()
    alice.writes("doubt", "Was it really")
    alice.page.reload()
    alice.page.evaluate(FED)
    alice.looks()
    assert alice.page.input_value("#doubt") == "Was it really"
    assert "One was missing." in alice.text


def test_what_can_be_doubted_tells_its_kind_apart_from_its_words(alice: Phone, room: Room) -> None:
    alice.person.agrees()
    told(room, room.participant("Bob"))
    room.facilitator.moves_to("judgement")
    room.facilitator.states("judgement", "It was right.")
    alice.looks().taps("I doubt something")
    kind, words = alice.page.get_by_text("Judgement", exact=True).last, alice.page.get_by_text("It was right.")
    above, below = kind.bounding_box(), words.bounding_box()
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"] + 1


def test_a_doubt_is_about_what_was_tapped_and_unsigned_unless_signed(alice: Phone, room: Room) -> None:
    alice.person.agrees()
    sentences = told(room, room.participant("Bob"))
    alice.looks().taps("I doubt something")
    alice.page.get_by_role("button", name="One was missing.").click()
    alice.writes("doubt", "Was it really?").taps("Put my doubt on the wall")
    expect(alice.page.get_by_role("heading", name="Listen")).to_be_visible()
    assert alice.asked == [
        {"type": "raise_doubt", "data": {"about": sentences[1], "text": "Was it really?", "signed": False}}
    ]


def test_only_who_raised_a_doubt_is_offered_to_settle_it(alice: Phone, room: Room) -> None:
    alice.person.agrees()
    bob = room.participant("Bob")
    sentences = told(room, bob)
    bob.doubts(sentences[2], "Why him?")
    alice.looks()
    assert "Why him?" in alice.text
    assert alice.page.get_by_role("button", name="My doubt is settled").count() == 0
    mine = alice.person.doubts(sentences[0], "All of them?")
    alice.looks().taps("My doubt is settled").writes("remark", "She counted twice.").taps("Settle my doubt")
    assert alice.asked == [{"type": "close_doubt", "data": {"doubt": mine, "how": "She counted twice."}}]


def test_being_asked_to_narrate_is_as_easy_to_decline_as_to_accept(alice: Phone, room: Room) -> None:
    alice.person.agrees()
    room.facilitator.moves_to("experiences")
    title = alice.person.tells("The missing file")
    room.facilitator.moves_to("selection")
    room.facilitator.asks_narrator(title)
    alice.looks()
    yes, no = (
        alice.page.get_by_role("button", name=name).bounding_box() for name in ("I will tell it", "I would rather not")
    )
    assert yes is not None
    assert no is not None
    assert (yes["width"], yes["y"]) == (no["width"], no["y"])
    alice.taps("I would rather not")
    assert alice.asked == [{"type": "decline_narrating", "data": {"experience": title}}]


def test_whoever_said_that_they_tell_it_reads_so_at_once_and_nobody_else_does(
    browser: Browser, address: str, alice: Phone, room: Room
) -> None:
    alice.person.agrees()
    bob = room.participant("Bob")
    bob.agrees()
    room.facilitator.moves_to("experiences")
    title = alice.person.tells("The missing file")
    room.facilitator.moves_to("selection")
    room.facilitator.asks_narrator(title)
    alice.looks().taps("I will tell it")
    alice.items = [{"id": "1", "type": "accept_narrating", "data": {"experience": title}, "status": "sending"}]
    alice.looks()
    assert "You tell it" in alice.text, "before the server has said so"
    alice.items = []
    alice.person.accepts(title)
    alice.looks()
    assert "You tell it" in alice.text
    assert "This one is told and examined" not in alice.text
    for other in held(browser, address, bob):
        other.looks()
        assert "This one is told and examined. Look at the wall." in other.text


def test_the_sheet_says_under_which_name_one_is_here(alice: Phone) -> None:
    alice.person.agrees()
    alice.looks().opens_more()
    expect(alice.page.get_by_role("dialog")).to_contain_text("Here you are Alice.")


def test_marks_travel_as_a_whole_set(alice: Phone, room: Room) -> None:
    alice.person.agrees()
    room.facilitator.moves_to("experiences")
    first, second = alice.person.tells("One"), room.participant("Bob").tells("Two")
    room.facilitator.moves_to("selection")
    alice.person.marks(first)
    alice.looks()
    alice.page.get_by_label("Two").click()
    assert alice.asked == [{"type": "mark_experiences", "data": {"experiences": [first, second]}}]


def test_the_form_may_be_answered_in_part(alice: Phone, room: Room) -> None:
    alice.person.agrees()
    room.facilitator.moves_to("evaluation")
    alice.looks()
    alice.page.locator("label[for=spoke_freely-4]").click()
    alice.page.locator("label[for=helped_me_think-7]").click()
    alice.page.get_by_role("button", name="Leave this one out").first.click()
    alice.taps("Send, unsigned")
    expect(alice.page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert alice.asked == [{"type": "answer_evaluation", "data": {"items": {"spoke_freely": 4}, "open_word": ""}}]


def test_what_was_not_accepted_keeps_its_words_and_says_what_to_do(alice: Phone) -> None:
    alice.person.agrees()
    error = {"code": "wrong_stage", "message": "", "temporary": False}
    refused = {
        "id": "c1",
        "type": "tell_experience",
        "data": {"title": "Too late"},
        "status": "refused",
        "error": error,
    }
    alice.items = [refused]
    alice.looks()
    assert "Too late" in alice.text
    assert "The group has moved on to another stage." in alice.text
    alice.taps("Discard")
    assert alice.asked == [{"type": "discard", "data": {"id": "c1"}}]


def test_words_of_others_are_text_and_nothing_else(alice: Phone, room: Room) -> None:
    alice.person.agrees()
    told(room, room.participant("Bob"))
    room.facilitator.writes('<img src=x onerror="window.broken = true"><b>bold</b>')
    alice.looks()
    assert "<b>bold</b>" in alice.text
    assert alice.page.evaluate("window.broken") is None


def test_an_observer_reads_and_has_only_the_checklist_to_press(browser: Browser, address: str, room: Room) -> None:
    told(room, room.participant("Bob"))
    for phone in held(browser, address, room.observer("Mentor")):
        phone.looks()
        assert "I asked him." in phone.text
        names = [
            button.inner_text() for button in phone.page.locator("header button, main button, footer button").all()
        ]
        assert names == ["", "Note what I saw"]


def test_icons_are_in_the_page_before_a_connection_can_be_lost(alice: Phone) -> None:
    alice.looks(connection="lost", lostSince=0)
    href = alice.page.locator("header .state use").get_attribute("href") or ""
    assert href.startswith("#")
    assert alice.page.locator(href).count() == 1
    assert "you can speak instead" in alice.page.locator(".banner").inner_text()


def test_nothing_is_wider_than_a_small_phone(browser: Browser, address: str, room: Room) -> None:
    bob = room.participant("Bob")
    bob.agrees()
    for phone in held(browser, address, bob, width=320):
        sentences = told(room, bob)
        bob.doubts(sentences[0], "All-of-them-" * 12)
        for stage in ("narrative", "judgement", "consensus", "evaluation", "closing"):
            if stage != "narrative":
                room.facilitator.moves_to(stage)
            phone.looks(connection="lost", lostSince=0)
            assert phone.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), stage
            # A radio of the scale is only there for the keyboard; its label is what is touched.
            targets = "[...document.querySelectorAll('button, input:not(.vh), .scale-point')]"
            small = f"{targets}.filter((e) => e.offsetHeight && e.offsetHeight < 24)"
            assert phone.page.evaluate(f"{small}.map((e) => e.outerHTML)") == []


def test_only_on_a_phone_is_a_phone_put_away(alice: Phone, room: Room) -> None:
    room.facilitator.moves_to("closing")
    room.facilitator.closes()
    alice.looks()
    assert "The dialogue is closed. You can put the phone away." in alice.text
    alice.page.evaluate("document.body.dataset.shared = ''")
    alice.looks()
    assert "The dialogue is closed." in alice.text
    assert "phone" not in alice.text


def test_the_whole_page_stays_within_its_budget(browser: Browser, address: str) -> None:
    page = browser.new_page()
    loaded: dict[str, bytes] = {}
    page.on("requestfinished", lambda request: loaded.update({request.url: answer(request)}))
    page.goto(f"{address}/page/phone", wait_until="networkidle")
    page.close()
    assert any("socket.io" in url for url in loaded)
    assert any(url.endswith("icons.svg") for url in loaded)
    assert sum(len(gzip.compress(body, 9)) for body in loaded.values()) <= BUDGET
    assert sum(map(len, loaded.values())) <= BUDGET_RAW


def answer(request: Any) -> bytes:
    """What a request brought; nothing for a page that isn't there."""
    response = request.response()
    body: bytes = response.body() if response is not None and response.ok else b""
    return body
