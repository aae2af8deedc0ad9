"""Pings from one loop: whoever answers stays, whoever has gone silent is cut off."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
import websocket

from tests.sessions.certificates.given import secure_server
from tests.sessions.in_mode import both_modes
from tests.sessions.live.given import screen
from tests.sessions.pages.given import Served, facilitator, joined, prepared, server

PINGING = ("-m", "tests.sessions.live.serve_pinging")
IMPATIENT = ("-m", "tests.sessions.live.serve_impatient")


@both_modes
def test_who_answers_pings_stays_and_who_does_not_is_cut(tmp_path: Path, mode: str) -> None:
    with server(tmp_path / "data", mode, PINGING) as served:
        dialogue, code = prepared(facilitator(served))
        with (
            screen(joined(served, code, "Ash"), dialogue) as awake,
            screen(joined(served, code, "Birch"), dialogue) as asleep,
        ):
            assert not awake.is_cut(5)  # answers each ping on the way
            assert awake.command("raise_hand")["ok"]
            pinged, until = 0, time.monotonic() + 10
            try:
                while time.monotonic() < until:
                    asleep.socket.settimeout(until - time.monotonic())
                    frame = asleep.socket.recv()
                    pinged += frame == "2"
                    if frame == "":
                        break
            except (websocket.WebSocketException, OSError):
                pass
            assert pinged == 1
            assert time.monotonic() < until, "nobody hung up on a screen that went silent"


@both_modes
@pytest.mark.parametrize("opens", [server, secure_server], ids=["plain", "encrypted"])
def test_nobody_loses_patience_with_a_quiet_screen_that_answers_pings(
    tmp_path: Path, mode: str, opens: Callable[..., AbstractContextManager[Served]]
) -> None:
    with opens(tmp_path / "data", mode, IMPATIENT) as served:
        dialogue, code = prepared(facilitator(served))
        with screen(joined(served, code, "Ash"), dialogue) as quiet:
            assert not quiet.is_cut(7)
            assert quiet.command("raise_hand")["ok"]
