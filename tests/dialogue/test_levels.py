"""Content, strategy, meta: one at a time. Anyone calls a meta-dialogue, and nobody can refuse it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dialogue import commands as ask
from dialogue.events import MetaBegun, MetaCalled, TurnEnded
from dialogue.records import to_record
from dialogue.refusals import Refusal
from dialogue.vocabulary import Audience
from tests.dialogue.scene import Scene
from tests.dialogue.standing import strings


def level(scene: Scene) -> tuple[str, str | None]:
    """The level of now, and how far a meta-dialogue is."""
    view = scene.room.wall["level"]
    return view["now"], view.get("meta_state")


def test_a_call_begins_at_once_when_nobody_speaks() -> None:
    scene = Scene()
    scene.bela.calls_meta()
    assert [type(event) for event in scene.room.last.events] == [MetaCalled, MetaBegun]
    assert level(scene) == ("meta", "open")


ENDS_OF_A_TURN: dict[str, Callable[[Scene], object]] = {
    "the speaker ends": lambda scene: scene.alice.ends_turn(),
    "the facilitator ends it": lambda scene: scene.lead.ends_turn(),
    "a round starts": lambda scene: scene.lead.starts_round(),
    "silence is kept": lambda scene: scene.lead.keeps_silence(),
    "the speaker leaves": lambda scene: scene.alice.leaves(),
    "the speaker is removed": lambda scene: scene.lead.removes(scene.alice),
}


@pytest.mark.parametrize("end", ENDS_OF_A_TURN)
def test_a_call_while_somebody_speaks_begins_after_them(end: str) -> None:
    scene = Scene()
    scene.lead.gives_word(scene.alice)
    scene.bela.calls_meta()
    assert level(scene) == ("content", "called")
    assert scene.alice.suggests("What is trust?"), "the matter goes on until then"
    ENDS_OF_A_TURN[end](scene)
    assert level(scene) == ("meta", "open")
    assert scene.room.state.speaker is None


def test_giving_the_word_to_the_next_one_turns_into_the_begin() -> None:
    scene = Scene()
    scene.lead.gives_word(scene.alice)
    scene.elm.raises_hand()
    scene.bela.calls_meta()
    scene.lead.gives_word(scene.elm)
    assert [type(event) for event in scene.room.last.events] == [TurnEnded, MetaBegun]
    assert level(scene) == ("meta", "open")
    assert list(scene.room.state.hands) == [scene.elm.seat], "the hand stays up"
    scene.lead.gives_word(scene.elm)
    assert scene.room.state.speaker == scene.elm.seat


@pytest.mark.parametrize("who", ["lead", "cora", "alice", "bela"])
def test_nobody_can_end_it_before_it_began_or_call_another(who: str) -> None:
    scene = Scene()
    people = {"lead": scene.lead, "cora": scene.room.co_facilitator("Cora"), "alice": scene.alice, "bela": scene.bela}
    scene.lead.gives_word(scene.alice)
    meta = scene.bela.calls_meta()
    with scene.room.refuses("no_meta"):
        people[who].ends_meta("Nothing.")
    with scene.room.refuses("meta_already_called"):
        people[who].calls_meta()
    if who in {"lead", "cora"}:
        with scene.room.refuses("unknown_item", "item"):
            people[who].asks(ask.ParkItem(meta))
    scene.lead.ends_turn()
    assert level(scene) == ("meta", "open")


def test_the_stage_stays_where_it_is_while_a_call_waits() -> None:
    scene = Scene()
    scene.lead.moves_to("closing")
    moved = scene.room.offered()
    scene.lead.gives_word(scene.alice)
    scene.bela.calls_meta()
    with scene.room.refuses("meta_already_called"):
        scene.lead.moves_to("experiences")
    with scene.room.refuses("meta_already_called"):
        scene.lead.undoes(moved)
    with scene.room.refuses("meta_already_called"):
        scene.lead.closes()
    assert scene.room.wall["course"]["stage"] == "closing"


def test_the_stage_stays_where_it_is_while_it_goes_on() -> None:
    scene = Scene()
    scene.lead.moves_to("closing")
    moved = scene.room.offered()
    scene.bela.calls_meta()
    with scene.room.refuses("meta_in_progress"):
        scene.lead.moves_to("experiences")
    with scene.room.refuses("meta_in_progress"):
        scene.lead.undoes(moved)
    with scene.room.refuses("meta_in_progress"):
        scene.lead.closes()


def test_a_call_outlives_the_end_of_a_sitting() -> None:
    scene = Scene()
    scene.lead.gives_word(scene.alice)
    scene.bela.calls_meta()
    scene.lead.ends_sitting()
    assert level(scene) == ("content", "called")
    scene.lead.starts_sitting()
    assert level(scene) == ("meta", "open")


def test_an_anonymous_call_holds_no_seat_anywhere() -> None:
    called = []
    for who in ("alice", "elm", "lead"):
        scene = Scene()
        scene.lead.gives_word(scene.bela)
        getattr(scene, who).calls_meta()
        assert scene.room.last.detached
        called.append(scene.room.last.events)
        for event in scene.room.last.events:
            record = to_record(event)
            assert not strings(record.data) & set(scene.room.state.seats)
            assert record.words == {}
        meta = next(iter(scene.room.state.metas.values()))
        assert (meta.owner, meta.writer, meta.signature) == ("", "", None)
        assert all(meta.id not in person.me["own"] for person in (*scene.people, scene.lead))
    assert called[0] == called[1] == called[2], "whoever calls, it is the same"


def test_a_named_call_bears_the_name() -> None:
    scene = Scene()
    meta = scene.elm.calls_meta(named=True)
    assert not scene.room.last.detached
    assert scene.room.wall["metas"][meta]["signature"] == "Elm"


def test_an_observer_looks_on() -> None:
    scene = Scene()
    with scene.room.refuses("not_allowed"):
        scene.mentor.calls_meta()


def test_the_matter_waits_and_may_be_asked_again() -> None:
    scene = Scene().answer()
    meta = scene.bela.calls_meta()
    matter: tuple[Callable[[], object], ...] = (
        lambda: scene.alice.doubts(scene.core, "Was it safe?"),
        lambda: scene.alice.takes("agree", scene.worded),
        lambda: scene.lead.words_answer("When we can answer for it."),
        lambda: scene.lead.links(scene.worded, scene.first),
        lambda: scene.lead.proposes("open"),
        lambda: scene.lead.marks_strategy("A second example?"),
        lambda: scene.lead.ends_sitting(),
    )
    for asked in matter:
        with pytest.raises(Refusal) as refused:
            asked()
        assert (refused.value.code, refused.value.temporary) == ("meta_in_progress", True)
    scene.alice.raises_hand()
    scene.lead.parks(scene.first)
    scene.alice.withdraws(scene.second)
    scene.lead.ends_meta("Each one finishes.")
    assert scene.room.wall["metas"][meta]["text"] == "Each one finishes."
    scene.alice.doubts(scene.core, "Was it safe?")


def test_it_ends_where_it_began_with_the_hands_as_they_were() -> None:
    scene = Scene().judgement()
    scene.bela.raises_hand()
    scene.elm.raises_hand("lost_thread")
    before = scene.room.wall
    meta = scene.alice.calls_meta()
    scene.lead.gives_word(scene.alice)
    scene.lead.ends_meta("Each one finishes.")
    after = scene.room.wall
    assert {name: after[name] for name in after if name != "metas"} == {
        name: before[name] for name in before if name != "metas"
    }
    assert (after["metas"][meta]["stage"], after["metas"][meta]["state"]) == ("judgement", "ended")
    assert level(scene) == ("content", None)
    again = scene.bela.calls_meta()
    assert scene.room.wall["metas"][again]["number"] == 2


def test_a_participant_chairs_and_the_others_do_not() -> None:
    scene = Scene()
    scene.bela.calls_meta()
    scene.lead.assigns_chair(scene.alice)
    assert scene.alice.me["chairs"]
    assert scene.room.wall["level"]["chaired"]
    with scene.room.refuses("not_yours"):
        scene.bela.writes_meta_note("We interrupt each other.")
    with scene.room.refuses("not_yours"):
        scene.bela.ends_meta("Nothing.")
    scene.alice.writes_meta_note("We interrupt each other.")
    scene.alice.ends_meta("Each one finishes.")
    assert not scene.alice.me["chairs"]
    with scene.room.refuses("no_meta"):
        scene.lead.assigns_chair(scene.alice)


def test_the_chair_is_somebody_of_the_group_who_commands_nobody_here() -> None:
    scene = Scene()
    scene.bela.calls_meta()
    for person in (scene.mentor, scene.lead):
        with scene.room.refuses("unknown_seat", "seat"):
            scene.lead.assigns_chair(person)
    scene.lead.assigns_chair(scene.alice)
    scene.lead.marks_leads_others(scene.alice)
    assert not scene.room.wall["level"]["chaired"]
    with scene.room.refuses("leads_others", "seat"):
        scene.lead.assigns_chair(scene.alice)


@pytest.mark.parametrize("how", ["leaves", "removed"])
def test_a_chair_who_goes_leaves_the_chair_to_the_facilitator(how: str) -> None:
    scene = Scene()
    scene.bela.calls_meta()
    scene.lead.assigns_chair(scene.alice)
    if how == "leaves":
        scene.alice.leaves()
    else:
        scene.lead.removes(scene.alice)
    assert not scene.room.wall["level"]["chaired"]
    scene.lead.ends_meta("Each one finishes.")
    assert level(scene) == ("content", None)


@pytest.mark.parametrize("shared", [True, False])
def test_notes_are_kept_apart_and_leave_only_when_the_group_agreed(shared: bool) -> None:
    scene = Scene()
    scene.bela.calls_meta()
    note = scene.lead.writes_meta_note("We interrupt each other.")
    assert scene.room.wall["meta_notes"][note]["text"] == "We interrupt each other."
    scene.lead.ends_meta("Each one finishes.", share_notes=shared)
    for audience in Audience:
        assert (note in scene.room.view(audience)["meta_notes"]) == shared
    scene.bela.calls_meta()
    assert (note in scene.room.wall["meta_notes"]) == shared, "the next one has notes of its own"


def test_strategy_is_marked_and_left_for_the_matter() -> None:
    scene = Scene()
    scene.lead.marks_strategy("A second example?")
    assert scene.room.wall["level"] == {"now": "strategy", "strategy": "A second example?"}
    scene.lead.resumes_content()
    assert level(scene) == ("content", None)
    scene.lead.resumes_content()
    assert scene.room.last.events == ()


def test_strategy_is_resumed_after_a_meta_dialogue() -> None:
    scene = Scene()
    scene.lead.marks_strategy("A second example?")
    scene.bela.calls_meta()
    assert level(scene) == ("meta", "open")
    scene.lead.ends_meta("Each one finishes.")
    assert scene.room.wall["level"] == {"now": "strategy", "strategy": "A second example?"}


def test_what_we_change_is_said_in_words() -> None:
    scene = Scene()
    scene.bela.calls_meta()
    with scene.room.refuses("empty", "what_we_change"):
        scene.lead.ends_meta("  ")
