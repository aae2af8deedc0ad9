"""What comes over a socket beside commands: how a screen introduces itself, and what it says of itself."""

from __future__ import annotations

from marshmallow import RAISE, Schema, fields, validate

from sessions.rooms.credentials import Surface
from sessions.rooms.schemas import StrictBoolean


class _Strict(Schema):
    class Meta:
        unknown = RAISE


class AuthSchema(_Strict):
    """What a screen connects with. Who someone is, their cookies say."""

    protocol = fields.Integer(required=True, strict=True)
    surface = fields.Enum(Surface, by_value=True, required=True)
    csrf = fields.String(required=True, validate=validate.Length(max=400))


class SignalSchema(_Strict):
    """What a screen says of itself; shown as presence, never stored."""

    writing = StrictBoolean()
    away = StrictBoolean()


AUTH, SIGNAL = AuthSchema(), SignalSchema()
