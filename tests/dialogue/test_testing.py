"""Testing the answer on the experiences that it did not come from."""

from __future__ import annotations

import pytest

from dialogue import commands as ask
from dialogue.vocabulary import Audience, ItemId, TestResult
from tests.dialogue.scene import Scene


def results(scene: Scene) -> dict[str, str]:
    """Experience -> result, of the tests on the wall."""
    return {test["experience"]: test["result"] for test in scene.room.wall["tests"].values()}


def test_a_test_stands_beside_its_answer() -> None:
    scene = Scene().answer()
    test = scene.lead.tests(scene.worded, scene.forty, "does_not_hold", "Nobody had seen.", matter="counterexample")
    assert scene.room.wall["tests"][test] == {
        "number": 1,
        "text": "Nobody had seen.",
        "answer": scene.worded,
        "experience": scene.forty,
        "result": "does_not_hold",
        "matter": "counterexample",
    }


def test_a_later_test_of_the_same_pair_takes_the_place_of_the_earlier_one() -> None:
    scene = Scene().answer()
    first = scene.lead.tests(scene.worded, scene.forty, "does_not_hold", "Nobody had seen.")
    second = scene.lead.tests(scene.worded, scene.forty, "holds", "He had seen it.")
    assert set(scene.room.wall["tests"]) == {second}
    assert scene.room.state.tests[first].text == "Nobody had seen.", "nothing is deleted"
    scene.lead.undoes()
    assert set(scene.room.wall["tests"]) == {first}


def test_tests_of_other_experiences_stand_beside_each_other() -> None:
    scene = Scene().titles()
    door = scene.bela.tells("The open door")
    scene.lead.moves_to("selection")
    scene.lead.asks_narrator(scene.file)
    scene.alice.accepts(scene.file)
    scene.lead.moves_to("consensus")
    answer = scene.lead.words_answer("When it rests on what we have seen.")
    scene.lead.tests(answer, scene.forty, "holds_if_reworded")
    scene.lead.tests(answer, door, "out_of_scope")
    assert results(scene) == {scene.forty: "holds_if_reworded", door: "out_of_scope"}


def test_the_answer_is_tested_on_other_experiences_than_the_one_examined() -> None:
    scene = Scene().answer()
    with scene.room.refuses("tests_itself", "experience"):
        scene.lead.tests(scene.worded, scene.file, "holds")
    for elsewhere in (scene.first, ItemId("nothing")):
        with scene.room.refuses("unknown_item", "experience"):
            scene.lead.tests(scene.worded, elsewhere, "holds")


@pytest.mark.parametrize("how", ["parked", "withdrawn"])
def test_a_test_leaves_the_wall_with_its_experience(how: str) -> None:
    scene = Scene().answer()
    scene.lead.tests(scene.worded, scene.forty, "holds")
    if how == "parked":
        scene.lead.parks(scene.forty)
    else:
        scene.elm.withdraws(scene.forty)
    assert scene.room.wall["tests"] == {}
    with scene.room.refuses("unknown_item", "experience"):
        scene.lead.tests(scene.worded, scene.forty, "holds")


@pytest.mark.parametrize("result", ["holds", "holds_if_reworded", "out_of_scope"])
def test_counterexample_or_another_matter_is_asked_only_where_it_does_not_hold(result: str) -> None:
    scene = Scene().answer()
    with scene.room.refuses("matter_not_asked", "matter"):
        scene.lead.tests(scene.worded, scene.forty, result, matter="other_matter")
    scene.lead.tests(scene.worded, scene.forty, "does_not_hold", matter="other_matter")
    assert results(scene) == {scene.forty: "does_not_hold"}


def test_an_outdated_answer_is_not_tested_and_a_new_wording_asks_to_be_tested_again() -> None:
    scene = Scene().answer()
    before = scene.lead.tests(scene.worded, scene.forty, "holds")
    again = scene.lead.words_answer("When we can answer for it.", scene.core)
    with scene.room.refuses("answer_outdated", "answer"):
        scene.lead.tests(scene.worded, scene.forty, "holds")
    assert scene.room.state.tests[before].answer == scene.worded, "it speaks of the wording it was made on"
    hints = [hint["key"] for hint in scene.room.view(Audience.FACILITATOR)["leading"]["coach"].values()]
    assert {"test_missing", "test_again"} & set(hints)
    scene.lead.tests(again, scene.forty, "holds")
    assert len(scene.room.wall["tests"]) == 2


def test_without_an_answer_nothing_is_tested() -> None:
    scene = Scene().judgement()
    scene.lead.moves_to("consensus")
    with scene.room.refuses("no_answer_yet"):
        scene.lead.tests(ItemId("nothing"), scene.forty, "holds")


def test_a_test_bears_weight_until_its_answer_is_gone() -> None:
    scene = Scene().answer()
    scene.lead.tests(scene.worded, scene.forty, "holds")
    with scene.room.refuses("built_upon"):
        scene.lead.strikes(scene.worded)
    with scene.room.refuses("built_upon"):
        scene.lead.strikes(scene.forty)


def test_tests_are_an_option_written_down_by_those_who_lead() -> None:
    scene = Scene().answer()
    with scene.room.refuses("not_allowed"):
        scene.bela.asks(ask.TestAnswer(scene.worded, scene.forty, TestResult.HOLDS))
    scene.lead.switches("tests", False)
    with scene.room.refuses("option_off"):
        scene.lead.tests(scene.worded, scene.forty, "holds")
