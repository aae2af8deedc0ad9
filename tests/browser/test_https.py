"""Https in Chromium: rooms over encrypted sockets, cookies kept to them, and the page on which a device is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pages import chrome, watched
from tests.sessions.certificates.given import free_port, secure_server
from tests.sessions.pages.given import Served, Visitor, facilitator, joined, prepared


@dataclass
class Place:
    """A server with https, and the port on which devices are told to trust it."""

    served: Served
    trust: str
    browser: Browser


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    port = free_port()
    with secure_server(tmp_path_factory.mktemp("https") / "data", trust_port=port) as served, chrome() as browser:
        yield Place(served, f"http://127.0.0.1:{port}", browser)


def _page(place: Place, visitor: Visitor) -> Page:
    """A browser of this person's, which goes on in spite of the warning."""
    context = place.browser.new_context(ignore_https_errors=True)
    for (name, path), value in visitor.cookies.items():
        context.add_cookies(
            [{"name": name, "value": value, "domain": "127.0.0.1", "path": path, "secure": True, "httpOnly": True}]
        )
    return context.new_page()


def test_rooms_live_over_encrypted_sockets(place: Place) -> None:
    leader = facilitator(place.served)
    dialogue, code = prepared(leader)
    ash = joined(place.served, code, "Ash")
    console, phone = _page(place, leader), _page(place, ash)
    errors = watched(console), watched(phone)
    sockets: list[str] = []
    for page, way in ((console, "console"), (phone, "")):
        page.on("websocket", lambda socket: sockets.append(socket.url))
        page.goto(f"{place.served.origin}/d/{dialogue}/{way}")
        page.wait_for_selector("main h1, main h2")
    assert leader.command(dialogue, "move_to_stage", {"stage": "experiences"}).status == 200
    phone.get_by_role("button", name="I agree").click()
    phone.get_by_role("textbox").first.fill("The corridor")
    phone.get_by_role("button", name="Put it on the wall").click()
    expect(phone.get_by_role("button", name="Add another title")).to_be_visible()
    expect(console.get_by_text("The corridor").first).to_be_visible()
    assert {url.partition(":")[0] for url in sockets} == {"wss"}
    assert len(sockets) >= 2
    assert console.evaluate("isSecureContext")
    assert errors == ([], [])
    kept = {known["name"]: known.get("secure") for known in phone.context.cookies()}
    assert kept
    assert set(kept.values()) == {True}


def test_a_page_asked_for_with_http_comes_with_https(place: Place) -> None:
    page = _page(place, Visitor(place.served))
    page.goto(f"{place.served.origin.replace('https', 'http')}/join")
    assert page.url == f"{place.served.origin}/join"


@pytest.mark.parametrize("width", [320, 1100])
def test_the_trust_page_fits_leads_on_and_hands_out_the_certificate(place: Place, width: int) -> None:
    page = place.browser.new_page(viewport={"width": width, "height": 800})
    errors = watched(page)
    page.goto(place.trust)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("#fingerprint span").count() == 4
    assert page.get_by_role("link", name="Go to the dialogue").get_attribute("href") == place.served.origin
    page.get_by_text("Android", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the certificate").first.click()
    assert download.value.suggested_filename == "ca.crt"
    assert Path(download.value.path()).read_bytes()[:1] == b"\x30"
    assert errors == []
    page.close()
