"""The real server on a throw-away data folder, with rooms prepared: `… ROOMS PEOPLE [ENTRIES]`.

Says one JSON line when all is ready: {url, csrf, form (the session cookie), sign_in (whoever leads the rooms), rooms:
[{dialogue, code, sentence, tokens}], signer and password (of somebody who can sign in)}; with CHECKS in the
environment also checks, which are what checks of rights cost here (bench/checks.py).
Everything else is as `serve` does it; DATA, PORT and ASYNC_MODE come from the environment.
"""

from __future__ import annotations

import json
import os
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sessions import config as settings
from sessions import runtime

TICK_S = 0.005


def main(arguments: list[str]) -> None:
    """Serve until SIGTERM."""
    rooms, people, entries = int(arguments[0]), int(arguments[1]), int((*arguments, "0")[2])
    config = settings.load(os.environ)
    if config.async_mode == "eventlet":
        runtime.patch()  # before anything of the web is imported
    from sessions.accounts import passwords
    from sessions.server import run

    def prepare(application: Any, url: str) -> None:
        said = {"url": url, **_credentials(application, url), **_rooms(application, rooms, people, entries)}
        said |= {"signer": "Signer", "password": "three or four words"}
        application.flask.extensions["staff"].add(said["signer"], passwords.hashed(said["password"]))
        if late := os.environ.get("HUB_LATE"):
            runtime.spawn(lambda: _note_lateness(Path(late)))
        if os.environ.get("CHECKS"):
            said["checks"] = _checks(application, said)
        print(json.dumps(said), flush=True)

    run(config, _say_nothing, prepare)


def _rooms(application: Any, rooms: int, people: int, entries: int) -> dict[str, Any]:
    from bench import given

    staff = application.flask.extensions["staff"]
    account = staff.add("Facilitator", "nobody signs in with this")
    prepared = [asdict(given.room(application.service, account, people, entries)) for _ in range(rooms)]
    return {"rooms": prepared, "sign_in": staff.sign_in_as(account)}


def _checks(application: Any, said: dict[str, Any]) -> dict[str, float]:
    from bench import checks

    room = said["rooms"][0]
    return checks.costs(application.service, said["sign_in"], room["dialogue"], room["sentence"])


def _credentials(application: Any, url: str) -> dict[str, str]:
    """A token against forgery and the cookie it belongs to, as a page of the server would give them."""
    from flask import session
    from flask_wtf.csrf import generate_csrf

    flask = application.flask
    with flask.test_request_context("/", base_url=url):
        csrf = generate_csrf()
        signed = flask.session_interface.get_signing_serializer(flask).dumps(dict(session))
    return {"csrf": csrf, "form": signed}


def _note_lateness(path: Path) -> None:
    """How late the hub comes to something that is due every 5 ms: lines of [seconds since 1970, milliseconds]."""
    with path.open("a", encoding="utf-8") as lines:
        while True:
            due = time.perf_counter() + TICK_S
            runtime.sleep(TICK_S)
            lines.write(f"[{time.time():.3f}, {(time.perf_counter() - due) * 1000:.2f}]\n")
            lines.flush()


def _say_nothing(_: str) -> None:
    """Addresses and links are for people."""


if __name__ == "__main__":
    main(sys.argv[1:])
