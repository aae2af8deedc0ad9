"""The planner: what a facilitator prepares before a dialogue."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from dialogue.method import Plan
from dialogue.refusals import MinutesDontFit, Refusal
from sessions.pages.plan_form import Form, draft_from, length_in, method_in, prefilled
from sessions.pages.plan_sheet import sheet
from sessions.pages.schemas import PLAN
from sessions.rooms.persons import person_of
from sessions.rooms.schemas import read_form
from sessions.rooms.sentences import sentence_for
from sessions.rooms.service import Service


def blueprint(service: Service) -> Blueprint:
    """The pages of the planner."""
    pages = Blueprint("planner", __name__)

    @pages.get("/prepare")
    def form() -> Response | str:
        asked = MultiDict({"method": request.args.get("method", ""), "length": request.args.get("minutes", "")})
        return _page(prefilled(asked), [])

    @pages.post("/prepare")
    def prepared() -> Response | str | tuple[str, int]:
        person = person_of(service.rooms.storage, request.cookies)
        if person is None:  # signed out between the guard and here
            return redirect("/sign-in")
        read_form(PLAN, request.form.to_dict(flat=False))
        if "show" in request.form:
            return _page(request.form if _shown_already(request.form) else prefilled(request.form), [])
        draft = draft_from(request.form)
        made = service.rooms.begin(draft, person.account)
        if isinstance(made, Refusal):
            return _page(request.form, [_error(made, draft.plan)]), 422
        return redirect(f"/d/{made}/console")

    return pages


def _shown_already(form: Form) -> bool:
    """Whether the page shows that plan: then what was typed over it stays."""
    return form.get("shown") == f"{method_in(form).key} {length_in(form)}"


def _error(refusal: Refusal, plan: Plan) -> tuple[str, str]:
    """The field at fault, and what happened and what to do."""
    if isinstance(refusal, MinutesDontFit):
        sentence = _(
            "The steps take %(minutes)d minutes, you have %(available)d. Shorten a step or leave one out.",
            minutes=plan.minutes,
            available=plan.available,
        )
        return "available", sentence
    field = "leads" if refusal.field == "leads_others" else refusal.field or "title"
    return field, _(sentence_for(refusal.code, refusal.limit))


def _page(form: Form, errors: list[tuple[str, str]]) -> str:
    return render_template("planner.html", **sheet(form, errors))
