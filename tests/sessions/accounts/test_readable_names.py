"""Names of accounts and of places as forms bring them: what nobody can read is refused, and stays in the form."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape

import pytest
from werkzeug.test import TestResponse

from sessions.accounts.places import Tree
from sessions.accounts.service import Staff
from sessions.app import Application
from sessions.permissions import StaffRole
from sessions.storage.places import PlaceKind
from tests.sessions.accounts.given import PASSWORD, administrator, browser

Sends = Callable[[str], TestResponse]

UNREADABLE = {
    "nothing": "",
    "spaces": " \u2003\u3000\n",
    "a filler": "\u3164",
    "braille without dots": "\u2800",
    "a variation alone": "\ufe0f",
    "marks alone": "\u0301\u0302",
    "a pile of marks": "A" + "\u0301" * 59,
    "an override": "rotatilicaf\u202e",
    "an embedding": "Ash\u202b",
    "an isolate": "Ash\u2067",
    "a mark of direction": "Ash\u200f",
    "a joiner": "A\u200dsh",
    "no width": "A\u200bsh",
    "a byte order mark": "\ufeffAsh",
    "a soft hyphen": "A\u00adsh",
    "a control": "A\x07sh",
    "a private letter": "A\ue000sh",
    "ten thousand letters": "x" * 10_000,
}


def _first_account(application: Application, staff: Staff) -> Sends:
    form, link = {"password": PASSWORD}, f"/setup/{staff.setup_link()}"
    return lambda name: browser(application).post(link, data=form | {"name": name})


def _invitation(application: Application, staff: Staff) -> Sends:
    form, admin = {"roles": [StaffRole.MENTOR.value]}, administrator(application, staff)
    return lambda name: admin.post("/people/invite", data={**form, "name": name})


def _organisation(application: Application, staff: Staff) -> Sends:
    form, admin = {"kind": "organisation"}, administrator(application, staff)
    return lambda name: admin.post("/places", data=form | {"name": name})


def _site(application: Application, staff: Staff) -> Sends:
    form, admin = {"kind": "site", "parent": _named(staff)}, administrator(application, staff)
    return lambda name: admin.post("/places", data=form | {"name": name})


def _another_name(application: Application, staff: Staff) -> Sends:
    link, admin = f"/places/{_named(staff)}", administrator(application, staff)
    return lambda name: admin.post(link, data={"name": name})


def _named(staff: Staff) -> str:
    tree = Tree(staff.storage.places)
    tree.add(PlaceKind.ORGANISATION, None, "Service")
    root = tree.organisation()
    assert root is not None
    return root.id


each_form = pytest.mark.parametrize(
    "form", [_first_account, _invitation, _organisation, _site, _another_name], ids=lambda form: form.__name__
)


@each_form
def test_a_name_that_nobody_can_read_is_refused_and_stays_in_the_form(
    application: Application, staff: Staff, form: Callable[[Application, Staff], Sends]
) -> None:
    sends = form(application, staff)
    before = _known(staff)
    for name in UNREADABLE.values():
        answer = sends(name)
        page = unescape(answer.text)
        assert (answer.status_code, "Write a name" in page, name in page) == (422, True, True), ascii(name[:80])
    assert _known(staff) == before


@each_form
def test_a_form_of_ten_megabytes_is_not_even_read(
    application: Application, staff: Staff, form: Callable[[Application, Staff], Sends]
) -> None:
    sends = form(application, staff)
    before = _known(staff)
    answer = sends("x" * 10_000_000)
    assert answer.status_code == 413
    assert len(answer.text) < 10_000
    assert _known(staff) == before


@pytest.mark.parametrize("form", [_invitation, _site])
def test_a_name_in_any_script_is_taken(
    application: Application, staff: Staff, form: Callable[[Application, Staff], Sends]
) -> None:
    sends = form(application, staff)
    for name in ("Ærøskøbing 2", "Наталія О’Коннор", "Zo\u0301e", "x" * 60, "刑務所", "Ash 🌳"):
        assert sends(f"  {name} ").status_code in {200, 302}, name


def _known(staff: Staff) -> tuple[list[str], list[str]]:
    accounts, places = staff.storage.accounts.all(), staff.storage.places.all()
    return [account.name for account in accounts], [place.name for place in places]
