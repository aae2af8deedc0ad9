"""The plain forms of the pages as they come in. What a text may hold is decided by the rules, with its limit."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, validate

from dialogue.methods import OFFERED
from dialogue.vocabulary import Hierarchy, PlanOption, Role, StageKey
from sessions.pages.plan_form import LATER_SITTINGS
from sessions.permissions import Relation
from sessions.rooms.schemas import Form

WALL_ROLE = "flipchart"  # what the screen on the wall comes as; it gets no seat


class CodeForm(Form):
    """The code that someone typed; while codes are guessed, also the name they have where they come back to."""

    code = fields.String(load_default="")
    name = fields.String(load_default="")


class NameForm(Form):
    """Who comes in, and as what."""

    pseudonym = fields.String(load_default="")
    role = fields.String(
        load_default=Role.PARTICIPANT.value,
        validate=validate.OneOf([Role.PARTICIPANT.value, Role.OBSERVER.value, WALL_ROLE]),
    )
    leads_others = fields.String(load_default="", validate=validate.OneOf(["", "no", "yes"]))
    join_id = fields.String(load_default="", validate=validate.Regexp(r"([0-9a-f]{32})?\Z"))
    shared = fields.String(load_default="", validate=validate.OneOf(["", "yes"]))
    another = fields.String(load_default="", validate=validate.OneOf(["", "yes"]))  # a name, instead of this one


class ShareForm(Form):
    """A colleague, and what for."""

    account = fields.String(load_default="")
    relation = fields.Enum(Relation, by_value=True, required=True)


class StopForm(Form):
    """With whom it is shared no longer."""

    account = fields.String(load_default="")


class InvitedForm(Form):
    """Who comes in to help to lead."""

    pseudonym = fields.String(load_default="")
    leads_others = fields.String(load_default="", validate=validate.OneOf(["", "no", "yes"]))


_steps: dict[str, Any] = {f"minutes-{stage.value}": fields.String() for stage in StageKey}
_sittings: dict[str, Any] = {f"begins-{sitting}": fields.String() for sitting in LATER_SITTINGS}


class _PlanForm(Form):
    method = fields.String(validate=validate.OneOf(list(OFFERED)))
    length = fields.String()
    shown = fields.String()
    show = fields.String()
    available = fields.String()
    title = fields.String(load_default="")
    question = fields.String(load_default="")
    purpose = fields.String(load_default="")
    rules = fields.String()
    limits = fields.String()
    language = fields.String()
    hierarchy = fields.String(validate=validate.OneOf([known.value for known in Hierarchy]))
    leads = fields.String(validate=validate.OneOf(["no", "yes"]))
    options = fields.List(fields.String(validate=validate.OneOf(["", *(option.value for option in PlanOption)])))


PlanForm: type[Schema] = type("PlanForm", (_PlanForm,), {**_steps, **_sittings})

CODE, NAME, INVITED, PLAN = CodeForm(), NameForm(), InvitedForm(), PlanForm()
SHARE = ShareForm()
STOP = StopForm()
