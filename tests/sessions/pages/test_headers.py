"""Every answer keeps a page to itself: policy, no sniffing, no storing, cookies that nothing else can read."""

from __future__ import annotations

import json
import re
from http.cookies import Morsel, SimpleCookie
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from sessions.app import Application
from sessions.pages.look import asset
from tests.sessions.pages.conftest import ORIGIN
from tests.sessions.pages.given import PASSWORD, Answer, Served, Visitor, joined, prepared, server

STRICT = {"default-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"}


@pytest.fixture
def client(application: Application) -> FlaskClient:
    return application.flask.test_client()


def _address(rule: Rule) -> str:
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda found: {"path": "css/base.css"}.get(found[1], "0" * 20), rule.rule)


def test_every_route_answers_with_every_header(application: Application, client: FlaskClient) -> None:
    rules = list(application.flask.url_map.iter_rules())
    assert len(rules) > 20
    for rule in rules:
        for method in sorted(rule.methods or ()):
            response = client.open(_address(rule), method=method, base_url=ORIGIN, headers={"Origin": ORIGIN})
            policy = {part.strip() for part in response.headers["Content-Security-Policy"].split(";")}
            assert policy >= STRICT, rule.rule
            assert not re.search(r"unsafe|\*|data:.*script", response.headers["Content-Security-Policy"])
            assert response.headers["X-Content-Type-Options"] == "nosniff"
            assert response.headers["Referrer-Policy"] == "same-origin"
            assert "camera=()" in response.headers["Permissions-Policy"]
            # The guidance is the same for everyone and holds nothing of any dialogue: it is kept, and asked for again.
            kept = {"no-store", "no-cache"} if rule.rule.startswith("/guidance") else {"no-store"}
            assert response.headers["Cache-Control"] in kept, (rule.rule, method)
            assert response.status_code < 500, (rule.rule, method, response.text)


def test_only_versioned_static_files_are_kept_and_those_for_ever(client: FlaskClient) -> None:
    kept = client.get(asset("css/base.css"))
    assert kept.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert client.get("/static/v000000000000/css/base.css").headers["Cache-Control"] == "no-store"
    assert client.get("/static/css/base.css").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["%00", "a" * 5_000, "../pyproject.toml", "%2e%2e/pyproject.toml", "css", "//etc"])
def test_nothing_but_static_files_is_served_as_such(client: FlaskClient, path: str) -> None:
    response = client.get(f"/static/{path}")
    assert response.status_code in {404, 308}
    assert "[project]" not in response.text


def test_no_page_holds_an_inline_script_or_style(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    ash = joined(served, code, "Ash")
    pages = [ash.get(path) for path in ("/join", f"/j/{code}", "/sign-in", "/nowhere", f"/d/{dialogue}/")]
    pages += [leader.get(path) for path in ("/", "/prepare")]
    pages += [leader.get(f"/d/{dialogue}/{page}") for page in ("console", "flipchart", "archive")]
    for page in pages:
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", page.text, re.IGNORECASE)
        scripts = re.findall(r"<script[^>]*>", page.text)
        assert all("src=" in script or 'type="application/json"' in script for script in scripts)  # data never runs


def test_what_comes_with_the_console_can_not_end_its_own_block(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    ash = joined(served, code, "</script><b>")
    leads = leader.get(f"/d/{dialogue}/console").text
    assert ash is not None
    assert leads.count("</script>") == leads.count("<script")
    (first,) = re.findall(r'<script type="application/json" id="first">(.*?)</script>', leads, re.DOTALL)
    view = json.loads(first)["view"]
    assert "</script><b>" in [seat["pseudonym"] for seat in view["seats"].values()]
    assert json.loads(first)["audience"] == "facilitator"


def _cookie(answer: Answer, name: str) -> Morsel[str]:
    set_here = [SimpleCookie(header) for header in answer.headers.get_all("Set-Cookie") or ()]
    found = [known[name] for known in set_here if name in known]
    assert len(found) == 1, name
    return found[0]


def test_cookies_are_out_of_reach_of_scripts_other_sites_and_other_dialogues(served: Served, leader: Visitor) -> None:
    dialogue, code = prepared(leader)
    visitor = Visitor(served)
    form = _cookie(visitor.get(f"/j/{code}"), "form")
    seat = _cookie(visitor.post(f"/j/{code}", {"pseudonym": "Ash", "role": "participant"}), "seat")
    wall = _cookie(visitor.post(f"/j/{code}", {"role": "flipchart"}), "wall")
    visitor.get("/sign-in")
    signed_in = _cookie(visitor.post("/sign-in", {"name": "Lead", "password": PASSWORD}), "sign_in")
    for cookie in (form, seat, wall, signed_in):
        assert cookie["httponly"] is True
        assert cookie["samesite"] == "Lax"
        assert not cookie["domain"]
    assert (seat["path"], wall["path"]) == (f"/d/{dialogue}/", f"/d/{dialogue}/")
    assert (form["path"], signed_in["path"]) == ("/", "/")
    assert len(seat.value) == len(wall.value) == len(signed_in.value) == 43


def test_signing_out_takes_the_cookie_away(served: Served, leader: Visitor) -> None:
    visitor = Visitor(served)
    visitor.get("/sign-in")
    visitor.post("/sign-in", {"name": "Lead", "password": PASSWORD})
    kept = visitor.cookies["sign_in", "/"]
    visitor.get("/")
    assert _cookie(visitor.post("/sign-out", {}), "sign_in")["max-age"] == "0"
    visitor.cookies["sign_in", "/"] = kept
    assert visitor.get("/").headers["Location"] == "/join"
    assert leader.get("/").status == 200


def test_a_page_says_when_it_is_not_encrypted_and_only_then(tmp_path: Path) -> None:
    says = "Not encrypted: use only on a trusted network."
    with server(tmp_path / "data", PUBLIC_URL="https://dialogue.example.org") as served:
        guest = Visitor(served)
        for page in ("/join", "/sign-in", "/shared"):
            assert says not in guest.get(page).text, "it does not leave this computer"
            assert says in guest.get(page, Host="192.168.4.20:8000").text
            assert says not in guest.get(page, Host="dialogue.example.org").text, "encrypted by what stands before it"
