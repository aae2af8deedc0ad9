"""Pseudonyms: nobody poses as a role, nobody as somebody else."""

from __future__ import annotations

import pytest

from dialogue.rules.names import is_reserved, looks_like, resembles
from dialogue.rules.reserved import LOOKING_ON, RESERVED
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
        "AIice",
        "A1ice",
        "A|ice",
        "\U0001d400\U0001d425\U0001d422\U0001d41c\U0001d41e",
        "\u24b6lice",
        "ᴀʟɪᴄᴇ",
        "\u13aalice",
        "Al\u0131ce",
        "A\u3164lice",
        "Alice\u115f",
        "A\U000e0041lice",
        "Al\u00adi\ufe0fce",
        "\u200eAlice",
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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bob", "B0b"),
        ("Nina", "\u039dina"),
        ("Nina", "\u03bdina"),
        ("Вова", "вова"),
        ("Вова", "Boвa"),
        ("Νίκος", "ΝΊΚΟΣ"),
        ("Νίκος", "νίκος"),
        ("Андреј", "AHДPEJ"),
        ("Bjørn", "BJORN"),
        ("Łucja", "Lucja"),
        ("Зоя", "3oя"),
        ("İpek", "ipek"),
        ("Weiß", "WEISS"),
        ("Œuvre", "oeuvre"),
        ("\u0540asmik", "\u0570asmik"),
        ("hasmik", "\u0570asmik"),
    ],
    ids=ascii,
)
def test_of_two_names_that_look_alike_in_some_case_the_second_is_taken(one: str, other: str) -> None:
    assert resembles(one, other)
    assert resembles(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ian", "Lan"),
        ("Nina", "Vina"),
        ("Maja", "Maria"),
        ("Anna", "Hanna"),
        ("Ivo", "Iva"),
        ("Mira", "Mirna"),
        ("Орест", "Остап"),
        ("Ποππη", "Πεπη"),
        ("Owl 1", "Owl 2"),
    ],
)
def test_names_that_people_tell_apart_are_different(one: str, other: str) -> None:
    assert not resembles(one, other)


ROLES = (
    "FACILITATOR Facilit\u0430tor M0derator CO-FACILITATOR FaciIitator Fac1l1tator facilitator\u3164 Modérateur "
    "\uff26acilitator \U0001d40coderator \u13b7anager Facilitator2 2\u2009Facilitator facilitator_1 Модератор7"
)


@pytest.mark.parametrize(
    "name", [*sorted({*RESERVED, *LOOKING_ON}), *ROLES.replace("\U0001d40cm", "\U0001d40c").split(" ")]
)
def test_roles_are_nobodys_name(name: str) -> None:
    assert is_reserved(name)
    room = Room()
    with room.refuses("name_reserved", "pseudonym"):
        room.participant(name)
    with room.refuses("name_reserved", "pseudonym"):
        room.by_voice(name)


def test_an_observer_may_be_called_mentor_and_not_facilitator() -> None:
    room = Room()
    room.joins("Mentor", Role.OBSERVER)
    room.joins("Спостерігачка", Role.OBSERVER)
    for name in ("Facilitator", "Модератор", "Trainer 2"):
        with room.refuses("name_reserved", "pseudonym"):
            room.joins(name, Role.OBSERVER)


def test_roles_are_reserved_in_ten_languages() -> None:
    for word in ("facilitator", "фасилітатор", "fasilitator", "fasilitaattori", "fasilitaator", "lehtësues"):
        assert is_reserved(word)
    for word in ("фацилитатор", "facilitator", "facilitateur", "gespreksleider", "Gesprächsleiter", "Trainer"):
        assert is_reserved(word)


@pytest.mark.parametrize("name", ["Leo", "Rowan", "Systemata", "Trainspotter", "Hostess", "2", "Admiral", "Mentha"])
def test_words_that_only_begin_like_a_role_are_names(name: str) -> None:
    assert not is_reserved(name)


@pytest.mark.parametrize("control", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", ids=ascii)
def test_a_name_with_a_direction_override_is_refused(control: str) -> None:
    room = Room()
    with room.refuses("bad_character", "pseudonym"):
        room.participant(f"rotatilicaf{control}")


@pytest.mark.parametrize(
    "name",
    [
        "",
        "   ",
        "\u200b",
        "\ufe0f",
        "\U000e0041\U000e0042",
        "\u3164",
        "\u2800",
        "\u200d\u200d",
        "\u0301",
        "\u00ad\u200f",
    ],
    ids=ascii,
)
def test_a_name_that_shows_nothing_is_none(name: str) -> None:
    room = Room()
    with room.refuses("empty", "pseudonym"):
        room.participant(name)


@pytest.mark.parametrize("mark", "\u0301\u0489\u200d\u034f\ufe0f", ids=ascii)
def test_a_pile_of_marks_on_one_letter_is_refused(mark: str) -> None:
    room = Room()
    with room.refuses("bad_character", "pseudonym"):
        room.participant("a" + mark * 200)
    with room.refuses("too_long", "pseudonym"):
        room.participant("a" + mark * 2000)
    room.participant("Zo" + mark * 3 + "e")


def test_a_gigantic_name_is_refused() -> None:
    room = Room()
    for name in ("x" * 41, "x" * 1_000_000, "👨\u200d👩\u200d👧" * 41):
        with room.refuses("too_long", "pseudonym"):
            room.participant(name)


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
