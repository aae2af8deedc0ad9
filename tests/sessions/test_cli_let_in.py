"""`dialogue let-in`: whoever lost everything and has nobody to ask comes in again by the machine itself."""

from __future__ import annotations

from pathlib import Path

import pyotp

from sessions.accounts.service import Staff
from sessions.permissions import StaffRole
from sessions.rooms.ids import now_ms
from sessions.storage.store import open_storage
from tests.sessions.pages.given import PASSWORD, Visitor, facilitator, server
from tests.sessions.terminal import dialogue


def test_the_only_administrator_comes_in_again_without_password_and_authenticator(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with server(data) as served:
        signed_in = facilitator(served, "Ash")
        while_it_runs = dialogue("let-in", "Ash", DATA=str(data))
        assert (while_it_runs.status, while_it_runs.complained.split(":")[0]) == (2, "data_in_use")
    storage = open_storage(data)
    known = storage.accounts.named("Ash")
    assert known is not None
    storage.accounts.set_second_factor(known.id, pyotp.random_base32(32), ["ABCDEFGHJK"])
    storage.close()
    told = dialogue("let-in", "ash", "--data", str(data))
    assert told.status == 0
    assert "Ash is signed out on all devices.\nThe old password and second step still work until this code" in told.said
    assert f"(dialogue serve --data {data})" in told.said
    assert "was closed" not in told.said
    code = told.said.split()[-1]
    with server(data) as served:
        signed_in.served = served
        assert signed_in.get("/account").status == 302
        old = Visitor(served)
        old.get("/sign-in")
        assert old.post("/sign-in", {"name": "Ash", "password": PASSWORD}).status == 200, "on to the second step"
        visitor = Visitor(served)
        visitor.get("/welcome")
        assert visitor.post("/welcome", {"code": code}).headers["Location"] == f"/welcome/{code}"
        visitor.get(f"/welcome/{code}")
        answer = visitor.post(f"/welcome/{code}", {"name": "Ash", "password": "another good password"})
        assert answer.headers["Location"] == "/"
        assert "Set it up" in visitor.get("/account").text
        old.get("/sign-in")
        assert old.post("/sign-in", {"name": "Ash", "password": PASSWORD}).status == 422
    storage = open_storage(data)
    assert storage.invitations.all(now_ms()) == []
    storage.close()


def test_a_closed_account_is_opened_again_and_that_is_said(tmp_path: Path) -> None:
    data = tmp_path / "data"
    storage = open_storage(data)
    staff = Staff(storage)
    staff.add("Elm", "no hash", {StaffRole.ADMINISTRATOR})
    storage.accounts.set_closed(staff.add("Ash", "no hash"), closed=True)
    storage.close()
    assert dialogue("let-in", "Ash", DATA=str(data)).said.startswith(
        "The account of Ash was closed; it is open again.\n"
    )


def test_who_is_not_there_is_told_who_is(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with server(data) as served:
        facilitator(served, "Ash")
    told = dialogue("let-in", "Birch", DATA=str(data))
    assert told.status == 2
    assert told.complained.splitlines()[0].startswith("account_unknown: ")
    assert told.complained.splitlines()[1:] == ["  Ash"]
