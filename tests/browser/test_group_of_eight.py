"""Eight at the door: two share a computer, one changes phone, one is removed and not let in again, one comes late."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.browser.cast import Phone
from tests.browser.hall import Hall, hall
from tests.browser.kiosk import OWN_CODE, Kiosk
from tests.browser.lead import Lead
from tests.browser.rooms import TITLE

PLAIN = ("Ash", "Birch", "Cedar")


def test_a_group_of_eight_gets_through_the_door(tmp_path: Path) -> None:
    with hall(tmp_path) as opened:
        lead = Lead(opened)
        lead.prepares("Trust", question="When is it right to trust?")
        code = lead.opens_the_door()
        phones = [_joins(opened, name, code) for name in PLAIN]
        kiosk, of_elder, of_fir = _two_at_one_computer(opened, code)
        gorse, mallow = _joins(opened, "Gorse", code), _joins(opened, "Mallow", code)
        _sends_away_who_does_not_belong(lead, mallow)
        _is_not_let_in_again(lead, mallow, code)
        phones.append(_changes_phone(opened, gorse))
        lead.moves_on("Experiences")
        phones.append(_comes_late(opened, lead, code))
        for phone in phones:
            expect(phone.field(TITLE)).to_be_visible()
        for name, own in (("Elder", of_elder), ("Fir", of_fir)):
            kiosk.comes_back(own)
            kiosk.tells(f"What {name} saw")
            kiosk.sees("Yours, on the wall without your name")
            kiosk.is_done()
            lead.window.shows_once(f"What {name} saw")
        panel = _counts(lead, 7, "As many in the room as here: 7.")
        for name in (*PLAIN, "Elder", "Fir", "Gorse", "Hazel"):
            expect(panel.get_by_role("button", name=re.compile(f"^{name}"))).to_be_visible()
        expect(panel.get_by_role("button", name=re.compile("^Mallow"))).to_have_count(0)
        lead.window.shot("group-of-eight")


def _joins(opened: Hall, name: str, code: str) -> Phone:
    phone = Phone(opened, name)
    phone.joins(code)
    phone.agrees()
    return phone


def _two_at_one_computer(opened: Hall, code: str) -> tuple[Kiosk, str, str]:
    kiosk, codes = Kiosk(opened, code), []
    for name in ("Elder", "Fir"):
        codes.append(kiosk.sits_down(name))
        kiosk.agrees()
        kiosk.is_done()
        kiosk.sees("Welcome. Who are you?")
    return kiosk, codes[0], codes[1]


def _counts(lead: Lead, heads: int, words: str) -> Locator:
    """The heads in the room, and what follows; the panel of people stays open."""
    panel = lead.opens_drawer("People")
    panel.get_by_label("People in the room").fill(str(heads))
    panel.get_by_label("People in the room").press("Tab")
    expect(panel).to_contain_text(words)
    return panel


def _sends_away_who_does_not_belong(lead: Lead, removed: Phone) -> None:
    """Six heads and seven seats: one is removed, whose open page shows it, and who can do nothing any more."""
    panel = _counts(lead, 6, "1 more here than in the room: look who does not belong.")
    panel.get_by_role("button", name=re.compile("^Mallow")).click()
    lead.press("Remove", lead.side)
    lead.press("Remove", lead.page.get_by_role("contentinfo"))
    removed.sees("You are no longer in this dialogue")
    removed.window.lacks("When is it right to trust?")
    expect(removed.page.get_by_role("button")).to_have_count(0)
    dialogue = removed.page.url.split("/")[4]
    asked = f"fetch('/d/{dialogue}/api/v1/snapshot').then((answer) => answer.status)"
    assert removed.page.evaluate(asked) == 403
    removed.page.reload()
    removed.sees("You are not in this dialogue")
    assert [error for error in removed.window.errors if "403" not in error] == []
    removed.window.errors.clear()
    lead.closes_panel()
    _counts(lead, 6, "As many in the room as here: 6.")
    lead.closes_panel()


def _is_not_let_in_again(lead: Lead, removed: Phone, code: str) -> None:
    """The door is open to whoever has the code; on the phone of before one has to knock, and is turned away."""
    lead.sees("Whoever has the code comes in; after the opening they knock.")
    removed.page.goto(f"/j/{code}")
    removed.page.get_by_label("What should we call you here?").fill("Mallow")
    removed.press("Go in")
    removed.sees("You have knocked")
    lead.press("Turn away: Mallow")
    lead.press("Turn away", lead.page.get_by_role("contentinfo"))
    removed.sees("You were not let in")
    removed.window.lacks("When is it right to trust?")


def _changes_phone(opened: Hall, before: Phone) -> Phone:
    """By the return code that the older phone shows; that one is out then."""
    before.press("More")
    before.press("Change device")
    shown = before.page.get_by_text(OWN_CODE)
    expect(shown).to_be_visible()
    before.window.shot("change-device")
    after = Phone(opened, "Gorse-again")
    after.knocks(shown.inner_text().lower())
    expect(after.page).to_have_url(re.compile("/d/[^/]+/$"))
    after.sees("We begin soon.")
    before.sees("This place is open somewhere else now")
    return after


def _comes_late(opened: Hall, lead: Lead, code: str) -> Phone:
    """After the opening one knocks, and is let in."""
    late = Phone(opened, "Hazel")
    late.knocks(code)
    late.page.get_by_label("What should we call you here?").fill("Hazel")
    late.press("Go in")
    late.sees("You have knocked")
    late.window.lacks("When is it right to trust?")
    lead.press("Let in: Hazel")
    expect(late.page).to_have_url(re.compile("/d/[^/]+/$"))
    late.press("I agree")
    return late
