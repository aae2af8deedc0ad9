"""The planner: what a facilitator typed stays until it fits; what the form does not offer is not taken."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest

from sessions.pages.plan_form import MOST_MINUTES
from tests.sessions.pages.given import Served, Visitor

FORM = {"title": "Trust", "question": "When is trust right?", "rules": "Speak for yourself.", "limits": "None."}


def test_nobody_prepares_without_signing_in(served: Served) -> None:
    visitor = Visitor(served)
    assert visitor.get("/prepare?minutes=210").headers["Location"] == "/sign-in?to=/prepare%3Fminutes%3D210"
    visitor.get("/join")
    assert visitor.post("/prepare", FORM).headers["Location"] == "/sign-in?to=/"


@pytest.mark.parametrize(
    ("field", "text", "says"),
    [
        ("title", "", "Write something first."),
        ("title", " \u3164\u2800 ", "Write something first."),
        ("title", "x" * 81, "shorten it to 80 characters"),
        ("title", "x" * 10_000, "shorten it to 80 characters"),
        ("title", "tsurT\u202e", "character"),
        ("question", "Why " * 200, "shorten it to 200 characters"),
        ("rules", "rule\n" * 1_000, "shorten it to 4000 characters"),
        ("limits", "\u202enothing", "character"),
        ("purpose", "why " * 200, "shorten it to 600 characters"),
    ],
    ids=lambda text: f"{text[:24]!a} {len(text)}",
)
def test_a_text_that_does_not_fit_is_named_and_everything_stays(
    leader: Visitor, field: str, text: str, says: str
) -> None:
    leader.get("/prepare")
    answer = leader.post("/prepare", FORM | {field: text, "minutes-narrative": "33"})
    page = unescape(answer.text).replace("\r\n", "\n")
    assert answer.status == 422
    assert says in page
    assert f"#{field}" in page
    for kept in (FORM | {field: text}).values():
        assert kept in page
    assert 'value="33"' in page


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("25", 25), ("0", 0), ("", 20), ("soon", 20), ("-5", 20), ("1.5", 20), ("²", 20), ("٢٥", 25), ("0025", 25)],
)
def test_minutes_are_those_typed_or_the_default_plans(leader: Visitor, typed: str, minutes: int) -> None:
    assert _minutes_of(leader, typed) == minutes


@pytest.mark.parametrize("typed", ["481", "9999999", "9" * 5_000])
def test_no_plan_is_longer_than_a_day_whatever_is_typed(leader: Visitor, typed: str) -> None:
    assert _minutes_of(leader, typed) == MOST_MINUTES


def _minutes_of(leader: Visitor, typed: str) -> int:
    leader.get("/prepare")
    made = leader.post("/prepare", FORM | {"minutes-narrative": typed})
    assert made.status == 302, made.text
    dialogue = made.headers["Location"].split("/")[2]
    view = leader.get(f"/d/{dialogue}/api/v1/snapshot?surface=console").json["view"]
    return int(view["course"]["stages"]["narrative"]["minutes"])


@pytest.mark.parametrize(
    "form",
    [
        {"options": "votes"},
        {"threshold": "1"},
        {"seat": "x"},
        {"minutes-nowhere": "5"},
        {"method": "debate"},
        {"hierarchy": "boss"},
        {"leads": "some"},
        {"begins-1": "opening"},
    ],
)
def test_what_the_form_does_not_offer_is_refused(leader: Visitor, form: dict[str, str]) -> None:
    leader.get("/prepare")
    answer = leader.post("/prepare", FORM | form)
    assert answer.status == 400
    assert "<code>bad_request</code>" in answer.text


@pytest.mark.parametrize("language", ["", "xx", '" onload="alert(1)', "x" * 5_000])
def test_a_language_that_is_not_offered_becomes_the_first_one(leader: Visitor, language: str) -> None:
    leader.get("/prepare")
    made = leader.post("/prepare", FORM | {"language": language})
    assert made.status == 302
    dialogue = made.headers["Location"].split("/")[2]
    view = leader.get(f"/d/{dialogue}/api/v1/snapshot?surface=console").json["view"]
    assert view["about"]["language"] == "en"


def test_a_script_in_a_text_stays_a_text(leader: Visitor) -> None:
    leader.get("/prepare")
    page = leader.post("/prepare", FORM | {"title": "", "rules": "</textarea><script>alert(1)</script>"}).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def begun(leader: Visitor, **form: str) -> dict[str, Any]:
    """The console's view of a dialogue that began with this form."""
    leader.get("/prepare")
    made = leader.post("/prepare", FORM | {name.replace("_", "-"): value for name, value in form.items()})
    assert made.status == 302, made.text
    dialogue = made.headers["Location"].split("/")[2]
    view: dict[str, Any] = leader.get(f"/d/{dialogue}/api/v1/snapshot?surface=console").json["view"]
    return view


