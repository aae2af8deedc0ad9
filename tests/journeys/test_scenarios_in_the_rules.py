"""Both scenarios from the opening to the end: what people brought is found again, and who brought it is not."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from dialogue.disclosure import summary
from dialogue.events import MetaCalled
from dialogue.transcript import as_markdown, transcript
from dialogue.vocabulary import Audience, OutcomeKind, OutcomeState, StageKey
from tests.dialogue.standing import check_transcript, strings
from tests.journeys.in_the_rules import Played


@pytest.fixture(scope="module", params=["trust", "speaking-up"])
def played(request: pytest.FixtureRequest) -> Played:
    """A scenario played to its end."""
    return Played(request.param).to_the_end()


@pytest.fixture(scope="module")
def read(played: Played) -> dict[str, Any]:
    """Its transcript, from the record as it is stored."""
    return transcript(played.room.log.events(), summary(played.ballots, played.room.state.threshold, "seven_items"))


def entries(read: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """All entries by id."""
    return {entry["id"]: entry for section in read["sections"] for entry in section["entries"]}


def statements(told: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Everything that rests on something, by key."""
    yield "core_statement", told["core_statement"]
    yield "judgement", told["judgement"]
    for number, version in enumerate(told["own_versions"]):
        yield f"own_version:{number}", version
    for several in ("reasons", "rules", "principles"):
        for one in told[several]:
            yield one["key"], one


def test_it_ends_as_it_is_told(played: Played, read: Mapping[str, Any]) -> None:
    state = played.room.state
    assert state.closed
    assert state.visited == set(StageKey)
    outcome = state.outcomes[played.items["outcome"]]
    assert (outcome.kind, outcome.state) == (OutcomeKind(played.told["outcome"]["kind"]), OutcomeState.SETTLED)
    assert read["outcome"]["dividing_question"] == played.told["outcome"].get("dividing_question")
    assert read["outcome"]["answer"] == played.items[f"answer:{len(played.told['answers'])}"]


def test_every_text_is_found_in_the_transcript(played: Played, read: Mapping[str, Any]) -> None:
    told, found = played.told, entries(read)
    texts = list(told["sentences"])
    texts += [question["text"] for question in told["questions"]]
    texts += [one["title"] for one in told["experiences"] if one.get("then") != "withdrawn"]
    texts += [asked["answer"] for asked in told["clarifications"]]
    texts += [one["text"] for _, one in statements(told)]
    texts += [answer["text"] for answer in told["answers"]]
    texts += [doubt["text"] for doubt in told["doubts"]]
    texts += [asked["question"] for asked in told["clarifications"]]
    for answer in told["answers"]:
        texts += [*answer.get("words", {}).values(), *answer.get("test_notes", {}).values()]
    assert set(texts) <= {entry["text"] for entry in found.values()}
    assert read["question"] == next(question["text"] for question in told["questions"] if question.get("chosen"))
    assert read["why_question"] == next(question["why"] for question in told["questions"] if question.get("chosen"))
    assert read["why_chosen"] == told["chosen"]["why"]
    accounts = {played.items[one["key"]]: one["account"] for one in told["experiences"] if one.get("then") is None}
    assert {key: found[key]["account"] for key in accounts} == accounts
    assert read["heated"] == played.items[str(told["heated_point"])]
    written = as_markdown(read)
    assert all(text.split()[0] in written for text in texts)


def test_every_link_is_found_in_the_transcript(played: Played, read: Mapping[str, Any]) -> None:
    found = entries(read)
    for key, said in statements(played.told):
        below = [played.items[item.removeprefix("experience:")] for item in said["rests_on"]]
        assert found[played.items[key]]["rests_on"] == below


def test_sentences_are_numbered_as_they_are_called(played: Played, read: Mapping[str, Any]) -> None:
    found = entries(read)
    called = [str(number) for number in range(1, len(played.told["sentences"]) + 1)]
    called += [f"{asked['answer_inserted_after']}a" for asked in played.told["clarifications"]]
    assert {found[played.items[label]]["label"] for label in called} == set(called)


