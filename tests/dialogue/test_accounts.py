"""Typed accounts where the plan asks for them, and the reasons for a choice."""

from __future__ import annotations

from dialogue import commands as ask
from dialogue.vocabulary import Audience, ItemId, Words
from tests.cast import SITTING, Room
from tests.dialogue.scene import Scene
from tests.dialogue.standing import strings


def test_an_account_is_written_with_the_title_or_later_until_one_is_chosen() -> None:
    scene = Scene().titles()
    told = scene.bela.tells("The second key", account="It hung on the wrong hook.\n\nNobody saw it.")
    assert scene.room.view()["experiences"][told]["account"] == "It hung on the wrong hook.\n\nNobody saw it."
    scene.alice.writes_account(scene.file, "It was raining.")
    scene.alice.writes_account(scene.file, "It was raining hard.")
    assert scene.room.view()["experiences"][scene.file]["account"] == "It was raining hard."
    assert scene.alice.me["own"][scene.file]["account"] == "It was raining hard."
    scene.lead.moves_to("selection")
    scene.lead.asks_narrator(scene.file)
    scene.alice.accepts(scene.file)
    with scene.room.refuses("already_chosen"):
        scene.alice.writes_account(scene.file, "Another story.")


def test_an_account_is_its_owners() -> None:
    scene = Scene().titles()
    for person in (scene.bela, scene.lead):
        with scene.room.refuses("not_yours"):
            person.writes_account(scene.file, "Not mine.")
    scene.elm.writes_account(scene.forty, "They stood there.")
    assert scene.room.view()["experiences"][scene.forty]["account"] == "They stood there."
    scene.lead.parks(scene.file)
    with scene.room.refuses("unknown_item", "experience"):
        scene.alice.writes_account(scene.file, "More of it.")


def test_where_the_plan_asks_for_no_account_none_is_typed() -> None:
    scene = Scene(Room(plan=SITTING)).titles()
    with scene.room.refuses("option_off", "account"):
        scene.bela.tells("The second key", account="It hung on the wrong hook.")
    with scene.room.refuses("option_off"):
        scene.alice.writes_account(scene.file, "It was raining.")
    assert "account" not in scene.alice.me["own"][scene.file]


def test_an_account_goes_with_its_experience() -> None:
    scene = Scene().titles()
    scene.alice.writes_account(scene.file, "It was raining that night.")
    scene.alice.withdraws(scene.file)
    assert "It was raining that night." not in repr(scene.room.state)


def test_reasons_are_shown_with_the_marks_and_say_neither_who_nor_how_many() -> None:
    scene = Scene().titles()
    scene.lead.moves_to("selection")
    reason = scene.bela.gives_reason(scene.file, "I know that room.")
    other = scene.elm.gives_reason(scene.file, "I have counted tools.")
    for audience in Audience:
        assert scene.room.view(audience)["choice_reasons"] == {}
    assert scene.bela.me["own"][reason]["text"] == "I know that room."
    scene.lead.shows_marks()
    for audience in Audience:
        shown = scene.room.view(audience)["choice_reasons"]
        assert shown[reason] == {"text": "I know that room.", "experience": scene.file}
        assert set(shown) == {reason, other}
    assert scene.bela.seat not in strings(scene.room.view())


def test_a_reason_goes_with_its_experience_and_with_its_owner() -> None:
    scene = Scene().titles()
    scene.lead.moves_to("selection")
    reason = scene.bela.gives_reason(scene.file, "I know that room.")
    kept = scene.bela.gives_reason(scene.forty, "I have stood there.")
    scene.lead.shows_marks()
    scene.alice.withdraws(scene.file)
    assert set(scene.room.wall["choice_reasons"]) == {kept}
    scene.bela.withdraws(kept)
    assert scene.room.wall["choice_reasons"] == {}
    assert reason in scene.bela.me["own"]


def test_a_reason_is_nobodys_to_strike_and_not_parked_before_it_is_shown() -> None:
    scene = Scene().titles()
    scene.lead.moves_to("selection")
    reason = scene.elm.gives_reason(scene.file, "I know that room.")
    with scene.room.refuses("unknown_item", "item"):
        scene.lead.parks(reason)
    scene.lead.shows_marks()
    with scene.room.refuses("not_yours"):
        scene.lead.strikes(reason)
    scene.lead.parks(reason)
    assert reason not in scene.room.wall["choice_reasons"]


def test_the_facilitator_has_no_reason_of_their_own() -> None:
    scene = Scene().titles()
    scene.lead.moves_to("selection")
    with scene.room.refuses("not_allowed", "owner"):
        scene.lead.gives_reason(scene.file, "I like it.")
    with scene.room.refuses("unknown_item", "experience"):
        scene.bela.asks(ask.GiveChoiceReason(ItemId("nothing"), Words("Why not?")))
