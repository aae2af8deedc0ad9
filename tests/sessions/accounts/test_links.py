"""Links that work once: the first account, and entry links that hand a cookie over."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask.testing import FlaskClient

from sessions.accounts.refusals import BadAccount
from sessions.accounts.service import ENTRY_LINK_MS, SETUP_LINK_MS, Staff
from sessions.rooms.ids import new_token, now_ms

GOOD = {"name": "Lead", "password": "three or four words"}


def test_the_link_makes_one_account_and_is_used_up(staff: Staff, client: FlaskClient) -> None:
    link = f"/setup/{staff.setup_link()}"
    assert client.get(link).status_code == 200
    made = client.post(link, data=GOOD)
    assert (made.status_code, made.headers["Location"]) == (302, "/")
    assert client.get("/").status_code == 200
    for answer in (client.get(link), client.post(link, data=GOOD | {"name": "Second"})):
        assert answer.status_code == 404
        assert "<code>link_used_up</code>" in answer.text
    assert staff.storage.accounts.named("Second") is None


def test_of_the_links_of_two_starts_one_is_used(staff: Staff, client: FlaskClient) -> None:
    first, second = staff.setup_link(), staff.setup_link()
    assert client.post(f"/setup/{second}", data=GOOD).status_code == 302
    assert client.get(f"/setup/{first}").status_code == 404
    assert client.post(f"/setup/{first}", data=GOOD | {"name": "Intruder"}).status_code == 404
    assert staff.storage.accounts.named("Intruder") is None


def test_two_who_use_a_link_at_once_get_one_account(staff: Staff) -> None:
    link = staff.setup_link()
    with ThreadPoolExecutor(4) as people:
        made = list(people.map(lambda name: staff.set_up(link, name, GOOD["password"]), ["Ash", "Birch", "Elm", "Fir"]))
    assert sum(token is not None for token in made) == 1


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"name": "", "password": "three or four words"}, "name"),
        ({"name": "   ", "password": "three or four words"}, "name"),
        ({"name": "x" * 61, "password": "three or four words"}, "name"),
        ({"name": "Lead", "password": "short"}, "password"),
        ({"name": "Lead", "password": "x" * 257}, "password"),
        ({"name": "Lead"}, "password"),
    ],
)
def test_what_cannot_be_an_account_leaves_the_link_good_and_the_name_typed(
    staff: Staff, client: FlaskClient, form: dict[str, str], field: str
) -> None:
    link = f"/setup/{staff.setup_link()}"
    answer = client.post(link, data=form)
    assert answer.status_code == 422
    assert f"#{field}" in answer.text
    assert form["name"] in answer.text
    assert "short" not in answer.text.replace("shortest", "")
    assert client.post(link, data=GOOD).status_code == 302


def test_a_link_that_is_too_old_or_for_something_else_opens_nothing(staff: Staff, client: FlaskClient) -> None:
    old, other, at = new_token(), new_token(), now_ms()
    staff.storage.links.put(old, "setup", "", at - SETUP_LINK_MS, at - 1)
    staff.storage.links.put(other, "entry", "{}", at, at + ENTRY_LINK_MS)
    for token in (old, other, "\x00", "x" * 9_000):
        assert client.get(f"/setup/{token}").status_code == 404
        assert client.post(f"/setup/{token}", data=GOOD).status_code == 404
    assert client.get(f"/enter/{staff.setup_link()}").status_code == 404
    assert not staff.storage.accounts.any()


def test_an_entry_link_hands_its_cookie_over_once(staff: Staff, client: FlaskClient) -> None:
    payload = {"to": "/d/abc/", "cookie": "seat", "token": "secret-of-the-seat", "path": "/d/abc/"}
    link = f"/enter/{staff.entry_link(json.dumps(payload))}"
    answer = client.get(link)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/d/abc/")
    cookie = answer.headers["Set-Cookie"]
    for part in ("seat=secret-of-the-seat", "HttpOnly", "SameSite=Lax", "Path=/d/abc/"):
        assert part in cookie
    again = client.get(link)
    assert again.status_code == 404
    assert "<code>link_used_up</code>" in again.text
    assert "Set-Cookie" not in again.headers


def test_a_name_is_taken_whatever_its_case_and_width(staff: Staff) -> None:
    staff.add("Lead", "hash")
    for name in ("Lead", "LEAD", "ｌｅａｄ", " lead "):
        with pytest.raises(BadAccount) as bad:
            staff.add(name, "hash")
        assert (bad.value.code, bad.value.field) == ("account_name_taken", "name")
