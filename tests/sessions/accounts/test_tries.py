"""Wrong passwords hold up whoever guesses, and nobody else who signs in: not behind the same address, not by name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from sessions.accounts.service import Staff
from sessions.accounts.tries import KNOWN_COOKIE, Tries
from sessions.app import Application
from tests.sessions.accounts.given import PASSWORD, account, browser

PRISON = "10.0.0.1"
MINUTES = 10


def _signs_in(client: FlaskClient, name: str, password: str = PASSWORD) -> int:
    return client.post("/sign-in", data={"name": name, "password": password}).status_code


@pytest.fixture
def guessed_out(staff: Staff) -> Iterator[None]:
    """Somebody has guessed, from this address and at this name, until nothing was looked at any more."""

    def full(name: str) -> bool:
        return not staff.tries.take(name, "127.0.0.1", 2**41)

    while not full("Lead"):
        pass
    number = 0
    while not full(f"Made up {number}"):
        number += 1
    yield
    assert full("Another one")


def test_somebody_who_guesses_at_made_up_names_keeps_no_colleague_behind_the_same_address_out() -> None:
    tries, refused = Tries(), []
    for second in range(MINUTES * 60):
        at = second * 1000
        for number in range(3):
            tries.take(f"made up {second} {number}", PRISON, at)
        if second % 10 == 0:  # thirty colleagues, one after the other
            refused.append(not tries.take(f"colleague {second // 10 % 30}", PRISON, at))
            tries.give_back(f"colleague {second // 10 % 30}", PRISON)
    assert not any(refused)


def test_from_one_address_no_more_is_hashed_than_a_machine_can_bear() -> None:
    tries = Tries()
    looked_at = sum(tries.take(f"name {number}", PRISON, number) for number in range(60_000))  # a thousand a second
    assert looked_at <= 200 + 60 * 5 + 1
    tries = Tries()
    looked_at = sum(tries.take(f"name {number}", f"10.0.{number % 200}.1", number) for number in range(60_000))
    assert looked_at <= 400 + 60 * 10 + 1


@pytest.mark.usefixtures("guessed_out")
def test_where_one_was_signed_in_before_one_gets_in_while_others_guess(application: Application, staff: Staff) -> None:
    lead = account(staff, "Lead")
    own, new = browser(application), browser(application)
    own.set_cookie(KNOWN_COOKIE, staff.browsers.note(lead), path="/sign-in")
    assert _signs_in(new, "Lead") == 429
    assert _signs_in(own, "Lead") == 302


@pytest.mark.usefixtures("guessed_out")
def test_a_note_is_good_for_its_own_account_alone(application: Application, staff: Staff) -> None:
    account(staff, "Lead")
    other = account(staff, "Somebody else")
    client = browser(application)
    for note in (staff.browsers.note(other), staff.browsers.note(other)[:-2] + "xx", "x", "W10.x"):
        client.set_cookie(KNOWN_COOKIE, note, path="/sign-in")
        assert _signs_in(client, "Lead") == 429


def test_signing_in_leaves_the_note_and_signing_out_does_not_take_it(application: Application, staff: Staff) -> None:
    account(staff, "Lead")
    client = browser(application)
    assert _signs_in(client, "Lead") == 302
    note = client.get_cookie(KNOWN_COOKIE, path="/sign-in")
    assert note is not None
    assert note.http_only
    assert "Lead" not in note.value
    client.post("/sign-out")
    assert client.get_cookie(KNOWN_COOKIE, path="/sign-in") is not None


def test_a_known_browser_guesses_no_longer_than_any_other(application: Application, staff: Staff) -> None:
    lead = account(staff, "Lead")
    client = browser(application)
    client.set_cookie(KNOWN_COOKIE, staff.browsers.note(lead), path="/sign-in")
    answers = [_signs_in(client, "Lead", "wrong") for _ in range(30)]
    assert answers[-1] == 429
    assert _signs_in(client, "Lead") == 429
