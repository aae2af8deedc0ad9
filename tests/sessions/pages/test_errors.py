"""What can't be had: a page that says what to do, for programs a code; never a traceback."""

from __future__ import annotations

import json

import pytest
from flask.testing import FlaskClient

from sessions.app import Application
from sessions.permissions import ANYONE, ROUTES
from tests.sessions.pages.conftest import ORIGIN
from tests.sessions.pages.given import Served, Visitor, command_id, joined, prepared


@pytest.fixture
def client(application: Application) -> FlaskClient:
    return application.flask.test_client()


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/nowhere", 404, "not_found"),
        ("GET", "/setup/no-such-link", 404, "link_used_up"),
        ("GET", "/enter/no-such-link", 404, "link_used_up"),
        ("GET", "/d/00000000000000000000/", 403, "not_joined"),
        ("GET", "/d/garbage/console", 403, "not_joined"),
        ("GET", "/d/%00/archive", 403, "not_joined"),
        ("GET", "/d/garbage/qr.svg", 403, "not_joined"),
        ("GET", "/d/garbage/transcript.json", 403, "not_joined"),
        ("GET", "/sign-out", 405, "method_not_allowed"),
        ("POST", "/join", 400, "form_expired"),
        ("POST", "/sign-in", 400, "form_expired"),
        ("POST", "/prepare", 400, "form_expired"),
        ("POST", "/d/garbage/plain", 400, "form_expired"),
    ],
)
def test_a_page_says_what_happened_with_a_code(
    client: FlaskClient, method: str, path: str, status: int, code: str
) -> None:
    response = client.open(path, method=method, base_url=ORIGIN, headers={"Origin": ORIGIN})
    assert response.status_code == status
    assert f"<code>{code}</code>" in response.text
    assert "<h1>" in response.text
    assert response.headers.get("Allow") is None or status == 405


def test_the_methods_that_a_page_has_are_named(client: FlaskClient) -> None:
    assert set(client.get("/sign-out").headers["Allow"].split(", ")) == {"POST", "OPTIONS"}


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/api/v1/nothing", 404, "not_found"),
        ("GET", "/d/garbage/api/v1/snapshot", 403, "not_joined"),
        ("GET", "/d/garbage/api/v1/commands", 405, "method_not_allowed"),
        ("POST", "/d/garbage/api/v1/commands", 400, "form_expired"),
        ("DELETE", "/d/garbage/api/v1/snapshot", 405, "method_not_allowed"),
    ],
)
def test_a_program_is_answered_in_json(client: FlaskClient, method: str, path: str, status: int, code: str) -> None:
    response = client.open(path, method=method, base_url=ORIGIN, headers={"Origin": ORIGIN})
    said = json.loads(response.text)
    assert response.content_type == "application/json"
    assert (response.status_code, said["error"]["code"]) == (status, code)
    assert said["ok"] is False
    assert set(said["error"]) == {"code", "message", "field", "limit", "temporary"}


def test_without_an_origin_or_from_a_foreign_one_nothing_is_posted(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    ash = joined(served, code, "Ash")
    for origin in ("", "null", "http://evil.example", "http://127.0.0.1:1"):
        ash.get("/join")
        refused = ash.post("/join", {"code": code}, Origin=origin)
        assert refused.status == 403
        assert "<code>forbidden</code>" in refused.text
        body = json.dumps({"id": command_id(), "type": "raise_hand", "data": {}}).encode()
        answer = ash.sends(dialogue, body, "participant", Origin=origin)
        assert (answer.status, answer.json["error"]["code"]) == (403, "forbidden")
    assert ash.command(dialogue, "lower_hand", surface="participant").json["error"]["code"] == "hand_not_raised"


@pytest.mark.parametrize("token", ["", "wrong", "x" * 2_000, "\u00e6"])
def test_a_missing_or_forged_token_sends_nothing(served: Served, leader: Visitor, token: str) -> None:
    dialogue, code = prepared(leader)
    ash, other = joined(served, code, "Ash"), Visitor(served)
    other.get("/join")
    for forged in (token, other.csrf):
        form = ash.post("/join", {"code": code, "csrf_token": forged})
        assert form.status == 400
        assert "What you typed is still in the form" in form.text
        headers = {"X-CSRFToken": forged.encode("ascii", "replace").decode()}
        body = json.dumps({"id": command_id(), "type": "raise_hand", "data": {}}).encode()
        answer = ash.sends(dialogue, body, "participant", **headers)
        assert (answer.status, answer.json["error"]["code"]) == (400, "form_expired")


def test_what_is_far_too_big_is_refused_with_a_page_or_a_code(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    for path, form in (("/prepare", {"title": "Trust"}), (f"/j/{code}", {"pseudonym": "Ash", "role": "participant"})):
        field = next(iter(form))
        for much in (300_000, 10_000_000):
            leader.get(path)
            page = leader.post(path, form | {field: "x" * much})
            assert page.status == 413
            assert "<code>too_big</code>" in page.text
    answer = leader.sends(dialogue, b" " * 300_000)
    assert (answer.status, answer.json["error"]["code"]) == (413, "too_big")
    assert leader.get("/").status == 200


def test_what_fails_inside_is_told_without_its_message(
    application: Application, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = {**ROUTES, "fails": ANYONE, "api_fails": ANYONE}
    monkeypatch.setattr("sessions.pages.permitted.ROUTES", rows)
    application.flask.add_url_rule("/fails", "fails", lambda: f"{1 / 0}")
    application.flask.add_url_rule("/api/fails", "api_fails", lambda: f"{1 / 0}")
    page = client.get("/fails")
    assert (page.status_code, "<code>server_error</code>" in page.text) == (500, True)
    error = json.loads(client.get("/api/fails").text)["error"]
    assert (error["code"], error["temporary"]) == ("server_error", True)
    assert "division" not in page.text
