"""Pseudonyms: nobody poses as a role, nobody as somebody else."""

from __future__ import annotations

import time

import pytest

from dialogue.rules.names import Taken, resembles, shapes
from dialogue.rules.posing import is_reserved
from dialogue.rules.reserved import LOOKING_ON, RESERVED
from dialogue.vocabulary import Role
from tests.cast import Room
from tests.sessions.pages.not_for_names import GIVEN_NAMES


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
        ("William", "VVilliam"),
        ("Emma", "Ernma"),
        ("Anna", "\U0001f170nna"),
        ("Anna", "\u1d00\u0273\u0272\u1d00"),
        ("Frida", "\ua730rida"),
        ("Frida", "\u15b4rida"),
        ("Nora", "\ua4e0ora"),
        ("Anna", "\U0001ccd6nna"),
        ("Фаїна", "Φаїна"),
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
        ("Clara", "Dara"),
        ("Ina", "Jna"),
        ("\U0001f1fa\U0001f1e6", "\U0001f1f3\U0001f1f4"),
    ],
    ids=ascii,
)
def test_names_that_people_tell_apart_are_different(one: str, other: str) -> None:
    assert not resembles(one, other)


ROLES = (
    "FACILITATOR Facilit\u0430tor M0derator CO-FACILITATOR FaciIitator Fac1l1tator facilitator\u3164 Modérateur "
    "\uff26acilitator \U0001d40coderator \u13b7anager Facilitator2 2\u2009Facilitator facilitator_1 Модератор7 "
    # two letters that look like one
    "rnoderator Adrninistrator aclmin Moclerator "
    # hooks and strokes, Lisu, Canadian, Greek, Coptic, Deseret; pictures of letters
    "\u0192acilitator \ua798acilitator \ua4ddacilitator \u15b4acilitator \u03ddacilitator \u2c99oderator \u2c8eost "
    "\U00010428dmin Φасилітатор \u0278асилітатор "
    "\U0001f17c\U0001f17e\U0001f173\U0001f174\U0001f181\U0001f170\U0001f183\U0001f17e\U0001f181 "
    "\U0001f1f2\U0001f1f4\U0001f1e9\U0001f1ea\U0001f1f7\U0001f1e6\U0001f1f9\U0001f1f4\U0001f1f7 "
    # digits and signs for letters
    "F@cilitator Mod€rator Fac!l!tator M0d3rator @dmin 4dmin Ho$t Ho5t Fac111tator M0d3rator2 F@c1litator! "
    # as one would say it
    "Facilitators Hosts TheFacilitator The\u2009Host TheHost LeModérateur L'animatrice DerTrainer Fasilitatoren "
    "FacilitatorAnna HeadFacilitator Anna(Facilitator) M\u20090\u2009d\u20093\u2009r\u2009a\u2009t\u2009o\u2009r"
)


@pytest.mark.parametrize("name", [*sorted({*RESERVED, *LOOKING_ON}), *ROLES.split(" ")], ids=ascii)
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


NAMES = (
    "Leo Rowan Systemata Trainspotter Hostess 2 Admiral Mentha Corner Verna Clara Dara Hostel Lederer Ledger Admir "
    "Modest Juhan Leida Manana Trena Sistine Thea Lesley Lana Delia Hetty Diego Dasha Einar Unni Ветка Водяна"
)


@pytest.mark.parametrize("name", NAMES.split())
def test_words_that_only_begin_like_a_role_are_names(name: str) -> None:
    assert not is_reserved(name)


def test_the_names_that_people_bear_are_free_but_one() -> None:
    borne = {name for names in GIVEN_NAMES.values() for name in names.split()}
    assert len(borne) > 500
    assert {name for name in borne if is_reserved(name)} == {"Mentor"}


def test_names_are_looked_at_while_a_hall_comes_in() -> None:
    hall = [f"Олександра {number}" for number in range(1100)]
    longest = "a 1 " * 10
    taken = Taken(hall)
    began = time.perf_counter()
    for _ in range(20):
        assert not is_reserved(longest)
        assert not any(resembles(longest, known) for known in hall)
        assert not taken(longest)
    assert (time.perf_counter() - began) / 20 < 0.005


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


def test_a_name_is_taken_by_any_of_those_it_looks_like_in_some_case() -> None:
    taken = Taken(["Rowan", "Νίκος"])
    assert all(map(taken, ("rowan", "R0wan", "ΝΊΚΟΣ", "νίκος")))
    assert not any(map(taken, ("Rowena", "Ash")))
    assert not Taken([])("Ash")


@pytest.mark.parametrize("filling", ["\u0300\u0316", "\u0301", "a", " ", "\ufdfa"])
def test_what_fills_a_whole_request_is_compared_in_a_moment_and_not_kept(filling: str) -> None:
    text = (filling * 250_000)[:250_000]
    began = time.perf_counter()
    assert not resembles("Ash", "x" + text)
    assert not Taken(["Ash", "x" + text])("Birch")
    assert time.perf_counter() - began < 0.25
    assert shapes("x" + text) == shapes("x" + text + "more")
