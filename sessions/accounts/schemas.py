"""The plain forms of accounts as they come in."""

from __future__ import annotations

from marshmallow import fields

from sessions.rooms.schemas import Form


class AccountForm(Form):
    """A name and a password: for the first account, and for signing in."""

    name = fields.String(load_default="")
    password = fields.String(load_default="")


ACCOUNT = AccountForm()
