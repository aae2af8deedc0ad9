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

    def prepares(
        self, title: str, *options: str, question: str = "", method: str = "", length: str = "", purpose: str = ""
    ) -> None:
        """A ready plan, of ninety minutes unless another length is named, with these options; ends in the room."""
        self.page.get_by_role("link", name="Prepare a dialogue").click()
        self.page.get_by_label("Name of the dialogue").fill(title)
        self.page.get_by_role("textbox", name="Question", exact=True).fill(question)
        if method:
            self.page.locator("summary", has_text="Method").click()
            self.page.get_by_role("radio", name=method).check()
        if length:
            self.page.get_by_role("radio", name=length).check()
        if purpose:
            self.page.get_by_text("Purpose, rules, and what cannot stay confidential").click()
            self.page.get_by_role("textbox", name="What it is for").fill(purpose)
        if options:
            self.page.get_by_label("Minutes you have together").fill("")  # what comes beside takes its time
            self.page.get_by_text("What the plan has beside the talk").click()
        for option in options:
            self.page.get_by_label(option).check()
        self.press("Keep the plan and go to the room")
        expect(self.page).to_have_url(re.compile("/console$"))

    def opens_the_door(self) -> str:
        """The code that stands on the wall from then on."""
        self.press("Open the door")
        shown = self.main.get_by_text(CODE)
        expect(shown).to_be_visible()
        self.code = shown.inner_text()
        return self.code

    def lets_latecomers_in(self) -> None:
        """Whoever has the code comes in at any time, as no door does unless somebody says so."""
        panel = self.opens_drawer("Door and join code")
        late = panel.get_by_role("checkbox", name="Who comes after the opening knocks")
        late.click()  # it shows what is so in the room, not what was clicked
        expect(late).not_to_be_checked()
        self.closes_panel()

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

    def invites(self) -> str:
        """The link for a co-facilitator."""
        panel = self.opens_drawer("People")
        self.press("Invite a co-facilitator", panel)
        link = panel.get_by_label("Link for a co-facilitator")
        expect(link).to_be_visible()
        found = link.input_value()
        self.closes_panel()
        return found

    def unfolds(self, summary: str) -> None:
        """Opens what is folded away on the wall, if it is."""
        part = self.main.locator("details", has_text=summary)
        if part.get_attribute("open") is None:
            part.locator("summary").click()

    def goes_to(self, stage: str) -> None:
        """To any stage, by the list of all."""
        self.opens_drawer("Stages and minutes")
        self.side.get_by_role("button", name=re.compile(f"^{stage}")).click()
        expect(self.page.get_by_role("contentinfo")).to_contain_text(f"Everyone moved to {stage}.")

    def opens_drawer(self, name: str) -> Locator:
        """What is behind "More"."""
        self.press("More")
        self.press(name, self.side)
        panel = self.side.get_by_role("region", name=name)
        expect(panel).to_be_visible()
        return panel

    def switches_on(self, option: str) -> None:
        """What the plan did not have."""
        chosen = self.opens_drawer("Options and sittings").get_by_role("checkbox", name=option)
        chosen.click()  # it shows what is so in the room, not what was clicked
        expect(chosen).to_be_checked()
        self.closes_panel()

    def answers(self, fact: str, words: str) -> None:
        """What the narrator answers to a question of fact becomes a sentence."""
        self.taps(fact)
        self.press("Answer")
        self.writes("The narrator answers", words)

    def gives_the_word(self, person: str) -> None:
        """To somebody whose hand is up."""
        self.press(f"Give {person} the word", self.side)
        expect(self.side).to_contain_text(f"{person} has the word.")

    def asks_first(self, name: str) -> None:
        """Presses this button in the quiet column, and again where it is asked about."""
        self.press(name, self.side)
        self.press(name if name != "Show the pointing" else "Show them", self.page.get_by_role("contentinfo"))

    def tests(self, place: int, result: str, note: str = "", matter: str = "") -> None:
        """The answer, on the experience with this number."""
        self.press(f"Test on {place}", self.main)
        panel = self.side.get_by_role("region", name=f"Test on experience {place}")
        panel.get_by_role("radio", name=result, exact=True).check()
        if matter:
            panel.get_by_role("radio", name=matter).check()
        panel.get_by_label("Note, if wanted").fill(note)
        self.press("Write it down", panel)
        expect(panel).to_have_count(0)

    def taps(self, words: str) -> None:
        """Something on the wall, by what it says."""
        self.main.get_by_role("button").filter(has_text=words).click()

    def opens(self, person: str) -> Locator:
        """What can be done for someone without a device: that page of the quiet column."""
        self.press(f"Write for {person}", self.side)
        panel = self.side.get_by_role("region", name=person)
        expect(panel).to_be_visible()
        return panel

    def removes(self, person: str) -> None:
        """Sends a person out of the dialogue, and says so a second time."""
        panel = self.opens_drawer("People")
        panel.get_by_role("button", name=re.compile(f"^{person}")).click()
        self.press("Remove", self.side)
        self.press("Remove", self.page.get_by_role("contentinfo"))

    def closes_panel(self) -> None:
        self.press("Close", self.side)
