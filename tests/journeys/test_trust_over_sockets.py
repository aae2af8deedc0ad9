"""The whole spine of “Trust on the wing”: a real server process, SQLite on disk, everyone at a real socket."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from dialogue.vocabulary import Audience
from tests.journeys import expected
from tests.journeys.conftest import starter
from tests.journeys.played import Played, audience_of, play
from tests.journeys.record import holds_everything, names_no_author, record_of
from tests.sessions.in_mode import MODES
from tests.tools.discretion import holds, no_marks_before_shown, only_visible_fields, views_in
from tests.tools.screens import WatchedScreen, same_after_restart


@pytest.fixture(scope="module", params=MODES)
def trust(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    """The scenario, played in either mode."""
    for start in starter(tmp_path_factory.mktemp("trust")):
        yield play(start(request.param), "trust")


def positions_in(screen: WatchedScreen) -> list[Mapping[str, Any]]:
    """All that a screen was sent of positions."""
    return [view for view in views_in(screen) if view.get("positions")]


def mine_in(screen: WatchedScreen) -> list[dict[str, Any]]:
    """All that a screen was sent of its own slice."""
    found = []
    for event, payload in screen.said:
        if event == "snapshot":
            found.append(payload["me"])
        elif event == "mine":
            found.append(payload["changes"])
    return found


def test_every_text_is_found_again_once(trust: Played) -> None:
    entries = trust.entries()
    written = [(entry["kind"], entry["text"]) for entry in entries]
    assert set(written) == expected.texts(trust.scenario)
    assert len(written) == len(set(written))
    assert {entry["standing"] for entry in entries} == {"up"}
    assert trust.transcript["question"] == "When is it right to trust a prisoner?"


def test_sentences_keep_their_numbers_and_the_answer_is_inserted(trust: Played) -> None:
    told = [(entry["label"], entry["text"]) for entry in trust.entries() if entry["kind"] == "sentence"]
    assert dict(told) == expected.labels(trust.scenario)
    assert [label for label, _ in told] == ["1", "2", "3", "3a", "4", "5", "6", "7", "8"]


def test_every_statement_rests_on_what_the_scenario_says(trust: Played) -> None:
    by_id = {entry["id"]: entry["text"] for entry in trust.entries()}
    wanted = expected.links(trust.scenario)
    found = {entry["text"]: {by_id[below] for below in entry["rests_on"]} for entry in trust.entries()}
    assert {text: found[text] for text in wanted} == wanted


def test_doubts_are_closed_with_the_words_of_those_who_raised_them(trust: Played) -> None:
    by_id = {entry["id"]: entry["text"] for entry in trust.entries()}
    found = {
        (entry["text"], by_id[entry["about"]], entry["open"], entry["how"])
        for entry in trust.entries()
        if entry["kind"] == "doubt"
    }
    assert found == expected.doubts(trust.scenario)


def test_experiences_are_told_and_the_answer_is_tested_on_those_it_did_not_come_from(trust: Played) -> None:
    entries = trust.entries()
    told = {entry["text"]: entry["account"] for entry in entries if entry["kind"] == "experience"}
    assert told == expected.accounts(trust.scenario)
    by_id = {entry["id"]: entry["text"] for entry in entries}
    tested = [entry for entry in entries if entry["kind"] == "test"]
    assert {
        (by_id[one["about"]], by_id[one["experience"]], one["result"], one["text"]) for one in tested
    } == expected.tests(trust.scenario)
    assert [one["text"] for one in tested if one["matter"] == "other_matter"] == [
        "Acting on a warning is not yet trust."
    ]


def test_a_question_of_fact_is_answered_by_a_sentence(trust: Played) -> None:
    by_id = {entry["id"]: entry for entry in trust.entries()}
    (asked,) = (entry for entry in by_id.values() if entry["kind"] == "clarification")
    assert (by_id[asked["about"]]["label"], by_id[asked["answered_by"]]["label"]) == ("3", "3a")
    assert asked["signature"] is None
    assert trust.transcript["why_question"] == "Positive, general, everyone has lived it."
    assert trust.console.view["question"]["lived_by_all"] is True


def test_the_talk_about_the_talk_stands_apart_without_a_caller_and_its_notes_stay_in_the_room(trust: Played) -> None:
    called = trust.scenario.meta_dialogue
    assert called is not None
    (meta,) = trust.transcript["meta"]
    assert (meta["state"], meta["stage"], meta["called_by"]) == ("ended", "principles", None)
    assert (meta["what_we_change"], meta["notes"]) == (called.what_we_change, [])
    for screen in trust.screens:
        levels = [view["level"] for view in views_in(screen) if view.get("level")]
        states = [level.get("meta_state") for level in levels]
        # It waits for the one who speaks, goes on, and is over.
        assert [state for state in states if state][:2] == ["called", "open"]
        assert screen.view["level"]["now"] == "content"
        assert holds(screen, called.notes[0])
        notes = [view["meta_notes"] for view in views_in(screen) if view.get("meta_notes")]
        assert list(notes[-1].values()) == [None]


def test_the_outcome_is_a_consensus_with_one_reservation_about_the_third_wording(trust: Played) -> None:
    outcome = trust.transcript["outcome"]
    assert (outcome["kind"], outcome["state"]) == ("consensus_with_reservations", "settled")
    entries = {entry["id"]: entry for entry in trust.entries()}
    assert entries[outcome["answer"]]["number"] == 3
    (reservation,) = (entries[kept] for kept in outcome["reservations"])
    assert reservation["text"] == '"Answer for" asks too much of a newcomer.'
    assert reservation["about"] == outcome["answer"]
    assert outcome["dissents"] == outcome["open_doubts"] == []
    # What was said with positions on the first wording stays there.
    (dissent,) = (entry for entry in entries.values() if entry["kind"] == "dissent")
    assert (dissent["text"], entries[dissent["about"]]["number"]) == (trust.scenario.answers[0].words["birch"], 1)


def test_positions_expire_with_their_wording_and_are_nobodys_to_read_before_they_are_shown(trust: Played) -> None:
    first, third = trust.item("answer", "1"), trust.item("answer", "3")
    for key, phone in trust.phones.items():
        taken = [(view["positions"].get("answer"), view["positions"].get("taken")) for view in positions_in(phone)]
        assert taken
        assert phone.view["positions"] == {"answer": third, "taken": 5, "of": 5, "shown": True}
        own = [me["position"]["answer"] for me in mine_in(phone) if (me.get("position") or {}).get("answer")]
        assert list(dict.fromkeys(own)) == ([] if key == "mentor" else [first, third])
    words = trust.scenario.answers[2].words["cedar"]
    told = [place for place, view in enumerate(views_in(trust.wall)) if words in str(view)]
    shown = [place for place, view in enumerate(views_in(trust.wall)) if (view.get("positions") or {}).get("shown")]
    assert told[0] == shown[1]  # with the second showing, which is that of the third wording


def test_someone_without_a_device_is_counted_like_everyone(trust: Played) -> None:
    assert trust.transcript["group"] == {"people": 5, "by_voice": 1}
    group = trust.console.view["group"]
    assert (group["agreed"], group["evaluated"]) == (5, 5)


def test_evaluations_are_told_together_and_nobody_is_named(trust: Played) -> None:
    evaluation = trust.transcript["evaluation"]
    assert set(evaluation["open_words"]) == {one.open for one in trust.scenario.evaluation if one.open}
    assert evaluation["form"] == "seven_items"
    assert set(evaluation["items"]) == set(trust.scenario.evaluation[0].items)
    for word in (one.open for one in trust.scenario.evaluation if one.open):
        assert not any(holds(screen, word) for screen in trust.screens)


def test_the_transcript_names_no_seat_and_no_pseudonym(trust: Played) -> None:
    pages = [f"/d/{trust.player.dialogue}/{page}" for page in ("transcript.json", "transcript.md", "archive")]
    for page in pages:
        answered = trust.console.visitor.get(page)
        assert answered.status == 200
        for person in trust.scenario.cast:
            assert person.pseudonym not in answered.text
        for key in ("ash", "birch", "cedar", "elm", "rowan", "mentor"):
            assert trust.seat(key) not in answered.text


def test_no_screen_missed_or_misread_anything(trust: Played) -> None:
    assert [screen.faults for screen in trust.screens] == [[] for _ in trust.screens]


def test_no_screen_is_sent_more_than_the_visibility_table_gives_it(trust: Played) -> None:
    only_visible_fields(trust.console, Audience.FACILITATOR)
    only_visible_fields(trust.wall, Audience.FLIPCHART)
    for key, phone in trust.phones.items():
        only_visible_fields(phone, audience_of(trust, key))
    for screen in trust.screens:
        no_marks_before_shown(screen)


def test_seats_and_pseudonyms_of_others_are_in_nobodys_traffic_but_the_facilitators(trust: Played) -> None:
    for key, phone in {**trust.phones, "": trust.wall}.items():
        others = [person for person in trust.scenario.cast if person.key not in {key, trust.scenario.lead}]
        for other in others:
            assert not holds(phone, trust.seat(other.key)), f"{key} was sent the seat of {other.key}"
            assert not holds(phone, other.pseudonym), f"{key} was sent the name of {other.key}"
        if key:
            assert holds(phone, trust.seat(key))


def test_who_wrote_an_unsigned_item_is_not_told_to_the_facilitator(trust: Played) -> None:
    own = {item for key in ("ash", "birch", "cedar", "rowan") for item in (trust.phones[key].me or {})["own"]}
    assert len(own) > 20
    assert not own & set((trust.console.me or {})["own"])


def test_after_a_restart_every_screen_shows_the_same(trust: Played) -> None:
    for screen in trust.screens:
        screen.close()
    assert trust.server.stop() == 0
    trust.server.restart()
    same_after_restart(trust.screens)


def test_everything_in_the_file_is_on_disk_and_no_author_of_what_was_anonymous(trust: Played) -> None:
    for screen in trust.screens:
        screen.close()
    assert trust.server.stop() == 0
    holds_everything(trust, record_of(trust))
    names_no_author(trust)
