"""The console in a real Chromium, led against the real rules: what it asks is read, decided and shown again."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from playwright.sync_api import Browser, Locator, Page, Route, expect

from dialogue import commands as ask
from dialogue.refusals import Refusal
from dialogue.views import mine_for, view_for
from dialogue.vocabulary import Audience, Role, SeatId, Words
from sessions.rooms.schemas import read_command
from tests.browser.pages import feed_with
from tests.browser.walls import LEAD, Room

# Stands in for the shared client, whose own tests are beside: commands go to the test's room, one at a time.
ROOM = """
export function join({ onChange }) {
  const state = {
    view: null, me: null, presence: {}, ended: null, connection: "connected", lostSince: null, broughtBack: null,
    now: () => Date.now(),
  };
  const items = [];
  const shown = async (answer) => { Object.assign(state, await answer.json()); onChange(state); };
  window.fetchAgain = async () => shown(await fetch("/room"));
  window.fetchAgain();
  let last = Promise.resolve();
  window.answered = () => last.then(() => null);
  return {
    state,
    items: () => items.slice(),
    discard: (id) => { items.splice(items.findIndex((item) => item.id === id), 1); onChange(state); },
    signal() {},
    ask(type, data = {}) {
      const item = { id: items.length, type, data, status: "sending" };
      items.push(item);
      const done = last.then(async () => {
        const answer = await fetch("/room", { method: "POST", body: JSON.stringify({ type, data }) });
        const { ack } = await answer.json();
        Object.assign(item, { status: ack.ok ? "saved" : "refused", error: ack.error, settled: Date.now() });
        await window.fetchAgain();
        return ack;
      });
      last = done;
      return { id: item.id, kept: Promise.resolve(), done };
    },
  };
}
"""


class Desk(Room):
    """A dialogue and the console that leads it. Ash has no device; who comes by `joined` has one."""

    looks = LEAD  # who sits at the console
    walls = 0  # flipcharts that are open
    slips = 4700  # numbers that the server would draw at random

    def joined(self, name: str, role: Role = Role.PARTICIPANT, *, leads_others: bool = False) -> SeatId:
        """Someone comes in with a device, and agrees."""
        seat = SeatId(self.does(ask.TakeSeat(Words(name), role, leads_others), SeatId("")))
        self.does(ask.AgreeToRules(), seat)
        return seat

    def opened(self, browser: Browser, address: str, width: int = 1280, height: int = 800) -> Page:
        """The console's page, showing this dialogue."""
        page = browser.new_page(viewport={"width": width, "height": height})
        self.enters(page, address)
        return page

    def enters(self, page: Page, address: str) -> None:
        """The console opens in this page."""
        page.set_default_timeout(5000)
        feed_with(page, "console", ROOM)
        page.route("**/room", self._answer)
        page.goto(f"{address}/page/console")
        page.wait_for_selector(".console")

    @property
    def seen(self) -> dict[str, Any]:
        """What the facilitator sees now."""
        return view_for(self.state, Audience.FACILITATOR)

    def texts(self, collection: str) -> list[str]:
        """The words of a collection, as they stand."""
        return [item["text"] for item in self.seen[collection].values()]

    def _answer(self, route: Route) -> None:
        if route.request.method == "POST":
            route.fulfill(json={"ack": self._asked(json.loads(route.request.post_data or "{}"))})
            return
        seats = {seat: "joined" for seat, known in self.seen["seats"].items() if known["device"]}
        here = sum(known["role"] == "participant" and known["device"] for known in self.seen["seats"].values())
        presence: dict[str, Any] = {"here": here, "away": 0, "offline": 0, "left": 0, "writing": 0, "seats": seats}
        presence["walls"] = self.walls
        route.fulfill(json={"view": self.seen, "me": mine_for(self.state, self.looks), "presence": presence})

    def _asked(self, asked: dict[str, Any]) -> dict[str, Any]:
        try:
            command = read_command(asked["type"], asked["data"])
            if isinstance(command, ask.PrintSlips):
                command = replace(command, numbers=tuple(str(self.slips + n) for n in range(command.count)))
            return {"ok": True, "receipt": self.does(command, self.looks)}
        except Refusal as no:
            error = {"code": no.code, "message": "", "field": no.field, "limit": no.limit, "temporary": no.temporary}
            return {"ok": False, "error": error}


def press(page: Page | Locator, name: str) -> None:
    """Press the one button of exactly this name."""
    page.get_by_role("button", name=name, exact=True).click()


def say(page: Page, words: str, kind: str = "", by: str = "") -> None:
    """Write something in the input line and send it; returns when the line is free again."""
    if kind:
        page.select_option("#kind", kind)
    page.fill("#words", words)
    if by:
        page.select_option("#voice", label=by)
    page.press("#words", "Enter")
    expect(page.locator("#words")).to_have_value("")
    settled(page)


def shows(page: Page) -> None:
    """The screen shows what has happened in the room without it."""
    page.evaluate("window.fetchAgain()")
    page.wait_for_timeout(50)


def settled(page: Page) -> None:
    """Waits until everything that was asked has its answer on the screen."""
    page.evaluate("window.answered()")
    expect(page.locator(".state[data-state=sending]")).to_have_count(0)


def line(page: Page, place: int) -> Locator:
    """A numbered line of the wall, from 0."""
    return page.locator(".lines .line-body").nth(place)
