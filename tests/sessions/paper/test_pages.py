"""Pages made for paper: for whoever leads alone, with what hangs on the wall and no more."""

from __future__ import annotations

from html import unescape

import pytest
from babel import Locale
from flask.testing import FlaskClient

from dialogue import commands as ask
from dialogue.vocabulary import PlanOption, Role, StageKey, Words
from sessions.accounts.service import Staff
from sessions.app import Application
from sessions.paper.sheets import SHEETS
from sessions.rooms.credentials import SEAT_COOKIE, WALL_COOKIE
from tests.sessions.paper.conftest import ORIGIN, signed_in
from tests.sessions.paper.given import HOSTILE, LIMITS, Table
from tests.sessions.rooms.given import command_id

KEYS = [sheet.key for sheet in SHEETS]
PLACES = ["", *(f"/{key}" for key in KEYS)]


def shown(client: FlaskClient, table: Table, place: str) -> str:
    """A page of this dialogue's paper, which must be there."""
    response = client.get(f"/d/{table.id}/paper{place}", base_url=ORIGIN)
    assert response.status_code == 200, response.text
    assert response.headers["Cache-Control"] == "no-store"
    return response.text


@pytest.mark.parametrize("place", PLACES)
def test_only_who_leads_opens_paper(application: Application, table: Table, lead: FlaskClient, place: str) -> None:
    assert shown(lead, table, place)
    address = f"/d/{table.id}/paper{place}"
    staff = application.flask.extensions["staff"]
    assert isinstance(staff, Staff)
    other = signed_in(application, staff.add("Someone else", "no password"))
    visitors = [application.flask.test_client(), other]
    for role in (Role.PARTICIPANT, Role.OBSERVER):
        _answer, token = table.service.admit(table.place, command_id(), f"A {role.value}", role)
        seated = application.flask.test_client()
        seated.set_cookie(SEAT_COOKIE, token, domain="127.0.0.1", path=f"/d/{table.id}/")
        assert seated.get(f"/d/{table.id}/", base_url=ORIGIN).status_code == 200, "has a seat here"
        visitors.append(seated)
    wall = application.flask.test_client()
    wall.set_cookie(WALL_COOKIE, table.service.wall_token(table.place), domain="127.0.0.1", path=f"/d/{table.id}/")
    assert wall.get(f"/d/{table.id}/flipchart", base_url=ORIGIN).status_code == 200
    for visitor in (*visitors, wall):
        refused = visitor.get(address, base_url=ORIGIN)
        assert refused.status_code == 403
        assert "Speak from your own experience" not in refused.text
        assert refused.headers["Cache-Control"] == "no-store"


def test_what_nobody_prints_is_not_there(table: Table, lead: FlaskClient) -> None:
    assert lead.get(f"/d/{table.id}/paper/diary", base_url=ORIGIN).status_code == 404
    assert lead.get(f"/d/{'0' * 20}/paper", base_url=ORIGIN).status_code == 403


def test_the_index_keeps_the_order_of_the_stages_and_names_what_the_plan_has_no_use_for(
    table: Table, lead: FlaskClient
) -> None:
    def links() -> list[int]:
        page = shown(lead, table, "")
        return [page.index(f'/paper/{key}"') for key in KEYS]

    page = shown(lead, table, "")
    unused = page.index("Not in this plan")
    assert [key for key in KEYS if page.index(f'/paper/{key}"') > unused] == ["question", "own-version"]
    used = [place for place in links() if place < unused]
    assert used == sorted(used)
    table.does(ask.SwitchOption(PlanOption.OWN_VERSIONS, on=True))
    page = shown(lead, table, "")
    assert page.index('/paper/own-version"') < page.index("Not in this plan")


@pytest.mark.parametrize("key", ["experience", "narrative", "rules"])
def test_reporting_limits_stand_beside_every_field_in_which_a_story_could_be_told(
    table: Table, lead: FlaskClient, key: str
) -> None:
    page = unescape(shown(lead, table, f"/{key}"))
    for line in LIMITS.splitlines():
        assert line in page


def test_an_account_is_asked_for_only_where_the_plan_has_them(table: Table, lead: FlaskClient) -> None:
    assert "What happened" not in shown(lead, table, "/experience")
    table.does(ask.SwitchOption(PlanOption.ACCOUNTS, on=True))
    assert "What happened" in shown(lead, table, "/experience")


