"""People at the door of a served Dialogue, from one address: browsers that keep their line, as real ones do."""

from __future__ import annotations

import http.client
import re
import threading
import time
from collections.abc import Mapping
from http.cookies import SimpleCookie
from random import Random
from urllib.parse import urlencode, urlsplit

from bench.processes import Failed, Serving

SNAPSHOT = "api/v1/snapshot?surface=participant"  # below the room's address, which ends with a slash
_JOIN_ID = re.compile(r'name="join_id" value="(\w+)"')


class Browser:
    """One browser: a line, cookies, and the token against forgery that the server handed out."""

    def __init__(self, serving: Serving, **cookies: str) -> None:
        self._serving = serving
        self._line = http.client.HTTPConnection(urlsplit(serving.url).netloc, timeout=60)
        self._cookies = {"form": str(serving.said["form"]), **cookies}

    def get(self, path: str) -> tuple[int, str, str]:
        """Status, where to, and the page."""
        return self._ask("GET", path, None)

    def post(self, path: str, form: Mapping[str, str | list[str]]) -> tuple[int, str, str]:
        """A form, as its page would send it."""
        return self._ask("POST", path, urlencode({"csrf_token": self._serving.said["csrf"], **form}, doseq=True))

    def _ask(self, method: str, path: str, body: str | None) -> tuple[int, str, str]:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        if body is not None:
            headers |= {"Origin": self._serving.url, "Content-Type": "application/x-www-form-urlencoded"}
        self._line.request(method, path, body, headers)
        answer = self._line.getresponse()
        page = answer.read().decode(errors="replace")
        for header in answer.headers.get_all("Set-Cookie") or ():
            self._cookies |= {name: morsel.value for name, morsel in SimpleCookie(header).items() if name != "form"}
        return answer.status, answer.headers.get("Location", ""), page

    def close(self) -> None:
        """Hangs up."""
        self._line.close()


def joins(serving: Serving, code: str, name: str) -> float:
    """Seconds from the page of names until what is in the room can be shown. Raises Failed where somebody is not let
    in."""
    browser, began = Browser(serving), time.perf_counter()
    try:
        page = browser.get(f"/j/{code}")[2]
        found = _JOIN_ID.search(page)
        if found is None:
            raise Failed("The page of names has no number for joining.")
        status, to, _ = browser.post(f"/j/{code}", {"pseudonym": name, "join_id": found[1]})
        if status != 302:
            raise Failed(f"A name was answered with {status}.")
        if (status := browser.get(to)[0]) != 200:
            raise Failed(f"The room was answered with {status}.")
        if (status := browser.get(f"{to}{SNAPSHOT}")[0]) != 200:
            raise Failed(f"What is in the room was answered with {status}.")
        return time.perf_counter() - began
    finally:
        browser.close()


def arrivals(serving: Serving, code: str, people: int, seconds: float, random: Random) -> list[float]:
    """Everyone's time to come in, at moments spread at random over `seconds`."""
    took: list[float] = []
    failed: list[Failed] = []

    def comes(number: int, after: float) -> None:
        time.sleep(after)
        try:
            took.append(joins(serving, code, f"Guest {number + 1}"))
        except Failed as one:
            failed.append(one)

    moments = sorted(random.uniform(0, seconds) for _ in range(people))
    threads = [threading.Thread(target=comes, args=one) for one in enumerate(moments)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise failed[0]
    return took
