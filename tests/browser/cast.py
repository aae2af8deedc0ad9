"""People before a screen, who find things by what is written on them. A participant or an observer, and a flipchart."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from tests.browser.hall import PHONE, Hall


class Guest:
    """Somebody who came in by the door."""

    def __init__(self, hall: Hall, name: str, size: tuple[int, int] = PHONE, *, javascript: bool = True) -> None:
        self.name = name
        self.window = hall.window(name, size, javascript=javascript)
        self.page = self.window.page

    def joins(self, code: str, *, to: str = "take part") -> None:
        """From the start page by the code to the room."""
        self.knocks(code)
        self.page.get_by_label("What should we call you here?").fill(self.name)
        self.page.get_by_role("radio", name=re.compile(f"^{to}")).check()
        self.press("Go in")
        expect(self.page).to_have_url(re.compile("/d/[^/]+/$"))

    def knocks(self, code: str) -> None:
        """The code, typed at the door."""
        self.page.get_by_label("Code").fill(code)
        self.press("Go on")

    def press(self, name: str) -> None:
        self.window.press(name)

    def sees(self, words: str) -> None:
        self.window.sees(words)

    @property
    def main(self) -> Locator:
        """The one thing that the phone shows."""
        return self.page.get_by_role("main")

    def head(self, words: str) -> None:
        """Waits until the head of the phone says so: where the group is, and how the line is."""
        expect(self.page.get_by_role("banner")).to_contain_text(words)


class Phone(Guest):
    """A participant with a device."""

    def agrees(self) -> None:
        self.press("I agree")
        self.sees("We begin soon.")

    def field(self, label: str) -> Locator:
        return self.page.get_by_role("textbox", name=label)

    def types(self, label: str, words: str) -> None:
        """Key by key, after what is there."""
        self.field(label).press("End")
        self.field(label).press_sequentially(words)

    def suggests(self, question: str) -> None:
        self.press("Suggest a question")
        self.field("A question for this group").fill(question)
        self.press("Put it on the wall")

    def has_lived(self) -> None:
        """For the wording of now."""
        self.press("I have an experience for this")
        expect(self.page.get_by_role("button", name="I have an experience for this", pressed=True)).to_be_visible()
        self.head("Saved")

    def tells(self, title: str, account: str = "", *, not_examined: bool = False) -> None:
        self.field("One thing that happened to you").fill(title)
        if account:
            self.field("What happened (if you like)").fill(account)
        if not_examined:
            self.page.get_by_role("checkbox", name="I would rather not have this one examined.").check()
        self.press("Put it on the wall")

    def marks(self, *titles: str) -> None:
        for title in titles:
            self.page.get_by_role("checkbox", name=title).check()
        self.head("Saved")

    def corrects(self, sentence: str, text: str) -> None:
        """The narrator taps a sentence and writes it as it was."""
        self.main.get_by_role("button").filter(has_text=sentence).click()
        self.field("In your words").fill(text)
        self.press("Correct it on the wall")

    def asks_for_a_fact(self, about: str, question: str) -> None:
        """About the sentence that has these words."""
        self.press("Ask for a fact")
        self.field("What happened there?").fill(question)
        which = self.page.get_by_role("combobox", name="What is it about?")
        which.select_option(label=which.get_by_role("option").filter(has_text=about).inner_text())
        self.press("Ask it")
        self.sees("Your question of fact")

    def points_at(self, *sentences: str) -> None:
        """At the sentences that answer the question."""
        self.press("Point at sentences")
        for sentence in sentences:
            self.main.get_by_role("button").filter(has_text=sentence).click()
        self.press("Send it")
        self.head("Saved")

    def calls_a_talk(self) -> None:
        """About how the group works together, without a name; where a talk is called, it is a menu item."""
        self.press("More")
        self.press("Talk about how we work together")
        self.press("Call this talk")

    def takes(self, position: str, words: str = "") -> None:
        """Where one stands on the wording of now."""
        self.press("Say where I stand")
        self.page.get_by_role("radio", name=re.compile(f"^{position}")).first.check()
        if words:
            self.page.locator("#position").fill(words)
        self.press("Send it")
        self.sees(f"Your position: {position}")

    def withdraws(self, words: str) -> None:
        """Takes back what one wrote, for good."""
        self.press("More")
        self.press("My words")
        self.page.get_by_role("dialog").get_by_role("listitem").filter(has_text=words).get_by_role("button").click()
        self.press("Withdraw for good")

    def writes_own_version(self, text: str) -> None:
        self.press("Write my own version")
        self.field("In that place I would have …").fill(text)
        self.press("Put it on the wall")

    def doubts(self, about: str, text: str) -> None:
        """Doubts what has these words on the wall."""
        self.chooses_to_doubt(about)
        self.field("What is your doubt?").fill(text)
        self.press("Put my doubt on the wall")

    def chooses_to_doubt(self, about: str) -> None:
        self.press("I doubt something")
        self.main.get_by_role("button").filter(has_text=about).click()

    def settles(self, remark: str) -> None:
        """The one doubt that is one's own is settled, and this settled it."""
        self.press("My doubt is settled")
        self.field("What settled it?").fill(remark)
        self.press("Settle my doubt")

    def keeps_a_reservation(self, text: str) -> None:
        self.press("Keep a reservation or dissent")
        self.page.get_by_role("radio", name=re.compile("^Yes, with a reservation")).check()
        self.field("In your own words").fill(text)
        self.press("Put it beside the answer")

    def confirms(self) -> None:
        self.press("I confirm it")
        self.sees("You confirmed")

    def evaluates(self, items: dict[str, int | None], word: str) -> None:
        """Items by the beginning of what they say."""
        for item, value in items.items():
            if value is not None:
                self.page.get_by_role("group", name=item).get_by_text(str(value), exact=True).click()
        if word:
            self.field("One word or sentence").fill(word)
        self.press("Send, unsigned")
        self.sees("Your answers are in, unsigned.")


class Flipchart(Guest):
    """The screen on the wall: it comes in by the same door."""

    def shows(self, code: str) -> None:
        self.knocks(code)
        self.press("Show the flipchart here")
        expect(self.page).to_have_url(re.compile("/flipchart$"))
