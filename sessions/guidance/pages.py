"""The guidance as a page to read or print, and as data for the console."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, abort, jsonify, render_template, request
from flask_babel import force_locale

from dialogue.methods import DEFAULT_METHOD, OFFERED
from dialogue.vocabulary import StageKey
from sessions.guidance.interventions import WORDINGS
from sessions.guidance.methods import NAMES, guidance_for
from sessions.guidance.texts import Guidance


def blueprint(languages: tuple[str, ...]) -> Blueprint:
    """/guidance?method=… for people, /guidance/<method>.json?lang=… for the console's drawer."""
    pages = Blueprint("guidance", __name__)

    @pages.get("/guidance")
    def page() -> Response:
        method = _known(request.args.get("method", DEFAULT_METHOD.key))
        made = render_template(
            "guidance.html",
            method=method,
            names=NAMES,
            stages=guidance_for(method),
            minutes={known.stage: _minutes(method, known.stage) for known in guidance_for(method)},
            wordings=WORDINGS,
        )
        return _kept(Response(made, content_type="text/html; charset=utf-8"), "Accept-Language")

    @pages.get("/guidance/<method>.json")
    def data(method: str) -> Response:
        language = request.args.get("lang", languages[0])
        with force_locale(language if language in languages else languages[0]):
            return _kept(jsonify(as_data(_known(method))))

    return pages


def as_data(method: str) -> dict[str, Any]:
    """The guidance of a method as JSON has it, in the language of now: {method, stages: {stage: {purpose, moves,
    pitfalls: [{sign, help}], interventions: [key], move_on}}}."""
    return {"method": method, "stages": {known.stage.value: _stage(known) for known in guidance_for(method)}}


def _stage(known: Guidance) -> dict[str, Any]:
    return {
        "purpose": str(known.purpose),
        "moves": [str(move) for move in known.moves],
        "pitfalls": [{"sign": str(pitfall.sign), "help": str(pitfall.help)} for pitfall in known.pitfalls],
        "interventions": [key.value for key in known.interventions],
        "move_on": str(known.move_on),
    }


def _known(method: str) -> str:
    return method if method in OFFERED and method in NAMES else abort(404)


def _minutes(method: str, stage: StageKey) -> dict[int, int]:
    """Suggested minutes of a stage by the length of a ready plan, without plans that leave it out or untimed."""
    plans = OFFERED[method].plans
    return {
        length: planned.minutes
        for length, plan in sorted(plans.items())
        for planned in plan.stages
        if planned.key is stage and planned.minutes
    }


def _kept(response: Response, vary: str = "") -> Response:
    """Browsers keep it and ask whether it is still the same: a new release is seen at once."""
    response.headers["Cache-Control"] = "no-cache"
    if vary:
        response.vary.add(vary)
    response.add_etag()
    response.make_conditional(request)
    return response