def test_every_doubt_is_found_as_its_raiser_left_it(played: Played, read: Mapping[str, Any]) -> None:
    found, still_open = entries(read), []
    for doubt in played.told["doubts"]:
        identity = played.items[f"doubt:{doubt['text']}"]
        assert found[identity]["about"] == played.items[doubt["about"]]
        assert found[identity]["open"] == (doubt["closed_by"] is None)
        assert found[identity]["how"] == doubt.get("how")
        if found[identity]["open"]:
            still_open.append(identity)
    assert read["outcome"]["open_doubts"] == still_open
    assert bool(still_open) == (played.told["outcome"]["kind"] == "open")


def test_who_keeps_what_is_found_in_their_words_alone(played: Played, read: Mapping[str, Any]) -> None:
    kept = {key: identity for key, identity in played.items.items() if key.startswith("kept:")}
    last = f"kept:{len(played.told['answers'])}:"
    beside = [*read["outcome"]["reservations"], *read["outcome"]["dissents"]]
    assert sorted(identity for key, identity in kept.items() if key.startswith(last)) == sorted(beside)
    assert beside
    found = entries(read)
    for key, identity in kept.items():
        _, version, who = key.split(":")
        assert found[identity]["text"] == played.told["answers"][int(version) - 1]["words"][who]
        assert found[identity]["about"] == played.items[f"answer:{version}"]


def test_tests_pointing_and_questions_of_fact_are_found(played: Played, read: Mapping[str, Any]) -> None:
    found, told = entries(read), played.told
    for answer in told["answers"]:
        for story, result in answer.get("tests", {}).items():
            test = found[played.items[f"test:{answer['version']}:{story}"]]
            assert (test["result"], test["experience"]) == (result, played.items[story])
            assert test["text"] == answer["test_notes"].get(story, "")
    pointed = {played.items[str(sentence)] for sentence in told.get("pointed_at", {}).values()}
    assert set(read["pointed"]) == pointed
    for asked in told["clarifications"]:
        question = found[played.items[f"fact:{asked['question']}"]]
        assert question["about"] == played.items[str(asked["answer_inserted_after"])]
        assert found[question["answered_by"]]["text"] == asked["answer"]


def test_who_called_is_in_no_record_and_notes_are_in_no_transcript(played: Played, read: Mapping[str, Any]) -> None:
    called = played.told.get("meta_dialogue")
    assert len(read["meta"]) == (called is not None)
    if called is None:
        return
    (meta,) = read["meta"]
    assert (meta["what_we_change"], meta["called_by"], meta["notes"]) == (called["what_we_change"], None, [])
    assert not [note for note in called["notes"] if note in json.dumps(read)]
    seat = played.people[called["called_by"]].seat
    assert not [event for event in played.room.happened if isinstance(event, MetaCalled) and seat in repr(event)]


def test_nobody_is_named(played: Played, read: Mapping[str, Any]) -> None:
    check_transcript(played.room.log)
    names = {who["pseudonym"] for who in played.told["cast"]}
    everything = json.dumps(read) + as_markdown(read)
    assert not [name for name in names if name in everything]
    for audience in (Audience.PARTICIPANT, Audience.OBSERVER, Audience.FLIPCHART):
        assert not strings(played.room.view(audience)) & names


def test_what_was_taken_back_is_gone(played: Played, read: Mapping[str, Any]) -> None:
    log = played.room.log
    left = {word for record, _ in log.records for word in log.words(record).values()}
    for told in played.told["experiences"]:
        if told.get("then") == "withdrawn":
            assert entries(read)[played.items[told["key"]]]["text"] is None
            assert told["title"] not in left


def test_evaluations_stand_in_no_event(played: Played, read: Mapping[str, Any]) -> None:
    open_words = [answered["open"] for answered in played.told["evaluation"] if answered["open"]]
    assert open_words
    assert not set(open_words) & played.room.log.said
    enough = len(played.ballots) >= played.room.state.threshold
    assert read["evaluation"]["open_words"] == (open_words if enough else [])
    assert ("too_few" in strings(read["evaluation"])) is not enough
