"""Paper as Chromium prints it, from a real server: sizes, numbers of pages, and words that stay in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from dialogue import commands as ask
from dialogue.vocabulary import Kind, Remainder, StageKey, Words
from sessions.accounts.service import Staff
from sessions.paper.sheets import SHEETS
from sessions.poster.layout import SIZES
from sessions.rooms.persons import SIGN_IN_COOKIE
from sessions.rooms.registry import Rooms
from sessions.rooms.service import Service
from tests.browser.pages import watched
from tests.sessions.paper.given import Table
from tests.sessions.rooms.given import opened
from tests.tools.server import ServerProcess

A4, A3 = (210, 297), (420, 297)  # millimetres
KEYS = [sheet.key for sheet in SHEETS]
LONG = "Speak from your own experience, and not from what others have told you about theirs. " * 5


@dataclass
class Printed:
    """Addresses of dialogues on a running server: one with nothing in it yet, one with a whole wall, one with more."""

    origin: str
    sign_in: str
    dialogues: dict[str, str]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Printed]:
    data = tmp_path_factory.mktemp("paper") / "data"
    storage = opened(data)
    try:
        service = Service(Rooms(storage))
        tables = {"bare": Table(service), "grown": _grown(service), "crowded": _crowded(service)}
        sign_in = Staff(storage).sign_in_as("account")
    finally:
        storage.close()
    server = ServerProcess(data)
    try:
        yield Printed(server.origin, sign_in, {name: str(table.id) for name, table in tables.items()})
    finally:
        server.stop()


def _grown(service: Service) -> Table:
    """A wall with everything on it, eleven slips, and a long wording."""
    table = Table(service)
    answer = table.answered()
    reservation = Words("Only with people whom I have known for a while, and never alone.")
    table.does(ask.VoiceRemainder(Remainder.RESERVATION, answer, reservation, owner=table.ash))
    table.does(ask.PrintSlips(11))
    return table


def _crowded(service: Service) -> Table:
    """More than one sheet can hold: every text as long as it may be, in two alphabets, and one without a space."""
    table = Table(service, limits=LONG * 4)
    told = table.narrated(12)
    for n in range(14):
        text = ("Тримайся того, що ти бачив сам. " * 6, LONG[:270], "w" * 270)[n % 3]
        reason = table.writes(Kind.REASON, text, told[n % 12], told[(n + 5) % 12])
        table.does(ask.RaiseDoubt(reason, Words(LONG[:390]), owner=table.ash))
    table.does(ask.MoveToStage(StageKey.CONSENSUS))
    table.does(ask.WordAnswer(Words(LONG[:280].strip())))
    return table


@pytest.fixture
def context(browser: Browser, printed: Printed) -> Iterator[BrowserContext]:
    """A browser in which the account that leads is signed in."""
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    made.add_cookies([{"name": SIGN_IN_COOKIE, "value": printed.sign_in, "url": printed.origin}])
    yield made
    made.close()


def opened_at(context: BrowserContext, printed: Printed, which: str, key: str) -> Page:
    """A page of paper with its fonts loaded."""
    page = context.new_page()
    page.goto(f"{printed.origin}/d/{printed.dialogues[which]}/paper/{key}")
    page.evaluate("document.fonts.ready")
    return page


def sizes(page: Page) -> list[tuple[int, int]]:
    """The pages that Chromium prints: width and height of each, in millimetres."""
    data = page.pdf(prefer_css_page_size=True, print_background=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", data)
    return [(round(float(width) / 72 * 25.4), round(float(height) / 72 * 25.4)) for width, height in boxes]


@pytest.mark.parametrize("which", ["bare", "grown"])
@pytest.mark.parametrize("key", [key for key in KEYS if key not in {"slips", "wall"}])
def test_a_sheet_is_one_side_of_a4(context: BrowserContext, printed: Printed, which: str, key: str) -> None:
    page = opened_at(context, printed, which, key)
    errors = watched(page)
    assert sizes(page) == [A4]
    # On a screen it lies there as it will on the table, and nothing runs out of it.
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    out = "(all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.className)"
    assert page.locator(".side, .card, .side p").evaluate_all(out) == []
    assert errors == []


def test_long_wordings_and_long_limits_still_leave_whole_sheets(context: BrowserContext, printed: Printed) -> None:
    for key in ("positions", "reservation", "experience", "narrative", "rules"):
        assert sizes(opened_at(context, printed, "crowded", key)) == [A4]


def test_eight_slips_are_cut_from_a_side(context: BrowserContext, printed: Printed) -> None:
    page = opened_at(context, printed, "grown", "slips")
    assert sizes(page) == [A4] * ceil(11 / 8)
    assert [side.locator(".slip").count() for side in page.locator(".slips").all()] == [8, 3]
    spilt = "(all) => all.filter((one) => one.scrollHeight > one.clientHeight + 1).length"
    assert page.locator(".slip").evaluate_all(spilt) == 0


@pytest.mark.parametrize(("which", "sheets"), [("bare", 1), ("grown", 1), ("crowded", 2)])
def test_the_wall_is_a3_and_takes_another_sheet_only_when_it_could_not_be_read(
    context: BrowserContext, printed: Printed, which: str, sheets: int
) -> None:
    page = opened_at(context, printed, which, "wall")
    assert sizes(page) == [A3] * sheets
    points = [
        float(one or 0) for one in page.locator(".poster").evaluate_all("(all) => all.map((e) => e.dataset.points)")
    ]
    assert points == points[:1] * sheets
    assert points[0] >= (16 if which == "grown" else SIZES[-1])
    page.set_viewport_size({"width": 1560, "height": 1100})
    page.emulate_media(media="print")
    smallest = "(all) => Math.min(...all.map((one) => parseFloat(getComputedStyle(one).fontSize)))"
    assert page.locator(".poster-row *:not(.vh)").evaluate_all(smallest) * 0.75 >= 9, "points"


@pytest.mark.parametrize("which", ["bare", "grown", "crowded"])
def test_what_was_laid_out_is_what_chromium_draws(context: BrowserContext, printed: Printed, which: str) -> None:
    """Each row takes at most the room that was counted for it, so that nothing lies on anything else."""
    page = opened_at(context, printed, which, "wall")
    spilt = """(all) => all.map((row) => {
      const box = row.parentElement.getBoundingClientRect();
      const drawn = row.getBoundingClientRect();
      const scale = box.height / row.parentElement.height.baseVal.value;
      return { text: row.textContent.trim().slice(0, 40), by: (drawn.height - box.height) / scale,
               wide: row.scrollWidth - row.clientWidth };
    }).filter(({ by, wide }) => by > 0.5 || wide > 1)"""
    assert page.locator(".poster-row").evaluate_all(spilt) == []


def test_threads_run_from_the_narrative_to_what_rests_on_it(context: BrowserContext, printed: Printed) -> None:
    page = opened_at(context, printed, "grown", "wall")
    assert page.locator(".poster-thread").count() >= 3
    assert page.locator(".poster-thread.is-heated").count() == 1
    start = page.locator(".poster-sentence.is-heated").bounding_box()
    finding = page.get_by_text("At 2 I asked him first.").bounding_box()
    assert start is not None
    assert finding is not None
    assert start["x"] + start["width"] < finding["x"], "the narrative stands where reading begins"


def test_nothing_that_people_said_is_taken_for_markup(context: BrowserContext, printed: Printed) -> None:
    page = opened_at(context, printed, "grown", "wall")
    assert page.get_by_text("<b>bold</b>").count() == 1
    assert page.locator(".poster img").count() == 0
    assert page.evaluate("window.broken") is None


def test_the_index_leads_to_each_sheet_and_a_button_prints_it(context: BrowserContext, printed: Printed) -> None:
    page = context.new_page()
    page.goto(f"{printed.origin}/d/{printed.dialogues['grown']}/paper")
    assert page.locator(".paper-group li > a").count() == len(KEYS)
    page.get_by_role("link", name="Cards for doubts").click()
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("window.printed") is True
    page.emulate_media(media="print")
    assert not page.get_by_role("link", name="All paper").is_visible()
