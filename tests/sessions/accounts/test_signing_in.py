"""Signing in: a wrong name and a wrong password are told alike, and hashing holds nobody else up."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from sessions.accounts import passwords
from sessions.accounts.service import SIGNED_IN_MS, Staff
from sessions.rooms.ids import new_token, now_ms
from sessions.rooms.persons import person_of
from tests.sessions.in_mode import both_modes
from tests.sessions.pages.given import PASSWORD, Visitor, facilitator, server

SLOW = ("-m", "tests.sessions.accounts.serve_slowly")


@pytest.fixture
def lead(staff: Staff) -> str:
    token = staff.set_up(staff.setup_link(), "Lead", PASSWORD)
    assert token is not None
    return token


def _alike(text: str, name: str) -> str:
    return re.sub(r'name="csrf_token" value="[^"]*"', "", unescape(text)).replace(name, "NAME") if name else text


def test_a_wrong_name_and_a_wrong_password_are_answered_in_the_same_bytes(client: FlaskClient, lead: str) -> None:
    tries = [
        ("Lead", "wrong password"),
        ("Nobody", PASSWORD),
        ("Nobody", "wrong"),
        ("Lead", ""),
        ("Lead", PASSWORD + "x"),
    ]
    answers = [client.post("/sign-in", data={"name": name, "password": password}) for name, password in tries]
    told = {_alike(answer.text, name) for answer, (name, _) in zip(answers, tries, strict=True)}
    assert len(told) == 1
    assert {answer.status_code for answer in answers} == {422}
    assert not any("Set-Cookie" in answer.headers and "sign_in=" in answer.headers["Set-Cookie"] for answer in answers)


def test_both_cost_one_hash_of_the_same_kind(client: FlaskClient, lead: str, monkeypatch: pytest.MonkeyPatch) -> None:
    verified: list[str] = []
    real = passwords._fits

    def counting(hashed: str, password: str) -> bool:
        verified.append(hashed)
        return real(hashed, password)

    monkeypatch.setattr(passwords, "_fits", counting)
    for name in ("Lead", "Nobody", "", "x" * 9_000, "\u202e"):
        client.post("/sign-in", data={"name": name, "password": "wrong"})
    assert len(verified) == 5
    costs = {re.sub(r"\$[^$]+\$[^$]+$", "", hashed) for hashed in verified}
    assert len(costs) == 1
    assert costs.pop().startswith("$argon2id$")


def test_the_right_password_signs_in_whatever_the_case_of_the_name(client: FlaskClient, lead: str) -> None:
    for name in ("Lead", "lead", " LEAD "):
        answer = client.post("/sign-in", data={"name": name, "password": PASSWORD})
        assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert client.get("/").status_code == 200


def test_a_sign_in_ends_after_its_time_and_at_signing_out(staff: Staff, lead: str) -> None:
    storage, old = staff.storage, new_token()
    person = person_of(storage, {"sign_in": lead})
    assert person is not None
    storage.sign_ins.add(old, person.account, now_ms() - SIGNED_IN_MS - 1, now_ms() - 1, id="old")
    assert person_of(storage, {"sign_in": old}) is None
    ended: list[str] = []
    staff.ended.append(ended.append)
    staff.sign_out(lead)
    assert person_of(storage, {"sign_in": lead}) is None
    assert ended[-1] == lead


def test_trying_again_and_again_is_stopped_without_forgetting_what_was_typed(client: FlaskClient, lead: str) -> None:
    answers = [client.post("/sign-in", data={"name": "Lead", "password": "wrong"})]
    while answers[-1].status_code == 422 and len(answers) < 60:  # on a slow machine one is forgiven meanwhile
        answers.append(client.post("/sign-in", data={"name": "Lead", "password": "wrong"}))
    assert len(answers) > 20
    assert answers[-1].status_code == 429
    assert 'value="Lead"' in answers[-1].text
    assert client.post("/sign-in", data={"name": "Lead", "password": PASSWORD}).status_code == 429


@pytest.mark.parametrize("form", [{"name": "Lead", "password": "x", "admin": "1"}, {"role": "facilitator"}])
def test_fields_that_the_form_does_not_have_are_refused(client: FlaskClient, form: dict[str, str]) -> None:
    assert client.post("/sign-in", data=form).status_code == 400


@both_modes
def test_while_passwords_are_hashed_others_are_served(tmp_path: Path, mode: str) -> None:
    """No clock here: the hash goes on until the test lets it end, and the others are answered before."""
    go_on = tmp_path / "go on"
    go_on.touch()
    with server(tmp_path / "data", mode, SLOW, GO_ON=str(go_on)) as served, ThreadPoolExecutor(3) as people:
        leader = facilitator(served)
        go_on.unlink()
        visitors = [Visitor(served) for _ in range(3)]
        for visitor in visitors:
            visitor.get("/sign-in")
        form = {"name": "Lead", "password": PASSWORD}
        waiting = [people.submit(visitor.post, "/sign-in", form) for visitor in visitors]
        for _ in range(5):
            assert leader.get("/").status == 200
            assert Visitor(served).get("/join").status == 200
        assert not any(answer.done() for answer in waiting)
        go_on.touch()
        assert [answer.result(20).status for answer in waiting] == [302] * 3
