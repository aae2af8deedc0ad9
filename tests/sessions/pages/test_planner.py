"""The planner: what a facilitator typed stays until it fits; what the form does not offer is not taken."""

from __future__ import annotations

from html import unescape

import pytest

from sessions.pages.planner import MOST_MINUTES
from tests.sessions.pages.given import Served, Visitor

FORM = {"title": "Trust", "question": "When is trust right?", "rules": "Speak for yourself.", "limits": "None."}


def test_nobody_prepares_without_signing_in(served: Served) -> None:
    visitor = Visitor(served)
    assert visitor.get("/prepare").headers["Location"] == "/sign-in"
    visitor.get("/join")
    assert visitor.post("/prepare", FORM).headers["Location"] == "/sign-in"


@pytest.mark.parametrize(
    ("field", "text", "says"),
    [
        ("title", "", "Write something first."),
        ("title", "x" * 81, "shorten it to 80 characters"),
        ("question", "Why " * 200, "shorten it to 200 characters"),
        ("rules", "rule\n" * 1_000, "shorten it to 4000 characters"),
        ("limits", "\u202enothing", "character"),
    ],
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
    "form", [{"options": "votes"}, {"threshold": "1"}, {"seat": "x"}, {"minutes-nowhere": "5"}, {"method": "hourglass"}]
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
