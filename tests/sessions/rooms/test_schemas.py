"""Commands as they come in: read whole or refused with a stable code and the field at fault, and never a traceback."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import MISSING, fields
from enum import StrEnum
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogue.commands import Command
from dialogue.refusals import BadCharacter, TooLong
from dialogue.rules.words import limited_fields, tidied
from dialogue.vocabulary import SeatId, Words
from sessions.rooms.answers import Refused
from sessions.rooms.asked import Asked, read_asked
from sessions.rooms.registry import Place
from sessions.rooms.schemas import COMMANDS, DRAWN, MOST, BadCommand, read_command
from sessions.rooms.service import Service
from tests.sessions.rooms.given import begun, command_id, served

BAD = {"bad_request", "unknown_command", "too_big"}
IDS = st.from_regex(r"[0-9a-f]{20}", fullmatch=True)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def _value(name: str, hint: Any) -> st.SearchStrategy[Any]:
    bare = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    if name == "items":
        return st.dictionaries(st.sampled_from(["helped_me_think", "spoke_freely"]), st.integers(0, 10))
    if get_origin(bare) is tuple:
        return st.lists(IDS, max_size=5)
    if type(None) in get_args(bare):
        inner = next(part for part in get_args(bare) if part is not type(None))
        return st.none() | _value(name, inner)
    if bare is Words:
        return st.text()
    if isinstance(bare, type) and issubclass(bare, StrEnum):
        return st.sampled_from([known.value for known in bare])
    return {bool: st.booleans(), int: st.integers(-MOST, MOST)}.get(bare, IDS)


def _data(command: type[Command]) -> st.SearchStrategy[dict[str, Any]]:
    hints = get_type_hints(command, include_extras=True)
    known = {field.name: field for field in fields(command) if field.name not in DRAWN.get(command, ())}
    values = {name: _value(name, hints[name]) for name in known}
    needed = {name: values.pop(name) for name, field in known.items() if field.default is MISSING}
    return st.fixed_dictionaries(needed, optional=values)


@pytest.mark.parametrize("name", COMMANDS)
@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_a_command_is_read_as_it_was_meant(name: str, data: st.DataObject) -> None:
    sent = data.draw(_data(COMMANDS[name]))
    read = read_command(name, json.loads(json.dumps(sent)))
    assert type(read) is COMMANDS[name]
    for field, value in sent.items():
        expected = tuple(sorted(value.items())) if field == "items" else tuple(value) if type(value) is list else value
        assert getattr(read, field) == expected


@pytest.mark.parametrize("name", COMMANDS)
def test_a_field_that_a_command_does_not_have_is_refused_by_its_name(name: str) -> None:
    with pytest.raises(BadCommand) as refused:
        read_command(name, {"surprise": 1, **dict.fromkeys(_required(name), "x")})
    assert refused.value.code == "bad_request"
    assert refused.value.field in {"surprise", *_required(name)}


@pytest.mark.parametrize(
    ("name", "field"), [(name, field) for name in COMMANDS for field in [*get_type_hints(COMMANDS[name])]]
)
@pytest.mark.parametrize("wrong", [1.5, [[1]], {"a": {"b": 1}}, b"bytes"], ids=["number", "list", "nested", "bytes"])
def test_a_value_of_the_wrong_type_is_refused_by_its_field(name: str, field: str, wrong: object) -> None:
    with pytest.raises(BadCommand) as refused:
        read_command(name, {field: wrong})
    assert refused.value.code == "bad_request"
    assert refused.value.field in {field, *_required(name)}


def _required(name: str) -> set[str]:
    drawn = DRAWN.get(COMMANDS[name], frozenset())
    return {field.name for field in fields(COMMANDS[name]) if field.default is MISSING} - drawn


@pytest.mark.parametrize(
    ("name", "data", "field"),
    [
        ("undo_action", {"action": True}, "action"),
        ("undo_action", {"action": "1"}, "action"),
        ("undo_action", {"action": float("nan")}, "action"),
        ("mark_ready", {"ready": 1}, "ready"),
        ("mark_ready", {"ready": None}, "ready"),
        ("word_question", {"text": 7}, "text"),
        ("word_question", {"text": None}, "text"),
        ("move_to_stage", {"stage": "nowhere"}, "stage"),
        ("move_to_stage", {"stage": []}, "stage"),
        ("mark_experiences", {"experiences": "e1"}, "experiences"),
        ("mark_experiences", {"experiences": {"e1": True}}, "experiences"),
        ("mark_experiences", {"experiences": ["x"] * 601}, "experiences"),
        ("mark_experiences", {"experiences": [""]}, "experiences"),
        ("choose_question", {"wording": "x" * 65}, "wording"),
        ("answer_evaluation", {"items": {"helped_me_think": True}}, "items"),
        ("answer_evaluation", {"items": {"helped_me_think": "8"}}, "items"),
        ("undo_action", {"action": 2**40}, "action"),
        ("keep_silence", {"seconds": -(2**40)}, "seconds"),
        ("open_door", {"code": "K7F4-M2QX"}, "code"),
        ("print_slips", {"count": 2, "numbers": ["1234"]}, "numbers"),
        ("print_slips", {"count": None}, "count"),
        ("reflect_on_leading", {"items": {"facilitation": 8.5}}, "items"),
        ("switch_option", {"option": "telepathy", "on": True}, "option"),
        ("call_meta", {"named": "yes"}, "named"),
        ("word_question", {"text": "x", "<script>": 1}, "data"),
        ("word_question", {"text": "x", "\ud800": 1}, "data"),
    ],
)
def test_what_is_nearly_right_is_refused_too(name: str, data: dict[str, Any], field: str) -> None:
    with pytest.raises(BadCommand) as refused:
        read_command(name, data)
    assert (refused.value.code, refused.value.field) == ("bad_request", field)


@pytest.mark.parametrize(
    "name",
    ["take_seat", "offer_lead", "withdraw_lead_offer", "TellExperience", "", None, 1, ["raise_hand"], "x" * 9000],
)
def test_no_other_command_is_known_and_nobody_seats_themselves(name: object) -> None:
    with pytest.raises(BadCommand) as refused:
        read_command(name, {"pseudonym": "Ash"})
    assert refused.value.code == "unknown_command"


KINDS: dict[str, Any] = dict(COMMANDS)
TEXTS = [(name, field, limit) for name, known in KINDS.items() for field, limit in limited_fields(known)]


@pytest.mark.parametrize(("name", "field", "limit"), [known for known in TEXTS if known[1] != "code"])
def test_a_text_over_its_limit_is_told_the_limit_however_long_it_is(name: str, field: str, limit: Any) -> None:
    values = {other: "x" for other in _required(name)} | _fitting(name)
    for length in (limit.graphemes + 1, 9_000, 60_000):
        with pytest.raises(TooLong) as refused:
            tidied(read_command(name, values | {field: "x" * length}))
        assert (refused.value.field, refused.value.limit) == (field, limit.graphemes)
    for unreadable in ("\ud800", "a\x00b", "\u202eright to left"):
        envelope = {"id": command_id(), "type": name, "data": values | {field: unreadable}}
        asked = read_asked(SeatId("s"), envelope)
        assert isinstance(asked, Asked)
        with pytest.raises(BadCharacter) as bad:
            tidied(asked.command)
        assert bad.value.field == field


def _fitting(name: str) -> dict[str, Any]:
    kind = {"write_statement": "reason", "voice_remainder": "dissent"}.get(name, "open")
    choices = {
        "key": "who_doubts",
        "point": "question_held",
        "seen": "partly",
        "position": "disagree",
        "result": "holds",
    }
    fitting = {"kind": kind, "confirms": True, **choices}
    return {field: value for field, value in fitting.items() if field in _required(name)}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with served(tmp_path_factory.mktemp("data") / "d") as opened:
        yield opened


@pytest.fixture(scope="module")
def place(service: Service) -> Place:
    return begun(service)


ENVELOPES = ANYTHING | st.fixed_dictionaries(
    {},
    optional={
        "id": st.from_regex(r"[0-9a-f]{32}", fullmatch=True) | ANYTHING,
        "type": st.sampled_from(sorted(COMMANDS)) | ANYTHING,
        "data": st.dictionaries(st.sampled_from(["text", "title", "stage", "seat", "items", "x"]), ANYTHING) | ANYTHING,
        "more": ANYTHING,
    },
)


@given(envelope=ENVELOPES)
@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_comes_is_answered_and_what_was_refused_changed_nothing(place: Place, envelope: object) -> None:
    before = place.room.committed
    asked = read_asked(before.facilitator, envelope)
    if isinstance(asked, Refused):
        assert asked.code in BAD
        json.dumps(asked.as_ack()).encode()
    else:
        answer = place.room.ask(asked)
        assert not isinstance(answer, Refused) or place.room.committed is before


def test_absurd_depth_and_size_are_refused_before_anything_is_read() -> None:
    deep: Any = "x"
    for _ in range(5_000):
        deep = [deep]
    for data, code in (({"text": deep}, "bad_request"), ({"text": "x" * 70_000}, "too_big"), (deep, "bad_request")):
        asked = read_asked(SeatId("s"), {"id": command_id(), "type": "word_question", "data": data})
        assert isinstance(asked, Refused)
        assert asked.code == code
