"""Quiet writing: hidden from all but its owners, shown together, in an order from which nothing is read."""

from __future__ import annotations

import pytest

from dialogue import commands as ask
from dialogue.events import QuietWritingShown
from dialogue.vocabulary import Audience, PlanOption, Words
from tests.dialogue.scene import Scene
from tests.dialogue.standing import strings


def quiet(stage: str = "experiences") -> Scene:
    """The group writes quietly."""
    scene = Scene()
    scene.lead.moves_to(stage)
    scene.lead.begins_quiet_writing()
    return scene


def test_nobody_sees_what_is_written_but_its_owner_and_a_count() -> None:
    scene = quiet()
    title = scene.alice.tells("The missing file")
    for audience in Audience:
        view = scene.room.view(audience)
        assert view["experiences"] == {}
        assert (view["course"]["quiet"], view["course"]["written"]) == (True, 1)
        assert "The missing file" not in strings(view)
    mine = scene.alice.me["own"][title]
    assert (mine["text"], mine["hidden"]) == ("The missing file", True)
    assert title not in scene.lead.me["own"]


def test_all_of_it_is_shown_together_and_numbered_then() -> None:
    scene = quiet()
    titles = [person.tells(f"Story {place}") for place, person in enumerate(scene.people)]
    assert {scene.room.state.experiences[title].number for title in titles} == {0}
    scene.lead.shows_quiet_writing()
    wall = scene.room.wall
    assert sorted(item["number"] for item in wall["experiences"].values()) == [1, 2, 3]
    assert not wall["course"]["quiet"]
    assert "written" not in wall["course"]
    assert "hidden" not in scene.alice.me["own"][titles[0]]


def test_the_order_of_the_numbers_is_that_of_random_ids_and_not_of_writing() -> None:
    scene = quiet()
    for made in (900_000, 500_000, 700_000):
        scene.room.made = made
        scene.alice.tells(f"Story {made}")
    scene.lead.shows_quiet_writing()
    numbers = {item["text"]: item["number"] for item in scene.room.wall["experiences"].values()}
    assert numbers == {"Story 500000": 1, "Story 700000": 2, "Story 900000": 3}


@pytest.mark.parametrize("way", ["move", "end_sitting", "close"])
def test_moving_on_shows_what_was_written(way: str) -> None:
    scene = quiet("closing") if way == "close" else quiet()
    if way == "close":
        scene.lead.moves_to("experiences")
        scene.lead.begins_quiet_writing()
    title = scene.bela.tells("The second key")
    if way == "move":
        scene.lead.moves_to("selection")
    elif way == "end_sitting":
        scene.lead.ends_sitting()
    else:
        scene.lead.moves_to("closing")
        scene.lead.closes()
    assert scene.room.wall["experiences"][title]["number"] == 1
    assert not scene.room.wall["course"]["quiet"]


def test_what_was_taken_back_meanwhile_is_never_shown_and_leaves_no_gap() -> None:
    scene = quiet()
    first, second = scene.alice.tells("The missing file"), scene.bela.tells("The second key")
    scene.alice.withdraws(first)
    assert scene.room.wall["course"]["written"] == 1
    scene.lead.shows_quiet_writing()
    assert scene.room.wall["experiences"] == {second: {"number": 1, "text": "The second key"}}
    assert "The missing file" not in repr(scene.room.state)


def test_what_is_hidden_is_nobodys_to_take_down_mark_or_build_upon() -> None:
    scene = Scene().judgement()
    scene.lead.begins_quiet_writing()
    version = scene.bela.states("own_version", "I would have called first.", scene.first)
    doubt = scene.bela.doubts(scene.core, "Was it safe?")
    for command, field in (
        (ask.ParkItem(version), "item"),
        (ask.StrikeItem(version), "item"),
        (ask.RaiseDoubt(version, Words("Why?")), "about"),
        (ask.SetLinks(scene.core, (version,)), "rests_on"),
    ):
        with scene.room.refuses("unknown_item", field):
            (scene.alice if isinstance(command, ask.RaiseDoubt) else scene.lead).asks(command)
    with scene.room.refuses("unknown_item", "doubt"):
        scene.bela.settles(doubt)
    scene.lead.shows_quiet_writing()
    scene.bela.settles(doubt)


def test_what_the_facilitator_words_is_the_group_s_at_once() -> None:
    scene = Scene()
    scene.lead.begins_quiet_writing()
    wording = scene.lead.words_question("What is trust?")
    hidden = scene.alice.suggests("Who may trust?")
    assert scene.room.wall["question"]["wording"] == wording
    with scene.room.refuses("unknown_item", "wording"):
        scene.lead.chooses_question(hidden)
    scene.lead.shows_quiet_writing()
    scene.lead.chooses_question(hidden)


def test_a_doubt_written_quietly_is_open_before_it_is_shown() -> None:
    scene = Scene().answer()
    scene.lead.begins_quiet_writing()
    scene.bela.doubts(scene.worded, "Who pays if we are wrong?")
    with scene.room.refuses("doubts_are_open", "kind"):
        scene.lead.proposes("consensus")


def test_one_event_shows_all_and_says_nothing_of_whose_it_is() -> None:
    scene = quiet()
    titles = sorted([scene.bela.tells("The second key"), scene.alice.tells("The missing file")])
    scene.lead.shows_quiet_writing()
    assert scene.room.last.events == (QuietWritingShown(tuple(titles)),)


def test_a_talk_about_how_we_work_leaves_quiet_writing_as_it_is() -> None:
    scene = quiet()
    scene.alice.tells("The missing file")
    scene.bela.asks(ask.CallMeta(named=False))
    assert scene.room.state.in_meta
    with scene.room.refuses("meta_in_progress"):
        scene.lead.asks(ask.SwitchOption(PlanOption.QUIET_WRITING, on=False))
    assert (scene.room.state.quiet, scene.room.wall["experiences"]) == (True, {})


def test_an_option_switched_during_such_a_talk_is_taken_back_during_it() -> None:
    scene = Scene()
    scene.bela.asks(ask.CallMeta(named=False))
    before = scene.room.state.options
    scene.lead.asks(ask.SwitchOption(PlanOption.QUIET_WRITING, PlanOption.QUIET_WRITING not in before))
    assert scene.room.state.options != before
    scene.lead.asks(ask.UndoAction(scene.room.state.actions[-1].number))
    assert scene.room.state.options == before
    assert scene.room.state.in_meta
