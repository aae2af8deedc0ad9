"""Looking back: forms of three lengths, sheets of paper, the facilitator's own, and how long a screen was looked at."""

from __future__ import annotations

import pytest

from dialogue.events import EvaluationAnswered, ScreenTimeReported
from dialogue.methods.evaluation import FORMS
from dialogue.records import to_record
from dialogue.rules import Ballot
from dialogue.vocabulary import NOTHING_WRITTEN, Audience, Words
from tests.cast import SITTING, Room
from tests.dialogue.scene import Scene

ITEMS = {"three_items": 3, "five_items": 5, "seven_items": 7}


def looking_back() -> Scene:
    """The default plan, whose form has three items."""
    scene = Scene(Room(plan=SITTING))
    scene.lead.moves_to("evaluation")
    return scene


def switched_to(form: str) -> Scene:
    """A room that looks back with this form."""
    scene = looking_back()
    if form != "three_items":
        scene.lead.switches(f"{form[:-1]}_evaluation", True)
    return scene


@pytest.mark.parametrize("form", ITEMS)
def test_a_form_asks_for_its_items_and_no_others(form: str) -> None:
    scene = switched_to(form)
    assert scene.room.wall["about"]["form"] == form
    assert len(FORMS[form]) == ITEMS[form]
    ratings = {item: scale.high for item, scale in FORMS[form].items()}
    scene.alice.evaluates("Go on.", **ratings)
    assert scene.room.last.ballot == Ballot(form, tuple(sorted(ratings.items())), Words("Go on."))
    for other in {item for known in FORMS.values() for item in known} - set(ratings):
        with scene.room.refuses("unknown_evaluation_item", "items"):
            scene.bela.evaluates(**{other: 1})


def test_one_form_takes_the_place_of_another() -> None:
    scene = switched_to("five_items")
    scene.lead.switches("seven_item_evaluation", True)
    assert scene.room.wall["about"]["form"] == "seven_items"
    assert "five_item_evaluation" not in scene.room.wall["about"]["options"]
    scene.lead.undoes()
    assert scene.room.wall["about"]["form"] == "five_items"
    scene.lead.switches("five_item_evaluation", False)
    assert scene.room.wall["about"]["form"] == "three_items"


@pytest.mark.parametrize("option", ["five_item_evaluation", "seven_item_evaluation"])
def test_the_form_stays_once_somebody_answered_it(option: str) -> None:
    scene = looking_back()
    scene.bela.evaluates(helped_me_think=8)
    with scene.room.refuses("already_answered", "option"):
        scene.lead.switches(option, True)
    assert scene.room.wall["about"]["form"] == "three_items"


def test_a_sheet_of_paper_counts_for_somebody_without_a_device_and_says_for_nobody() -> None:
    scene = looking_back()
    chris = scene.room.by_voice("Chris")
    scene.lead.enters_evaluation("On paper.", helped_me_think=9)
    assert scene.room.last.detached
    assert scene.room.last.ballot == Ballot("three_items", (("helped_me_think", 9),), Words("On paper."))
    assert scene.room.wall["group"]["evaluated"] == 1
    scene.lead.enters_evaluation(helped_me_think=2)
    assert {scene.elm.seat, chris.seat} == scene.room.state.evaluated
    with scene.room.refuses("already_answered"):
        scene.lead.enters_evaluation(helped_me_think=5)


def test_a_sheet_counts_for_nobody_who_answered_already_or_has_a_phone() -> None:
    scene = looking_back()
    scene.elm.evaluates(helped_me_think=7)
    with scene.room.refuses("already_answered"):
        scene.lead.enters_evaluation(helped_me_think=5)
    assert scene.room.state.evaluated == {scene.elm.seat}


def test_whose_sheet_it_was_is_no_matter_of_its_order() -> None:
    """The first sheet and the second are entered alike: seats follow their random ids, not who handed in what."""
    entered = []
    for rating in (1, 10):
        scene = looking_back()
        scene.room.by_voice("Chris")
        scene.lead.enters_evaluation(helped_me_think=rating)
        entered.append(scene.room.last.events)
    assert entered[0] == entered[1]


def test_neither_a_participant_nor_the_facilitator_answers_for_a_phone() -> None:
    scene = looking_back()
    with scene.room.refuses("not_allowed", "owner"):
        scene.lead.evaluates(helped_me_think=5)
    with scene.room.refuses("not_allowed"):
        scene.mentor.evaluates(helped_me_think=5)


@pytest.mark.parametrize("form", ITEMS)
def test_the_facilitators_form_matches_the_groups(form: str) -> None:
    scene = switched_to(form)
    ratings = {item: scale.low for item, scale in FORMS[form].items()}
    scene.lead.reflects("I hurried.", **ratings)
    assert scene.lead.me["reflection"] == {"items": ratings, "open_word": "I hurried."}
    with scene.room.refuses("unknown_evaluation_item", "items"):
        scene.lead.reflects(coffee=1)


def test_the_last_reflection_counts_and_is_nobody_elses_to_read() -> None:
    scene = looking_back()
    cora = scene.room.co_facilitator("Cora")
    scene.lead.reflects("I hurried.", helped_me_think=3)
    scene.lead.reflects("I hurried at the end.", helped_me_think=4)
    assert scene.lead.me["reflection"] == {"items": {"helped_me_think": 4}, "open_word": "I hurried at the end."}
    assert all("reflection" not in person.me for person in (cora, *scene.people, scene.mentor))
    with scene.room.refuses("not_allowed"):
        cora.reflects(helped_me_think=1)
    record, _ = scene.room.log.records[-1]
    assert record.data == {}
    assert "I hurried at the end." not in str(scene.room.view(Audience.FACILITATOR))


def test_a_device_tells_once_how_long_it_was_looked_at_and_nothing_ties_the_time_to_it() -> None:
    scene = looking_back()
    scene.alice.reports_screen_time(340)
    assert scene.room.last.ballot == Ballot("screen_time", (("seconds", 340),), NOTHING_WRITTEN)
    assert scene.room.last.detached
    assert scene.alice.me["timed"]
    events = scene.room.last.events
    assert [type(event) for event in events] == [ScreenTimeReported]
    assert "340" not in str(to_record(events[0]))
    with scene.room.refuses("already_answered"):
        scene.alice.reports_screen_time(1)
    assert not scene.bela.me["timed"]


@pytest.mark.parametrize("seconds", [-1, 10**9])
def test_no_device_was_looked_at_for_less_than_nothing_or_for_years(seconds: int) -> None:
    scene = looking_back()
    with scene.room.refuses("bad_seconds", "seconds"):
        scene.alice.reports_screen_time(seconds)


def test_only_a_participants_own_device_tells() -> None:
    scene = looking_back()
    for person in (scene.lead, scene.mentor):
        with scene.room.refuses("not_allowed"):
            person.reports_screen_time(60)


def test_that_somebody_evaluated_is_all_that_the_record_says_of_them() -> None:
    scene = looking_back()
    scene.alice.evaluates("Go on.", helped_me_think=8)
    record, _ = scene.room.log.records[-1]
    assert (record.type, record.data, record.words) == ("evaluation_answered", {"seat": scene.alice.seat}, {})
    assert [type(event) for event in scene.room.last.events] == [EvaluationAnswered]
