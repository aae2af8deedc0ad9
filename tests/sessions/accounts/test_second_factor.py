"""The second factor: set up with proof, each code once, recovery codes, and what an administrator may do without it."""

from __future__ import annotations

import re
from pathlib import Path

import pyotp
import pytest
from flask.testing import FlaskClient

from sessions.accounts.refusals import BadAccount
from sessions.accounts.second_factor import OFFERED_MS, STEP_S
from sessions.accounts.service import HalfWay, Staff
from sessions.app import Application
from sessions.permissions import StaffRole
from sessions.rooms.ids import now_ms
from sessions.rooms.persons import person_of
from sessions.storage.store import open_storage
from tests.sessions.accounts.given import PASSWORD, account, administrator, browser, protected, said


def _code(secret: str, steps: int = 0) -> str:
    return pyotp.TOTP(secret).at(now_ms() // 1000 + steps * STEP_S)


def _half_way(client: FlaskClient, name: str) -> str:
    answer = client.post("/sign-in", data={"name": name, "password": PASSWORD})
    assert answer.status_code == 200
    assert "sign_in=" not in "".join(answer.headers.getlist("Set-Cookie"))
    return answer.text


def test_the_password_alone_opens_nothing_once_there_is_a_second_factor(application: Application, staff: Staff) -> None:
    protected(staff, "Ash")
    client = browser(application)
    assert "One more step" in _half_way(client, "Ash")
    assert client.get("/").headers["Location"] == "/join"
    assert client.get("/account").headers["Location"].startswith("/sign-in")


def test_the_code_signs_in_and_each_works_once(application: Application, staff: Staff) -> None:
    _made, secret, _codes = protected(staff, "Ash")
    client, code = browser(application), _code(secret)
    _half_way(client, "Ash")
    assert client.post("/sign-in/second-factor", data={"code": code}).headers["Location"] == "/"
    assert client.get("/account").status_code == 200
    again = browser(application)
    _half_way(again, "Ash")
    assert again.post("/sign-in/second-factor", data={"code": code}).status_code == 422
    # Nor does an older one that nobody has used.
    assert again.post("/sign-in/second-factor", data={"code": _code(secret, -1)}).status_code == 422
    assert again.post("/sign-in/second-factor", data={"code": _code(secret, 1)}).status_code == 302


@pytest.mark.parametrize("off", [-3, -2, 2, 3])
def test_a_clock_may_be_off_by_half_a_minute_and_no_more(staff: Staff, off: int) -> None:
    made, secret, _codes = protected(staff, "Ash")
    known = staff.storage.accounts.with_id(made)
    assert known is not None
    assert not staff.second_factor.shown(known, _code(secret, off), now_ms())


def test_a_recovery_code_lets_in_once_however_it_is_typed(application: Application, staff: Staff) -> None:
    made, _secret, codes = protected(staff, "Ash")
    for typed, status in [(codes[0].lower().replace("-", " "), 302), (codes[0], 422), (codes[1], 302)]:
        client = browser(application)
        _half_way(client, "Ash")
        assert client.post("/sign-in/second-factor", data={"code": typed}).status_code == status
    assert staff.storage.accounts.recovery_codes_left(made) == len(codes) - 2


def test_guessing_codes_is_stopped_and_then_the_right_one_waits_too(application: Application, staff: Staff) -> None:
    _made, secret, _codes = protected(staff, "Ash")
    client = browser(application)
    _half_way(client, "Ash")
    answers = [client.post("/sign-in/second-factor", data={"code": f"{n:06d}"}).status_code for n in range(8)]
    assert answers[:6] == [422] * 6
    assert answers[-1] == 429
    assert client.post("/sign-in/second-factor", data={"code": _code(secret)}).status_code == 429


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "１２３４５６", "x" * 9_000, "\x00", "000000"])
def test_what_is_no_code_signs_nobody_in(staff: Staff, typed: str) -> None:
    protected(staff, "Ash")
    half = staff.sign_in("Ash", PASSWORD)
    assert isinstance(half, HalfWay)
    assert staff.finish(half.token, typed) is None


def test_somebody_elses_code_signs_nobody_in(staff: Staff) -> None:
    protected(staff, "Ash")
    _other, secret, codes = protected(staff, "Birch")
    half = staff.sign_in("Ash", PASSWORD)
    assert isinstance(half, HalfWay)
    assert staff.finish(half.token, _code(secret)) is None
    assert staff.finish(half.token, codes[0]) is None


def test_setting_up_asks_for_proof_and_shows_the_recovery_codes_once(application: Application, staff: Staff) -> None:
    made = account(staff, "Ash", StaffRole.ADMINISTRATOR)
    client = browser(application, staff.sign_in_as(made))
    # Until then nothing of an administrator's, however directly it is asked for.
    assert client.get("/people").headers["Location"] == "/account/second-factor?to=/people"
    page = said(client.get("/account/second-factor?to=/people").text)
    found = re.search(r"(?:\b[A-Z2-7]{4} ){8}", page)
    assert found is not None
    secret = found[0].replace(" ", "")
    form = {"to": "/people", "now": PASSWORD}
    wrong = client.post("/account/second-factor", data=form | {"code": "000000"})
    left = client.post("/account/second-factor", data=form | {"code": _code(secret), "now": "whoever sits there"})
    assert (wrong.status_code, left.status_code) == (422, 422)
    assert "That is not your current password." in said(left.text)
    for again in (wrong, left, client.get("/account/second-factor")):
        assert found[0] in said(again.text), "the same secret: the authenticator has it already"
    right = client.post("/account/second-factor", data=form | {"code": _code(secret)})
    assert len(re.findall(r"[0-9A-Z]{5}-[0-9A-Z]{5}", said(right.text))) == 10
    assert client.get("/people").status_code == 200
    assert client.get("/account/second-factor").headers["Location"] == "/account"
    assert secret[:4] + " " + secret[4:8] not in said(client.get("/account").text)


