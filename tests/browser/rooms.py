"""A dialogue that has come as far as the experiences, for tests of what may happen while people write."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.cast import Phone
from tests.browser.hall import Hall, Window
from tests.browser.lead import Lead

TITLE = "One thing that happened to you"
ON_THE_WALL = "Yours, on the wall without your name"


def _nothing(_: object) -> None:
    """Nothing is done to it."""


class Room:
    """The dialogue, its console, and who comes in."""

    def __init__(self, hall: Hall, lead: Lead) -> None:
        self.hall = hall
        self.lead = lead
        lead.page.goto("/")
        lead.prepares("Trust", question="When is it right to trust?")
        self.code = lead.opens_the_door()
        lead.lets_latecomers_in()
        lead.moves_on("Experiences")

    def phone(
        self, name: str, before: Callable[[Window], object] = _nothing, meanwhile: Callable[[Phone], object] = _nothing
    ) -> Phone:
        """Someone joins and agrees. `before` is done to the window before it is opened, `meanwhile` once it is."""
        phone = Phone(self.hall, name)
        before(phone.window)
        phone.joins(self.code)
        meanwhile(phone)
        phone.press("I agree")
        expect(phone.field(TITLE)).to_be_visible()
        return phone

    def shows_once(self, title: str) -> None:
        """Waits until the title stands on the console's wall, once."""
        self.lead.window.shows_once(title)
