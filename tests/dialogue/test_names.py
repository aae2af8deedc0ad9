"""Pseudonyms: nobody poses as a role, nobody as somebody else."""

from __future__ import annotations

import pytest

from dialogue.rules.names import RESERVED, is_reserved, looks_like
from dialogue.vocabulary import Role
from tests.cast import Room


@pytest.mark.parametrize(
    "name",
    [
        "Alice",
        "ALICE",
        " alice ",
        "A l i c e",
        "A.l-i_c·e",
        "Ａｌｉｃｅ",
        "Аliсe",
        "Αlice",
        "A\u200dlice",
        "Álice",
        "A\u0336l\u0336i\u0336c\u0336e\u0336",
    ],
    ids=ascii,
)
def test_a_name_that_looks_the_same_is_taken(name: str) -> None:
    room = Room()
    room.participant("Alice")
    with room.refuses("name_taken", "pseudonym"):
        room.participant(name)


@pytest.mark.parametrize("name", ["Alina", "Alice 2", "Алиса", "爱丽丝", "🦉"])
def test_another_name_is_free(name: str) -> None:
    room = Room()
    room.participant("Alice")
    room.participant(name)


def test_names_without_letters_are_told_apart() -> None:
    room = Room()
    room.participant("🦉")
    room.participant("🦊")
    with room.refuses("name_taken", "pseudonym"):
        room.participant("🦉\ufe0f\u200d")


@pytest.mark.parametrize("name", [*sorted(RESERVED), "FACILITATOR", "Facilit\u0430tor", "M0derator", "Co-Facilitator"])
def test_roles_are_nobodys_name(name: str) -> None:
    assert is_reserved(name)
    room = Room()
    with room.refuses("name_reserved", "pseudonym"):
        room.participant(name)
    with room.refuses("name_reserved", "pseudonym"):
        room.by_voice(name)


def test_an_observer_may_be_called_mentor() -> None:
    room = Room()
    room.joins("Mentor", Role.OBSERVER)


def test_a_name_with_a_direction_override_is_refused() -> None:
    room = Room()
    with room.refuses("bad_character", "pseudonym"):
        room.participant("rotatilicaf\u202e")


def test_the_name_of_somebody_who_left_is_free_again() -> None:
    room = Room()
    room.participant("Alice").leaves()
    room.participant("Alice")


def test_the_facilitators_own_name_is_taken_too() -> None:
    room = Room()
    with room.refuses("name_taken", "pseudonym"):
        room.participant("Lead")


def test_a_name_looks_like_itself() -> None:
    assert looks_like("Rowan") == looks_like("rowan") != looks_like("Rowena")
