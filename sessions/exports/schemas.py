"""The form of an export as it comes in."""

from __future__ import annotations

from marshmallow import fields, validate

from dialogue.transcript.narrowing import Part
from sessions.exports.formats import FORMATS
from sessions.rooms.schemas import Form


class ExportForm(Form):
    """A format, and the parts that go along."""

    format = fields.String(required=True, validate=validate.OneOf(list(FORMATS)))
    parts = fields.List(fields.Enum(Part, by_value=True), load_default=list)


class NothingForm(Form):
    """A button alone."""


EXPORT, NOTHING = ExportForm(), NothingForm()
