"""“Speaking up” over sockets: it ends open, with dissent; one story is parked, then withdrawn by its owner."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dialogue.vocabulary import Audience
from sessions.storage.store import open_storage
from tests.journeys import expected
from tests.journeys.conftest import starter
from tests.journeys.played import Played, leader_page, play, watched
from tests.journeys.record import holds_everything, names_no_author, record_of
from tests.sessions.in_mode import MODES
from tests.tools.discretion import holds, only_visible_fields, views_in
from tests.tools.screens import WatchedScreen

WITHDRAWN = "At night"


@pytest.fixture(scope="module", params=MODES)
def speaking_up(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    """The scenario, played in either mode."""
    for start in starter(tmp_path_factory.mktemp("speaking-up")):
        yield play(start(request.param), "speaking-up")


def test_every_text_that_stands_is_found_again(speaking_up: Played) -> None:
    written = {(entry["kind"], entry["text"]) for entry in speaking_up.entries() if entry["standing"] == "up"}
    assert written == expected.texts(speaking_up.scenario)


def test_statements_rest_on_sentences_on_statements_and_on_another_experience(speaking_up: Played) -> None:
    by_id = {entry["id"]: entry["text"] for entry in speaking_up.entries()}
    wanted = expected.links(speaking_up.scenario)
    assert wanted["At once if someone is in danger."] == {"Before the count"}
    found = {entry["text"]: {by_id[below] for below in entry["rests_on"]} for entry in speaking_up.entries()}
    assert {text: found[text] for text in wanted} == wanted


def test_it_ends_open_with_the_question_that_divides_and_every_dissent(speaking_up: Played) -> None:
    outcome = speaking_up.transcript["outcome"]
    assert (outcome["kind"], outcome["state"]) == ("open", "settled")
    assert outcome["dividing_question"] == "To whom is the objection owed?"
    texts = {entry["id"]: entry["text"] for entry in speaking_up.entries()}
    assert len(outcome["dissents"]) == 2
    assert {texts[kept] for kept in outcome["dissents"]} == set(speaking_up.scenario.answers[-1].words.values())
    assert {texts[doubt] for doubt in outcome["open_doubts"]} == {one.text for one in speaking_up.scenario.doubts}


def test_sentences_that_somebody_pointed_at_are_shown_together_uncounted(speaking_up: Played) -> None:
    pointed = [speaking_up.item("sentence", label) for label in ("3", "4", "5")]
    assert speaking_up.transcript["pointed"] == pointed
    for screen in speaking_up.screens:
        narratives = [view["narrative"] for view in views_in(screen) if view.get("narrative")]
        told = [known for known in narratives if known.get("pointed") or known.get("pointing_shown")]
        assert next(known.get("pointing_shown") for known in told) is True
        assert screen.view["narrative"]["pointed"] == dict.fromkeys(pointed, True)


def test_whoever_was_invited_to_help_sees_the_console_and_leads_nothing(speaking_up: Played) -> None:
    helps = watched(speaking_up.player.screens["co"])
    assert helps.surface == "console"
    assert (helps.me or {})["seat"]["role"] == "co_facilitator"
    assert speaking_up.console.view["leading"]["facilitator"] != speaking_up.seat("co")
    assert speaking_up.transcript["group"] == {"people": 6, "by_voice": 0}
    only_visible_fields(helps, Audience.FACILITATOR)
    assert not holds(helps, '"not_for_examination":true')


def test_too_few_evaluations_are_not_told(speaking_up: Played) -> None:
    evaluation = speaking_up.transcript["evaluation"]
    assert evaluation["open_words"] == []
    assert {share for shares in evaluation["items"].values() for share in shares.values()} == {"too_few"}
    text = leader_page(speaking_up.player)
    assert not [one.open for one in speaking_up.scenario.evaluation if one.open and one.open in text]


def test_that_a_story_is_not_for_examination_is_told_to_its_owner_alone(speaking_up: Played) -> None:
    for key, phone in speaking_up.phones.items():
        assert holds(phone, '"not_for_examination":true') == (key == "lark")
    assert not holds(speaking_up.console, '"not_for_examination":true')


def test_a_park_looks_like_any_removal(speaking_up: Played) -> None:
    told = speaking_up.item("experience", "withheld")
    for screen in (*speaking_up.phones.values(), speaking_up.wall):
        seen = [view["experiences"][told] for view in views_in(screen) if told in view.get("experiences", {})]
        assert seen[-1] is None
        assert not holds(screen, '"parked"') or screen is speaking_up.phones["lark"]


def test_what_was_withdrawn_reaches_no_screen_that_comes_later(speaking_up: Played) -> None:
    for screen in speaking_up.screens:
        late = WatchedScreen(screen.visitor, speaking_up.player.dialogue, screen.surface)
        late.connect()
        late.close()
        assert not holds(late, WITHDRAWN)
    for page in ("transcript.json", "transcript.md", "archive"):
        assert WITHDRAWN not in speaking_up.console.visitor.get(f"/d/{speaking_up.player.dialogue}/{page}").text


def test_nothing_of_the_withdrawn_words_is_on_disk_and_the_record_still_verifies(speaking_up: Played) -> None:
    for screen in speaking_up.screens:
        screen.close()
    assert speaking_up.server.stop() == 0
    dialogue, told = speaking_up.player.dialogue, speaking_up.item("experience", "withheld")
    storage = open_storage(speaking_up.server.data)
    try:
        rows = storage.load(dialogue)
        assert not [row for row in rows if WITHDRAWN in row.words.values()]
        (telling,) = (row for row in rows if row.item == told)
        assert set(telling.erased_fields) == {"title", "account", "not_for_examination"}
        report = storage.verify(dialogue)
        assert (report.erased, report.altered, report.first_bad) == (1, 0, None)
        assert len(storage.ballots(dialogue, "seven_items")) == len(speaking_up.scenario.evaluation)
    finally:
        storage.close()
    holds_everything(speaking_up, record_of(speaking_up))
    names_no_author(speaking_up)
