"""The fault matrix's phone link: whatever breaks between a phone and the server, one row and a ✓.

A real phone page in Chromium with its own outbox, the real server process, SQLite on disk, and a link that is cut in
mid-frame at seeded places: before the command is sent, after it, after the commit and before the ack.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pages import chrome
from tests.faults.link import Link, Way
from tests.tools.group import Group, leader_of
from tests.tools.screens import wait_until
from tests.tools.server import ServerProcess

PATIENCE_MS = 30_000


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chrome() as started:
        yield started


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[tuple[Group, Link]]:
    """A group whose next person comes through a link that can break."""
    # The link's own address is one that browsers may come from; it must be known before the server starts.
    link = Link(0)
    server = ServerProcess(tmp_path / "data", PUBLIC_URL=link.origin)
    link._target = server.port
    group = Group(leader_of(server), size=1)
    try:
        yield group, link
    finally:
        group.close()
        link.close()
        server.kill()


def phone(browser: Browser, link: Link, group: Group, name: str) -> Page:
    """A phone that has joined through the link and agreed, at the experiences."""
    page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    page.goto(f"{link.origin}/j/{group.code}")
    page.locator("[name=pseudonym]").fill(name)
    page.get_by_role("button", name="Go in").click()
    page.get_by_role("button", name="I agree").click()
    expect(page.get_by_role("button", name="Put it on the wall")).to_be_visible()
    return page


def tell(page: Page, title: str) -> None:
    """Write a title and send it, whatever the connection does."""
    another = page.get_by_role("button", name="Add another title")
    send = page.get_by_role("button", name="Put it on the wall")
    expect(another.or_(send).first).to_be_visible(timeout=PATIENCE_MS)
    if another.is_visible():
        another.click()
    page.get_by_role("textbox").first.fill(title)
    send.click()


def all_saved(page: Page, titles: list[str]) -> None:
    """The phone says of each that it is saved."""
    for title in titles:
        expect(page.get_by_text(title, exact=True).first).to_be_visible(timeout=PATIENCE_MS)
    expect(page.get_by_text("Waiting for connection")).to_have_count(0, timeout=PATIENCE_MS)
    expect(page.get_by_text("Sending…")).to_have_count(0, timeout=PATIENCE_MS)


@pytest.mark.parametrize("seed", range(4))
def test_cut_in_mid_frame_at_seeded_places_every_title_is_there_once(
    browser: Browser, hall: tuple[Group, Link], seed: int
) -> None:
    group, link = hall
    chance = random.Random(seed)
    page = phone(browser, link, group, "Rowan")
    titles = [f"story {seed}.{number}" for number in range(5)]
    for title in titles:
        way = chance.choice(list(Way))
        # A command is about 150 bytes on its way up, its ack and updates some hundreds down.
        link.cut_after(way, chance.randrange(1, 160 if way is Way.UP else 600))
        tell(page, title)
        page.wait_for_timeout(chance.randrange(0, 400))
        link.heal()
    all_saved(page, titles)
    wait_until(lambda: sorted(group.titles()) == sorted(titles), "every title once", within=20)


def test_a_link_that_is_down_while_writing_keeps_the_text_and_sends_it_once(
    browser: Browser, hall: tuple[Group, Link]
) -> None:
    group, link = hall
    page = phone(browser, link, group, "Rowan")
    link.cut()
    tell(page, "The missing file")
    expect(page.get_by_text("Reconnecting. Your text is kept on this device.").first).to_be_visible(timeout=PATIENCE_MS)
    assert group.titles() == []
    link.heal()
    all_saved(page, ["The missing file"])
    assert group.titles() == ["The missing file"]


def test_a_reload_with_a_full_outbox_sends_what_was_in_it(browser: Browser, hall: tuple[Group, Link]) -> None:
    group, link = hall
    page = phone(browser, link, group, "Rowan")
    # The server gets the command but the phone never hears of it: sending it again must not double it.
    link.swallow(b'["ok"')
    link.cut_after(Way.DOWN, 40)
    tell(page, "The missing file")
    link.cut()
    page.wait_for_timeout(300)
    link.heal()
    page.reload()
    all_saved(page, ["The missing file"])
    assert group.titles() == ["The missing file"]


def test_a_lost_last_update_is_found_by_the_heartbeat_within_15_s(browser: Browser, hall: tuple[Group, Link]) -> None:
    group, link = hall
    page = phone(browser, link, group, "Rowan")
    link.swallow(b'["update"')
    group.lead.ask("move_to_stage", {"stage": "selection"})
    wait_until(lambda: link.swallowed == 1, "the update to be lost")
    expect(page.get_by_role("heading", name="Choosing one").or_(page.get_by_text("Choosing one")).first).to_be_visible(
        timeout=15_000
    )


def test_a_slow_link_is_only_slow(browser: Browser, hall: tuple[Group, Link]) -> None:
    group, link = hall
    page = phone(browser, link, group, "Rowan")
    link.slow(0.4)
    tell(page, "The phone call")
    tell(page, "The warning")
    all_saved(page, ["The phone call", "The warning"])
    link.heal()
    assert group.titles() == ["The phone call", "The warning"]