def test_what_was_offered_is_one_sign_ins_for_a_while_and_then_another(staff: Staff) -> None:
    made, at = account(staff, "Ash"), now_ms()
    secret = staff.second_factor.offered("one", at)
    assert staff.second_factor.offered("one", at + 60_000) == secret
    with pytest.raises(BadAccount) as bad:  # whoever else knows the password was offered another
        staff.second_factor.set_up(made, "other", pyotp.TOTP(secret).at(at // 1000), at)
    assert bad.value.code == "second_factor_wrong"
    assert staff.second_factor.offered("one", at + OFFERED_MS) != secret


def test_an_administrators_role_counts_only_with_the_second_factor(staff: Staff) -> None:
    roles = (StaffRole.ADMINISTRATOR, StaffRole.FACILITATOR)
    made, _secret, _codes = protected(staff, "Ash", *roles)
    weak, strong = staff.sign_in_as(account(staff, "Birch", *roles)), staff.sign_in_as(made, strong=True)
    counted = [person_of(staff.storage, {"sign_in": token}) for token in (weak, strong)]
    assert [one.roles for one in counted if one] == [{StaffRole.FACILITATOR}, set(roles)]


def test_where_everyone_needs_one_nothing_counts_without_from_the_next_sign_in_on(
    application: Application, staff: Staff
) -> None:
    made, admin = account(staff, "Ash"), administrator(application, staff)
    before = browser(application, staff.sign_in_as(made))
    assert admin.post("/people/second-factor", data={"all": "yes"}).headers["Location"] == "/people#signing-in"
    assert "Everyone needs a second step" in said(admin.get("/people").text)
    assert before.get("/prepare").status_code == 200, "nobody is cut off in the middle of their work"
    after = browser(application)
    assert after.post("/sign-in", data={"name": "Ash", "password": PASSWORD}).status_code == 302
    assert after.get("/").headers["Location"] == "/account"
    assert after.get("/prepare").headers["Location"] == "/account/second-factor?to=/prepare"
    dialogue = f"/d/{'0' * 20}/console"
    assert after.get(dialogue).headers["Location"] == f"/account/second-factor?to={dialogue}"
    assert "Yours needs one" in said(after.get("/account").text)
    assert admin.post("/people/second-factor").status_code == 302
    assert "Others may set one up" in said(admin.get("/people").text)
    assert after.get("/prepare").status_code == 200


@pytest.mark.parametrize("since", [None, 7])
def test_nobody_but_an_administrator_says_who_needs_one(
    application: Application, staff: Staff, since: int | None
) -> None:
    staff.storage.policies.set_second_factor_since(since)
    roles = [role for role in StaffRole if role is not StaffRole.ADMINISTRATOR]
    others = [staff.sign_in_as(account(staff, role.value, role), strong=True) for role in roles]
    weak = staff.sign_in_as(account(staff, "Weak", StaffRole.ADMINISTRATOR))
    for token in (*others, weak, ""):
        for form in ({"all": "yes"}, {}):
            assert browser(application, token).post("/people/second-factor", data=form).status_code in {302, 404}
            assert staff.storage.policies.second_factor_since == since


def test_what_is_asked_of_everyone_is_still_asked_after_a_restart(tmp_path: Path) -> None:
    for expected, asked in ((None, 7), (7, None), (None, None)):
        storage = open_storage(tmp_path / "data")
        assert storage.policies.second_factor_since == expected
        storage.policies.set_second_factor_since(asked)
        storage.close()


def test_switching_it_off_asks_for_the_password_and_signs_out_elsewhere(application: Application, staff: Staff) -> None:
    made, _secret, _codes = protected(staff, "Ash")
    client, elsewhere = (browser(application, staff.sign_in_as(made, strong=True)) for _ in range(2))
    assert client.post("/account/second-factor/remove", data={"now": "a guess"}).status_code == 422
    assert client.post("/account/second-factor/remove", data={"now": PASSWORD}).headers["Location"] == "/account"
    assert client.get("/account").status_code == 200
    assert elsewhere.get("/account").status_code == 302
    known = staff.storage.accounts.with_id(made)
    assert known is not None
    assert known.secret is None


def test_whoever_was_signed_in_by_the_password_alone_is_out_once_it_is_set_up(
    application: Application, staff: Staff
) -> None:
    made = account(staff, "Ash", StaffRole.ADMINISTRATOR)
    thief, owner = (browser(application, staff.sign_in_as(made)) for _ in range(2))
    pages = [said(client.get("/account/second-factor").text) for client in (thief, owner)]
    secrets = [found[0].replace(" ", "") for page in pages if (found := re.search(r"(?:\b[A-Z2-7]{4} ){8}", page))]
    assert len(set(secrets)) == 2, "nobody sees the secret that somebody else takes"
    assert owner.post("/account/second-factor", data={"code": _code(secrets[1]), "now": PASSWORD}).status_code == 200
    assert owner.get("/people").status_code == 200
    assert thief.get("/account").status_code == 302


@pytest.mark.parametrize("path", ["/account/second-factor/remove", "/account/recovery-codes", "/account/password"])
def test_the_password_alone_changes_nothing_about_an_account_with_a_second_factor(
    application: Application, staff: Staff, path: str
) -> None:
    made, _secret, _codes = protected(staff, "Ash")
    weak = browser(application, staff.sign_in_as(made))
    form = {"now": PASSWORD} | ({"password": "another good one"} if path.endswith("password") else {})
    assert weak.post(path, data=form).headers["Location"].startswith("/sign-in")
