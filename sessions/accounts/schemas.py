"""The plain forms of accounts as they come in."""

from __future__ import annotations

from marshmallow import fields, validate

from sessions.accounts.people import LASTS_DAYS, USUALLY_DAYS
from sessions.permissions import StaffRole
from sessions.rooms.schemas import Form
from sessions.storage.places import PlaceKind


class AccountForm(Form):
    """A name and a password: for an account that is made."""

    name = fields.String(load_default="")
    password = fields.String(load_default="")


class SignInForm(AccountForm):
    """The same to sign in, and where to go then."""

    to = fields.String(load_default="/")


class CodeForm(Form):
    """A code of the second factor, and where to go then."""

    code = fields.String(load_default="")
    to = fields.String(load_default="/")


class ProvedCodeForm(CodeForm):
    """The first code of a second factor, by somebody who knows the password."""

    now = fields.String(load_default="")


class NewPasswordForm(Form):
    """Another password, by somebody who knows the one of now."""

    now = fields.String(load_default="")
    password = fields.String(load_default="")


class PasswordForm(Form):
    """The password of now, before something grave."""

    now = fields.String(load_default="")


class PersonForm(Form):
    """What an account is for, and where."""

    roles = fields.List(fields.Enum(StaffRole, by_value=True), load_default=list)
    place = fields.String(load_default="")


class ChangeForm(PersonForm):
    """The same, of an account that is there; also where a group is left alone by it."""

    anyway = fields.String(load_default="", validate=validate.OneOf(["", "yes"]))


class CloseForm(Form):
    """A button; also where a group is left alone by it."""

    anyway = fields.String(load_default="", validate=validate.OneOf(["", "yes"]))


class InviteForm(PersonForm):
    """Who is invited, as what, for how long."""

    name = fields.String(load_default="")
    days = fields.Integer(load_default=USUALLY_DAYS, validate=validate.OneOf(LASTS_DAYS))


class ResetForm(Form):
    """What somebody lost."""

    second_factor = fields.String(load_default="", validate=validate.OneOf(["", "yes"]))


class PlaceForm(Form):
    """A new place."""

    kind = fields.Enum(PlaceKind, by_value=True, load_default=PlaceKind.SITE)
    parent = fields.String(load_default="")
    name = fields.String(load_default="")


class PlaceChangeForm(Form):
    """Another name for a place, and another place that it lies in; it stays where it is without."""

    name = fields.String(load_default="")
    parent = fields.String(load_default="")


class PolicyForm(Form):
    """Who needs a second factor."""

    all = fields.String(load_default="", validate=validate.OneOf(["", "yes"]))


class NothingForm(Form):
    """A button alone."""


ACCOUNT, SIGN_IN, CODE, NEW_PASSWORD, PASSWORD = (
    AccountForm(), SignInForm(), CodeForm(), NewPasswordForm(), PasswordForm()
)  # fmt: skip
PROVED_CODE = ProvedCodeForm()
CHANGE, CLOSE, INVITE, RESET = ChangeForm(), CloseForm(), InviteForm(), ResetForm()
PLACE, PLACE_CHANGE, POLICY, NOTHING = PlaceForm(), PlaceChangeForm(), PolicyForm(), NothingForm()
