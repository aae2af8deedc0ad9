"""A phone on a real line: what is sent while the group talks about itself waits, and arrives once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.remote import RemoteLead
from tests.sessions.pages.given import Served, Visitor, facilitator, server

PATIENCE = 20_000  # milliseconds


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder: Path = tmp_path_factory.mktemp("live")
    with server(folder / "data") as running:
        yield running


@pytest.fixture(scope="module")
def leader(served: Served) -> Visitor:
    return facilitator(served)


@pytest.fixture
def lead(leader: Visitor) -> RemoteLead:
    return RemoteLead(leader)


@pytest.fixture
def phone(browser: Browser, served: Served, lead: RemoteLead) -> Iterator[Page]:
    """Ash's phone, where titles are written."""
    context = browser.new_context(base_url=served.origin, viewport={"width": 390, "height": 844}, locale="en-GB")
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    page = context.new_page()
    page.goto(f"/j/{lead.code}")
    page.get_by_label("What should we call you here?").fill("Ash")
    page.get_by_role("button", name="Go in").click()
    page.get_by_role("button", name="I agree").click()
    expect(page.get_by_text("We begin soon.")).to_be_visible()
    lead.asks("move_to_stage", stage="experiences")
    expect(page.locator("#title")).to_be_visible()
    yield page
    context.close()


def me(page: Page, lead: RemoteLead) -> dict[str, Any]:
    """What only this seat sees."""
    found: dict[str, Any] = page.request.get(f"/d/{lead.dialogue}/api/v1/snapshot?surface=participant").json()["me"]
    return found


def test_what_was_begun_is_there_after_the_talk(phone: Page, lead: RemoteLead) -> None:
    phone.fill("#title", "The missing f")
    lead.asks("call_meta", named=True)
    expect(phone.get_by_role("heading", name="We talk about how we are talking")).to_be_visible()
    lead.asks("end_meta", what_we_change="We let each other finish.")
    expect(phone.locator("#title")).to_have_value("The missing f")
    phone.fill("#title", "The missing file")
    phone.get_by_role("button", name="Put it on the wall").click()
    expect(phone.get_by_role("button", name="Add another title")).to_be_visible()
    assert lead.texts("experiences") == ["The missing file"]


def test_what_comes_in_during_the_talk_waits_and_arrives_once(phone: Page, lead: RemoteLead) -> None:
    phone.context.set_offline(True)
    phone.fill("#title", "The missing file")
    phone.get_by_role("button", name="Put it on the wall").click()
    lead.asks("call_meta", named=True)
    phone.context.set_offline(False)
    expect(phone.locator("header")).to_contain_text("Kept until the group goes on (1)")
    phone.get_by_role("button", name="Raise hand").click()
    expect(phone.get_by_role("button", name="Hand is up")).to_be_visible()
    expect(phone.locator("header")).to_contain_text("Kept until the group goes on (1)")
    assert [hand["reason"] for hand in lead.view["hands"]["queue"].values()] == ["speak"]
    assert lead.texts("experiences") == []
    lead.asks("end_meta", what_we_change="We let each other finish.")
    expect(phone.get_by_role("button", name="Add another title")).to_be_visible()
    expect(phone.locator("header")).not_to_contain_text("Kept until")
    assert lead.texts("experiences") == ["The missing file"]


def test_the_time_is_told_by_itself_once_the_form_is_answered(phone: Page, lead: RemoteLead) -> None:
    lead.asks("move_to_stage", stage="evaluation")
    phone.locator("label[for=spoke_freely-4]").click()
    assert "timed" not in me(phone, lead) or not me(phone, lead)["timed"]
    phone.get_by_role("button", name="Send, unsigned").click()
    expect(phone.get_by_role("heading", name="Thank you")).to_be_visible()
    for _ in range(50):
        if me(phone, lead)["timed"]:
            break
        phone.wait_for_timeout(100)
    assert me(phone, lead)["timed"] is True
    assert "Not accepted" not in phone.locator("body").inner_text()
