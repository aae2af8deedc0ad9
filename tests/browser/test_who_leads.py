"""Whoever takes the lead over is named to everyone: on phones, on the wall, beside the wall; announced once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from dialogue import commands as ask
from dialogue.vocabulary import Role, SeatId, StageKey
from tests.browser.desks import Desk, press, settled, shows
from tests.browser.pages import flipchart, site, watched
from tests.browser.phones import held, phone_page
from tests.browser.test_flipchart import show
from tests.cast import Room

TAKEN = "Cora leads now in place of Lead."


def taken() -> Room:
    """Cora has taken the lead over."""
    room = Room()
    cora = room.co_facilitator("Cora")
    room.participant("Ash").agrees()
    room.offers_lead()
    cora.takes_lead()
    return room


@pytest.fixture(scope="module")
def phones() -> Iterator[str]:
    with phone_page() as found:
        yield found


@pytest.fixture(scope="module")
def walls() -> Iterator[str]:
    places = {"dialogue": "d1", "title": "Trust", "address": "192.0.2.7:8000"}
    with site(flipchart=("flipchart.html", places), console=("console.html", places)) as found:
        yield found


def test_a_phone_says_who_leads_and_tells_it_once(browser: Browser, phones: str) -> None:
    room = Room()
    cora, ash = room.co_facilitator("Cora"), room.participant("Ash")
    ash.agrees()
    for phone in held(browser, phones, ash):
        phone.looks()
        assert "leads now" not in phone.text
        room.offers_lead()
        cora.takes_lead()
        phone.looks()
        expect(phone.page.locator("main")).to_contain_text(TAKEN)
        heard = phone.page.locator("#live-status")
        expect(heard).to_contain_text(TAKEN)
        expect(heard).to_be_empty()
        room.participant("Birch")
        phone.looks()
        phone.page.wait_for_timeout(300)
        assert heard.inner_text() == ""
        cora.hands_back_lead()
        phone.looks()
        expect(phone.page.locator("main")).not_to_contain_text("leads now")


def test_the_wall_says_who_leads_in_every_stage(browser: Browser, walls: str) -> None:
    page = flipchart(browser, walls)
    errors = watched(page)
    room = taken()
    for stage in (StageKey.QUESTION, StageKey.EXPERIENCES, StageKey.NARRATIVE, StageKey.EVALUATION):
        show(page, room.wall)
        assert TAKEN in page.locator(".flip-foot").inner_text()
        room.ask(room.state.facilitator, ask.MoveToStage(stage))
    page.close()
    assert [error for error in errors if "404" not in error] == []


def test_whoever_led_before_reads_who_leads_now_and_takes_it_back(browser: Browser, walls: str) -> None:
    desk = Desk()
    first, elm = desk.looks, desk.joined("Elm", Role.CO_FACILITATOR)
    page: Page = desk.opened(browser, walls)
    desk.does(ask.OfferLead(), SeatId("server"))
    desk.does(ask.TakeLead(), elm)
    assert desk.seen["seats"][first]["role"] == "co_facilitator"
    shows(page)
    news = page.locator(".console-news")
    expect(news).to_contain_text("You are back. Elm leads now.")
    press(page, "Take the lead back")
    settled(page)
    assert desk.state.facilitator == first
    expect(news).not_to_contain_text("Elm")
    page.close()


def test_whoever_led_before_is_offered_the_lead_again_in_words_that_fit(browser: Browser, walls: str) -> None:
    desk = Desk()
    first, elm = desk.looks, desk.joined("Elm", Role.CO_FACILITATOR)
    birch = desk.joined("Birch", Role.CO_FACILITATOR)
    page: Page = desk.opened(browser, walls)
    news = page.locator(".console-news")
    desk.does(ask.OfferLead(), SeatId("server"))
    desk.does(ask.TakeLead(), elm)
    desk.does(ask.OfferLead(), SeatId("server"))
    desk.looks = birch
    shows(page)
    expect(news).to_contain_text("Elm has been offline for 30 seconds. Lead the dialogue?")
    desk.looks = first
    shows(page)
    expect(news).to_contain_text("Elm has been offline for 30 seconds. Lead again?")
    press(page, "Take the lead back")
    settled(page)
    assert (desk.state.facilitator, desk.state.lead_from) == (first, None)
    page.close()


def test_others_who_help_read_who_leads_and_whoever_leads_reads_that_the_other_is_back(
    browser: Browser, walls: str
) -> None:
    desk = Desk()
    elm, birch = desk.joined("Elm", Role.CO_FACILITATOR), desk.joined("Birch", Role.CO_FACILITATOR)
    page: Page = desk.opened(browser, walls)
    news = page.locator(".console-news")
    desk.does(ask.OfferLead(), SeatId("server"))
    desk.does(ask.TakeLead(), elm)
    desk.looks = birch
    shows(page)
    expect(news).to_contain_text("Elm leads now in place of Facilitator.")
    assert page.get_by_role("button", name="Take the lead").count() == 0
    desk.looks = elm
    shows(page)
    expect(news).to_contain_text("Facilitator is back. You lead in their place.")
    press(page, "Hand the lead back")
    settled(page)
    assert desk.state.lead_from is None
    page.close()
