"""The facilitator at the console, who finds things by what is written on them."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from tests.browser.hall import CONSOLE, Hall, sign_up

CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b")


class Lead:
    """Prepares, leads, and writes for those who have no device."""

    def __init__(self, hall: Hall) -> None:
        self.window = hall.window("Console", CONSOLE, at="about:blank")
        self.page = self.window.page
        self.code = ""
        sign_up(self.window, hall.setup)

    def prepares(self, title: str, *options: str, question: str = "") -> None:
        """A plan of ninety minutes with these options; ends in the room."""
        self.page.get_by_role("link", name="Prepare a dialogue").click()
        self.page.get_by_label("Name of the dialogue").fill(title)
        self.page.get_by_role("textbox", name="Question", exact=True).fill(question)
        for option in options:
            self.page.get_by_role("checkbox", name=option).check()
        self.press("Keep the plan and go to the room")
        expect(self.page).to_have_url(re.compile("/console$"))

    def opens_the_door(self) -> str:
        """The code that stands on the wall from then on."""
        self.press("Open the door")
        shown = self.main.get_by_text(CODE)
        expect(shown).to_be_visible()
        self.code = shown.inner_text()
        return self.code

    @property
    def main(self) -> Locator:
        return self.page.get_by_role("main")

    @property
    def side(self) -> Locator:
        """The column that only the facilitator sees."""
        return self.page.get_by_role("complementary", name="Only you see this")

    def press(self, name: str, where: Locator | None = None) -> None:
        self.window.press(name, where)

    def sees(self, words: str) -> None:
        expect(self.main.get_by_text(words).filter(visible=True).first).to_be_visible()

    def moves_on(self, stage: str, *, anyway: bool = False) -> None:
        """To the stage that the button names; past what the console has to say against it, with `anyway`."""
        self.press(f"Next: {stage}")
        if anyway:
            self.press("Move anyway")
        expect(self.page.get_by_role("contentinfo")).to_contain_text(f"Everyone moved to {stage}.")

    def says(self, kind: str, words: str, *, by: str = "", rests_on: tuple[str, ...] = ()) -> None:
        """Writes down what was said: its kind, the words, what it rests on (by the words there), and who said it."""
        self.page.get_by_label("What is written").select_option(label=kind)
        self.writes(kind, words, by=by, rests_on=rests_on)

    def writes(self, line: str, words: str, *, by: str = "", rests_on: tuple[str, ...] = ()) -> None:
        """Fills the line, which has this name, and sends it; returns when the words stand in the room."""
        self.page.get_by_role("textbox", name=line, exact=True).fill(words)
        for below in rests_on:
            self.taps(below)
        if by:
            self.page.get_by_label("Who said it").select_option(label=by)
        self.page.get_by_role("textbox", name=line, exact=True).press("Enter")
        self.sees(words)

    def taps(self, words: str) -> None:
        """Something on the wall, by what it says."""
        self.main.get_by_role("button").filter(has_text=words).click()

    def opens(self, person: str) -> Locator:
        """What can be done for someone without a device: that page of the quiet column."""
        self.press(f"Write for {person}", self.side)
        panel = self.side.get_by_role("region", name=person)
        expect(panel).to_be_visible()
        return panel

    def closes_panel(self) -> None:
        self.press("Close", self.side)
