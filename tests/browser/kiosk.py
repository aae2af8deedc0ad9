"""Whoever sits at a shared computer: they begin, write down their return code, and let the next person begin."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.cast import Phone
from tests.browser.hall import CONSOLE, Hall

OWN_CODE = re.compile(r"^[0-9A-Z]{4}-[0-9A-Z]{4}$")


class Kiosk(Phone):
    """Whoever sits at the shared computer now; it has been given the code of the door."""

    def __init__(self, hall: Hall, code: str, size: tuple[int, int] = CONSOLE, *, javascript: bool = True) -> None:
        super().__init__(hall, "Kiosk", size, javascript=javascript)
        self.code = code
        self.page.goto(f"/shared/{code}")

    def sits_down(self, name: str) -> str:
        """Somebody new; their return code."""
        self.page.get_by_role("link", name="Join the dialogue").click()
        self.page.get_by_label("What should we call you here?").fill(name)
        self.press("Go in")
        return self.writes_down_the_code()

    def comes_back(self, code: str) -> str:
        """Somebody who was here before; their next return code."""
        self.page.get_by_label("Your return code").fill(code)
        self.press("Go on")
        return self.writes_down_the_code()

    def writes_down_the_code(self) -> str:
        """And goes on to the room."""
        shown = self.page.get_by_text(OWN_CODE)
        expect(shown).to_be_visible()
        found = shown.inner_text()
        self.page.get_by_role("link", name="I have written it down: go on").click()
        expect(self.page).to_have_url(re.compile("/d/[^/]+/$"))
        return found

    def is_done(self) -> None:
        """The next person may begin."""
        self.press("Done: next person")
