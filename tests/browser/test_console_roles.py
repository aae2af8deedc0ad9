"""Who sits at a console: the one who leads, or a co-facilitator; who leads others here; who takes the lead over."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from dialogue import commands as ask
from dialogue.rules.permissions import PERMITS
from dialogue.vocabulary import Role, StageKey
from tests.browser.desks import Desk, press, say, settled, shows
from tests.browser.pages import site, watched
from tests.browser.walls import LEAD


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


def helped(desk: Desk, page: Page) -> None:
    """From now on Elm, a co-facilitator, sits at this console."""
    desk.looks = desk.joined("Elm", Role.CO_FACILITATOR)
    shows(page)


def test_a_co_facilitator_writes_and_enters_but_does_not_move_the_course(page: Page, desk: Desk) -> None:
    desk.moves_to(StageKey.EXPERIENCES)
    helped(desk, page)
    expect(page.locator(".presence")).to_contain_text("you help")
    say(page, "A late shift", by="Ash")
    assert desk.texts("experiences") == ["A late shift"]
    for name in ("Next: Choosing one", "Back: Opening", "Start a round", "A minute of silence", "Undo “Title”"):
        assert page.get_by_role("button", name=name, exact=True).count() == 0, name
    assert page.get_by_role("button", name="Pause: how we talk").count() == 1, "anyone may call it"
    page.keyboard.press("Escape")
    page.keyboard.press("PageDown")
    settled(page)
    assert desk.seen["course"]["stage"] == "experiences"


def test_the_lead_is_taken_when_it_is_offered_and_handed_back(page: Page, desk: Desk) -> None:
    helped(desk, page)
    assert page.get_by_role("button", name="Take the lead").count() == 0, "nobody seizes it"
    desk.does(ask.OfferLead())
    shows(page)
    expect(page.locator(".console-news")).to_contain_text("The facilitator has been offline for 30 seconds.")
    press(page, "Take the lead")
    expect(page.locator(".console-news")).to_contain_text("Facilitator is back. You lead in their place.")
    assert desk.state.facilitator == desk.looks
    expect(page.get_by_role("button", name="Next: Experiences")).to_be_visible()
    press(page, "Hand the lead back")
    settled(page)
    assert desk.state.facilitator == LEAD
    expect(page.get_by_role("button", name="Next: Experiences")).to_have_count(0)


def test_whoever_leads_others_is_marked_and_writes_nothing_down(page: Page, desk: Desk) -> None:
    birch = desk.joined("Birch")
    shows(page)
    page.locator(".presence").click()
    page.locator(".panel").get_by_role("button", name="Birch").click()
    press(page, "Leads others here")
    settled(page)
    assert desk.state.seats[birch].leads_others
    assert page.get_by_role("button", name="Writes the narrative down").count() == 0
    page.locator(".presence").click()
    expect(page.locator(".panel .menu-item", has_text="Birch")).to_contain_text("leads others")


def test_a_link_for_a_co_facilitator_is_made_or_the_failure_told(browser: Browser, address: str, desk: Desk) -> None:
    page = desk.opened(browser, address)
    page.locator(".presence").click()
    page.route("**/invitation", lambda route: route.fulfill(status=503))
    press(page, "Invite a co-facilitator")
    expect(page.locator(".panel")).to_contain_text("The link could not be made.")
    link = "http://192.0.2.7:8000/d/d1/invited/abc"
    page.route("**/invitation", lambda route: route.fulfill(status=201, json={"ok": True, "link": link, "until": 1e15}))
    press(page, "Invite a co-facilitator")
    expect(page.get_by_label("Link for a co-facilitator")).to_have_value(link)
    page.close()


def test_a_link_that_was_used_is_shown_no_longer(browser: Browser, address: str, desk: Desk) -> None:
    page = desk.opened(browser, address)
    page.locator(".presence").click()
    until = page.evaluate("Date.now()") + 3_600_000
    links = iter(["first", "second"])
    page.route(
        "**/invitation",
        lambda route: route.fulfill(status=201, json={"ok": True, "link": next(links), "until": until}),
    )
    expect(page.locator(".panel")).to_contain_text("Colleagues who have an account: share it with them")
    press(page, "Invite a co-facilitator")
    expect(page.get_by_label("Link for a co-facilitator")).to_have_value("first")
    desk.joined("Ash the Second")
    shows(page)
    expect(page.get_by_label("Link for a co-facilitator")).to_have_value("first")
    desk.joined("Elm", Role.CO_FACILITATOR)
    shows(page)
    expect(page.get_by_label("Link for a co-facilitator")).to_have_count(0)
    expect(page.locator(".panel")).to_contain_text("Elm came in to help. For one more, make a new link.")
    press(page, "Invite a co-facilitator")
    expect(page.get_by_label("Link for a co-facilitator")).to_have_value("second")
    page.close()


def test_what_only_the_leader_may_do_is_the_servers_own_list(page: Page, desk: Desk) -> None:
    script = """async () => {
      const { may } = await import("/static/js/console/roles.js");
      const helps = { me: { seat: { role: "co_facilitator" } } };
      return (types) => types.filter((type) => !may(helps, type));
    }"""
    console = {
        re.sub(r"(?<!^)(?=[A-Z])", "_", command.__name__).lower(): permit.roles for command, permit in PERMITS.items()
    }
    led = {name for name, roles in console.items() if Role.FACILITATOR in roles}
    kept = page.evaluate(f"async (types) => (await ({script})())(types)", sorted(led))
    # The speaker ends a turn too, and a co-facilitator is none: that rule stands in rules/turns.py.
    assert set(kept) == {name for name in led if Role.CO_FACILITATOR not in console[name]} | {"end_turn"}
