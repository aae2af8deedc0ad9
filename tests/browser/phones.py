"""A participant's phone without a server: views are made by the real rules, what it asks is written down."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, Page

from dialogue.views import mine_for, view_for
from dialogue.vocabulary import AUDIENCE_OF_ROLE, ItemId, StageKey
from tests.browser.pages import feed_with, site, watched
from tests.cast import Person, Room

# Stands in for the shared client: shows what it is given, and keeps what was asked.
FEED = """
const asked = [];
export function join({ onChange }) {
  const state = {
    view: null, me: null, audience: null, ended: null, connection: "connected", lostSince: null, broughtBack: null,
    presence: {}, now: () => Date.now(),
  };
  let items = [];
  window.show = (more, given = []) => { Object.assign(state, more); items = given; onChange(state); };
  window.asked = asked;
  return {
    state, items: () => items, signal() {}, retry() {}, leave: async () => ({ ok: false }),
    discard: (id) => asked.push({ type: "discard", data: { id } }),
    ask: (type, data) => {
      asked.push({ type, data });
      return { id: String(asked.length), kept: Promise.resolve(), done: new Promise(() => {}) };
    },
  };
}
"""
# The page's policy forbids the evaluated strings by which a browser driver waits.
FED = "new Promise((done) => { const look = () => (window.show ? done() : setTimeout(look, 10)); look(); })"


@dataclass
class Phone:
    """One person's phone, and the room it is in."""

    page: Page
    person: Person
    errors: list[str]
    items: list[dict[str, Any]] = field(default_factory=list)

    def looks(self, **more: Any) -> Phone:
        """Shows the room as it is now."""
        state = self.person.room.state
        audience = AUDIENCE_OF_ROLE[state.seats[self.person.seat].role]
        shown = {"view": view_for(state, audience), "me": mine_for(state, self.person.seat), "audience": audience.value}
        self.page.evaluate("([state, items]) => window.show(state, items)", [{**shown, **more}, self.items])
        return self

    def taps(self, name: str) -> Phone:
        self.page.get_by_role("button", name=name, exact=True).click()
        return self

    def writes(self, name: str, text: str) -> Phone:
        self.page.fill(f"#{name}", text)
        return self

    @property
    def asked(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.page.evaluate("window.asked")
        return found

    @property
    def text(self) -> str:
        return self.page.locator("main").inner_text()

    @property
    def focused(self) -> str:
        return str(self.page.evaluate("document.activeElement.textContent.trim()"))

    def opens_more(self, *names: str) -> Phone:
        """The sheet behind "More", and there what has these names."""
        self.page.get_by_role("button", name="More", exact=True).click()
        for name in names:
            self.page.get_by_role("dialog").get_by_role("button", name=name, exact=True).click()
        return self


@contextmanager
def phone_page() -> Iterator[str]:
    """Serves the participant's page; gives the site's address."""
    room = Room()
    alice = room.participant("Alice")
    alice.agrees()
    room.facilitator.moves_to("experiences")
    view = view_for(room.state, AUDIENCE_OF_ROLE[room.state.seats[alice.seat].role])
    plain = {"view": view, "me": mine_for(room.state, alice.seat), "nonce": "ab" * 16}
    with site(phone=("participant.html", {"dialogue": "d1", "plain": plain})) as found:
        yield found


def held(browser: Browser, address: str, person: Person, width: int = 390) -> Iterator[Phone]:
    """A person's phone; it may not complain of anything."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    errors = watched(page)
    feed_with(page, "participant", FEED)
    page.goto(f"{address}/page/phone")
    page.evaluate(FED)
    yield Phone(page, person, errors)
    assert errors == []
    context.close()


def told(room: Room, narrator: Person) -> list[ItemId]:
    """Goes on to a narrative of three sentences."""
    if room.state.stage is not StageKey.EXPERIENCES:
        room.facilitator.moves_to("experiences")
    title = narrator.tells("The missing file")
    room.facilitator.moves_to("selection")
    room.facilitator.asks_narrator(title)
    narrator.accepts(title)
    room.facilitator.moves_to("narrative")
    return [room.facilitator.writes(text) for text in ("I counted.", "One was missing.", "I asked him.")]
