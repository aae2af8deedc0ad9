"""How soon a console is usable: a dialogue of 500 entries, on a processor six times slower than this one."""

from __future__ import annotations

from statistics import median
from typing import Any

from playwright.sync_api import Browser, Error, Page, ViewportSize, sync_playwright

from bench import processes
from bench.processes import Failed, Serving
from deploy.browser import BrowserMissing, needed

ENTRIES = 500
PEOPLE = 8
SLOWER = 6
TARGET_MS = 1000
PATIENCE_MS = 60_000
LAPTOP: ViewportSize = {"width": 1280, "height": 800}
# From the moment the address is opened. Usable: the input line stands there, and both columns of the wall reach beyond
# the lower edge of the screen, painted. Whole: every line and every open doubt stands there, painted.
WATCH = """
const since = (there) => new Promise((done) => {
  const painted = () => requestAnimationFrame(() => setTimeout(() => done(performance.now())));
  const look = () => (there() ? painted() : setTimeout(look, 5));
  document.addEventListener("DOMContentLoaded", look);
});
const entries = () => document.querySelectorAll(".wall [data-id]").length;
let known = 0;
const expected = () => {
  if (known) return known;
  const { sentences, statements, answers, doubts } = JSON.parse(document.getElementById("first").textContent).view;
  const standing = (all) => Object.values(all).filter((one) => one.open !== false).length;
  return (known = [sentences, statements, answers, doubts].map(standing).reduce((sum, n) => sum + n, 0));
};
const beyond = (list) => {
  const column = document.querySelector(list);
  return column && column.getBoundingClientRect().bottom > innerHeight;
};
window.usable = since(() => document.querySelector("#words") && beyond(".lines") && beyond(".ladder"));
window.whole = since(() => entries() >= expected());
"""


def measure(times: int) -> dict[str, Any]:
    """Milliseconds until the console can be used and until it is whole, cold and with its files cached: medians."""
    with processes.dialogue(1, PEOPLE, ENTRIES) as serving:
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=needed(), args=["--no-sandbox"])
                try:
                    opened = [_opened(browser, serving) for _ in range(times)]
                finally:
                    browser.close()
        except BrowserMissing as missing:
            raise Failed(str(missing)) from None
        except Error as error:
            raise Failed(f"The console could not be opened: {error.message.splitlines()[0]}") from None
    (cold, all_cold), (warm, all_warm) = (
        [round(median(of)) for of in zip(*times, strict=True)] for times in zip(*opened, strict=True)
    )
    return {
        "entries": ENTRIES,
        "slower": SLOWER,
        "cold_ms": cold,
        "warm_ms": warm,
        "whole_cold_ms": all_cold,
        "whole_warm_ms": all_warm,
        "target": TARGET_MS,
        "met": cold <= TARGET_MS,
    }


Times = tuple[float, float]  # milliseconds until it is usable, and until everything is drawn


def _opened(browser: Browser, serving: Serving) -> tuple[Times, Times]:
    context = browser.new_context(viewport=LAPTOP)
    context.add_cookies([{"name": "sign_in", "value": serving.said["sign_in"], "domain": "127.0.0.1", "path": "/"}])
    context.add_init_script(WATCH)
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    try:
        return _usable(page, serving), _usable(page, serving)
    finally:
        context.close()


def _usable(page: Page, serving: Serving) -> Times:
    page.goto(f"{serving.url}/d/{serving.said['rooms'][0]['dialogue']}/console", wait_until="commit")
    page.wait_for_selector("#words", timeout=PATIENCE_MS)
    return float(page.evaluate("window.usable")), float(page.evaluate("window.whole"))
