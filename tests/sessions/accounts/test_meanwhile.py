"""What changes while a password is being looked at, or while somebody else acts, counts."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from sessions.accounts import passwords
from sessions.accounts.people import People
from sessions.accounts.refusals import BadAccount
from sessions.accounts.service import HalfWay, Staff
from sessions.app import Application
from sessions.permissions import StaffRole
from sessions.rooms.ids import new_id, now_ms
from sessions.rooms.persons import person_of
from sessions.storage.accounts import Account
from sessions.storage.places import Place, PlaceKind
from tests.sessions.accounts.given import PASSWORD, account, administrator, browser, code_in, protected, said

ADMINISTRATOR, MANAGER = StaffRole.ADMINISTRATOR, StaffRole.MANAGER


def _changes_password(staff: Staff, made: str) -> None:
    staff.storage.accounts.set_password(made, passwords.hashed("another good one"))


def _sets_a_second_factor_up(staff: Staff, made: str) -> None:
    staff.storage.accounts.set_second_factor(made, "A" * 32, ["0123456789"])
    staff.sign_out_everywhere(made)


def _closes_and_opens_the_account(staff: Staff, made: str) -> None:
    staff.storage.accounts.set_closed(made, closed=True)


@pytest.mark.parametrize("change", [_changes_password, _sets_a_second_factor_up, _closes_and_opens_the_account])
def test_whoever_began_to_sign_in_before_is_not_signed_in(
    staff: Staff, monkeypatch: pytest.MonkeyPatch, change: Callable[[Staff, str], None]
) -> None:
    made, real = account(staff, "Ash"), passwords.fits

    def slow(kept: str | None, password: str) -> bool:
        right = real(kept, password)
        change(staff, made)  # the owner, meanwhile
        return right

    monkeypatch.setattr(passwords, "fits", slow)
    assert staff.sign_in("Ash", PASSWORD) is None
    staff.storage.accounts.set_closed(made, closed=False)
    assert staff.storage.sign_ins.devices(made, now_ms()) == []


def test_a_password_shown_before_it_was_changed_leads_to_no_second_step(staff: Staff) -> None:
    made, _secret, codes = protected(staff, "Ash")
    half = staff.sign_in("Ash", PASSWORD)
    assert isinstance(half, HalfWay)
    _changes_password(staff, made)
    assert staff.half_way(half.token) is None
    assert staff.finish(half.token, codes[0]) is None


def test_a_sign_in_of_a_closed_account_opens_nothing_when_it_is_opened_again(staff: Staff) -> None:
    made = account(staff, "Ash")
    staff.storage.accounts.set_closed(made, closed=True)
    token = staff.sign_in_as(made)
    staff.storage.accounts.set_closed(made, closed=False)
    assert person_of(staff.storage, {"sign_in": token}) is None


@pytest.mark.parametrize("way", ["role", "account"])
def test_of_two_administrators_who_take_each_others_role_one_stays(staff: Staff, way: str) -> None:
    people = People(staff)
    both = [staff.storage.accounts.with_id(account(staff, name, ADMINISTRATOR)) for name in ("Ash", "Birch")]

    def take(other: Account | None) -> str:
        assert other is not None
        try:
            people.close(other) if way == "account" else people.change(other, [StaffRole.MENTOR], None)
        except BadAccount as bad:
            return bad.code
        return ""

    with ThreadPoolExecutor(2) as two:
        assert sorted(two.map(take, both)) == ["", "last_administrator"]
    assert people.administrators() == 1


def test_somebody_new_is_invited_beside_others_who_are(application: Application, staff: Staff) -> None:
    admin = administrator(application, staff)
    codes = []
    for name in ("Ash", "Birch"):
        card = admin.post("/people/invite", data={"name": name, "roles": ["mentor"]}).headers["Location"]
        codes.append(code_in(said(admin.get(card).text)))
    for code, name in zip(codes, ("Ash", "Birch"), strict=True):
        answer = browser(application).post(f"/welcome/{code}", data={"name": name, "password": PASSWORD})
        assert answer.status_code == 302


def test_a_newer_code_for_the_same_account_replaces_the_older(staff: Staff) -> None:
    people = People(staff)
    known = staff.storage.accounts.with_id(account(staff, "Ash"))
    assert known is not None
    older, newer = (people.reset(known, second_factor=False) for _ in range(2))
    assert people.behind(older.code) is None
    assert people.behind(newer.code) is not None


def test_whoever_was_invited_for_a_site_that_is_gone_is_not_let_in_for_all_of_the_organisation(staff: Staff) -> None:
    people, root, site = People(staff), new_id(), new_id()
    staff.storage.places.add(Place(root, PlaceKind.ORGANISATION, None, "Academy"))
    staff.storage.places.add(Place(site, PlaceKind.SITE, root, "North"))
    made = people.invite("Elm", [MANAGER], site, 1)
    staff.storage.places.remove(site)
    assert people.accept(made.invitation, "Elm", PASSWORD) is None
    assert staff.storage.accounts.named("Elm") is None


def test_somebody_who_was_let_in_again_reads_by_whom_and_so_do_administrators(
    application: Application, staff: Staff
) -> None:
    admin, made = administrator(application, staff, "Cedar"), account(staff, "Ash")
    page = said(browser(application, staff.sign_in_as(made)).get("/account").text)
    assert "Let in again by a code" not in page
    card = admin.post(f"/people/{made}/reset", data={}).headers["Location"]
    new = browser(application)
    code = code_in(said(admin.get(card).text))
    assert new.post(f"/welcome/{code}", data={"password": "another good one"}).status_code == 302
    told = said(new.get("/account").text)
    assert "Let in again by a code" in told
    assert "by a code from Cedar" in told
    assert "by a code from Cedar" in said(admin.get(f"/people/{made}").text)
