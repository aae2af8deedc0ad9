"""Who is known is found in every case, script and spelling, and is one person throughout."""

from __future__ import annotations

import pytest

from dialogue.redaction import Category, Reason, suggest
from tests.dialogue.redaction.given import found, told

FORMS = {
    "en": ("Rowan", ["Rowan's", "Rowan’s", "ROWAN", "rowan"]),
    "uk": ("Калина", ["Калини", "Калині", "Калину", "Калиною", "Калино", "КАЛИНА"]),
    "nb": ("Lyng", ["Lyngs", "LYNG"]),
    "fi": ("Pekka", ["Pekan", "Pekkaa", "Pekalle", "Pekalta", "Pekkaan", "Pekkakin"]),
    "et": ("Mart", ["Mardi", "Mardile", "Mardiga", "Marti"]),
    "sq": ("Arbër", ["Arbëri", "Arbërin", "Arbërit"]),
    "sr": ("Petar", ["Petra", "Petru", "Petrom", "Petre", "Petrov", "Петра", "Петром"]),
    "fr": ("Zoé", ["ZOÉ", "Zoe"]),
    "nl": ("Anouk", ["Anouks", "Anouk's"]),
    "de": ("Yildiz", ["Yildizs", "Yıldız", "YILDIZ"]),
}


@pytest.mark.parametrize(
    ("language", "name", "form"), [(key, name, form) for key, (name, forms) in FORMS.items() for form in forms]
)
def test_a_name_on_the_roster_is_found_in_this_form(language: str, name: str, form: str) -> None:
    text = f"… {form} …"
    (one,) = suggest(text, language, [name])
    assert (text[one.start : one.end], one.category, one.reason) == (form, Category.PERSON, Reason.ROSTER)


@pytest.mark.parametrize(
    ("nominative", "form"),
    [
        ("Virtanen", "Virtasella"), ("Markus", "Markuksen"), ("Tuomas", "Tuomaalle"), ("Niemi", "Niemen"),
        ("Järvi", "Järveltä"), ("Ahmed", "Ahmedilta"), ("Mäki", "Mäen"), ("Lahti", "Lahdelle"), ("Heikki", "Heikin"),
    ],
)  # fmt: skip
def test_finnish_stems_change(nominative: str, form: str) -> None:
    assert found(f"Eilen kysyin sitä, {form}!", "fi", Category.PERSON, [nominative]) == [form]


@pytest.mark.parametrize(
    ("nominative", "form"),
    [
        ("Шевченко", "Шевченкові"), ("Ольга", "Ользі"), ("Кравець", "Кравцем"), ("Сергій", "Сергієві"),
        ("Зеленський", "Зеленського"), ("Марія", "Марією"), ("Коваль", "Ковалем"), ("Мар'яна", "Мар’яну"),
    ],
)  # fmt: skip
def test_ukrainian_cases(nominative: str, form: str) -> None:
    assert found(f"Учора я бачив, {form}!", "uk", Category.PERSON, [nominative]) == [form]


@pytest.mark.parametrize(
    ("known", "written", "language"),
    [
        ("Oleksandr", "Олександром", "uk"), ("Serhiy Shevchenko", "Шевченка", "uk"), ("Олена", "Olena", "uk"),
        ("Đorđe", "Ђорђа", "sr"), ("Djordje", "Đorđu", "sr"), ("Живко", "Živka", "sr"), ("Müller", "Muellers", "de"),
        ("Mueller", "Müller", "de"), ("Anaïs", "Anais", "fr"), ("Søren", "Soren", "nb"),
    ],
)  # fmt: skip
def test_names_are_found_across_scripts_and_spellings(known: str, written: str, language: str) -> None:
    assert found(f"…, {written}, …", language, Category.PERSON, [known]) == [written]


def test_one_person_has_one_number_whatever_the_case() -> None:
    text = "Rauhavala kysyi. Minä vastasin Rauhavalalle. Pekan luona oli Rauhavalan takki."
    assert told(text, "fi", ["Pekka", "Rauhavala"]) == (
        "[person 1] kysyi. Minä vastasin [person 1]. [person 2] luona oli [person 1] takki."
    )


def test_numbered_pseudonyms_are_different_people() -> None:
    text = "I agree with Birch 2, not with Birch."
    assert told(text, "en", ["Birch", "Birch 2"]) == "I agree with [person 1], not with [person 2]."


def test_a_pseudonym_that_is_a_word_is_left_alone_in_small_letters_where_it_is_an_ordinary_one() -> None:
    assert (
        told("The heron said so; we found trust.", "en", ["Heron", "Trust"])
        == "The [person 1] said so; we found trust."
    )


def test_a_place_of_several_words_is_one_name_and_its_ordinary_words_alone_are_none() -> None:
    text = "The house was full, so he went to Thornwick House. Thornwick is far."
    assert told(text, "en", [], ["Thornwick House"]) == (
        "The house was full, so he went to [local name 1]. [local name 1] is far."
    )


def test_a_name_beside_a_known_one_is_a_part_of_it() -> None:
    assert told("Yesterday Feargal Tunnicliffe came.", "en", ["Tunnicliffe"]) == "Yesterday [person 1] came."