def value_of(page: str, field: str) -> str | None:
    """What stands in a field of the page."""
    tag = re.search(rf'<input[^>]*id="{field}"[^>]*>', page)
    assert tag is not None, field
    found = re.search(r'value="([^"]*)"', tag[0])
    return found[1] if found else None


def is_chosen(page: str, field: str) -> bool:
    """Whether a box or a radio is ticked."""
    tag = re.search(rf'<input[^>]*id="{field}"[^>]*>', page)
    assert tag is not None, field
    return " checked" in tag[0]


def test_minutes_that_do_not_fit_are_named_by_both_numbers_and_everything_stays(leader: Visitor) -> None:
    leader.get("/prepare")
    form = FORM | {"available": "90", "minutes-experiences": "25", "purpose": "A team day.", "hierarchy": "speaks_last"}
    answer = leader.post("/prepare", form | {"options": "timers"})
    page = unescape(answer.text)
    assert answer.status == 422
    assert "The steps take 95 minutes, you have 90. Shorten a step or leave one out." in page
    assert 'href="#available"' in page
    for kept in (*FORM.values(), "A team day."):
        assert kept in page
    assert value_of(page, "minutes-experiences") == "25"
    assert value_of(page, "available") == "90"
    assert is_chosen(page, "hierarchy-2")
    assert is_chosen(page, "option-timers")
    assert not is_chosen(page, "option-coach")
    assert leader.post("/prepare", form | {"available": "95"}).status == 302


@pytest.mark.parametrize("available", ["", "0", "soon", "200"])
def test_nobody_has_to_say_how_long_there_is(leader: Visitor, available: str) -> None:
    assert begun(leader, available=available, minutes_narrative="60")["course"]["stages"]["narrative"]["minutes"] == 60


def test_whoever_leads_someone_of_the_group_is_told_that_another_has_to_facilitate(leader: Visitor) -> None:
    leader.get("/prepare")
    answer = leader.post("/prepare", FORM | {"leads": "yes"})
    page = unescape(answer.text)
    assert answer.status == 422
    assert "Ask somebody who leads nobody here." in page
    assert 'href="#leads"' in page
    assert "When is trust right?" in page
    assert leader.post("/prepare", FORM | {"leads": "no"}).status == 302


@pytest.mark.parametrize(
    ("asked", "method", "length", "judgement"),
    [
        ("", "nelson_heckmann", 90, "20"),
        ("?minutes=210", "nelson_heckmann", 210, "35"),
        ("?method=hourglass&minutes=390", "hourglass", 390, "60"),
        ("?method=short_90&minutes=390", "short_90", 90, "20"),
        ("?method=debate&minutes=7", "nelson_heckmann", 90, "20"),
    ],
)
def test_the_page_shows_the_plan_that_is_asked_for(
    leader: Visitor, asked: str, method: str, length: int, judgement: str
) -> None:
    page = leader.get(f"/prepare{asked}").text
    assert is_chosen(page, f"method-{method}")
    assert is_chosen(page, f"length-{length}")
    assert value_of(page, "minutes-judgement") == judgement
    assert value_of(page, "available") == str(length)
    assert f"data-sum>{length}<" in page


def test_without_script_another_plan_is_shown_and_what_was_written_stays(leader: Visitor) -> None:
    leader.get("/prepare")
    chosen = {"method": "norwegian", "length": "180", "shown": "nelson_heckmann 90", "show": "plan"}
    answer = leader.post("/prepare", FORM | chosen | {"minutes-narrative": "3", "leads": "yes"})
    assert answer.status == 200
    assert is_chosen(answer.text, "option-pointing")
    assert "data-sum>90 + 90 = 180<" in answer.text
    assert value_of(answer.text, "minutes-narrative") == "35"
    assert is_chosen(answer.text, "leads-2")
    for kept in FORM.values():
        assert kept in answer.text


def test_the_plan_that_is_shown_keeps_what_was_typed_over_it(leader: Visitor) -> None:
    leader.get("/prepare")
    shown = {"method": "norwegian", "length": "180", "shown": "norwegian 180", "show": "plan", "minutes-narrative": "3"}
    page = leader.post("/prepare", FORM | shown).text
    assert value_of(page, "minutes-narrative") == "3"
    assert not is_chosen(page, "option-coach")


def test_what_a_method_lives_from_is_on_though_a_locked_box_is_not_sent(leader: Visitor) -> None:
    options = begun(leader, method="norwegian", options="timers")["about"]["options"]
    assert {"pointing", "timers"} <= set(options)
    assert "coach" not in options


def test_what_was_prepared_stands_in_the_room(leader: Visitor) -> None:
    view = begun(leader, purpose="A team day.", hierarchy="sits_outside", method="hourglass", begins_2="judgement")
    about = view["about"]
    assert (about["purpose"], about["hierarchy"], about["method"]) == ("A team day.", "sits_outside", "hourglass")
    stages = view["course"]["stages"]
    assert [stages[key]["sitting"] for key in ("opening", "narrative", "judgement", "closing")] == [1, 1, 2, 2]
