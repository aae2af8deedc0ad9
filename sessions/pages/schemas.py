"""The plain forms of the pages as they come in. What a text may hold is decided by the rules, with its limit."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, validate

from dialogue.methods import DEFAULT_METHOD
from dialogue.vocabulary import PlanOption, Role
from sessions.rooms.schemas import Form

WALL_ROLE = "flipchart"  # what the screen on the wall comes as; it gets no seat


class CodeForm(Form):
    """The code that someone typed."""

    code = fields.String(load_default="")


class NameForm(Form):
    """Who comes in, and as what."""

    pseudonym = fields.String(load_default="")
    role = fields.String(
        load_default=Role.PARTICIPANT.value,
        validate=validate.OneOf([Role.PARTICIPANT.value, Role.OBSERVER.value, WALL_ROLE]),
    )
    join_id = fields.String(load_default="", validate=validate.Regexp(r"([0-9a-f]{32})?\Z"))


_minutes: dict[str, Any] = {f"minutes-{stage.key.value}": fields.String() for stage in DEFAULT_METHOD.stages}


class _PlanForm(Form):
    title = fields.String(load_default="")
    question = fields.String(load_default="")
    rules = fields.String()
    limits = fields.String()
    language = fields.String()
    options = fields.List(fields.String(validate=validate.OneOf([option.value for option in PlanOption])))


PlanForm: type[Schema] = type("PlanForm", (_PlanForm,), _minutes)

CODE, NAME, PLAN = CodeForm(), NameForm(), PlanForm()
