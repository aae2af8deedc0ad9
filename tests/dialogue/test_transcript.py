"""The transcript: complete for who reads it, silent about who said it, and its shape is documented."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from dialogue.disclosure import Answers, summary
from dialogue.transcript import SCHEMA, transcript
from dialogue.vocabulary import Kind, OutcomeKind, Remainder, StageKey
from tests.cast import START, Room
from tests.dialogue.scene import Scene
from tests.dialogue.standing import check_transcript
from tests.dialogue.structure import faults

DESCRIBED: Mapping[str, Any] = json.loads(
    (Path(__file__).parents[2] / "docs" / "transcript.schema.json").read_text("utf-8")
)


def read(scene: Scene | Room) -> dict[str, Any]:
    """The transcript as it is after the record was stored and read back; it fits its description."""
    room = scene.room if isinstance(scene, Scene) else scene
    made = transcript(room.log.events())
    assert list(faults(json.loads(json.dumps(made)), DESCRIBED, DESCRIBED)) == []
    check_transcript(room.log)
    return made


def entries(made: Mapping[str, Any]) -> dict[str, Any]:
    """All entries by id."""
    return {entry["id"]: entry for section in made["sections"] for entry in section["entries"]}


def section(made: Mapping[str, Any], stage: str) -> list[dict[str, Any]]:
    """The entries of one section."""
    found: list[dict[str, Any]] = next(part["entries"] for part in made["sections"] if part["stage"] == stage)
    return found


def test_it_says_what_was_asked_by_which_method_and_when() -> None:
    made = read(Scene())
    assert made["schema"] == SCHEMA == DESCRIBED["title"]
    assert (made["title"], made["question"]) == ("Trust on the wing", "When is trust right?")
    assert (made["method"], made["language"], made["day"]) == ("nelson_heckmann/2", "en", "2026-09-21")
    assert made["group"] == {"people": 3, "by_voice": 1}
    assert (made["outcome"], made["evaluation"], made["heated"]) == (None, None, None)


def test_the_course_counts_minutes_from_when_people_came_and_leaves_out_what_was_undone() -> None:
    room = Room()
    room.clock += 3 * 24 * 3_600_000
    room.participant("Alice")
    room.clock += 600_000
    room.facilitator.moves_to("experiences")
    room.clock += 60_000
    room.facilitator.moves_to("selection")
    room.facilitator.undoes()
    room.clock += 120_000
    room.facilitator.moves_to("question")
    made = read(room)
    assert made["day"] == "2026-09-24"
    assert made["course"] == [
        {"stage": "opening", "entered": 0},
        {"stage": "experiences", "entered": 10},
        {"stage": "question", "entered": 13},
    ]


def test_everything_said_is_found_in_its_section() -> None:
    scene = Scene().answer()
    made = read(scene)
    assert [part["stage"] for part in made["sections"]] == [
        "question",
        "experiences",
        "narrative",
        "judgement",
        "consensus",
    ]
    assert [entry["text"] for entry in section(made, "experiences")] == ["The missing file", "Forty minutes"]
    assert [entry["label"] for entry in section(made, "narrative")] == ["1", "2"]
    assert section(made, "narrative")[0]["about"] == scene.file
    assert section(made, "judgement")[0]["rests_on"] == [scene.second]
    assert section(made, "consensus")[0]["rests_on"] == [scene.core]


def test_statements_stand_where_they_were_said() -> None:
    scene = Scene().judgement()
    scene.lead.moves_to("principles")
    rule = scene.lead.writes_for(scene.bela, "rule", "Trust does not replace reporting.", scene.core)
    assert [entry["id"] for entry in section(read(scene), "principles")] == [rule]


def test_sentences_are_read_in_order_wherever_they_were_inserted() -> None:
    scene = Scene().judgement()
    scene.lead.writes("I could see all eight.", after=scene.first)
    scene.lead.marks_heated(scene.second)
    made = read(scene)
    assert [entry["label"] for entry in section(made, "narrative")] == ["1", "1a", "2"]
    assert made["heated"] == scene.second


def test_a_doubt_follows_what_it_is_about_and_names_nobody_who_did_not_sign() -> None:
    scene = Scene().judgement()
    link = scene.bela.doubts(scene.core, "Does it rest on that?", link=scene.second, signed=True)
    plain = scene.alice.doubts(scene.core, "Was it safe?")
    scene.alice.settles(plain, "She saw all eight.")
    made = read(scene)
    assert [entry["id"] for entry in section(made, "judgement")] == [scene.core, link, plain]
    told = entries(made)
    assert (told[link]["about"], told[link]["link"], told[link]["signature"]) == (scene.core, scene.second, "Bela")
    assert (told[link]["open"], told[plain]["open"], told[plain]["how"]) == (True, False, "She saw all eight.")
    assert told[plain]["signature"] is None


def test_earlier_wordings_are_kept_and_undone_ones_are_not() -> None:
    scene = Scene().judgement()
    scene.alice.rewords(scene.core, "At 2 I asked first.")
    scene.lead.rewords(scene.core, "At 2 I ask")
    scene.lead.undoes()
    scene.alice.corrects(scene.first, "I counted the tools twice.")
    made = entries(read(scene))
    assert made[scene.core]["text"] == "At 2 I asked first."
    assert made[scene.core]["versions"] == ["At 2 I asked him first."]
    assert made[scene.first]["versions"] == ["I counted the tools."]


def test_of_what_was_withdrawn_a_line_without_words_remains() -> None:
    scene = Scene().judgement()
    scene.alice.rewords(scene.core, "At 2 I asked first.")
    doubt = scene.bela.doubts(scene.core, "Was it safe?", signed=True)
    scene.alice.withdraws(scene.core)
    scene.bela.withdraws(doubt)
    made = entries(read(scene))
    for gone in (scene.core, doubt):
        assert made[gone]["standing"] == "withdrawn"
        assert (made[gone]["text"], made[gone]["versions"], made[gone]["signature"]) == (None, [], None)


def test_what_was_parked_or_struck_is_left_out_with_all_that_belongs_to_it() -> None:
    scene = Scene().answer()
    doubt = scene.bela.doubts(scene.second, "Only one?")
    kept = scene.bela.keeps("dissent", scene.worded, "No.")
    scene.lead.strikes(scene.forty)
    scene.lead.parks(scene.second)
    scene.lead.parks(scene.worded)
    made = entries(read(scene))
    assert not {doubt, kept, scene.forty, scene.second, scene.worded} & set(made)
    assert made[scene.core]["rests_on"] == []
    scene.lead.parks(scene.file)
    assert scene.first not in entries(read(scene))


def test_another_narrative_does_not_replace_the_one_before() -> None:
    scene = Scene().narrative()
    scene.lead.moves_to("selection")
    scene.lead.asks_narrator(scene.forty)
    scene.elm.accepts(scene.forty)
    scene.lead.moves_to("narrative")
    scene.lead.writes("I promised to come back.")
    told = section(read(scene), "narrative")
    assert [(entry["about"], entry["label"]) for entry in told] == [
        (scene.file, "1"),
        (scene.file, "2"),
        (scene.forty, "1"),
    ]


def test_the_outcome_points_to_what_it_speaks_of() -> None:
    scene = Scene().answer()
    reservation = scene.bela.keeps("reservation", scene.worded, "Too much for a newcomer.")
    dissent = scene.alice.keeps("dissent", scene.worded, "No.", signed=True)
    doubt = scene.elm.doubts(scene.worded, "Who pays?")
    scene.lead.proposes("open", "Who answers for it?")
    scene.lead.settles_outcome()
    assert read(scene)["outcome"] == {
        "kind": "open",
        "state": "settled",
        "dividing_question": "Who answers for it?",
        "answer": scene.worded,
        "reservations": [reservation],
        "dissents": [dissent],
        "open_doubts": [doubt],
    }


def test_a_closed_dialogue_ends_its_course_and_counts_who_left_before() -> None:
    scene = Scene().settled()
    scene.alice.leaves()
    scene.bela.leaves()
    scene.lead.closes()
    made = read(scene)
    assert made["course"][-1]["stage"] == "closed"
    assert made["group"]["people"] == 3


def test_whoever_comes_back_to_another_seat_is_one_person_still() -> None:
    room = Room()
    room.participant("Alice").leaves()
    room.participant("Alice")
    assert read(room)["group"] == {"people": 1, "by_voice": 0}


@pytest.mark.parametrize("count", [0, 4, 5])
def test_the_evaluation_has_one_shape_whether_withheld_or_not(count: int) -> None:
    ballots = [Answers(items={"helped_me_think": 9}, open_word="Good.")] * count
    made = transcript(Scene().room.log.events(), summary(ballots, 5))
    assert list(faults(json.loads(json.dumps(made)), DESCRIBED, DESCRIBED)) == []
    assert made["evaluation"]["items"]["helped_me_think"]["high"] == ("most" if count == 5 else "too_few")
    assert made["evaluation"]["open_words"] == (["Good."] * 5 if count == 5 else [])


def test_no_record_no_transcript() -> None:
    with pytest.raises(ValueError, match="empty"):
        transcript([])


def test_the_description_names_every_stage_kind_and_outcome() -> None:
    described = DESCRIBED["$defs"]
    assert described["stage"]["enum"] == [stage.value for stage in StageKey]
    said = {"wording", "experience", "choice_reason", "sentence", "clarification", "answer", "test", "doubt"}
    said |= {*Kind, *Remainder}
    assert set(described["entry"]["properties"]["kind"]["enum"]) == said
    assert described["outcome"]["properties"]["kind"]["enum"] == [kind.value for kind in OutcomeKind]


def test_the_description_finds_what_does_not_fit() -> None:
    made = json.loads(json.dumps(transcript(Scene().answer().room.log.events())))
    made["sections"][0]["entries"][0]["owner"] = "somebody"
    made["course"][0]["entered"] = START
    del made["group"]["people"]
    made["day"] = "21 September"
    found = list(faults(made, DESCRIBED, DESCRIBED))
    assert [fault.split(":")[0] for fault in found] == ["$.day", "$.sections[0].entries[0].owner", "$.group.people"]
