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
# From the moment the address is opened until the input line stands there and the screen has been painted with it.
WATCH = """
window.usable = new Promise((done) => {
  const there = () => document.querySelector("#words") && document.querySelectorAll("[data-id]").length > 100;
  const painted = () => requestAnimationFrame(() => setTimeout(() => done(performance.now())));
  const look = () => (there() ? painted() : setTimeout(look, 5));
  document.addEventListener("DOMContentLoaded", look);
});
"""


def measure(times: int) -> dict[str, Any]:
    """Milliseconds until the console can be used, cold and with its files in the browser's cache: medians."""
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
    cold, warm = (round(median(one[place] for one in opened)) for place in range(2))
    return {
        "entries": ENTRIES,
        "slower": SLOWER,
        "cold_ms": cold,
        "warm_ms": warm,
        "target": TARGET_MS,
        "met": cold <= TARGET_MS,
    }


def _opened(browser: Browser, serving: Serving) -> tuple[float, float]:
    context = browser.new_context(viewport=LAPTOP)
    context.add_cookies([{"name": "sign_in", "value": serving.said["sign_in"], "domain": "127.0.0.1", "path": "/"}])
    context.add_init_script(WATCH)
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    try:
        return _usable(page, serving), _usable(page, serving)
    finally:
        context.close()


def _usable(page: Page, serving: Serving) -> float:
    page.goto(f"{serving.url}/d/{serving.said['rooms'][0]['dialogue']}/console", wait_until="commit")
    page.wait_for_selector("#words", timeout=PATIENCE_MS)
    return float(page.evaluate("window.usable"))
