"""The planner: what a facilitator prepares before a dialogue."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from dialogue.method import Method, Plan, PlannedStage
from dialogue.methods import DEFAULT_METHOD
from dialogue.refusals import Refusal
from dialogue.rules.seats import Draft
from dialogue.vocabulary import PlanOption, StageKey
from sessions.pages.schemas import PLAN
from sessions.rooms.credentials import account_of
from sessions.rooms.schemas import read_form
from sessions.rooms.sentences import sentence_for
from sessions.rooms.service import Service

DEFAULT_MINUTES = 90
PRINCIPLES_MINUTES = 20
MOST_MINUTES = 480
LANGUAGES = (("en", "English"),)  # of the record, as a screen reader is told
THRESHOLD = 5  # people, for counts and ratings (docs/decisions); frozen in the first event


def blueprint(service: Service) -> Blueprint:
    """The pages of the planner."""
    pages = Blueprint("planner", __name__)

    @pages.get("/prepare")
    def form() -> Response | str:
        if account_of(service.rooms.storage, request.cookies) is None:
            return redirect("/sign-in")
        return _page(MultiDict(), [])

    @pages.post("/prepare")
    def prepared() -> Response | str | tuple[str, int]:
        storage = service.rooms.storage
        account = account_of(storage, request.cookies)
        if account is None:
            return redirect("/sign-in")
        read_form(PLAN, request.form.to_dict(flat=False))
        made = service.rooms.begin(draft_from(request.form), account)
        if isinstance(made, Refusal):
            errors = [(made.field or "title", _(sentence_for(made.code, made.limit)))]
            return _page(request.form, errors), 422
        return redirect(f"/d/{made}/console")

    return pages


def draft_from(form: MultiDict[str, str]) -> Draft:
    """What the form says, as a draft. Minutes that are no numbers are those of the default plan."""
    method = DEFAULT_METHOD
    options = tuple(option for option in PlanOption if option.value in form.getlist("options"))
    stages = tuple(
        PlannedStage(stage.key, _minutes(form.get(f"minutes-{stage.key.value}"), default_minutes(method, stage.key)))
        for stage in method.stages
        if stage.key is not StageKey.CLOSED and (stage.needs is None or stage.needs in options)
    )
    return Draft(
        method=method,
        plan=Plan(stages, options, _language(form.get("language"))),
        title=form.get("title", ""),
        question=form.get("question", ""),
        rules=form.get("rules", default_rules()),
        limits=form.get("limits", default_limits()),
        pseudonym=_("Facilitator"),
        threshold=THRESHOLD,
    )


def default_minutes(method: Method, stage: StageKey) -> int:
    """Suggested minutes of a stage in the default plan."""
    planned = {known.key: known.minutes for known in method.plans[DEFAULT_MINUTES].stages}
    return planned.get(stage, PRINCIPLES_MINUTES)


def default_rules() -> str:
    """The rules of the dialogue as they stand on the wall until a facilitator changes them (method.md section 3)."""
    said: str = _(
        "Speak from your own experience.\n"
        "Think honestly; voice real doubts only.\n"
        "Be short and clear. Try to understand the others, and ask.\n"
        "Hold on to the question. Say when you have lost the thread.\n"
        "What is told here stays here; insights may travel."
    )
    return said


def default_limits() -> str:
    """What can't stay confidential, until the organisation says it in its own words (method.md section 6)."""
    said: str = _(
        "Who learns of a crime or of ill-treatment has a duty to report it; that holds here too. "
        "Use no names of people, and nothing about a case that is still open."
    )
    return said


def _language(wanted: str | None) -> str:
    offered = [code for code, _name in LANGUAGES]
    return wanted if wanted in offered else offered[0]


def _minutes(typed: str | None, otherwise: int) -> int:
    given = (typed or "").strip()
    if not given.isdecimal():
        return otherwise
    return min(int(given.lstrip("0")[:4] or "0"), MOST_MINUTES)  # four digits are too many already


def _page(given: MultiDict[str, str], errors: list[tuple[str, str]]) -> str:
    method = DEFAULT_METHOD
    stages = [
        {
            "key": stage.key.value,
            "needs": stage.needs.value if stage.needs else None,
            "minutes": given.get(f"minutes-{stage.key.value}", str(default_minutes(method, stage.key))),
        }
        for stage in method.stages
        if stage.key is not StageKey.CLOSED
    ]
    return render_template(
        "planner.html",
        errors=errors,
        title=given.get("title", ""),
        question=given.get("question", ""),
        rules=given.get("rules", default_rules()),
        limits=given.get("limits", default_limits()),
        language=given.get("language", "en"),
        languages=LANGUAGES,
        options=[option.value for option in PlanOption],
        chosen_options=given.getlist("options"),
        stages=stages,
    )
