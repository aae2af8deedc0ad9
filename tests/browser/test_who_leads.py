"""Whoever takes the lead over is named to everyone: on phones, on the wall, beside the wall; announced once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from dialogue import commands as ask
from dialogue.vocabulary import Role, SeatId, StageKey
from tests.browser.desks import Desk, shows
from tests.browser.pages import flipchart, site, watched
from tests.browser.phones import held, phone_page
from tests.browser.test_flipchart import show
from tests.cast import Room

TAKEN = "Cora leads now, until Lead is back."


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


def test_who_helps_reads_at_the_console_who_leads(browser: Browser, walls: str) -> None:
    desk = Desk()
    first, elm = desk.looks, desk.joined("Elm", Role.CO_FACILITATOR)
    page: Page = desk.opened(browser, walls)
    desk.does(ask.OfferLead(), SeatId("server"))
    desk.does(ask.TakeLead(), elm)
    assert desk.seen["seats"][first]["role"] == "co_facilitator"
    shows(page)
    expect(page.locator(".console-news")).to_contain_text("Elm leads now, until Facilitator is back.")
    page.close()
