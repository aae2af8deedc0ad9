"""A dialogue led with one laptop, a projector and paper: whoever leads writes for everyone, and nobody has a phone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from playwright.sync_api import Locator, Page, Request, expect

from tests.browser.circle import NAMES
from tests.browser.hall import PROJECTOR, Hall, Window
from tests.browser.lead import Lead

# The console scrolls in its columns, never as a whole: what reaches below the window, when something does.
OUT_OF_PLACE = """() => document.scrollingElement.scrollTop < 2 ? [] : [...document.querySelectorAll("body *")]
  .filter((one) => one.getBoundingClientRect().bottom + scrollY > innerHeight + 1)
  .filter((one) => !one.closest(".console-main, .console-side"))
  .map((one) => `${one.tagName} ${one.getAttribute("class")} ${one.textContent.trim().slice(0, 30)}`)"""
PATH = re.compile(r"^https?://[^/]+([^?#]*)")


class Laptop(Lead):
    """The console, the window on the projector, and the slips of paper, by their numbers."""

    def __init__(self, hall: Hall) -> None:
        super().__init__(hall)
        self.hall = hall
        self.fetched: list[str] = []  # paths of all that this laptop ever asked for
        self.page.context.on("request", self._note)
        self.slips: list[str] = []
        self.wall: Window

    def _note(self, request: Request) -> None:
        if found := PATH.match(request.url):
            self.fetched.append(found[1])

    @property
    def bar(self) -> Locator:
        """The bar below, where the console asks back."""
        return self.page.get_by_role("contentinfo")

    @property
    def dialogue(self) -> str:
        """Address of the dialogue, without its surfaces."""
        return self.page.url.removesuffix("/console")

    def prepares_for_paper(self, title: str, question: str, *options: str) -> None:
        """A plan of ninety minutes for a group in which somebody leads others, who speaks last."""
        self.page.get_by_role("link", name="Prepare a dialogue").click()
        self.page.get_by_label("Name of the dialogue").fill(title)
        self.page.get_by_role("textbox", name="Question", exact=True).fill(question)
        self.page.get_by_role("radio", name="Yes, and they speak last").check()
        self.page.get_by_label("Minutes you have together").fill("")
        self.page.get_by_text("What the plan has beside the talk").click()
        for option in options:
            self.page.get_by_label(option).check()
        self.press("Keep the plan and go to the room")
        expect(self.page).to_have_url(re.compile("/console$"))

    def shows_the_wall(self) -> None:
        """The flipchart, opened on the projector from this laptop."""
        with self.page.expect_popup() as opened:
            self.press("Open the flipchart", self.main)
        opened.value.set_viewport_size({"width": PROJECTOR[0], "height": PROJECTOR[1]})
        self.wall = self.hall.watch(opened.value, "Wall")
        self.wall.page.reload()  # from here on all that reaches it is kept
        self.page.bring_to_front()  # a page behind another one is drawn once a second

    def prints_slips(self, count: int) -> Page:
        """Made and shown as cards to be cut out; their numbers are known from then on."""
        panel = self.opens_drawer("Paper slips")
        panel.get_by_label("How many more").fill(str(count))
        with self.page.expect_popup() as opened:
            self.press("Make them and print", panel)
        sheet = opened.value
        expect(sheet.locator(".slip")).to_have_count(count)
        self.slips = sheet.locator(".slip-words strong").all_inner_texts()
        self.closes_panel()
        return sheet

    def finds_slip(self, number: str) -> Locator:
        """Somebody comes with the half of the paper that they kept."""
        panel = self.opens_drawer("Paper slips")
        panel.get_by_label("Somebody comes with a return slip").fill(number)
        panel.get_by_label("Somebody comes with a return slip").press("Enter")
        found = self.side.get_by_role("region", name=f"Slip {number}")
        expect(found).to_be_visible()
        return found

    def types_from(self, voice: str, words: str) -> None:
        """With the keys alone: the words, then who said them, as one finds a name in a list by its first letters."""
        line = self.page.locator("#words")
        expect(line).to_be_focused()
        self.page.keyboard.type(words)
        self.page.keyboard.press("Tab")
        self.page.keyboard.type(voice)
        expect(self.page.locator("#voice option:checked")).to_have_text(voice)
        self.page.keyboard.press("Enter")
        self.sees(words)
        expect(line).to_be_focused()

    def says_quietly(self, kind: str, words: str, by: str, about: str) -> None:
        """Writes down what the wall does not show yet."""
        self.page.get_by_label("What is written").select_option(label=kind)
        line = self.page.get_by_role("textbox", name=kind, exact=True)
        line.fill(words)
        self.taps(about)
        self.page.get_by_label("Who said it").select_option(label=by)
        line.press("Enter")
        expect(line).to_have_value("")
        self.settled()

    def settled(self) -> None:
        """Waits until the server has taken what was asked."""
        expect(self.page.locator("#line-state [data-state=sending]")).to_have_count(0)
        expect(self.page.locator("#line-state [data-state=refused]")).to_have_count(0)

    def turns_to(self, people: Iterable[str]) -> Iterator[tuple[str, Locator]]:
        """Person after person: the first from the quiet column, the others by "Next" or its key in turns."""
        for place, person in enumerate(people):
            if not place:
                self.opens(person)
            elif place % 2:
                self.press(f"Next: {person}", self.side)
            else:
                self.page.keyboard.press("n")
            panel = self.side.get_by_role("region", name=person)
            expect(panel).to_be_visible()
            yield person, panel
            self.settled()
        self.closes_panel()

    def reads(self, path: str) -> Any:
        """A file of the dialogue, as this laptop downloads it."""
        return self.page.evaluate("(path) => fetch(path).then((answer) => answer.json())", f"{self.dialogue}/{path}")

    def looks(self, moment: str) -> None:
        """What holds at any moment: no window complains; the projector names nobody, and no slip by its number."""
        self.window.shot(moment)
        self.wall.shot(moment)
        self.hall.was_quiet()
        assert self.page.evaluate(OUT_OF_PLACE) == [], moment
        assert NAMES.search(self.wall.text) is None, moment
        assert [slip for slip in self.slips if re.search(rf"\b{slip}\b", self.wall.text)] == [], moment
