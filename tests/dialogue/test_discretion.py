"""Generated from the table of visibility: a canary in every field, and nobody sees one that is not theirs to see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

import pytest

from dialogue.state import Dialogue
from dialogue.state.items import AnyItem, Doubt, Experience, Seat, Statement, Wording
from dialogue.state.whole import COLLECTION_OF
from dialogue.views import mine_for, view_for
from dialogue.visibility import PARKED_SEEN_BY, POINTERS, SEAT_FIELDS, VISIBLE
from dialogue.vocabulary import Audience, SeatId, Standing
from tests.dialogue.scene import Scene
from tests.dialogue.standing import strings

KINDS: tuple[type[AnyItem], ...] = tuple(VISIBLE)
_SHAPE = {"id", "standing", "open", "place", "number", "approved", "corrected", "not_for_examination", "experience"}
_SHAPE |= {"hidden", "shared", "read", "point", "seen"}
_OWN = {"text", "account"}  # what an owner reads of their own


@pytest.fixture(scope="module")
def state() -> Dialogue:
    """A dialogue in which there is one of everything."""
    scene = Scene().whole()
    return scene.room.state


def canaries(state: Dialogue, kind: type[AnyItem]) -> tuple[Dialogue, AnyItem, Mapping[str, str]]:
    """The state with an own canary in each field of an item of this kind that can hold one."""
    item: Any = next(reversed(getattr(state, COLLECTION_OF[kind]).values()))
    named = {field.name for field in fields(item)} - _SHAPE - POINTERS - {"about", "kind", "state"}
    birds = {name: f"canary-{name}" for name in named}
    changed = replace(item, **birds)
    return state.with_item(changed), changed, birds


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_the_table_has_a_row_for_every_field(kind: Any) -> None:
    assert set(VISIBLE[kind]) == {field.name for field in fields(kind)}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_who_said_or_typed_it_and_how_it_stands_is_shown_to_nobody(kind: type[AnyItem]) -> None:
    for field in ("owner", "writer", "standing", "not_for_examination"):
        assert VISIBLE[kind].get(field, frozenset()) == frozenset()


def test_names_and_what_was_parked_are_for_the_facilitator_at_most() -> None:
    for seen_by in (*SEAT_FIELDS.values(), PARKED_SEEN_BY):
        assert seen_by <= {Audience.FACILITATOR}


def test_the_table_has_a_row_for_every_field_of_a_seat() -> None:
    assert set(SEAT_FIELDS) == {field.name for field in fields(Seat)}


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_an_audience_sees_the_canaries_that_the_table_shows_it(
    state: Dialogue, kind: type[AnyItem], audience: Audience
) -> None:
    changed, _, birds = canaries(state, kind)
    seen = strings(view_for(changed, audience))
    shown = {bird for name, bird in birds.items() if audience in VISIBLE[kind][name]}
    assert seen & set(birds.values()) == shown
    assert "canary-owner" in birds.values()


@pytest.mark.parametrize("standing", [Standing.PARKED, Standing.STRUCK, Standing.WITHDRAWN])
@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_of_what_left_the_wall_no_canary_is_seen(
    state: Dialogue, kind: type[AnyItem], audience: Audience, standing: Standing
) -> None:
    changed, item, birds = canaries(state, kind)
    changed = changed.with_item(replace(item, standing=standing)).but(standings=changed.standings + 1)
    seen = strings(view_for(changed, audience)) & {*birds.values(), item.id}
    kept = {birds["text"], item.id} if standing is Standing.PARKED and audience in PARKED_SEEN_BY else set()
    assert seen == kept


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_seat_sees_the_text_of_its_own_and_no_canary_of_others(state: Dialogue, kind: type[AnyItem]) -> None:
    for seat in state.seats.values():
        changed, item, birds = canaries(state, kind)
        owned = changed.with_item(replace(item, owner=seat.id))
        for other in state.seats.values():
            seen = strings(mine_for(owned, other.id)) & set(birds.values())
            acts = other.id == seat.id or (other.facilitates and not seat.device)
            assert seen == ({bird for name, bird in birds.items() if name in _OWN} if acts else set())


@pytest.mark.parametrize("audience", Audience)
def test_names_and_seats_are_seen_as_the_table_says(state: Dialogue, audience: Audience) -> None:
    alice = next(seat for seat in state.seats.values() if seat.pseudonym == "Alice")
    seen = strings(view_for(state, audience))
    assert ("Alice" in seen) == (audience in SEAT_FIELDS["pseudonym"])
    assert (alice.id in seen) == (audience is Audience.FACILITATOR)


def test_nobody_sees_the_name_of_somebody_else_in_their_own_slice(state: Dialogue) -> None:
    names = {seat.pseudonym for seat in state.seats.values()}
    for seat in state.seats.values():
        assert strings(mine_for(state, SeatId(seat.id))) & names == {seat.pseudonym}


@pytest.mark.parametrize("audience", [Audience.PARTICIPANT, Audience.OBSERVER, Audience.FLIPCHART])
def test_personal_choices_change_nothing_but_counts(audience: Audience) -> None:
    scene = Scene().asked()
    before = view_for(scene.room.state, audience)
    scene.alice.marks(scene.forty)
    scene.alice.prefers(scene.file, not_for_examination=True)
    assert view_for(scene.room.state, audience) == before
    scene.alice.is_ready()
    after = view_for(scene.room.state, audience)
    assert after["group"].pop("ready") == before["group"].pop("ready") + 1
    assert after == before


def test_who_signs_is_named_and_who_does_not_is_not(state: Dialogue) -> None:
    scene = Scene().judgement()
    unsigned = scene.alice.doubts(scene.core, "Was it safe?")
    signed = scene.bela.doubts(scene.core, "Was it fair?", signed=True)
    doubts = scene.room.wall["doubts"]
    assert "signature" not in doubts[unsigned]
    assert doubts[signed]["signature"] == "Bela"


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("kind", [Wording, Experience, Statement, Doubt], ids=lambda kind: kind.__name__)
def test_of_what_is_written_quietly_no_audience_sees_a_canary(
    state: Dialogue, kind: type[AnyItem], audience: Audience
) -> None:
    changed, item, birds = canaries(state, kind)
    # What the group works with is never hidden: neither the question nor the experience that it chose.
    changed = changed.but(question=None, chosen=None, standings=changed.standings + 1)
    hidden = changed.with_item(replace(item, hidden=True))
    assert not strings(view_for(hidden, audience)) & {*birds.values(), item.id}


@pytest.mark.parametrize("audience", Audience)
def test_reasons_are_seen_once_the_marks_are_shown_and_meta_notes_while_it_goes_on_or_when_shared(
    state: Dialogue, audience: Audience
) -> None:
    assert "Everyone can picture the room." in strings(view_for(state, audience))
    assert "Everyone can picture the room." not in strings(view_for(state.but(marks_shown=False), audience))
    assert "We interrupt each other." in strings(view_for(state, audience))
    kept = state.with_item(replace(next(iter(state.metas.values())), shared=False))
    assert "We interrupt each other." not in strings(view_for(kept, audience))


def test_where_somebody_stands_is_read_by_nobody_else_before_positions_are_shown() -> None:
    scene = Scene().answer()
    before = {audience: view_for(scene.room.state, audience) for audience in Audience}
    scene.bela.takes("disagree", scene.worded, "Not for newcomers.")
    for audience in Audience:
        after = view_for(scene.room.state, audience)
        assert after["positions"].pop("taken") == before[audience]["positions"].pop("taken") + 1
        assert after == before[audience]
    assert scene.bela.me["position"]["text"] == "Not for newcomers."
    assert "Not for newcomers." not in strings(scene.lead.me) | strings(scene.alice.me)


def test_how_the_facilitator_looks_back_is_read_by_the_facilitator_alone() -> None:
    scene = Scene()
    cora = scene.room.co_facilitator("Cora")
    scene.lead.moves_to("evaluation")
    scene.lead.reflects("I spoke too much.", helped_me_think=6)
    assert scene.lead.me["reflection"] == {"items": {"helped_me_think": 6}, "open_word": "I spoke too much."}
    assert "reflection" not in cora.me
    for audience in Audience:
        assert "I spoke too much." not in strings(view_for(scene.room.state, audience))


def test_a_private_note_is_read_by_those_who_lead_and_unsigned_names_nobody() -> None:
    scene = Scene()
    scene.alice.sends_note("I would like a break.")
    for audience in Audience:
        seen = strings(view_for(scene.room.state, audience))
        assert ("I would like a break." in seen) is (audience is Audience.FACILITATOR)
    assert "signature" not in next(iter(scene.room.view(Audience.FACILITATOR)["notes"].values()))


def test_an_account_is_read_on_screens_of_ones_own_and_not_on_the_wall() -> None:
    scene = Scene().titles()
    scene.alice.writes_account(scene.file, "It was raining.")
    for audience in Audience:
        seen = strings(view_for(scene.room.state, audience))
        assert ("It was raining." in seen) is (audience is not Audience.FLIPCHART)


def test_who_called_a_meta_dialogue_unnamed_is_nowhere_in_the_record() -> None:
    scene = Scene()
    scene.bela.calls_meta()
    called = next(iter(scene.room.state.metas.values()))
    assert (called.owner, called.writer, called.signature) == ("", "", None)
    assert scene.room.last.detached
    record, _ = scene.room.log.records[-2]
    assert (record.type, record.data["caller"]) == ("meta_called", None)
    assert scene.bela.seat not in strings(record.data)
