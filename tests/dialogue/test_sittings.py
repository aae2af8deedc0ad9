"""The frame: options switched in the room, the end of a sitting, the next one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dialogue.methods import OFFERED
from dialogue.vocabulary import Audience
from tests.cast import SITTING, Room
from tests.dialogue.scene import Scene


def test_between_two_sittings_all_that_was_written_is_kept_and_nothing_is_added() -> None:
    scene = Scene().narrative()
    before = scene.room.wall
    scene.alice.raises_hand()
    scene.lead.ends_sitting()
    wall = scene.room.wall
    assert (wall["course"]["resting"], wall["course"]["sitting"]) == (True, 1)
    assert (wall["sentences"], wall["experiences"]) == (before["sentences"], before["experiences"])
    assert (wall["hands"]["queue"], wall["door"]["open"]) == ({}, False)
    for asked in (lambda: scene.lead.writes("Eight men."), lambda: scene.lead.moves_to("judgement")):
        with scene.room.refuses("resting"):
            asked()
    with scene.room.refuses("resting"):
        scene.lead.ends_sitting()


def test_the_next_sitting_goes_on_where_the_group_stopped() -> None:
    scene = Scene().narrative()
    scene.lead.ends_sitting()
    scene.room.clock += 7 * 24 * 3_600_000
    scene.lead.starts_sitting()
    wall = scene.room.wall
    assert (wall["course"]["resting"], wall["course"]["sitting"], wall["course"]["stage"]) == (False, 2, "narrative")
    assert wall["course"]["since"] == scene.room.clock
    assert wall["group"]["people"] == 3
    sentence = scene.lead.writes("Eight men were there.")
    assert scene.room.wall["sentences"][sentence]["label"] == "3"


def test_between_two_sittings_what_is_ones_own_can_be_taken_back_and_an_item_parked() -> None:
    scene = Scene().titles()
    scene.lead.ends_sitting()
    scene.alice.withdraws(scene.file)
    scene.lead.parks(scene.forty)
    assert scene.room.wall["experiences"] == {}


def test_somebody_who_comes_to_the_second_sitting_alone_is_seated() -> None:
    scene = Scene()
    scene.lead.ends_sitting()
    scene.lead.opens_door()
    scene.room.participant("Chris")
    scene.lead.starts_sitting()
    assert scene.room.wall["group"]["people"] == 4


def test_a_meta_dialogue_that_was_called_keeps_the_sitting_until_it_has_been_held() -> None:
    scene = Scene()
    scene.bela.calls_meta()
    with scene.room.refuses("meta_in_progress"):
        scene.lead.ends_sitting()
    scene.lead.ends_meta("Each one finishes.")
    scene.lead.ends_sitting()
    assert scene.room.wall["course"]["resting"]


def test_a_call_between_two_sittings_begins_with_the_next() -> None:
    scene = Scene()
    scene.lead.ends_sitting()
    scene.bela.calls_meta()
    assert scene.room.wall["level"]["meta_state"] == "called"
    scene.lead.starts_sitting()
    assert scene.room.wall["level"]["now"] == "meta"


@pytest.mark.parametrize("option", ["tests", "positions", "pointing", "accounts"])
def test_what_an_option_brings_comes_and_goes_with_it(option: str) -> None:
    scene = Scene(Room(plan=SITTING)).answer()
    assert option not in scene.room.wall["about"]["options"]
    asked: Callable[[], object] = {
        "tests": lambda: scene.lead.tests(scene.worded, scene.forty, "holds"),
        "positions": lambda: scene.bela.takes("agree", scene.worded),
        "pointing": lambda: scene.bela.points_at(scene.first),
        "accounts": lambda: scene.elm.writes_account(scene.forty, "It was raining."),
    }[option]
    scene.lead.moves_to({"pointing": "narrative", "accounts": "experiences"}.get(option, "evaluation"))
    if option in {"tests", "positions"}:
        scene.lead.moves_to("consensus")
    with scene.room.refuses("option_off"):
        asked()
    scene.lead.switches(option, True)
    asked()
    scene.lead.switches(option, False)
    with scene.room.refuses("option_off"):
        asked()


def test_switching_to_what_is_so_already_is_nothing() -> None:
    scene = Scene()
    scene.lead.switches("tests", True)
    assert scene.room.last.events == ()


def test_principles_switched_on_in_the_room_open_their_stage_and_stay_on_while_the_group_is_there() -> None:
    scene = Scene(Room(plan=SITTING)).judgement()
    with scene.room.refuses("stage_not_planned", "stage"):
        scene.lead.moves_to("principles")
    scene.lead.switches("principles", True)
    assert "principles" in scene.room.wall["course"]["stages"]
    scene.lead.moves_to("principles")
    with scene.room.refuses("wrong_stage", "option"):
        scene.lead.switches("principles", False)


def test_an_option_that_the_method_lives_from_stays_on() -> None:
    for method in OFFERED.values():
        for option in sorted(method.central):
            room = Room(plan=method.plans[90], method=method)
            assert option.value in room.wall["about"]["central"]
            with room.refuses("option_is_central", "option"):
                room.facilitator.switches(option.value, False)


def test_the_form_is_one_and_stays_once_somebody_answered() -> None:
    scene = Scene()
    assert scene.room.wall["about"]["form"] == "five_items"
    scene.lead.switches("seven_item_evaluation", True)
    assert scene.room.wall["about"]["form"] == "seven_items"
    scene.lead.switches("seven_item_evaluation", False)
    assert scene.room.wall["about"]["form"] == "three_items"
    scene.lead.moves_to("evaluation")
    scene.alice.evaluates(helped_me_think=8)
    with scene.room.refuses("already_answered", "option"):
        scene.lead.switches("five_item_evaluation", True)


def test_quiet_writing_switched_off_shows_what_was_written() -> None:
    scene = Scene()
    scene.lead.begins_quiet_writing()
    wording = scene.alice.suggests("What is trust?")
    scene.lead.switches("quiet_writing", False)
    assert wording in scene.room.wall["wordings"]
    assert not scene.room.view(Audience.PARTICIPANT)["course"]["quiet"]
    with scene.room.refuses("option_off"):
        scene.lead.begins_quiet_writing()
