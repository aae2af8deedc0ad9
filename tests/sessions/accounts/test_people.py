"""What administrators do for people: invitations, roles, letting somebody in again, closing accounts."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from sessions.accounts.people import DAY_MS, TOLD_MS, People
from sessions.accounts.refusals import BadAccount
from sessions.accounts.service import Staff
from sessions.app import Application
from sessions.permissions import StaffRole
from sessions.rooms.ids import new_id, new_invitation_code, now_ms
from sessions.storage.invitations import Invitation
from sessions.storage.places import Place, PlaceKind
from tests.sessions.accounts.given import PASSWORD, account, administrator, browser, code_in, protected, said


@pytest.fixture
def people(staff: Staff) -> People:
    return People(staff)


def test_somebody_invited_chooses_a_password_and_does_what_they_were_invited_for(
    application: Application, staff: Staff
) -> None:
    site = new_id()
    staff.storage.places.add(Place(site, PlaceKind.ORGANISATION, None, "Academy"))
    admin = administrator(application, staff)
    form = {"name": "Ash", "roles": ["mentor"], "place": site, "days": "7"}
    card = admin.post("/people/invite", data=form).headers["Location"]
    code = code_in(said(admin.get(card).text))
    assert code in said(admin.get(card).text), "looked at again, it is the same one"
    assert "Ash" in said(admin.get("/people").text)
    new = browser(application)
    typed = new.post("/welcome", data={"code": code.lower().replace("-", " ")})
    assert typed.headers["Location"] == f"/welcome/{code}"
    assert new.post(f"/welcome/{code}", data={"name": "Ash", "password": "short"}).status_code == 422
    assert new.post(f"/welcome/{code}", data={"name": "Ash Tree", "password": PASSWORD}).headers["Location"] == "/"
    made = staff.storage.accounts.named("ash tree")
    assert made is not None
    assert made.roles == {StaffRole.MENTOR}
    assert made.place == site
    assert new.get("/prepare").status_code == 404, "a mentor prepares nothing"
    used = browser(application).post(f"/welcome/{code}", data={"name": "Other", "password": PASSWORD})
    assert used.status_code == 404
    assert "<code>link_used_up</code>" in used.text
    assert '<a class="button" href="/sign-in">' in used.text


def test_a_manager_sees_the_page_of_outcomes_and_nothing_else(application: Application, staff: Staff) -> None:
    manager = browser(application, staff.sign_in_as(account(staff, "Elm", StaffRole.MANAGER)))
    assert manager.get("/").headers["Location"] == "/outcomes"
    assert manager.get("/outcomes").status_code == 200
    for path in ("/prepare", "/people", "/places", "/sample", "/people/invite"):
        assert manager.get(path).status_code == 404
    links = manager.get("/outcomes").text
    assert "/people" not in links
    assert "/prepare" not in links


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"name": "", "roles": ["mentor"]}, "name"),
        ({"name": "x" * 61, "roles": ["mentor"]}, "name"),
        ({"name": "Ash\u202ehsA", "roles": ["mentor"]}, "name"),
        ({"name": "admin", "roles": ["mentor"]}, "name"),
        ({"name": "Ash", "roles": []}, "roles"),
        ({"name": "Ash", "roles": ["manager", "facilitator"]}, "roles"),
        ({"name": "Ash", "roles": ["manager", "administrator"]}, "roles"),
    ],
)
def test_an_invitation_that_makes_no_sense_is_refused_at_its_field(
    application: Application, staff: Staff, form: dict[str, list[str]], field: str
) -> None:
    answer = administrator(application, staff, "Admin").post("/people/invite", data=form)
    assert answer.status_code == 422
    assert f'href="#{field}"' in answer.text
    assert staff.storage.invitations.all(now_ms()) == []


@pytest.mark.parametrize("roles", ["root", "participant", "system"])
def test_there_are_no_other_roles(application: Application, staff: Staff, roles: str) -> None:
    admin = administrator(application, staff)
    assert admin.post("/people/invite", data={"name": "Ash", "roles": [roles]}).status_code == 400


def _expired(people: People, staff: Staff) -> str:
    code = new_invitation_code()
    old = Invitation(new_id(), None, {"name": "Ash", "roles": ["administrator"], "place": None}, now_ms() - 1)
    staff.storage.invitations.put(code, old, now_ms() - DAY_MS)
    return code


def _taken_back(people: People, staff: Staff) -> str:
    made = people.invite("Ash", [StaffRole.ADMINISTRATOR], None, 1)
    assert staff.storage.invitations.use(made.invitation.id)
    return made.code


def _of_a_closed_account(people: People, staff: Staff) -> str:
    known = staff.storage.accounts.with_id(account(staff, "Shut"))
    assert known is not None
    made = people.reset(known, second_factor=True)
    people.close(known)
    return made.code


def _foreign(people: People, staff: Staff) -> str:
    return new_invitation_code()


def _setup_link(people: People, staff: Staff) -> str:
    return staff.setup_link()


@pytest.mark.parametrize("make", [_expired, _taken_back, _of_a_closed_account, _foreign, _setup_link])
def test_invitations_that_are_expired_taken_back_or_foreign_open_nothing(
    application: Application, staff: Staff, people: People, make: Callable[[People, Staff], str]
) -> None:
    account(staff, "Somebody", StaffRole.ADMINISTRATOR)
    code, before = make(people, staff), len(staff.storage.accounts.all())
    client = browser(application)
    assert client.get(f"/welcome/{code}").status_code == 404 or make is _of_a_closed_account
    assert client.post(f"/welcome/{code}", data={"name": "New", "password": PASSWORD}).status_code == 404
    assert len(staff.storage.accounts.all()) == before
    assert staff.sign_in("New", PASSWORD) is None


def test_two_who_use_an_invitation_at_once_make_one_account(staff: Staff, people: People) -> None:
    made = people.invite("Ash", [StaffRole.FACILITATOR], None, 1)

    def use(name: str) -> str | None:
        known = people.behind(made.code)
        return people.accept(known, name, PASSWORD) if known else None

    with ThreadPoolExecutor(4) as four:
        tokens = list(four.map(use, ["Ash", "Birch", "Elm", "Fir"]))
    assert sum(token is not None for token in tokens) == 1
    assert len(staff.storage.accounts.all()) == 1


def test_a_reset_lets_in_without_mail_and_ends_what_was_open(application: Application, staff: Staff) -> None:
    lost = account(staff, "Ash")
    old, admin = browser(application, staff.sign_in_as(lost)), administrator(application, staff)
    code = code_in(said(admin.post(f"/people/{lost}/reset", follow_redirects=True).text))
    assert old.get("/account").status_code == 200, "nothing ends before it is used"
    new = browser(application)
    assert new.post(f"/welcome/{code}", data={"name": "Ash", "password": "another password"}).headers["Location"] == "/"
    assert old.get("/account").status_code == 302
    assert staff.sign_in("Ash", PASSWORD) is None
    assert isinstance(staff.sign_in("Ash", "another password"), str)


def test_a_newer_reset_replaces_the_older(staff: Staff, people: People) -> None:
    known = staff.storage.accounts.with_id(account(staff, "Ash"))
    assert known is not None
    first, second = (people.reset(known, second_factor=False) for _ in range(2))
    assert people.behind(first.code) is None
    assert people.behind(second.code) is not None


def test_a_reset_keeps_the_second_factor_unless_that_is_lost_too(staff: Staff, people: People) -> None:
    made, _secret, _codes = protected(staff, "Ash", StaffRole.ADMINISTRATOR)
    for lost, signed_in in [(False, False), (True, True)]:
        known = staff.storage.accounts.with_id(made)
        assert known is not None
        reset = people.reset(known, second_factor=lost)
        token = people.accept(reset.invitation, "Ash", PASSWORD)
        assert bool(token) is signed_in
        after = staff.storage.accounts.with_id(made)
        assert after is not None
        assert (after.secret is None) is lost


def test_somebody_always_looks_after_the_others(application: Application, staff: Staff) -> None:
    admin = administrator(application, staff)
    only = staff.storage.accounts.named("Admin")
    assert only is not None
    for path, form in [("", {"roles": ["facilitator"]}), ("/close", {})]:
        answer = admin.post(f"/people/{only.id}{path}", data=form)
        assert answer.status_code == 422
        assert "Make another administrator first" in said(answer.text)
    second = account(staff, "Birch", StaffRole.ADMINISTRATOR)
    assert admin.post(f"/people/{only.id}/close").status_code == 200
    assert staff.storage.accounts.with_id(second) is not None
    assert admin.get("/people").status_code == 302, "the closed one is signed out"


def test_a_closed_account_signs_in_no_more_until_it_is_opened_again(application: Application, staff: Staff) -> None:
    made, admin = account(staff, "Ash"), administrator(application, staff)
    signed_in = browser(application, staff.sign_in_as(made))
    assert admin.post(f"/people/{made}/close").status_code == 200
    assert signed_in.get("/account").status_code == 302
    wrong = browser(application).post("/sign-in", data={"name": "Ash", "password": PASSWORD})
    unknown = browser(application).post("/sign-in", data={"name": "Nobody", "password": PASSWORD})
    assert (wrong.status_code, unknown.status_code) == (422, 422)
    assert "Name and password" in said(wrong.text)
    admin.post(f"/people/{made}/open")
    assert isinstance(staff.sign_in("Ash", PASSWORD), str)


def test_people_that_do_not_exist_are_not_found(application: Application, staff: Staff) -> None:
    admin = administrator(application, staff)
    for path in ("", "/reset", "/close", "/open", "/sign-out"):
        form = {"roles": ["mentor"]} if not path else {}
        assert admin.post(f"/people/{new_id()}{path}", data=form).status_code == 404


def test_the_code_of_an_invitation_is_told_for_an_hour_and_as_long_as_it_is_good(staff: Staff, people: People) -> None:
    made = people.invite("Ash", [StaffRole.MENTOR], None, 7)
    assert people.still_told(made.invitation.id) == made
    assert people.still_told(new_id()) is None
    staff.storage.invitations.use(made.invitation.id)
    assert people.still_told(made.invitation.id) is None


def test_the_page_of_an_invitation_is_found_again_for_an_hour(
    application: Application, staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    admin, known = administrator(application, staff), account(staff, "Birch")
    cards = [
        admin.post("/people/invite", data={"name": "Ash", "roles": ["mentor"], "days": "7"}).headers["Location"],
        admin.post(f"/people/{known}/reset").headers["Location"],
    ]
    page = admin.get("/people").text
    for card, name in zip(cards, ("Ash", "Birch"), strict=True):
        assert f'<a href="{card}" aria-label="Show the page again: {name}">' in page
        assert code_in(said(admin.get(card).text))
    in_an_hour = now_ms() + TOLD_MS
    monkeypatch.setattr("sessions.accounts.people.now_ms", lambda: in_an_hour)
    assert [admin.get(card).status_code for card in cards] == [404, 404]
    later = said(admin.get("/people").text)
    assert "Show the page again" not in later
    assert "Ash" in later


def test_who_signed_out_does_not_look_like_somebody_who_never_came(application: Application, staff: Staff) -> None:
    admin, made = administrator(application, staff), account(staff, "Ash")
    token = staff.sign_in_as(made)
    assert said(admin.get("/people").text).count("signed in nowhere now") == 0
    staff.sign_out(token)
    page = said(admin.get("/people").text)
    assert page.count("signed in nowhere now") == 1
    assert "not signed in" not in page
    assert "goes when they sign out" in page
    assert "Signed in nowhere now." in said(admin.get(f"/people/{made}").text)


def test_the_only_administrator_is_told_that_a_second_one_is_invited(application: Application, staff: Staff) -> None:
    admin = administrator(application, staff)
    admin.post("/people/invite", data={"name": "Birch", "roles": ["mentor"], "days": "7"})
    assert "Invite a second one" in said(admin.get("/people").text)
    card = admin.post("/people/invite", data={"name": "Ash", "roles": ["administrator"], "days": "7"})
    page = said(admin.get("/people").text)
    assert "A second one is invited and has to accept" in page
    assert "Invite a second one" not in page
    code = code_in(said(admin.get(card.headers["Location"]).text))
    browser(application).post(f"/welcome/{code}", data={"name": "Ash", "password": PASSWORD})
    assert "You are the only administrator" not in said(admin.get("/people").text)


def test_a_card_says_what_to_do_with_a_phone_and_what_at_a_computer(application: Application, staff: Staff) -> None:
    admin = administrator(application, staff)
    card = admin.post("/people/invite", data={"name": "Ash", "roles": ["mentor"], "days": "7"}).headers["Location"]
    page = said(admin.get(card).text)
    assert "With a phone that is in the same network, scan this picture" in page
    assert "or on a computer in that network open 127.0.0.1:8000/welcome and type this code:" in page


def test_a_reset_on_paper_dies_with_a_new_password(staff: Staff, people: People) -> None:
    known = staff.storage.accounts.with_id(account(staff, "Ash"))
    assert known is not None
    made = people.reset(known, second_factor=True)
    staff.storage.accounts.set_password(known.id, known.password_hash)
    assert people.behind(made.code) is None


@pytest.mark.parametrize(
    "name",
    ["Аnna", "ＡＮＮＡ", "anna ", "Anna\u3164", "Anna\ufe0f", "\U0001f170nna", "\u1d00nna", "A.n-n_a"],
    ids=ascii,
)
def test_nobody_takes_a_name_that_looks_like_a_colleagues(staff: Staff, people: People, name: str) -> None:
    account(staff, "Anna")
    made = people.invite("Somebody", [StaffRole.MENTOR], None, 1)
    with pytest.raises(BadAccount) as bad:
        people.accept(made.invitation, name, PASSWORD)
    assert bad.value.code == "account_name_taken"