def test_titles_to_choose_from_are_those_on_the_wall(table: Table, lead: FlaskClient) -> None:
    table.does(ask.MoveToStage(StageKey.EXPERIENCES))
    parked, withdrawn = table.tells("A title to park"), table.tells("A title to withdraw")
    table.tells(HOSTILE)
    table.does(ask.ParkItem(parked))
    table.does(ask.WithdrawItem(withdrawn))
    page = shown(lead, table, "/choosing")
    assert "A title to" not in page
    assert HOSTILE not in page
    assert HOSTILE in unescape(page)
    assert '<td class="titles-number">3</td>' in page, "numbers leave no trace, and are not counted anew"


def test_a_slip_shows_its_number_on_both_halves_and_nothing_of_its_words(table: Table, lead: FlaskClient) -> None:
    assert "There are no slips yet" in shown(lead, table, "/slips")
    table.does(ask.PrintSlips(11))
    table.does(ask.MoveToStage(StageKey.EXPERIENCES))
    slips = {seat.pseudonym: seat.id for seat in table.state.seats.values() if seat.role is Role.SLIP}
    assert len(slips) == 11
    written = next(iter(slips))
    table.does(ask.TellExperience(Words("Written on a slip"), owner=slips[written]))
    page = shown(lead, table, "/slips")
    assert [page.count(f"<bdi>{number}</bdi>") for number in slips] == [2] * 11
    places = [page.index(f"<bdi>{number}</bdi>") for number in sorted(slips, key=int)]
    assert places == sorted(places), "the order in which they were made says nothing"
    assert "Written on" not in page
    table.does(ask.ClaimSlip(slips[written], table.ash))
    assert f"<bdi>{written}</bdi>" not in shown(lead, table, "/slips")


def test_nothing_on_paper_says_who_wrote_what_but_a_signature(table: Table, lead: FlaskClient) -> None:
    table.answered()
    for place in PLACES:
        page = shown(lead, table, place)
        assert page.count("Ash-of-the-wing") == (1 if place == "/wall" else 0), place
        assert table.ash not in page
        assert "<img src=x" not in page, place


def test_cards_carry_the_exact_wording_and_the_heated_point(table: Table, lead: FlaskClient) -> None:
    assert "At 2 I would have" not in shown(lead, table, "/own-version")
    table.answered()
    assert shown(lead, table, "/positions").count("When one can answer for it.") == 4
    assert shown(lead, table, "/own-version").count("At 2 I would have") == 4
    longer = "When one can answer for it, " * 8
    table.does(ask.WordAnswer(Words(longer.strip())))
    page = shown(lead, table, "/positions")
    assert page.count(longer.strip()) == 2, "a long wording takes half a page"
    assert "When one can answer for it.<" not in page


@pytest.mark.parametrize(
    ("option", "points"),
    [(None, 20), (PlanOption.FIVE_ITEM_EVALUATION, 35), (PlanOption.SEVEN_ITEM_EVALUATION, 45)],
)
def test_the_closing_form_is_the_one_that_the_dialogue_closes_with(
    application: Application, lead: FlaskClient, option: PlanOption | None, points: int
) -> None:
    table = Table(application.service, *([option] if option else []))
    page = shown(lead, table, "/evaluation")
    assert page.count('class="rate-point"') == points
    for key in ("helped_me_think", "spoke_freely", "will_change", "others_heard", "see_practice_clearer"):
        assert key not in page, "in words"
    assert "_" not in "".join(part.split("</h3>")[0] for part in page.split("<h3>")[1:])


def test_words_are_marked_with_the_language_of_the_dialogue_and_the_tool_s_with_its_own(
    application: Application, lead: FlaskClient
) -> None:
    """Of Welsh there is no catalogue: what people say is Welsh all the same, and the tool does not pretend to be."""
    table = Table(application.service, language="cy")
    page = shown(lead, table, "/rules")
    assert '<html lang="en" dir="ltr"' in page
    assert '<p class="said" dir="auto" lang="cy">Speak from your own experience.</p>' in page


def test_sheets_are_in_the_language_of_the_dialogue_whatever_the_browser_asks_for(
    application: Application, lead: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    babel = application.flask.extensions["babel"].instance
    monkeypatch.setattr(babel, "list_translations", lambda: [Locale("nb")])
    table = Table(application.service, language="nb")
    assert '<html lang="nb" dir="ltr"' in shown(lead, table, "/rules")
    assert '<html lang="en" dir="ltr"' in shown(lead, Table(application.service), "/rules")
