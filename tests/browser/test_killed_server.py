"""The server is killed while somebody writes, and started again: everyone goes on where they were."""

from __future__ import annotations

from pathlib import Path

from tests.browser.hall import hall
from tests.browser.lead import Lead
from tests.browser.rooms import ON_THE_WALL, TITLE, Room


def test_a_killed_server_comes_back_and_takes_each_word_once(tmp_path: Path) -> None:
    with hall(tmp_path) as opened:
        room = Room(opened, Lead(opened))
        phone, other = room.phone("Ash"), room.phone("Birch")
        other.tells("Forty minutes")
        room.shows_once("Forty minutes")
        phone.types(TITLE, "The mis")
        opened.crash()
        phone.types(TITLE, "sing file")
        phone.press("Put it on the wall")
        phone.head("Waiting for connection (1)")
        phone.sees("Reconnecting. Your text is kept on this device.")
        opened.restart()
        phone.sees("Connected. 1 item sent.")
        phone.sees(ON_THE_WALL)
        for title in ("The missing file", "Forty minutes"):
            room.shows_once(title)
        phone.page.reload()
        phone.sees(ON_THE_WALL)
        phone.window.shows_once("The missing file")
        other.window.shows_once("Forty minutes")
        room.lead.moves_on("Choosing one")
        phone.sees("Into which ones could you put yourself?")
