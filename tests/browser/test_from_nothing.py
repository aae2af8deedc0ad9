"""A new administrator, from nothing to two sites, a facilitator and a manager, finding the way by what is written."""

from __future__ import annotations

import re
from pathlib import Path

import pyotp
import pytest
from playwright.sync_api import Locator, expect

from tests.browser.hall import CONSOLE, PHONE, PROJECTOR, Hall, Window, hall, sign_up
from tests.sessions.pages.given import PASSWORD

CODE = re.compile(r"(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}")


@pytest.mark.parametrize("size", [PHONE, CONSOLE, PROJECTOR], ids=["phone", "laptop", "projector"])
def test_from_nothing_to_two_sites_a_facilitator_and_a_manager(tmp_path: Path, size: tuple[int, int]) -> None:
    with hall(tmp_path) as opened:
        admin = opened.window("Admin", size, at="about:blank")
        sign_up(admin, opened.setup)
        _shot(admin, "first-page", size)
        _link(admin, "Begin with the sites")
        _protects_the_account(admin, size)
        _names_sites(admin, size)
        _link(admin, "Now invite people")
        facilitator = _invites(admin, "Fern", "Facilitator", "North", size)
        _link(admin, "Invite someone")
        manager = _invites(admin, "Maple", "Manager", "South", size)
        _comes(opened, "Fern", facilitator, size).sees("Two steps to a first dialogue of your own")
        _leads_on(opened.windows[-1])
        _comes(opened, "Maple", manager, size).sees("Nothing has been released yet")
        opened.windows[-1].sees("South")
        _shot(opened.windows[-1], "manager", size)
        admin.page.reload()
        for name, does, where in (("Fern", "Facilitator", "North"), ("Maple", "Manager", "South")):
            row = admin.page.get_by_role("row", name=re.compile(name))
            expect(row).to_contain_text(does)
            expect(row).to_contain_text(where)
        _shot(admin, "people", size)


def _protects_the_account(admin: Window, size: tuple[int, int]) -> None:
    """Sites and people wait for a second step; then one is where one wanted to go."""
    admin.sees("A second step for signing in")
    _shot(admin, "second-step", size)
    secret = (admin.page.locator("code.spelled").text_content() or "").replace(" ", "")
    admin.page.get_by_label("The code it shows").fill(pyotp.TOTP(secret).now())
    admin.page.get_by_label("Your password").fill(PASSWORD)
    admin.press("Go on")
    admin.sees("Your recovery codes")
    _shot(admin, "recovery-codes", size)
    _link(admin, "I have kept them")


def _names_sites(admin: Window, size: tuple[int, int]) -> None:
    admin.page.get_by_label("Name of the organisation").fill("Academy")
    admin.press("Go on")
    for name in ("North", "South"):
        form = admin.page.locator("form[action='/places']")
        form.get_by_label("Name", exact=True).fill(name)
        form.get_by_role("button", name="Add").click()
        admin.sees(name)
    _shot(admin, "sites", size)
    _moves_and_removes(admin)


def _moves_and_removes(admin: Window) -> None:
    """A site that was made too early goes to its region; what is not needed goes when that was asked once more."""
    add = admin.page.locator("form[action='/places']")
    for name, kind in (("Spare", "site"), ("Coast", "region")):
        add.get_by_label("Name", exact=True).fill(name)
        add.locator(f"input[value={kind}]").check()
        add.get_by_role("button", name="Add").click()
        admin.sees(name)
    spare = _row(admin, "Spare")
    spare.locator("summary").first.click()
    spare.get_by_label("It lies in").select_option(label="Coast")
    spare.get_by_role("button", name="Save").click()
    expect(_row(admin, "Coast").locator("li.tree")).to_contain_text("Spare")
    for name in ("Spare", "Coast"):
        row = _row(admin, name)
        row.locator("summary").first.click()
        sure = row.get_by_role("button", name=f"Remove {name}")
        expect(sure).to_be_hidden()
        row.get_by_text("Remove", exact=True).click()
        sure.click()
        expect(_row(admin, name)).to_have_count(0)


def _row(admin: Window, name: str) -> Locator:
    """The place of this name, with what can be done about it and what lies in it."""
    return admin.page.locator(f"li.tree:has(> details > summary > bdi:text-is('{name}'))")


def _invites(admin: Window, name: str, does: str, where: str, size: tuple[int, int]) -> str:
    """The code on the page to hand over; ends on the page of people."""
    admin.page.get_by_label("Their name").fill(name)
    box = admin.page.get_by_role("checkbox", name=re.compile(f"^{does}"))
    expect(admin.page.get_by_role("checkbox")).to_have_count(4)
    box.check()
    admin.page.get_by_label("Where do they belong?").select_option(label=where)
    admin.press("Make the invitation")
    shown = admin.page.get_by_text(CODE).first
    expect(shown).to_be_visible()
    admin.sees(f"{name} · {does} · {where} · Academy")
    _shot(admin, "invitation", size)
    found = CODE.search(admin.page.inner_text("main"))
    assert found is not None
    _link(admin, "Back to people")
    return found[0]


def _comes(opened: Hall, name: str, code: str, size: tuple[int, int]) -> Window:
    """Somebody with a paper in hand: opens the address, types the code, chooses a password, and is in."""
    window = opened.window(name, size, at="/welcome")
    window.page.get_by_label("Code").fill(code.lower().replace("-", " "))
    window.press("Go on")
    _shot(window, "welcome", size)
    expect(window.page.get_by_label("Name to sign in with")).to_have_value(name)
    window.page.get_by_label("Choose a password").fill(PASSWORD)
    window.press("Go in")
    return window


def _leads_on(window: Window) -> None:
    """The first page of a facilitator leads to the sample, and to a first dialogue of one's own."""
    _link(window, "Read the sample")
    window.sees("When is it right to trust a prisoner?")
    window.page.go_back()
    _link(window, "Prepare a dialogue")
    window.page.get_by_label("Name of the dialogue").fill("Our first")
    window.page.get_by_role("textbox", name="Question", exact=True).fill("When is it right to wait?")
    window.press("Keep the plan and go to the room")
    expect(window.page).to_have_url(re.compile("/console$"))


def _link(window: Window, name: str) -> None:
    window.page.get_by_role("link", name=name, exact=True).click()


def _shot(window: Window, stage: str, size: tuple[int, int]) -> None:
    window.shot(f"from-nothing-{stage}-{size[0]}")
