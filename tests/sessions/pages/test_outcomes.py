"""What managers see: releases of their own place and what lies in it, and figures only of several together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from operator import attrgetter
from pathlib import Path
from random import Random

import pytest
from flask.testing import FlaskClient

from dialogue.disclosure.result import counts
from dialogue.methods.evaluation import FORMS
from sessions.app import Application, create_app
from sessions.config import load
from sessions.permissions import StaffRole
from sessions.rooms import counting
from sessions.rooms.ids import new_id, now_ms
from sessions.storage.accounts import Account
from sessions.storage.places import Place, PlaceKind
from sessions.storage.releases import Answered
from tests.sessions.rooms.given import opened

ORIGIN = "http://127.0.0.1:8000"
TOO_FEW = "Too few answers to show"


class House:
    """An academy with two regions, a site in each, and a manager of the whole and of each region."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self.storage = application.service.rooms.storage
        region, site = PlaceKind.REGION, PlaceKind.SITE
        for place, kind, inside in (
            ("all", PlaceKind.ORGANISATION, None), ("north", region, "all"), ("south", region, "all"),
            ("quay", site, "north"), ("hill", site, "south"),
        ):  # fmt: skip
            self.storage.places.add(Place(place, kind, inside, place.title()))
        for place in ("all", "north", "south"):
            roles = frozenset({StaffRole.MANAGER})
            self.storage.accounts.add(Account(f"manager-{place}", f"Manager {place}", "none", roles, place), now_ms())

    def released(self, site: str, question: str, people: int = 8, seed: int = 1, **more: object) -> None:
        """A group of this site let its result leave; all its people rated all items."""
        draw = Random(seed)
        ballots = [
            {"items": {item: draw.randint(scale.low, scale.high) for item, scale in FORMS["three_items"].items()}}
            for _ in range(people)
        ]
        result = {
            "v": 1, "language": "en", "method": "nelson_heckmann", "quarter": "2026-Q4", "outcome": "consensus",
            "question": question, "answer": f"{question} Sometimes.", "dividing_question": None, "rules": [],
            "principles": [], "reservations": [], "dissents": [], "open_questions": [], **more,
        }  # fmt: skip

        def counted(_place: str, _answered: Answered) -> dict[str, object]:
            told = counts(ballots, "three_items")  # type: ignore[arg-type]  # without the open word
            return {"place": site, "quarter": "2026-Q4", "people": people, "answers": told}

        self.storage.releases.write(self.storage.releases.keeping(new_dialogue(self.storage), result, (), counted))

    def signed_in(self, account: str) -> FlaskClient:
        """A browser of this account's."""
        client = self.application.flask.test_client()
        client.environ_base["HTTP_ORIGIN"] = ORIGIN
        token = self.application.flask.extensions["staff"].sign_in_as(account)
        client.set_cookie("sign_in", token, domain="localhost")
        return client

    def page(self, place: str, path: str = "/outcomes") -> str:
        """What the manager of this place reads there."""
        answer = self.signed_in(f"manager-{place}").get(path)
        assert answer.status_code == 200
        return unescape(answer.get_data(as_text=True))


def new_dialogue(storage: object) -> str:
    """An id of a dialogue that has a key."""
    dialogue = new_id()
    storage.digester(dialogue)  # type: ignore[attr-defined]
    return dialogue


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    storage = opened(tmp_path / "data")
    try:
        yield House(create_app(load({}), storage, frozenset({ORIGIN}), ORIGIN))
    finally:
        storage.close()


def test_a_manager_reads_what_was_released_in_their_place_and_in_what_lies_in_it(house: House) -> None:
    house.released("quay", "When may I be late?", dissents=["Never on nights."], open_questions=["And at weekends?"])
    house.released("hill", "When may I say no?")
    assert "When may I be late?" in house.page("north")
    assert "1 dissent" in house.page("north")
    assert "When may I say no?" not in house.page("north")
    for question in ("When may I be late?", "When may I say no?"):
        assert question in house.page("all")
    one = next(kept for kept in house.storage.releases.all() if "late" in kept.result)
    read = house.page("north", f"/outcomes/{one.id}")
    for text in ("When may I be late? Sometimes.", "Never on nights.", "And at weekends?"):
        assert text in read
    articles = {re.search(r"<article.*</article>", house.page("north", f"/outcomes/{one.id}"), re.S) for _ in range(3)}
    assert len({found and found[0] for found in articles}) == 1


def test_what_may_not_be_seen_is_answered_as_what_is_not_there(house: House) -> None:
    house.released("hill", "When may I say no?")
    theirs = house.storage.releases.all()[0].id
    north = house.signed_in("manager-north")
    answers = {
        (answer.status_code, answer.get_data())
        for path in (f"/outcomes/{theirs}", f"/outcomes/{new_id()}", "/outcomes?place=hill", "/outcomes?place=nowhere")
        for answer in (north.get(path),)
    }
    assert len(answers) == 1
    assert answers.pop()[0] == 404
    assert house.signed_in("account").get("/outcomes").status_code == 404  # whoever leads is no manager


def test_figures_are_told_of_three_dialogues_together_and_of_no_fewer(house: House) -> None:
    house.released("quay", "One?", seed=1)
    house.released("quay", "Two?", seed=2)
    assert house.page("north").count(TOO_FEW) >= 3
    assert '<svg class="bars"' not in house.page("north")
    house.released("quay", "Three?", seed=3)
    told = house.page("north")
    assert told.count('<svg class="bars"') == 3  # the items of their form, and no noise for any other
    assert "20–49" in told  # people reached, in bands
    assert house.page("south").count('<svg class="bars"') == 0


def test_a_dialogue_is_counted_once_and_its_figures_stay(house: House) -> None:
    for number in range(3):
        house.released("quay", f"Question {number}?", seed=number)
    first = counting.blocks(house.storage, now_ms())
    for number in range(3, 7):
        house.released("quay", f"Question {number}?", seed=number)
    later = counting.blocks(house.storage, now_ms())
    by_key = attrgetter("key")
    assert all(block in later for block in first)
    assert len(later) == 2
    again = counting.blocks(house.storage, now_ms())
    assert sorted(again, key=by_key) == sorted(later, key=by_key)
    assert not later[0].dialogues & later[1].dialogues


def test_a_place_that_is_no_more_leaves_its_releases_to_the_organisation(house: House) -> None:
    house.released("gone", "Where were we?")
    assert "Where were we?" in house.page("all")
    assert "Where were we?" not in house.page("north")
