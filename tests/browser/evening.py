"""Those who play the scenario of trust before screens, and what holds for all of their windows all along."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playwright.sync_api import expect

from sessions.rehearsal.reading import read
from sessions.rehearsal.scenario import Doubted, Said
from tests.browser.cast import Flipchart, Guest, Phone
from tests.browser.hall import PROJECTOR, TABLET, Hall, Window
from tests.browser.lead import Lead

TRUST = read("trust")
NAMES = re.compile(rf"\b({'|'.join(person.pseudonym for person in TRUST.cast if person.key != TRUST.lead)})\b")


class Evening:
    """Everyone who takes part, at their screens. Elm has none; the facilitator writes for her."""

    def __init__(self, hall: Hall) -> None:
        self.hall = hall
        self.lead = Lead(hall)
        self.wall = Flipchart(hall, "Wall", PROJECTOR)
        self.ash = Phone(hall, "Ash")
        self.birch = Phone(hall, "Birch", TABLET)
        self.cedar = Phone(hall, "Cedar", TABLET)
        self.rowan = Phone(hall, "Rowan")
        self.mentor = Guest(hall, "Mentor", TABLET)
        self.phones = (self.ash, self.birch, self.cedar, self.rowan)
        self.said: dict[str, str] = {}  # what a scenario calls r1 or 3a: its words

    def windows(self) -> Iterator[Window]:
        """All but the facilitator's."""
        yield from (guest.window for guest in (self.wall, self.mentor, *self.phones))

    def looks_around(self, stage: str) -> None:
        """What holds at any moment: no window complains, and no name stands where words stand."""
        for window in (*self.windows(), self.lead.window):
            window.shot(stage)
        self.hall.was_quiet()
        for window in self.windows():
            assert NAMES.search(window.text) is None, f"{window.whose}, at {stage}"
        if stage != "1-opening":  # where the facilitator sees who is here
            assert NAMES.search(self.lead.main.text_content() or "") is None, f"the console's wall, at {stage}"

    def name(self, key: str | None) -> str:
        """What someone of the cast is called in the room."""
        return TRUST.person(key).pseudonym if key else ""

    def phone(self, key: str) -> Phone | None:
        return next((phone for phone in self.phones if phone.name == self.name(key)), None)


def states(evening: Evening, kind: str, key: str, said: Said) -> None:
    """A statement is written down, with what it rests on and whose it is."""
    below = tuple(evening.said[known] for known in said.rests_on)
    evening.lead.says(kind, said.text, by=evening.name(said.by), rests_on=below)
    evening.wall.window.shows_once(said.text)
    evening.said[key] = said.text


def rests_elsewhere(evening: Evening, said: Said, before: str) -> None:
    """The facilitator ties a statement to other sentences than it came with."""
    evening.lead.taps(said.text)
    evening.lead.press("Rests on …")
    for words in (before, *(evening.said[known] for known in said.rests_on)):
        evening.lead.taps(words)
    evening.lead.press("Set")


def settles(evening: Evening, doubt: Doubted) -> None:
    phone = evening.phone(doubt.by)
    assert phone is not None
    phone.settles(doubt.how)
    evening.wall.window.lacks(doubt.text)


def rewords(evening: Evening, before: str, after: str) -> None:
    """A new version, begun from the words of the present one."""
    evening.lead.taps(before)
    evening.lead.press("New wording from this")
    expect(evening.lead.page.get_by_role("textbox", name="Answer", exact=True)).to_have_value(before)
    evening.lead.writes("Answer", after)
    evening.wall.sees(after)


def doubts_without_a_network(evening: Evening, about: str, doubt: Doubted) -> None:
    """Birch loses the network in the middle of a sentence, ends it, sends it, and is found again."""
    birch = evening.birch
    middle = len(doubt.text) // 2
    birch.chooses_to_doubt(about)
    birch.types("What is your doubt?", doubt.text[:middle])
    birch.window.loses_the_network()
    birch.types("What is your doubt?", doubt.text[middle:])
    birch.press("Put my doubt on the wall")
    birch.head("Waiting for connection (1)")
    birch.sees("Reconnecting. Your text is kept on this device.")
    birch.sees("Kept on this phone, sent when the connection is back.")
    evening.wall.window.lacks(doubt.text)
    birch.window.shot("8-offline")
    birch.window.finds_the_network()
    birch.sees("Connected. 1 item sent.")
    birch.head("Saved")
    birch.window.shows_once(doubt.text)
    evening.wall.window.shows_once(doubt.text)


def walls_agree(evening: Evening, told: list[str], found: list[str]) -> None:
    """The flipchart, the console, and two phones that look for something to doubt show the same, in the same order."""
    for phone in (evening.ash, evening.rowan):
        phone.press("I doubt something")
        phone.sees("What do you doubt?")
    for window in (evening.wall.window, evening.lead.window, evening.ash.window, evening.rowan.window):
        text = window.page.get_by_role("main").text_content() or ""
        for words in (told, found):
            assert [known for known in words if text.count(known) != 1] == [], window.whose
            assert sorted(words, key=text.index) == words, window.whose
    for phone in (evening.ash, evening.rowan):
        phone.press("Not now")
