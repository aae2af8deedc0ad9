"""What an export as data holds (docs/export.schema.json, docs/transcript.schema.json): everything else is refused."""

from __future__ import annotations

from typing import Any

from marshmallow import RAISE, Schema, fields, validate

from dialogue.methods.evaluation import FORMS
from dialogue.transcript import ENGLISH
from dialogue.transcript import SCHEMA as TRANSCRIPT_SCHEMA
from dialogue.transcript.narrowing import NEVER, Part
from dialogue.vocabulary import StageKey
from sessions.exports.data_file import SCHEMA
from sessions.rooms.schemas import StrictBoolean, Text

LONGEST_TEXT = 20_000  # characters; no rule lets so many in
MOST_ENTRIES = 20_000


def _keys(of: str) -> list[str]:
    return [key.removeprefix(f"{of}.") for key in ENGLISH if key.startswith(f"{of}.")]


def _one_of(known: list[str], **given: Any) -> fields.Field[Any]:
    return Text(required=True, validate=validate.OneOf(known), **given)


def _text(**given: Any) -> fields.Field[Any]:
    return Text(required=True, validate=validate.Length(max=LONGEST_TEXT), **given)


def _number(**given: Any) -> fields.Field[Any]:
    return fields.Integer(required=True, strict=True, validate=validate.Range(0, 1_000_000), **given)


def _texts() -> fields.Field[Any]:
    return fields.List(Text(validate=validate.Length(max=LONGEST_TEXT)), required=True)


class _Shape(Schema):
    class Meta:
        unknown = RAISE


class _Entered(_Shape):
    stage = _one_of([stage.value for stage in StageKey])
    entered = _number()


class _Entry(_Shape):
    id = Text(required=True, validate=validate.Length(1, 64))
    number = _number(allow_none=True)
    label = _text(allow_none=True)
    kind = _one_of(_keys("kind"))
    standing = _one_of(["up", "withdrawn"])
    text = _text(allow_none=True)
    versions = _texts()
    rests_on = _texts()
    about = _text(allow_none=True)
    link = _text(allow_none=True)
    open = StrictBoolean(required=True, allow_none=True)
    how = _text(allow_none=True)
    signature = _text(allow_none=True)
    account = _text(allow_none=True)
    experience = _text(allow_none=True)
    result = _one_of(_keys("result"), allow_none=True)
    matter = _one_of(_keys("matter"), allow_none=True)
    answered_by = _text(allow_none=True)


class _Section(_Shape):
    stage = _one_of([stage.value for stage in StageKey])
    id = Text(required=True, validate=validate.Regexp(r"stage-[a-z]+\Z"))
    entries = fields.List(fields.Nested(_Entry), required=True, validate=validate.Length(1, MOST_ENTRIES))


class _Talk(_Shape):
    number = _number()
    stage = _one_of([stage.value for stage in StageKey])
    state = _one_of(["called", "open", "ended"])
    called_by = _text(allow_none=True)
    what_we_change = _text(allow_none=True)
    notes = _texts()


class _Outcome(_Shape):
    kind = _one_of(_keys("outcome"))
    state = _one_of(["proposed", "settled"])
    dividing_question = _text(allow_none=True)
    answer = _text(allow_none=True)
    reservations = _texts()
    dissents = _texts()
    open_doubts = _texts()


class _Group(_Shape):
    people = _number()
    by_voice = _number()


class _Thirds(_Shape):
    low = _one_of(_keys("share"))
    middle = _one_of(_keys("share"))
    high = _one_of(_keys("share"))


class _Evaluation(_Shape):
    form = _one_of(list(FORMS))
    items = fields.Dict(Text(validate=validate.OneOf(_keys("item"))), fields.Nested(_Thirds), required=True)
    open_words = _texts()
    screen_minutes = _number(allow_none=True)


class _Transcript(_Shape):
    schema = _one_of([TRANSCRIPT_SCHEMA])
    title = _text()
    question = _text(allow_none=True)
    why_question = _text(allow_none=True)
    method = Text(required=True, validate=validate.Regexp(r"[a-z0-9_]{1,40}/[0-9]{1,4}\Z"))
    language = Text(required=True, validate=validate.Regexp(r"[A-Za-z-]{2,20}\Z"))
    day = Text(required=True, validate=validate.Regexp(r"[0-9]{4}-(0[1-9]|1[0-2])(-[0-9]{2})?\Z"))
    course = fields.List(fields.Nested(_Entered), required=True)
    sections = fields.List(fields.Nested(_Section), required=True, validate=validate.Length(max=len(StageKey)))
    why_chosen = _text(allow_none=True)
    heated = _text(allow_none=True)
    pointed = _texts()
    meta = fields.List(fields.Nested(_Talk), required=True)
    outcome = fields.Nested(_Outcome, required=True, allow_none=True)
    group = fields.Nested(_Group, required=True)
    evaluation = fields.Nested(_Evaluation, required=True, allow_none=True)


class _Export(_Shape):
    schema = _one_of([SCHEMA])
    checksum = Text(required=True)
    parts = fields.List(Text(validate=validate.OneOf([part.value for part in Part])), required=True)
    leaves_out = fields.List(Text(validate=validate.OneOf([*NEVER, *Part])), required=True)
    transcript = fields.Nested(_Transcript, required=True)


def is_an_export(value: object) -> bool:
    """Whether this is what an export as data holds, in every part."""
    return isinstance(value, dict) and not _Export().validate(value)
