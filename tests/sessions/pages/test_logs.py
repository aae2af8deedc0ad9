"""Logs hold nothing of anyone: canary words through every edge, with every library at its most talkative."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import websocket

from tests.sessions.in_mode import both_modes
from tests.sessions.live.given import line, screen
from tests.sessions.pages.given import PASSWORD, Served, Visitor, command_id, facilitator, joined, prepared, server

LOGGING = ("-m", "tests.sessions.pages.serve_logging")
CANARY = "canary"
HEADERS = {"User-Agent": "canary-agent", "Referer": "http://canary.example/referrer", "X-Forwarded-For": "203.0.113.7"}


def _speaks_everywhere(served: Served) -> list[str]:
    """Says a canary at every edge; gives the secrets that were made on the way."""
    leader = facilitator(served, "canary-name")
    dialogue, code = prepared(leader, "canary-title")
    ash = joined(served, code, "canary-pseudonym")
    secrets = [code, dialogue, ash.csrf, *ash.cookies.values(), *leader.cookies.values(), served.setup.split("/")[2]]
    same = command_id().replace("0", "c", 20)
    secrets.append(same)
    for visitor in (ash, leader, Visitor(served)):
        visitor.cookies["canary-cookie", "/"] = "canary-value"
        for path in (
            "/",
            "/join",
            f"/d/{dialogue}/archive",
            "/nowhere/canary-path",
            "/j/canary-code",
            "/setup/canary-token",
        ):
            visitor.ask("GET", f"{path}?q=canary-query", None, HEADERS)
        visitor.post("/sign-in", {"name": "canary-account", "password": "canary-password"}, **HEADERS)
        visitor.post("/join", {"code": "canary", "canary-field": "x"}, **HEADERS)
        visitor.post("/join", {"code": "canary", "csrf_token": "canary-forged"}, **HEADERS)
        visitor.sends(dialogue, b'{"canary-body": ', "participant", **HEADERS)
        visitor.command(dialogue, "canary-command", {"canary-field": "canary-data"}, "participant")
    leader.command(dialogue, "move_to_stage", {"stage": "experiences"})
    ash.command(dialogue, "tell_experience", {"title": "canary-experience"}, "participant", same)
    ash.command(dialogue, "tell_experience", {"title": "canary" * 90}, "participant")
    with screen(ash, dialogue) as opened:
        secrets.append(opened.sid)
        opened.command("tell_experience", {"title": "canary-by-socket"})
        for frame in (
            '42["canary-event",1]',
            "42canary",
            "4canary",
            '42["command",{"id":"canary"}]',
            "7canary",
            "canary",
        ):
            with suppress(OSError):
                opened.send(frame)
        opened.is_cut()
    with line(ash, dialogue) as opened:
        opened.connect("canary-csrf", "canary-surface")
    with (
        suppress(websocket.WebSocketException),
        line(Visitor(served), "canary-dialogue", origin="http://canary.example"),
    ):
        pass
    polled = ash.ask("GET", f"/d/{dialogue}/live/?EIO=4&transport=polling&canary=1", None, HEADERS)
    sid = json.loads(polled.text[1:])["sid"]
    path, origin = f"/d/{dialogue}/live/?EIO=4&transport=polling&sid={sid}", {"Origin": served.origin}
    for body in ("4canary", "canary", "42[canary", "x" * 70_000):
        ash.ask("POST", path, body, origin)
    leader.post("/sign-out", {}, **HEADERS)
    return [*secrets, sid]


@both_modes
def test_no_word_name_code_cookie_or_address_comes_into_a_log(tmp_path: Path, mode: str) -> None:
    log = tmp_path / "everything.log"
    with server(tmp_path / "data", mode, LOGGING, LOG=str(log)) as served:
        secrets = _speaks_everywhere(served)
        assert served.stop() == 0
        announced = {line for line in served.said if "/setup/" not in line}
    written = log.read_text("utf-8") + "".join(announced)
    assert "everything is written" in written
    assert len(set(secrets)) > 8
    forbidden = {*secrets, CANARY, PASSWORD, HEADERS["X-Forwarded-For"]}
    assert [secret for secret in forbidden if secret in written] == []
    assert "client" not in written
