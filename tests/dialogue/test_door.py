"""The door: open or with admission, who knocks, who is let in or not, heads counted, the network, a shared computer."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from dialogue import commands as ask
from dialogue.events import Knocked, SeatTaken
from dialogue.rules import door
from dialogue.state.door import Knock
from dialogue.transcript import transcript
from dialogue.views import view_for
from dialogue.visibility import KNOCK_FIELDS, WAITING_SEEN_BY, WIFI_SEEN_BY
from dialogue.vocabulary import Audience, Hierarchy, ItemId, Role, SeatId, Words
from tests.cast import EVERYTHING, Person, Room
from tests.dialogue.scene import Scene
from tests.dialogue.standing import strings

BUT_THE_CONSOLE = [audience for audience in Audience if audience is not Audience.FACILITATOR]


def knocking(room: Room) -> dict[str, Any]:
    """Who knocks, as those who lead see them, by name."""
    shown = room.view(Audience.FACILITATOR)["door"]["knocking"]
    return {knock["pseudonym"]: knock for knock in shown.values()}


def guarded(**door: Any) -> Room:
    """A room whose door was opened for admission."""
    room = Room()
    room.facilitator.opens_door(mode="admission", **door)
    return room


def test_where_people_are_let_in_one_by_one_they_knock_and_are_counted_by_nobody() -> None:
    room = guarded()
    alice = room.comes("Alice")
    assert list(knocking(room)) == ["Alice"]
    assert room.wall["group"]["people"] == 0
    assert alice.seat not in room.state.seats
    room.facilitator.lets_in(alice)
    assert knocking(room) == {}
    assert room.wall["group"]["people"] == 1
    alice.agrees()


def test_whoever_knocks_does_nothing_but_go_away() -> None:
    room = guarded()
    alice = room.comes("Alice")
    for command in (ask.AgreeToRules(), ask.RaiseHand(), ask.SendNote(Words("Let me in."))):
        with room.refuses("unknown_seat"):
            alice.asks(command)
    alice.leaves()
    assert knocking(room) == {}
    with room.refuses("unknown_seat"):
        alice.leaves()
    with room.refuses("unknown_seat", "seat"):
        room.facilitator.lets_in(alice)


def test_whoever_was_turned_away_stays_away_and_their_name_is_free() -> None:
    room = guarded()
    first = room.comes("Alice")
    room.facilitator.turns_away(first)
    with room.refuses("seat_gone"):
        first.leaves()
    with room.refuses("unknown_seat", "seat"):
        room.facilitator.lets_in(first)
    room.facilitator.lets_in(room.comes("Alice"))


def test_two_who_lead_act_at_once_and_the_first_decides() -> None:
    room = guarded()
    cora = room.co_facilitator("Cora")
    alice, bela = room.comes("Alice"), room.comes("Bela")
    room.facilitator.lets_in(alice)
    cora.lets_in(alice)
    assert room.last.events == ()
    with room.refuses("unknown_seat", "seat"):
        cora.turns_away(alice)
    cora.turns_away(bela)
    room.facilitator.turns_away(bela)
    assert room.last.events == ()
    with room.refuses("unknown_seat", "seat"):
        room.facilitator.lets_in(bela)


def test_somebody_who_left_is_not_let_in_again_under_the_same_seat() -> None:
    room = guarded()
    alice = room.comes("Alice")
    room.facilitator.lets_in(alice)
    alice.leaves()
    with room.refuses("unknown_seat", "seat"):
        room.facilitator.lets_in(alice)


def test_whoever_helps_to_lead_never_knocks() -> None:
    room = guarded()
    cora = room.comes("Cora", Role.CO_FACILITATOR, knocks=True)
    assert room.state.seats[cora.seat].facilitates
    with room.refuses("not_allowed", "shared"):
        room.comes("Dario", Role.CO_FACILITATOR, shared=True)


def test_latecomers_knock_once_the_group_has_left_the_opening() -> None:
    room = Room()
    room.facilitator.opens_door(latecomers_knock=True)
    room.comes("Alice")
    assert not room.view(Audience.FACILITATOR)["door"]["admits"]
    room.facilitator.moves_to("question")
    assert room.view(Audience.FACILITATOR)["door"]["admits"]
    room.comes("Bela")
    room.facilitator.moves_to("opening")
    room.comes("Chris")
    assert list(knocking(room)) == ["Bela", "Chris"]
    assert [seat.pseudonym for seat in room.state.group()] == ["Alice"]


def test_where_latecomers_may_come_in_they_do() -> None:
    room = Room()
    room.facilitator.opens_door()
    room.facilitator.moves_to("question")
    room.comes("Alice")
    assert knocking(room) == {}


def test_an_undone_step_is_no_step_and_whoever_comes_is_in_time() -> None:
    room = Room()
    room.facilitator.opens_door(latecomers_knock=True)
    room.facilitator.moves_to("question")
    room.facilitator.undoes()
    room.comes("Alice")
    assert knocking(room) == {}


def test_while_codes_are_guessed_newcomers_knock_at_an_open_door() -> None:
    room = Room()
    room.facilitator.opens_door()
    room.comes("Alice", knocks=True)
    assert list(knocking(room)) == ["Alice"]


def test_the_door_is_set_while_it_is_open_and_keeps_its_code() -> None:
    room = Room()
    with room.refuses("door_closed"):
        room.facilitator.sets_door("admission")
    room.facilitator.opens_door("K7F4-M2QX")
    room.facilitator.sets_door("admission", latecomers_knock=True)
    seen = room.view(Audience.FACILITATOR)["door"]
    assert (seen["code"], seen["mode"], seen["latecomers_knock"]) == ("K7F4-M2QX", "admission", True)
    room.facilitator.sets_door("admission", latecomers_knock=True)
    assert room.last.events == ()
    room.comes("Alice")
    room.facilitator.sets_door("open")
    room.comes("Bela")
    assert list(knocking(room)) == ["Alice"], "who knocked before is let in by a person"


def test_whoever_knocks_is_let_in_after_the_door_was_closed_and_between_two_sittings() -> None:
    room = guarded()
    alice, bela = room.comes("Alice"), room.comes("Bela")
    room.facilitator.closes_door()
    with room.refuses("door_closed"):
        room.comes("Chris")
    room.facilitator.lets_in(alice)
    room.facilitator.ends_sitting()
    room.facilitator.lets_in(bela)
    assert len(room.state.group()) == 2


def test_when_the_dialogue_is_closed_nobody_waits_any_more() -> None:
    room = guarded()
    alice = room.comes("Alice")
    room.facilitator.notes_wifi("Training", "seven green chairs")
    room.facilitator.moves_to("closing")
    room.facilitator.closes()
    assert (dict(room.state.knocking), room.state.wifi) == ({}, None)
    with room.refuses("dialogue_closed"):
        room.facilitator.lets_in(alice)


@pytest.mark.parametrize("name", ["Alice", "AIice", "\u0391lice"], ids=ascii)
def test_a_name_is_taken_by_those_who_are_in_and_by_those_who_knock(name: str) -> None:
    for room in (guarded(), Room()):
        if room.state.code is None:
            room.facilitator.opens_door()
        room.comes("Alice")
        with room.refuses("name_taken", "pseudonym"):
            room.comes(name)
        with room.refuses("name_taken", "pseudonym"):
            room.by_voice(name)


def test_a_crowd_at_the_door_has_an_end_and_whoever_is_let_in_finds_a_seat(monkeypatch: pytest.MonkeyPatch) -> None:
    room = guarded()
    monkeypatch.setattr(door, "MOST_SEATS", 3)
    alice, bela = room.comes("Alice"), room.comes("Bela")
    with room.refuses("room_full"):
        room.comes("Chris")
    for person in (alice, bela):
        room.facilitator.lets_in(person)


def test_the_boss_who_knocks_sits_where_the_plan_says() -> None:
    room = Room(plan=replace(EVERYTHING, hierarchy=Hierarchy.SITS_OUTSIDE))
    room.facilitator.opens_door(mode="admission")
    boss = room.ask(SeatId("door"), ask.TakeSeat(Words("Boss"), Role.PARTICIPANT, leads_others=True))
    assert knocking(room)["Boss"]["role"] == "observer"
    room.facilitator.lets_in(Person(room, SeatId(boss)))
    seat = room.state.seats[SeatId(boss)]
    assert (seat.role, seat.leads_others) == (Role.OBSERVER, True)


def test_who_knocks_is_known_to_those_who_lead_and_a_number_on_the_wall() -> None:
    room = guarded()
    waiting = [room.comes(name) for name in ("Alice", "Bela")]
    room.facilitator.turns_away(waiting[0])
    room.comes("Chris")
    console = room.view(Audience.FACILITATOR)["door"]["knocking"]
    assert sorted(console, key=lambda seat: console[seat]["place"]) == list(room.state.knocking)
    assert room.wall["door"] == {"open": True, "code": "K7F4-M2QX", "waiting": 2}
    for audience in (Audience.PARTICIPANT, Audience.OBSERVER):
        assert room.view(audience)["door"] == {"open": True, "code": "K7F4-M2QX"}


def test_the_tables_of_visibility_have_a_row_for_every_field_and_names_are_for_those_who_lead() -> None:
    assert set(KNOCK_FIELDS) == {field.name for field in fields(Knock)}
    assert all(seen_by <= {Audience.FACILITATOR} for seen_by in KNOCK_FIELDS.values())


@pytest.mark.parametrize("audience", Audience)
def test_of_the_door_an_audience_sees_the_canaries_that_the_tables_show_it(audience: Audience) -> None:
    room = guarded()
    alice = room.comes("Alice").seat
    room.facilitator.notes_wifi("canary-network", "canary-password")
    knock = replace(room.state.knocking[alice], pseudonym=Words("canary-pseudonym"))
    state = room.state.but(knocking={alice: knock})
    seen = {text for text in strings(view_for(state, audience)) if text.startswith("canary-")}
    shown = {"canary-pseudonym"} if audience in KNOCK_FIELDS["pseudonym"] else set()
    shown |= {"canary-network", "canary-password"} if audience in WIFI_SEEN_BY else set()
    assert seen == shown
    assert ("waiting" in view_for(state, audience)["door"]) is (audience in WAITING_SEEN_BY)
    assert (alice in strings(view_for(state, audience))) is (audience is Audience.FACILITATOR)


def test_the_network_hangs_on_the_wall_while_the_door_is_open() -> None:
    room = Room()
    room.facilitator.opens_door()
    room.facilitator.notes_wifi("Training", "seven green chairs")
    noted = {"name": "Training", "password": "seven green chairs"}
    assert room.wall["door"]["wifi"] == noted
    room.facilitator.closes_door()
    assert "wifi" not in room.wall["door"]
    assert room.view(Audience.FACILITATOR)["door"]["wifi"] == noted
    room.facilitator.notes_wifi("Training")
    assert room.view(Audience.FACILITATOR)["door"]["wifi"] == {"name": "Training", "password": ""}
    room.facilitator.notes_wifi("")
    assert "wifi" not in room.view(Audience.FACILITATOR)["door"]
    room.facilitator.notes_wifi("")
    assert room.last.events == ()


def test_a_password_belongs_to_a_network_and_both_have_their_limits() -> None:
    lead = Room().facilitator
    with lead.room.refuses("empty", "name"):
        lead.notes_wifi("", "seven green chairs")
    with lead.room.refuses("too_long", "name"):
        lead.notes_wifi("n" * 33)
    with lead.room.refuses("too_long", "password"):
        lead.notes_wifi("Training", "p" * 64)


def test_heads_are_counted_by_eye_and_for_those_who_lead() -> None:
    room = Room()
    room.facilitator.counts_heads(8)
    assert room.view(Audience.FACILITATOR)["door"]["heads"] == 8
    for audience in BUT_THE_CONSOLE:
        assert "heads" not in room.view(audience)["door"]
    room.facilitator.counts_heads(8)
    assert room.last.events == ()
    room.facilitator.counts_heads(None)
    assert "heads" not in room.view(Audience.FACILITATOR)["door"]
    for count in (-1, 1101):
        with room.refuses("bad_head_count", "count"):
            room.facilitator.counts_heads(count)
    for count in (0, 1100):
        room.facilitator.counts_heads(count)


def test_nothing_of_the_door_stands_in_the_transcript() -> None:
    room = guarded()
    room.facilitator.turns_away(room.comes("Mallory Maple"))
    before = transcript(room.log.events())
    room.comes("Nora Nettle")
    room.facilitator.counts_heads(8)
    room.facilitator.notes_wifi("Training", "seven green chairs")
    assert transcript(room.log.events()) == before
    assert not strings(before) & {"Mallory Maple", "Nora Nettle"}


# A shared computer.


class Shared(Scene):
    """A scene with Fern, who came in by a computer that others use, too."""

    def __init__(self) -> None:
        super().__init__()
        self.fern = self.room.comes("Fern", shared=True)


def told_for(scene: Shared, title: str) -> ItemId:
    """An experience that Fern told aloud and the facilitator typed."""
    return scene.lead.asks(ask.TellExperience(Words(title), owner=scene.fern.seat))


def test_whoever_comes_by_a_shared_computer_acts_there_and_is_counted_as_such() -> None:
    scene = Shared()
    taken = scene.room.last.events[0]
    assert isinstance(taken, SeatTaken)
    assert (taken.device, taken.shared) == (False, True)
    seat = scene.room.view(Audience.FACILITATOR)["seats"][scene.fern.seat]
    assert (seat["device"], seat["shared"]) == (False, True)
    group = scene.room.wall["group"]
    assert (group["people"], group["by_voice"], group["shared"]) == (4, 1, 1)
    scene.fern.agrees()
    scene.titles()
    title = scene.fern.tells("The second key")
    assert scene.fern.me["own"][title]["text"] == "The second key"


def test_whoever_knocks_from_a_shared_computer_sits_at_it_once_let_in() -> None:
    room = guarded()
    fern = room.comes("Fern", shared=True)
    assert isinstance(room.last.events[0], Knocked)
    assert knocking(room)["Fern"]["shared"]
    room.facilitator.lets_in(fern)
    assert room.state.seats[fern.seat].shared


def test_whoever_leads_writes_and_chooses_for_them_too() -> None:
    scene = Shared().titles()
    assert isinstance(scene, Shared)
    title = told_for(scene, "The third key")
    assert scene.lead.me["own"][title]["for"] == scene.fern.seat
    scene.lead.moves_to("selection")
    scene.lead.asks(ask.MarkExperiences((title,), scene.fern.seat))
    assert scene.fern.me["marks"] == {title: True}


def test_what_they_typed_themselves_is_in_nobody_elses_hands_and_names_nobody() -> None:
    scene = Shared().titles()
    assert isinstance(scene, Shared)
    title = scene.fern.tells("The second key")
    assert title not in scene.lead.me["own"]
    with scene.room.refuses("not_yours"):
        scene.lead.asks(ask.SetExaminationPreference(title, True))
    scene.lead.moves_to("selection")
    scene.lead.asks_narrator(title)
    assert "asked" not in scene.lead.me
    assert scene.fern.me["asked"] == title
    with scene.room.refuses("not_yours"):
        scene.lead.accepts(title)
    scene.fern.accepts(title)
    scene.lead.moves_to("narrative")
    sentence = scene.lead.writes("I held the key.")
    with scene.room.refuses("not_yours"):
        scene.lead.approves(sentence)
    scene.fern.approves(sentence)
    scene.lead.moves_to("judgement")
    core = scene.lead.writes_for(scene.fern, "core_statement", "At 1 I kept it.", sentence)
    doubt = scene.fern.doubts(core, "Was it safe?")
    assert doubt not in scene.lead.me["own"]
    with scene.room.refuses("not_yours"):
        scene.lead.settles(doubt)
    with scene.room.refuses("not_yours"):
        scene.lead.withdraws(doubt)
    scene.fern.settles(doubt, "It was.")


def test_what_was_typed_for_them_whoever_leads_takes_back_for_them() -> None:
    scene = Shared().titles()
    assert isinstance(scene, Shared)
    title = told_for(scene, "The third key")
    scene.lead.moves_to("selection")
    scene.lead.asks_narrator(title)
    assert scene.lead.me["asked"] == title
    scene.lead.withdraws(title)


def test_a_sheet_without_a_name_is_first_theirs_who_have_no_screen_at_all() -> None:
    scene = Shared()
    scene.lead.moves_to("evaluation")
    scene.lead.enters_evaluation("Good.", helped_me_think=7)
    assert scene.room.state.evaluated == {scene.elm.seat}
    scene.fern.evaluates("Quiet.", helped_me_think=5)
    with scene.room.refuses("already_answered"):
        scene.lead.enters_evaluation("Once more.", helped_me_think=7)


def test_nobody_writes_the_narrative_down_at_a_computer_that_others_use() -> None:
    scene = Shared()
    with scene.room.refuses("unknown_seat", "seat"):
        scene.lead.assigns_scribe(scene.fern)


def test_a_door_that_is_closed_in_a_sitting_keeps_its_code_for_the_next_opening() -> None:
    scene = Scene()
    code = scene.room.state.code
    assert code is not None
    scene.lead.asks(ask.CloseDoor())
    assert (scene.room.state.code, scene.room.state.kept_code) == (None, code)
    assert scene.room.view(Audience.FACILITATOR)["door"]["keeps_code"]
    for audience in set(Audience) - {Audience.FACILITATOR}:
        assert set(scene.room.view(audience)["door"]) <= {"open", "wifi", "waiting"}
    for audience in Audience:
        assert code not in str(scene.room.view(audience))
    scene.lead.asks(ask.OpenDoor(code))
    assert scene.room.state.kept_code is None
    scene.lead.asks(ask.CloseDoor())
    scene.lead.asks(ask.EndSitting())
    assert scene.room.state.kept_code is None, "weeks later a card may be in any pocket"
