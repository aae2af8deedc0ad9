"""What a participant's phone loads: the real page in a real browser, every file of it counted as it is sent."""

from __future__ import annotations

import gzip
import http.client
from collections import Counter
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Error, ViewportSize, sync_playwright

from bench import processes
from bench.processes import Failed, Serving
from deploy.browser import BrowserMissing, needed

TARGET_KB = 75.0
PHONE: ViewportSize = {"width": 390, "height": 844}
QUIET_MS = 1500
KB = 1024
FINE = 200


def measure() -> dict[str, Any]:
    """KB of the page and all it asks for: compressed as sent, what is sent plain compressed like the rest."""
    with processes.dialogue(1, 5) as serving:
        cookie = _cookie(serving)
        loaded = _walked(serving, cookie)
        files = sorted((_file(serving, address, cookie) for address in loaded), key=lambda known: -known["gz"])
    total = round(sum(known["gz"] for known in files) / KB, 1)
    return {
        "kb_gz": total,
        "kb_raw": round(sum(known["raw"] for known in files) / KB, 1),
        "kinds": _kinds(files),
        "files": files,
        "target": TARGET_KB,
        "met": total <= TARGET_KB,
    }


def _kinds(files: Iterable[dict[str, Any]]) -> dict[str, float]:
    """KB by kind of file."""
    sizes: Counter[str] = Counter()
    for known in files:
        sizes[known["kind"]] += known["gz"]
    return {kind: round(size / KB, 1) for kind, size in sizes.most_common()}


def _cookie(serving: Serving) -> dict[str, str]:
    room = serving.said["rooms"][0]
    return {"name": "seat", "value": room["tokens"][1], "path": f"/d/{room['dialogue']}/"}


def _walked(serving: Serving, cookie: dict[str, str]) -> list[str]:
    """Addresses that the page asked the server for, sockets aside."""
    try:
        chromium = needed()
    except BrowserMissing as missing:
        raise Failed(str(missing)) from None
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            try:
                return _asked_for(browser, serving, cookie)
            finally:
                browser.close()
    except Error as error:
        raise Failed(f"The participant's page could not be walked: {error.message.splitlines()[0]}") from None


def _asked_for(browser: Browser, serving: Serving, cookie: dict[str, str]) -> list[str]:
    context = browser.new_context(viewport=PHONE)
    name, value, path = cookie["name"], cookie["value"], cookie["path"]
    context.add_cookies([{"name": name, "value": value, "domain": "127.0.0.1", "path": path}])
    page = context.new_page()
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(error.name or "Error"))
    # A page that failed half-way has loaded too little to count: its socket shows that it came to life.
    with page.expect_websocket():
        page.goto(serving.url + path)
    page.wait_for_selector("#room > *")
    page.wait_for_timeout(QUIET_MS)
    if errors:
        raise Failed(f"The participant's page failed with {', '.join(errors)}.")
    ours = [url for url in asked if url.startswith(serving.url) and "/live/" not in url]
    return list(dict.fromkeys(ours))


def _file(serving: Serving, address: str, cookie: dict[str, str]) -> dict[str, Any]:
    """One file as a browser gets it: {path, kind, gz, raw}; sizes in bytes."""
    parts = urlsplit(address)
    asking = http.client.HTTPConnection(str(parts.hostname), parts.port)
    headers = {"Accept-Encoding": "gzip", "Cookie": f"seat={cookie['value']}"}
    asking.request("GET", parts.path, headers=headers)
    answer = asking.getresponse()
    body = answer.read()
    asking.close()
    if answer.status != FINE:
        raise Failed(f"{_named(parts.path)} was answered with {answer.status}.")
    packed = answer.getheader("Content-Encoding") == "gzip"
    raw = gzip.decompress(body) if packed else body
    kind = str(answer.getheader("Content-Type")).partition(";")[0]
    smaller = body if packed or kind.startswith("font/") else gzip.compress(raw, 9)
    return {"path": _named(parts.path), "kind": kind, "gz": len(smaller), "raw": len(raw)}


def _named(path: str) -> str:
    """The address without what changes from run to run."""
    places = path.split("/")
    if places[1] == "static":
        return "/".join(["static", *places[3:]])
    return "the page" if places[1] == "d" and path.endswith("/") else "/".join(["…", *places[3:]])
