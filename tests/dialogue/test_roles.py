"""Who leads, who writes, who commands others here: offered, taken, handed back, and never seized."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue import commands as ask
from dialogue.events import LeadTaken
from dialogue.methods import DEFAULT_METHOD
from dialogue.refusals import LeadsOthers
from dialogue.rules.seats import Draft, begin
from dialogue.state import evolve
from dialogue.vocabulary import Audience, DialogueId, Hierarchy, Role, SeatId, StageKey, Words
from tests.cast import EVERYTHING, Room
from tests.dialogue.scene import Scene


def leading(scene: Scene) -> dict[str, object]:
    """What those who lead see of the roles."""
    seen: dict[str, object] = scene.room.view(Audience.FACILITATOR)["leading"]
    return {name: seen.get(name) for name in ("facilitator", "lead_offered", "lead_from")}


def test_the_lead_is_offered_taken_and_handed_back() -> None:
    scene = Scene()
    cora = scene.room.co_facilitator("Cora")
    scene.room.offers_lead()
    assert leading(scene) == {"facilitator": scene.lead.seat, "lead_offered": True, "lead_from": None}
    cora.takes_lead()
    assert leading(scene) == {"facilitator": cora.seat, "lead_offered": False, "lead_from": scene.lead.seat}
    assert (cora.me["seat"]["role"], scene.lead.me["seat"]["role"]) == ("facilitator", "co_facilitator")
    cora.moves_to("experiences")
    with scene.room.refuses("not_allowed"):
        scene.lead.moves_to("question")
    with scene.room.refuses("not_allowed"):
        scene.lead.hands_back_lead()
    cora.hands_back_lead()
    assert leading(scene) == {"facilitator": scene.lead.seat, "lead_offered": False, "lead_from": None}
    scene.lead.moves_to("question")


def test_nobody_seizes_the_lead() -> None:
    scene = Scene()
    cora = scene.room.co_facilitator("Cora")
    with scene.room.refuses("lead_not_offered"):
        cora.takes_lead()
    scene.room.offers_lead()
    for person in (scene.alice, scene.mentor, scene.lead):
        with scene.room.refuses("not_allowed"):
            person.asks(ask.TakeLead())
    scene.room.withdraws_lead_offer()
    with scene.room.refuses("lead_not_offered"):
        cora.takes_lead()


def test_no_lead_is_offered_where_nobody_helps_and_one_offer_is_enough() -> None:
    scene = Scene()
    scene.room.offers_lead()
    assert scene.room.last.events == ()
    cora = scene.room.co_facilitator("Cora")
    scene.room.offers_lead()
    scene.room.offers_lead()
    assert scene.room.last.events == ()
    cora.takes_lead()
    scene.room.withdraws_lead_offer()
    assert scene.room.last.events == ()


def test_of_two_who_take_the_lead_the_second_is_told() -> None:
    scene = Scene()
    cora, dario = scene.room.co_facilitator("Cora"), scene.room.co_facilitator("Dario")
    scene.room.offers_lead()
    cora.takes_lead()
    with scene.room.refuses("lead_not_offered"):
        dario.takes_lead()


def test_the_lead_goes_back_to_whom_it_was_first_taken_from() -> None:
    scene = Scene()
    cora, dario = scene.room.co_facilitator("Cora"), scene.room.co_facilitator("Dario")
    scene.room.offers_lead()
    cora.takes_lead()
    scene.room.offers_lead()
    dario.takes_lead()
    dario.hands_back_lead()
    assert scene.room.state.facilitator == scene.lead.seat
    with scene.room.refuses("lead_not_taken"):
        scene.lead.hands_back_lead()


def test_whoever_led_before_takes_the_lead_back_without_an_offer_and_nobody_else_does() -> None:
    scene = Scene()
    cora, dario = scene.room.co_facilitator("Cora"), scene.room.co_facilitator("Dario")
    scene.room.offers_lead()
    cora.takes_lead()
    with scene.room.refuses("lead_not_offered"):
        dario.takes_lead()
    scene.lead.takes_lead()
    assert leading(scene) == {"facilitator": scene.lead.seat, "lead_offered": False, "lead_from": None}
    assert "lead_taken" not in scene.room.wall["course"]
    for person in (cora, dario):
        with scene.room.refuses("lead_not_offered"):
            person.takes_lead()


def test_whoever_led_before_and_takes_an_offer_leads_again_in_nobodys_place() -> None:
    scene = Scene()
    cora = scene.room.co_facilitator("Cora")
    scene.room.offers_lead()
    cora.takes_lead()
    scene.room.offers_lead()
    scene.lead.takes_lead()
    assert leading(scene) == {"facilitator": scene.lead.seat, "lead_offered": False, "lead_from": None}


def test_what_an_older_server_wrote_of_a_lead_that_came_back_is_read_so() -> None:
    scene = Scene()
    cora = scene.room.co_facilitator("Cora")
    scene.room.offers_lead()
    cora.takes_lead()
    read = evolve(scene.room.state, LeadTaken(scene.lead.seat), 0)
    assert (read.facilitator, read.lead_from) == (scene.lead.seat, None)


def test_a_facilitator_who_leaves_for_good_leaves_the_lead_where_it_is() -> None:
    scene = Scene()
    cora = scene.room.co_facilitator("Cora")
    scene.room.offers_lead()
    cora.takes_lead()
    with scene.room.refuses("unknown_seat", "seat"):
        cora.removes(scene.lead)
    scene.lead.leaves()
    with scene.room.refuses("lead_not_taken"):
        cora.hands_back_lead()
    cora.moves_to("closing")
    cora.closes()
    assert scene.room.wall["course"]["closed"]


def test_whoever_helps_writes_enters_for_others_and_parks_but_does_not_move_the_group() -> None:
    scene = Scene()
    cora = scene.room.co_facilitator("Cora")
    scene.titles()
    title = cora.asks(ask.TellExperience(Words("The second key"), owner=scene.elm.seat))
    assert title in scene.lead.me["own"]
    assert title in cora.me["own"]
    cora.parks(title)
    assert title not in scene.room.wall["experiences"]
    cora.unparks(title)
    for command in (ask.MoveToStage(StageKey.SELECTION), ask.StrikeItem(title), ask.GiveWord(scene.alice.seat)):
        with scene.room.refuses("not_allowed"):
            cora.asks(command)
    with scene.room.refuses("not_allowed", "owner"):
        cora.tells("My own story")


@pytest.mark.parametrize("audience", Audience)
def test_who_leads_in_whose_place_is_told_to_everyone(audience: Audience) -> None:
    scene = Scene()
    cora = scene.room.co_facilitator("Cora")
    scene.room.offers_lead()
    assert "lead_taken" not in scene.room.view(audience)["course"]
    cora.takes_lead()
    assert scene.room.view(audience)["course"]["lead_taken"] == {"by": "Cora", "from": "Lead"}
    cora.hands_back_lead()
    assert "lead_taken" not in scene.room.view(audience)["course"]


def test_whoever_left_for_good_is_not_waited_for() -> None:
    scene = Scene()
    cora = scene.room.co_facilitator("Cora")
    scene.room.offers_lead()
    cora.takes_lead()
    scene.lead.leaves()
    assert scene.room.wall["course"]["lead_taken"] == {"by": "Cora"}


def test_a_scribe_writes_sentences_and_nobody_else_of_the_group_does() -> None:
    scene = Scene().narrative()
    with scene.room.refuses("not_yours"):
        scene.bela.writes("Eight men were there.")
    scene.lead.assigns_scribe(scene.bela)
    assert scene.bela.me["scribe"]
    sentence = scene.bela.writes("Eight men were there.")
    assert not scene.room.wall["sentences"][sentence]["approved"]
    scene.bela.corrects(sentence, "Nine men were there.")
    scene.lead.assigns_scribe(None)
    with scene.room.refuses("not_yours"):
        scene.bela.corrects(sentence, "Ten men were there.")
    scene.alice.approves(sentence)
    assert scene.room.wall["sentences"][sentence]["approved"]


def test_a_scribe_has_a_device_and_takes_part() -> None:
    scene = Scene()
    for person in (scene.elm, scene.mentor, scene.lead.prints_slips("4711")[0]):
        with scene.room.refuses("unknown_seat", "seat"):
            scene.lead.assigns_scribe(person)


def test_a_scribe_who_leaves_leaves_the_pen() -> None:
    scene = Scene()
    scene.lead.assigns_scribe(scene.bela)
    scene.bela.leaves()
    assert "scribe" not in scene.room.view(Audience.FACILITATOR)["leading"]


def test_the_boss_neither_writes_nor_chairs_nor_helps_to_lead() -> None:
    scene = Scene()
    scene.lead.assigns_scribe(scene.bela)
    scene.bela.calls_meta()
    scene.lead.assigns_chair(scene.bela)
    scene.lead.marks_leads_others(scene.bela)
    assert not scene.bela.me["scribe"]
    assert not scene.bela.me["chairs"]
    for put in (scene.lead.assigns_scribe, scene.lead.assigns_chair):
        with scene.room.refuses("leads_others", "seat"):
            put(scene.bela)
    with scene.room.refuses("leads_others", "leads_others"):
        scene.room.ask(SeatId("door"), ask.TakeSeat(Words("Dario"), Role.CO_FACILITATOR, leads_others=True))
    with scene.room.refuses("leads_others", "seat"):
        scene.lead.marks_leads_others(scene.lead)


def test_the_boss_is_not_told_who_they_are_the_boss_of_on_the_wall() -> None:
    scene = Scene()
    scene.lead.marks_leads_others(scene.bela)
    assert scene.bela.me["seat"]["leads_others"]
    assert not scene.alice.me["seat"]["leads_others"]
    scene.lead.marks_leads_others(scene.bela, False)
    assert not scene.bela.me["seat"]["leads_others"]


@pytest.mark.parametrize(
    ("hierarchy", "role"),
    [(Hierarchy.NONE, "participant"), (Hierarchy.SPEAKS_LAST, "participant"), (Hierarchy.SITS_OUTSIDE, "observer")],
)
def test_where_the_boss_sits_is_said_by_the_plan(hierarchy: Hierarchy, role: str) -> None:
    room = Room(plan=replace(EVERYTHING, hierarchy=hierarchy))
    room.participant("Alice")
    boss = room.boss("Boss")
    assert boss.me["seat"]["role"] == role
    assert room.wall["about"]["hierarchy"] == hierarchy.value


def test_the_boss_speaks_last_where_the_plan_says_so() -> None:
    for hierarchy, first in ((Hierarchy.SPEAKS_LAST, "Alice"), (Hierarchy.NONE, "Boss")):
        room = Room(plan=replace(EVERYTHING, hierarchy=hierarchy))
        boss, alice = room.boss("Boss"), room.participant("Alice")
        boss.raises_hand()
        alice.raises_hand()
        queue = room.view(Audience.FACILITATOR)["hands"]["queue"]
        assert room.state.seats[queue["h0000"]["seat"]].pseudonym == first


def test_nobody_prepares_a_dialogue_to_lead_those_they_command() -> None:
    draft = Draft(DEFAULT_METHOD, EVERYTHING, "Trust", "When?", "", "", "Lead", 5, leads_others=True)
    with pytest.raises(LeadsOthers):
        begin(draft, DialogueId("dialogue"), SeatId("lead"))
