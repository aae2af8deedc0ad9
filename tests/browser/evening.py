"""Those who play a scenario before screens, and what holds for all of their windows all along."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from playwright.sync_api import expect

from dialogue.methods import OFFERED
from dialogue.vocabulary import PlanOption
from sessions.rehearsal.scenario import Doubted, Part, Said, Scenario
from tests.browser.cast import Flipchart, Guest, Phone
from tests.browser.hall import CONSOLE, PHONE, PROJECTOR, TABLET, Hall, Window
from tests.browser.lead import Lead

OPTIONS: Mapping[PlanOption, str] = {
    PlanOption.QUESTION_SUGGESTIONS: "The group suggests questions",
    PlanOption.ACCOUNTS: "Typed accounts",
    PlanOption.POINTING: "Pointing at sentences",
    PlanOption.OWN_VERSIONS: "Own versions of the core statement",
    PlanOption.PRINCIPLES: "From reasons to rules and principles",
    PlanOption.TESTS: "Testing the answer on the other experiences",
    PlanOption.POSITIONS: "Positions on the exact wording",
    PlanOption.FIVE_ITEM_EVALUATION: "Five items and one open word",
    PlanOption.SEVEN_ITEM_EVALUATION: "Seven items and one open word",
}


@dataclass(frozen=True)
class Drama:
    """What goes wrong on the way, by the keys of the cast."""

    misheard: str = ""  # how the first sentence is written down, until its narrator corrects it
    reloads: str = ""  # whose page is loaded anew in the middle of a title
    loses: str = ""  # who loses the network in the middle of a doubt about an answer


class Evening:
    """Everyone who takes part, at their screens. For whoever has none, the facilitator writes."""

    def __init__(self, hall: Hall, scenario: Scenario, drama: Drama = Drama(), tablets: tuple[str, ...] = ()) -> None:
        self.hall, self.told, self.drama = hall, scenario, drama
        self.lead = Lead(hall)
        self.wall = Flipchart(hall, "Wall", PROJECTOR)
        self.by_key: dict[str, Phone] = {}
        for person in scenario.in_part(Part.PARTICIPANT):
            if person.device:
                size = TABLET if person.key in tablets else PHONE
                self.by_key[person.key] = Phone(hall, person.pseudonym, size)
        self.observers = [Guest(hall, one.pseudonym, TABLET) for one in scenario.in_part(Part.OBSERVER)]
        self.helpers = [Guest(hall, one.pseudonym, CONSOLE) for one in scenario.in_part(Part.CO_FACILITATOR)]
        self.said: dict[str, str] = {}  # what a scenario calls r1 or 3a: its words
        names = (person.pseudonym for person in scenario.cast if person.key != scenario.lead)
        self.names = re.compile(rf"\b({'|'.join(names)})\b")

    @property
    def phones(self) -> tuple[Phone, ...]:
        """Of all who have one."""
        return tuple(self.by_key.values())

    def windows(self) -> Iterator[Window]:
        """All but those of whoever leads or helps to."""
        yield from (guest.window for guest in (self.wall, *self.observers, *self.phones))

    def looks_around(self, stage: str) -> None:
        """What holds at any moment: no window complains, and no name stands where words stand."""
        self.looks_around_at_phones(stage)
        if stage != "1-opening":  # where the facilitator sees who is here
            assert self.names.search(self.lead.main.text_content() or "") is None, f"the console's wall, at {stage}"

    def looks_around_at_phones(self, stage: str) -> None:
        """While the console shows who could chair: no window complains, and no name reached the others."""
        for window in (*self.windows(), self.lead.window):
            window.shot(stage)
        self.hall.was_quiet()
        # The console's parts scroll by themselves: the page is as high as the window, so that no bar leaves it.
        below = self.lead.page.evaluate("document.scrollingElement.scrollHeight - window.innerHeight")
        assert below <= 1, f"the console at {stage} is {below} pixels higher than its window"
        for window in self.windows():
            assert self.names.search(window.text) is None, f"{window.whose}, at {stage}"

    def name(self, key: str | None) -> str:
        """What someone of the cast is called in the room."""
        return self.told.person(key).pseudonym if key else ""

    def phone(self, key: str | None) -> Phone | None:
        """Someone's own phone; None for whoever has none."""
        return self.by_key.get(key or "")

    def number(self, story: str) -> int:
        """The number under which a title stands."""
        return 1 + next(place for place, told in enumerate(self.told.experiences) if told.key == story)

    @property
    def planned(self) -> tuple[PlanOption, ...]:
        """The options that the scenario's plan names, but those the method lives from anyway."""
        central = OFFERED[self.told.method].central
        return tuple(PlanOption(option) for option in self.told.plan_options if PlanOption(option) not in central)

    def needs(self, option: PlanOption) -> None:
        """An option is on: in the plan, or from now on in the room."""
        if option not in {*self.planned, *OFFERED[self.told.method].central}:
            self.lead.switches_on(OPTIONS[option])


def states(evening: Evening, kind: str, key: str, said: Said) -> None:
    """A statement is written down, with what it rests on and whose it is."""
    below = tuple(evening.said[known] for known in said.rests_on)
    if any(known.startswith("experience:") for known in said.rests_on):
        evening.lead.unfolds("The other experiences, for something to rest on")
    evening.lead.says(kind, said.text, by=evening.name(said.by), rests_on=below)
    evening.wall.window.shows_once(said.text)
    for known in said.rests_on:
        if known.startswith("experience:"):  # no thread leads there
            evening.wall.sees(f"Experience {evening.number(known.removeprefix('experience:'))}")
    evening.said[key] = said.text


def rests_elsewhere(evening: Evening, said: Said, before: str) -> None:
    """The facilitator ties a statement to other sentences than it came with."""
    evening.lead.taps(said.text)
    evening.lead.press("Rests on …")
    wanted = {evening.said[known] for known in said.rests_on}
    for words in sorted(wanted ^ {before}):
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
    """Someone loses the network in the middle of a sentence, ends it, sends it, and is found again."""
    phone = evening.phone(doubt.by)
    assert phone is not None
    middle = len(doubt.text) // 2
    phone.chooses_to_doubt(about)
    phone.types("What is your doubt?", doubt.text[:middle])
    phone.window.loses_the_network()
    phone.types("What is your doubt?", doubt.text[middle:])
    phone.press("Put my doubt on the wall")
    phone.head("Waiting for connection (1)")
    phone.sees("Reconnecting. Your text is kept on this device.")
    phone.sees("Kept on this phone, sent when the connection is back.")
    evening.wall.window.lacks(doubt.text)
    phone.window.shot("8-offline")
    phone.window.finds_the_network()
    phone.sees("Connected. 1 item sent.")
    phone.head("Saved")
    phone.window.shows_once(doubt.text)
    evening.wall.window.shows_once(doubt.text)


def walls_agree(evening: Evening, told: list[str], found: list[str]) -> None:
    """The flipchart, the console, and two phones that look for something to doubt show the same, in the same order."""
    doubting = {doubt.by for doubt in evening.told.doubts if doubt.closed_by is None}
    calm = [phone for key, phone in evening.by_key.items() if key not in doubting]
    phones = (calm[0], calm[-1])
    for phone in phones:
        phone.press("I doubt something")
        phone.sees("What do you doubt?")
    for window in (evening.wall.window, evening.lead.window, *(phone.window for phone in phones)):
        text = window.page.get_by_role("main").text_content() or ""
        for words in (told, found):
            assert [known for known in words if text.count(known) != 1] == [], window.whose
            assert sorted(words, key=text.index) == words, window.whose
    for phone in phones:
        phone.press("Not now")
