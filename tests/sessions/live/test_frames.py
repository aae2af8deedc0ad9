"""Frames that no screen of ours sends: the sender may lose the line, nobody else notices, nothing is half-read."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
import websocket

from tests.sessions.live.conftest import Hall
from tests.sessions.live.given import line, screen
from tests.sessions.pages.given import command_id

_DEEP = "[" * 3_000 + "]" * 3_000
IGNORED = {
    "an unknown packet": "4CANARY",
    "an unknown type": "49[]",
    "no packet of the engine": "9x",
    "an empty message": "4",
    "no JSON": "42CANARY",
    "half a JSON": '42["command",{"id":',
    "deep nesting": "42" + "[" * 20_000,
    "deep nesting in a command": f'42["command",{{"id":{_DEEP}}}]',
    "a number without end": f'42["command",{"9" * 5_000}]',
    "an acknowledgement number without end": f'42{"9" * 50}["sync"]',
    "no event": "42[]",
    "an object for an event": '42{"command":1}',
    "a number for an event": "42[1]",
    "a list for an event": "42[[]]",
    "nothing for an event": "42[null]",
    "an unknown event": '42["shutdown",1]',
    "an unknown event that wants an answer": '4217["shutdown",1]',
    "an event named as a handler": '42["connect",{"protocol":1}]',
    "another namespace": "40/admin,{}",
    "an event of another namespace": '42/admin,["command",{}]',
    "a refusal": "44{}",
    "an answer nobody asked for": "4399[1]",
    "an answer without a number": "43[]",
    "a second greeting": '40{"protocol":1}',
}
CUT = {
    "no packet": "CANARY",
    "broken base64": "b4AAAAA",
    "a goodbye": "1",
    "65 kB": "4" + "x" * 65_000,
    "100 kB": "x" * 100_000,
}


@pytest.mark.parametrize("frame", IGNORED.values(), ids=IGNORED)
def test_what_makes_no_sense_is_passed_over(hall: Hall, frame: str) -> None:
    with screen(hall.someone(), hall.dialogue) as ash:
        ash.send(frame)
        assert ash.command("raise_hand")["ok"]


@pytest.mark.parametrize("frame", CUT.values(), ids=CUT)
def test_what_can_be_no_frame_of_ours_costs_its_sender_the_line(hall: Hall, frame: str) -> None:
    person = hall.someone()
    with screen(hall.someone(), hall.dialogue) as other:
        for _ in range(4):  # its place is free again at once: a seat has three
            with screen(person, hall.dialogue) as ash:
                with suppress(OSError):  # hung up on while still speaking
                    ash.send(frame)
                assert ash.is_cut()
        assert other.command("raise_hand")["ok"]
        with screen(person, hall.dialogue) as back:
            assert back.command("raise_hand")["ok"]


def test_binary_frames_are_never_taken_for_text(hall: Hall) -> None:
    with screen(hall.leader, hall.dialogue, "console") as console, screen(hall.someone(), hall.dialogue) as ash:
        ash.socket.send_binary(b"\x00\x01CANARY")
        assert ash.command("raise_hand")["ok"]
        envelope = {"id": command_id(), "type": "seat_someone", "data": {"pseudonym": {"_placeholder": True, "num": 0}}}
        console.send(f"451-7{json.dumps(['command', envelope])}")
        console.socket.send_binary(b"Elm")
        while not (frame := console.frame()).startswith("437["):
            pass
        error = json.loads(frame[3:])[0]["error"]
        assert (error["code"], error["field"]) == ("bad_request", "pseudonym")


def test_an_event_that_calls_itself_a_greeting_seats_nobody_twice(hall: Hall) -> None:
    person = hall.someone()
    auth = json.dumps({"protocol": 1, "surface": "participant", "csrf": person.csrf})
    with screen(person, hall.dialogue) as ash:
        for _ in range(10):
            ash.send(f'42["connect",{auth}]')
        ash.send('42["disconnect"]')
        assert ash.command("raise_hand")["ok"]
        with screen(person, hall.dialogue), screen(person, hall.dialogue) as third:
            assert third.command("lower_hand")["ok"]


def test_commands_before_the_greeting_are_not_heard(hall: Hall) -> None:
    person, watcher = hall.someone(), hall.someone()
    with line(person, hall.dialogue) as ash, screen(watcher, hall.dialogue) as birch:
        ash.send(f'421["command",{{"id":"{command_id()}","type":"raise_hand","data":{{}}}}]')
        assert "sid" in ash.connect(person.csrf, "participant")
        ash.next("snapshot")
        assert birch.command("raise_hand")["ok"]
        assert len(birch.next("update")["changes"]["hands"]["queue"]) == 1


@pytest.mark.parametrize(
    ("envelope", "code", "field"),
    [
        ("not an envelope", "bad_request", "command"),
        ({"id": "short", "type": "raise_hand", "data": {}}, "bad_request", "id"),
        ({"id": "0" * 32, "type": "raise_hand", "data": {}, "seat": "someone"}, "bad_request", "command"),
        ({"id": "0" * 32, "type": "vote", "data": {}}, "unknown_command", "type"),
        ({"id": "0" * 32, "type": "raise_hand", "data": {"reason": 1}}, "bad_request", "reason"),
        ({"id": "0" * 32, "type": "raise_hand", "data": {"by": "lead"}}, "bad_request", "by"),
        ({"id": "0" * 32, "type": "open_door", "data": {}}, "not_allowed", None),
        ({"id": "0" * 32, "type": "tell_experience", "data": {"title": "The file"}}, "wrong_stage", None),
    ],
)
def test_a_command_that_cannot_be_is_refused_with_its_code(
    hall: Hall, envelope: object, code: str, field: str | None
) -> None:
    with screen(hall.someone(), hall.dialogue) as ash:
        ack = ash.emit("command", envelope)
        error = ack["error"]
        assert (ack["ok"], error["code"], error["field"]) == (False, code, field)
        assert error["message"]
        assert error["temporary"] is False


def test_a_flipchart_asks_for_nothing(hall: Hall) -> None:
    with screen(hall.leader, hall.dialogue, "flipchart") as wall:
        assert wall.command("open_door")["error"]["code"] == "not_joined"


def test_whoever_asks_for_everything_all_the_time_is_not_served_each_time(hall: Hall) -> None:
    with screen(hall.someone(), hall.dialogue) as ash:
        for _ in range(120):
            ash.send('42["sync"]')
        assert ash.command("raise_hand")["ok"]
        with suppress(websocket.WebSocketTimeoutException):
            while True:
                ash.next("snapshot", within=2)
        assert 25 < sum(name == "snapshot" for name, _ in ash.heard) < 60


def test_signals_of_any_shape_are_taken_for_what_they_are(hall: Hall) -> None:
    person = hall.someone()
    seat = hall.seat_of(person)
    shapes: list[object] = ["x", None, [], {"writing": "yes"}, {"away": 1}, {"writing": None}, {"x": {"y": 1}}]
    with screen(hall.leader, hall.dialogue, "console") as console, screen(person, hall.dialogue) as ash:
        for said in shapes:
            ash.send(f'42["signal",{json.dumps(said)}]')
        ash.send('42["signal",{"writing":true}]')
        told = [console.next("presence")]
        while not told[-1]["writing"]:
            told.append(console.next("presence"))
        seen = [payload["seats"][seat] for payload in told]
        assert set(seen[seen.index("joined") :]) == {"joined"}  # before that the socket may not have been there yet


def test_a_frame_in_pieces_is_read_as_one_and_a_compressed_one_is_refused(hall: Hall) -> None:
    with screen(hall.someone(), hall.dialogue) as ash:
        whole = f'4299["command",{{"id":"{command_id()}","type":"raise_hand","data":{{}}}}]'
        parts = [whole[:9], whole[9:20], whole[20:]]
        for number, part in enumerate(parts):
            opcode = websocket.ABNF.OPCODE_TEXT if number == 0 else websocket.ABNF.OPCODE_CONT
            ash.socket.send_frame(websocket.ABNF.create_frame(part, opcode, int(number == 2)))
            ash.socket.ping("between two pieces")
        while not (frame := ash.frame()).startswith("4399["):
            pass
        assert json.loads(frame[4:])[0]["ok"]
        ash.socket.send_frame(websocket.ABNF(1, 1, 0, 0, websocket.ABNF.OPCODE_TEXT, 1, b"2"))
        assert ash.is_cut()


@pytest.mark.parametrize("size", [60_000, 1_000, 10])
def test_a_frame_in_pieces_without_end_is_not_gathered(hall: Hall, size: int) -> None:
    with screen(hall.someone(), hall.dialogue) as other, screen(hall.someone(), hall.dialogue) as ash:
        with suppress(OSError):
            for number in range(70_000 // size + 1):
                opcode = websocket.ABNF.OPCODE_CONT if number else websocket.ABNF.OPCODE_TEXT
                ash.socket.send_frame(websocket.ABNF.create_frame("x" * size, opcode, 0))
        assert ash.is_cut()
        assert other.command("raise_hand")["ok"]
