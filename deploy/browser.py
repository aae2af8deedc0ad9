"""The Chromium that browser tests drive: finds one, or brings Debian's (`python -m deploy.browser`)."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable

from deploy.debian import CannotInstall, install

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ELSEWHERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
)
# Without any font a page has no widths to test.
PACKAGES = ("chromium", "fonts-liberation")


class BrowserMissing(Exception):
    """There is no Chromium and none could be brought; the text tells a person what to do."""


def find(names: Iterable[str] = NAMES, elsewhere: Iterable[str] = ELSEWHERE) -> str | None:
    """The path of a Chromium or Chrome on this machine; the environment's CHROMIUM comes first."""
    chosen = os.environ.get("CHROMIUM")
    if chosen:
        path = shutil.which(chosen)
        if path is None:
            raise BrowserMissing(f"CHROMIUM names {chosen}, and that is no program that runs. Correct or unset it.")
        return path
    found = (shutil.which(name) for name in (*names, *elsewhere))
    return next((path for path in found if path), None)


def needed() -> str:
    """As `find`, for tests: raises BrowserMissing instead of giving nothing."""
    path = find()
    if path is None:
        raise BrowserMissing("Browser tests need Chromium or Chrome: run `make browser`, or set CHROMIUM to its path.")
    return path


def bring() -> str:
    """Installs Debian's Chromium as root or through sudo, and gives its path. Raises BrowserMissing."""
    if shutil.which("apt-get") is None:
        raise BrowserMissing("Browser tests need Chromium or Chrome. Install one, or set CHROMIUM to its path.")
    try:
        install(PACKAGES, "Browser tests need Chromium.")
    except CannotInstall as problem:
        raise BrowserMissing(f"{problem} Or install a Chromium by hand.") from None
    return needed()


def main() -> int:
    """Gives 0 when a browser is there at the end; otherwise 1 after one sentence."""
    try:
        path = find()
        if path is None:
            print("Bringing Chromium for the browser tests.", flush=True)
            path = bring()
    except BrowserMissing as problem:
        print(problem, file=sys.stderr)
        return 1
    print(f"Browser tests use {path}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
