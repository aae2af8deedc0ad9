"""Where somebody is signed in: listed by a coarse word, ended one by one or all at once."""

from __future__ import annotations

import re

import pytest

from sessions.accounts.devices import label_of
from sessions.accounts.service import Staff
from sessions.app import Application
from tests.sessions.accounts.given import PASSWORD, account, administrator, browser, said

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
CHROME = (
    "Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36"
)


@pytest.mark.parametrize(
    ("sent", "label"),
    [
        (FIREFOX, "Firefox · Windows"),
        (CHROME, "Chrome · Android"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile/15E148 Safari/604.1",
            "Safari · iPhone",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0 Safari/537.36 Edg/130.0", "Edge · Linux"),
        ("", ""),
        ("<script>" * 500, ""),
    ],
)
def test_a_device_is_a_coarse_word(sent: str, label: str) -> None:
    assert label_of(sent) == label


def test_one_device_is_signed_out_and_the_others_stay(application: Application, staff: Staff) -> None:
    account(staff, "Ash")
    here, there = browser(application), browser(application)
    for client, agent in [(here, FIREFOX), (there, CHROME)]:
        client.post("/sign-in", data={"name": "Ash", "password": PASSWORD}, headers={"User-Agent": agent})
    page = here.get("/account").text
    assert "Chrome · Android" in page
    assert "Pixel" not in page
    assert "Firefox · Windows (this one)" in said(page).replace(" )", ")")
    ids = re.findall(r"/account/devices/(\w+)/end", page)
    assert len(ids) == 2
    other = next(id for id in ids if f"{id}/end" in page.split("Chrome · Android")[1].split("</li>")[0])
    assert here.post(f"/account/devices/{other}/end").status_code == 200
    assert there.get("/account").status_code == 302
    assert here.get("/account").status_code == 200


def test_nobody_ends_another_ones_sign_in(application: Application, staff: Staff) -> None:
    mine, theirs = account(staff, "Ash"), account(staff, "Birch")
    me, token = browser(application, staff.sign_in_as(mine)), staff.sign_in_as(theirs)
    device = staff.storage.sign_ins.devices(theirs, 0)[0].id
    me.post(f"/account/devices/{device}/end")
    assert browser(application, token).get("/account").status_code == 200


@pytest.mark.parametrize("by", ["themselves", "an administrator"])
def test_signing_out_everywhere(application: Application, staff: Staff, by: str) -> None:
    made = account(staff, "Ash")
    clients = [browser(application, staff.sign_in_as(made)) for _ in range(3)]
    other = browser(application, staff.sign_in_as(account(staff, "Birch")))
    if by == "themselves":
        clients[0].post("/account/sign-out-everywhere")
    else:
        administrator(application, staff).post(f"/people/{made}/sign-out")
    assert [client.get("/account").status_code for client in clients] == [302] * 3
    assert other.get("/account").status_code == 200


def test_a_new_password_asks_for_the_old_one_and_ends_all_other_sign_ins(
    application: Application, staff: Staff
) -> None:
    made = account(staff, "Ash")
    here, there = (browser(application, staff.sign_in_as(made)) for _ in range(2))
    new = "another good password"
    assert here.post("/account/password", data={"now": "guess", "password": new}).status_code == 422
    assert here.post("/account/password", data={"now": PASSWORD, "password": "short"}).status_code == 422
    assert here.post("/account/password", data={"now": PASSWORD, "password": new}).status_code == 302
    assert here.get("/account").status_code == 200
    assert there.get("/account").status_code == 302
    assert isinstance(staff.sign_in("Ash", new), str)


@pytest.mark.parametrize(
    "to", ["https://example.org/", "//example.org", "/\\example.org", "javascript:alert(1)", "people", "/a\nb"]
)
def test_after_signing_in_nobody_is_led_elsewhere(application: Application, staff: Staff, to: str) -> None:
    account(staff, "Ash")
    answer = browser(application).post("/sign-in", data={"name": "Ash", "password": PASSWORD, "to": to})
    assert answer.headers["Location"] == "/"
    onwards = browser(application).post(
        "/sign-in", data={"name": "Ash", "password": PASSWORD, "to": "/prepare?minutes=90"}
    )
    assert onwards.headers["Location"] == "/prepare?minutes=90"
