"""Where websockets don't get through: a screen that polls is told what a websocket's screen is told."""

from __future__ import annotations

import json
from typing import Any

from tests.sessions.live.conftest import Hall
from tests.sessions.live.given import screen
from tests.sessions.pages.given import Answer, Visitor, command_id

BETWEEN = "\x1e"


class Poll:
    """A screen over long polling, in Engine.IO's protocol 4."""

    def __init__(self, visitor: Visitor, hall: Hall) -> None:
        self.visitor, self.heard = visitor, list[tuple[str, Any]]()
        self.path = f"/d/{hall.dialogue}/live/?EIO=4&transport=polling"
        self.path += f"&sid={json.loads(visitor.get(self.path).text[1:])['sid']}"

    def send(self, frame: str) -> Answer:
        """One packet, by POST."""
        posted = {"Origin": self.visitor.served.origin, "Content-Type": "text/plain;charset=UTF-8"}
        return self.visitor.ask("POST", self.path, frame.encode(), posted)

    def until(self, wanted: str) -> str:
        """The first packet that begins so; events on the way are kept."""
        while True:
            answer = self.visitor.get(self.path)
            assert answer.status == 200, answer.body
            assert answer.headers["Cache-Control"] == "no-store"
            packets = answer.text.split(BETWEEN)
            for packet in packets:
                if packet.startswith("42"):
                    name, payload = json.loads(packet[2:])
                    self.heard.append((name, payload))
                elif packet == "2":
                    self.send("3")
            found = [packet for packet in packets if packet.startswith(wanted)]
            if found:
                return found[0]

    def updates(self) -> list[Any]:
        return [payload for name, payload in self.heard if name == "update"]


def test_a_polling_screen_is_told_what_a_websocket_is_told(hall: Hall) -> None:
    person = hall.someone()
    polled = Poll(person, hall)
    assert polled.send(f'40{{"protocol":1,"surface":"participant","csrf":"{person.csrf}"}}').status == 200
    polled.until('42["snapshot"')
    with screen(person, hall.dialogue) as fast:
        for number, kind in enumerate(["raise_hand", "lower_hand", "raise_hand"]):
            body = json.dumps(["command", {"id": command_id(), "type": kind, "data": {}}])
            assert polled.send(f"42{number}{body}").status == 200
            assert json.loads(polled.until(f"43{number}[")[3:])[0]["ok"]
            fast.next("update")
        told = [payload for name, payload in fast.heard if name == "update"]
        while len(polled.updates()) < len(told):
            polled.until('42["update"')
        assert polled.updates() == told
        polled.send('42["sync",{}]')
        fast.send('42["sync",{}]')
        polled.until('42["snapshot"')
        mine = [payload for name, payload in polled.heard if name == "snapshot"][-1]
        theirs = fast.next("snapshot")
        assert {**mine, "now": 0, "presence": 0} == {**theirs, "now": 0, "presence": 0}


def test_a_posted_packet_that_is_too_big_or_broken_ends_its_session_alone(hall: Hall) -> None:
    person = hall.someone()
    with screen(hall.someone(), hall.dialogue) as other:
        for body in ("4" + "x" * 65_000, BETWEEN.join(["2"] * 50), "0", "6", "1", "CANARY", "b4A"):
            polled = Poll(person, hall)
            assert polled.send(body).status in {200, 400}
        assert other.command("raise_hand")["ok"]


def test_other_methods_and_made_up_parameters_are_refused(hall: Hall) -> None:
    person = hall.someone()
    live, origin = f"/d/{hall.dialogue}/live/", {"Origin": hall.served.origin}
    for query in (
        "EIO=3&transport=polling",
        "EIO=4&transport=flash",
        "transport=polling",
        "EIO=4&transport=websocket",
    ):
        assert person.get(f"{live}?{query}").status == 400
    for method in ("PUT", "DELETE", "PATCH"):
        assert person.ask(method, f"{live}?EIO=4&transport=polling", None, origin).status in {400, 403, 405}
