"""Generated from the table of visibility: a canary in every field, and nobody sees one that is not theirs to see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

import pytest

from dialogue.state import Dialogue
from dialogue.state.items import AnyItem, Seat
from dialogue.state.whole import COLLECTION_OF
from dialogue.views import mine_for, view_for
from dialogue.visibility import PARKED_SEEN_BY, POINTERS, SEAT_FIELDS, VISIBLE
from dialogue.vocabulary import Audience, Role, SeatId, Standing
from tests.dialogue.scene import Scene
from tests.dialogue.standing import strings

KINDS: tuple[type[AnyItem], ...] = tuple(VISIBLE)
_SHAPE = {"id", "standing", "open", "place", "number", "approved", "corrected", "not_for_examination", "experience"}


@pytest.fixture(scope="module")
def state() -> Dialogue:
    """A dialogue in which there is one of everything."""
    scene = Scene().answer()
    scene.bela.settles(scene.bela.doubts(scene.core, "Was it safe?", signed=True), "She saw all.")
    scene.bela.keeps("dissent", scene.worded, "Not for newcomers.", signed=True)
    scene.lead.proposes("open", "Who answers for it?")
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
            acts = other.id == seat.id or (other.role is Role.FACILITATOR and not seat.device)
            assert seen == ({birds["text"]} if acts else set())


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
