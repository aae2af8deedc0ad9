"""The transcript tells what the method's options bring: reasons, facts, tests, talks about how we work together."""

from __future__ import annotations

import json
from typing import Any

from dialogue import commands as ask
from dialogue.transcript import as_markdown
from dialogue.vocabulary import ItemId, Matter, Observed, Seen, TestResult, Words
from tests.dialogue.scene import Scene
from tests.dialogue.test_transcript import entries, read, section


def asked(scene: Scene, command: Any) -> ItemId:
    return ItemId(scene.lead.asks(command))


def test_why_the_question_and_the_experience_were_chosen() -> None:
    scene = Scene()
    wording = asked(scene, ask.WordQuestion(Words("When is it right to trust?")))
    scene.lead.asks(ask.ChooseQuestion(wording, Words("Everyone has lived it.")))
    made = read(scene.asked())
    assert (made["why_question"], made["why_chosen"]) == ("Everyone has lived it.", None)
    scene.alice.accepts(scene.file)
    made = read(scene)
    assert made["why_chosen"] == "Everyone can picture the room."
    told = as_markdown(made)
    assert "Why this question: Everyone has lived it." in told
    assert "Why this experience: Everyone can picture the room." in told


def test_an_account_stands_with_its_title_and_goes_with_it() -> None:
    scene = Scene()
    scene.lead.moves_to("experiences")
    told = scene.alice.asks(ask.TellExperience(Words("The call"), account=Words("I let him ring his daughter.")))
    assert entries(read(scene))[told]["account"] == "I let him ring his daughter."
    assert "Account: I let him ring his daughter." in as_markdown(read(scene))
    scene.alice.withdraws(ItemId(told))
    assert "daughter" not in json.dumps(read(scene))


def test_reasons_for_the_choice_are_told_once_they_were_shown_in_no_order() -> None:
    scene = Scene().titles()
    scene.lead.moves_to("selection")
    for person in (scene.alice, scene.bela):
        person.asks(ask.GiveChoiceReason(scene.file, Words(f"{person.name} could stand there.")))
    assert "could stand there" not in json.dumps(read(scene))
    scene.lead.asks(ask.ShowMarks())
    reasons = section(read(scene), "selection")
    assert [entry["kind"] for entry in reasons] == ["choice_reason", "choice_reason"]
    assert [entry["id"] for entry in reasons] == sorted(entry["id"] for entry in reasons)
    assert {entry["number"] for entry in reasons} == {None}
    assert {entry["about"] for entry in reasons} == {scene.file}


def test_a_question_of_fact_leads_to_the_sentence_that_answered_it() -> None:
    scene = Scene().narrative()
    question = scene.bela.asks(ask.AskFact(Words("Could you see all of them?"), about=scene.first))
    answer = asked(scene, ask.AnswerFact(ItemId(question), Words("I could see all eight."), after=scene.first))
    entry = entries(read(scene))[question]
    assert (entry["kind"], entry["about"], entry["answered_by"]) == ("clarification", scene.first, answer)
    assert entry["signature"] is None
    assert "Answered by: 1a" in as_markdown(read(scene))


def test_tests_stand_beside_the_wording_they_tested() -> None:
    scene = Scene().answer()
    test = ask.TestAnswer(
        scene.worded,
        scene.forty,
        TestResult.DOES_NOT_HOLD,
        Words("He had only promised."),
        Matter.OTHER_MATTER,
        scene.bela.seat,
    )
    made = asked(scene, test)
    entry = entries(read(scene))[made]
    assert (entry["about"], entry["experience"]) == (scene.worded, scene.forty)
    assert (entry["result"], entry["matter"], entry["text"]) == (
        "does_not_hold",
        "other_matter",
        "He had only promised.",
    )
    assert "Experience 2: does not hold, another matter: He had only promised." in as_markdown(read(scene))


def test_a_talk_about_how_we_work_stands_apart_and_its_notes_only_if_agreed() -> None:
    scene = Scene().narrative()
    for shared in (False, True):
        scene.alice.asks(ask.CallMeta(named=shared))
        scene.lead.asks(ask.WriteMetaNote(Words("We jump ahead.")))
        scene.lead.asks(ask.EndMeta(Words("One repeats before the next one speaks."), share_notes=shared))
    first, second = read(scene)["meta"]
    assert (first["called_by"], first["notes"]) == (None, [])
    assert (second["called_by"], second["notes"]) == ("Alice", ["We jump ahead."])
    assert first["what_we_change"] == "One repeats before the next one speaks."
    assert all("We jump ahead." not in (entry["text"] or "") for entry in entries(read(scene)).values())
    assert "## How we worked together" in as_markdown(read(scene))


def test_what_was_pointed_at_is_told_once_shown_and_never_how_often() -> None:
    scene = Scene().narrative()
    for person in (scene.alice, scene.bela):
        person.asks(ask.PointAtSentences((scene.second,)))
    assert read(scene)["pointed"] == []
    scene.lead.asks(ask.ShowPointing())
    assert read(scene)["pointed"] == [scene.second]


def test_private_notes_and_observations_are_in_no_transcript() -> None:
    scene = Scene().narrative()
    scene.alice.asks(ask.SendNote(Words("I do not dare to say it."), signed=True))
    scene.mentor.asks(ask.NoteObservation(Observed.QUESTION_HELD, Seen.PARTLY, Words("Slow.")))
    told = json.dumps(read(scene))
    assert "dare" not in told
    assert "Slow." not in told
