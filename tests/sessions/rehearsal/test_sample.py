"""The played sample: a whole dialogue made by the rules alone, and shown to those who have led none yet."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from dialogue.disclosure import summary
from dialogue.events import DialogueClosed
from dialogue.transcript import transcript
from sessions.rehearsal.in_memory import Sitting
from sessions.rehearsal.reading import SHIPPED, read, shipped
from sessions.rehearsal.sample import SCENARIO, played
from sessions.rehearsal.script import script_of
from tests.journeys.in_the_rules import Played
from tests.sessions.pages.given import Served, Visitor, facilitator, server


def told(made: Mapping[str, Any]) -> list[tuple[str, str, str | None, list[str]]]:
    """What stands in a transcript, without its ids: (stage, kind, text, texts it rests on), in an order of its own."""
    entries = {one["id"]: one for section in made["sections"] for one in section["entries"]}
    return sorted(
        (section["stage"], one["kind"], one["text"] or "", sorted(entries[id]["text"] for id in one["rests_on"] or ()))
        for section in made["sections"]
        for one in section["entries"]
    )


@pytest.mark.parametrize("name", shipped())
def test_the_script_and_the_cast_of_the_tests_leave_the_same_record(name: str) -> None:
    """Two readings of a scenario, written apart, agree in every entry and in how it ended."""
    cast = Played(name).to_the_end()
    theirs = transcript(cast.room.log.events(), summary(cast.ballots, cast.room.state.threshold, "seven_items"))
    ours = played(name)
    assert told(ours) == told(theirs)
    assert ours["group"] == theirs["group"]
    assert ours["outcome"]["kind"] == theirs["outcome"]["kind"]
    assert ours["evaluation"]["items"] == theirs["evaluation"]["items"]
    assert sorted(ours["evaluation"]["open_words"]) == sorted(theirs["evaluation"]["open_words"])


@pytest.mark.parametrize("name", shipped())
def test_a_sitting_ends_closed_and_is_the_same_each_time(name: str) -> None:
    sittings = [Sitting(script_of(read(name)), 1_000).to_the_end() for _ in range(2)]
    assert sittings[0].happened == sittings[1].happened
    assert isinstance(sittings[0].happened[-1][0], DialogueClosed)
    times = [at for _, at in sittings[0].happened]
    assert times == sorted(times)
    assert times[0] == 1_000


def test_the_sample_is_played_once_and_soon() -> None:
    played.cache_clear()
    began = time.perf_counter()
    first = played()
    assert time.perf_counter() - began < 1.0
    assert played() is first
    assert first["group"]["people"] == 5, "the page says so in words"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with server(tmp_path_factory.mktemp("sample") / "data") as running:
        yield running
        assert [line for line in running.said if "Traceback" in line] == []


@pytest.fixture(scope="module")
def leader(served: Served) -> Visitor:
    return facilitator(served)


def test_who_has_an_account_reads_it_in_the_form_of_an_archive(leader: Visitor) -> None:
    page = leader.get("/sample")
    assert page.status == 200
    assert "A sample: five people, invented." in page.text
    assert 'href="/guidance"' in page.text
    assert 'href="/prepare"' in page.text
    assert 'action="/sample"' in page.text
    assert not re.search(r'"/d/', page.text), "it is nobody's dialogue: there is no room and no file of it"
    given = json.loads((Path(SHIPPED) / f"{SCENARIO}.json").read_text("utf-8"))
    words = unescape(page.text)
    assert [sentence for sentence in given["sentences"] if sentence not in words] == []
    for person in given["cast"]:
        assert f"<bdi>{person['pseudonym']}</bdi>" not in page.text, "nobody signed"


def test_a_search_without_script_is_answered_on_the_same_page(leader: Visitor) -> None:
    page = leader.get("/sample?kind=principle").text
    shown = re.findall(r'data-entry data-kind="(\w+)">', page)
    hidden = re.findall(r'data-entry data-kind="(\w+)" hidden>', page)
    assert set(shown) == {"principle"}
    assert len(hidden) > 10


def test_a_stranger_is_asked_to_sign_in(served: Served) -> None:
    answer = Visitor(served).get("/sample")
    assert answer.status == 302
    assert answer.headers["Location"].startswith("/sign-in")


def test_an_empty_home_leads_to_the_sample_and_to_a_first_dialogue_of_ones_own(leader: Visitor) -> None:
    page = leader.get("/").text
    assert page.index('href="/sample"') < page.index('href="/prepare"')
    assert "Two steps" in page
    assert "<details><summary>Watch the sample being played</summary>" in page
