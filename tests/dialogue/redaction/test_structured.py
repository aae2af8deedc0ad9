"""Addresses, numbers, plates, cells and dates."""

from __future__ import annotations

import pytest

from dialogue.redaction import Category, Reason, suggest
from tests.dialogue.redaction.given import found, told

C = Category


@pytest.mark.parametrize(
    ("language", "text", "category", "what"),
    [
        ("en", "Mail a.b+c@mail.example.org, please.", C.E_MAIL, "a.b+c@mail.example.org"),
        ("en", "Mail anna (at) example.org.", C.E_MAIL, "anna (at) example.org"),
        ("en", "Ring 020 7946 0123 now.", C.PHONE, "020 7946 0123"),
        ("uk", "Дзвоніть +380 (67) 123-45-67.", C.PHONE, "+380 (67) 123-45-67"),
        ("sq", "Thirr 069 212 3456.", C.PHONE, "069 212 3456"),
        ("fr", "Appelez le 06 12 34 56 78.", C.PHONE, "06 12 34 56 78"),
        ("en", "Prisoner number A1234BC left.", C.IDENTIFIER, "A1234BC"),
        ("en", "NHS number 943 476 5919 it is.", C.IDENTIFIER, "943 476 5919"),
        ("nb", "Fødselsnummer 15108695088 sto der.", C.IDENTIFIER, "15108695088"),
        ("fi", "Siinä luki 131052-308T.", C.IDENTIFIER, "131052-308T"),
        ("et", "Seal oli 36805280109.", C.IDENTIFIER, "36805280109"),
        ("sr", "Pisalo je 0101006500006.", C.IDENTIFIER, "0101006500006"),
        ("nl", "Er stond 1112.22.333.", C.IDENTIFIER, "1112.22.333"),
        ("de", "Auf der Karte stand 36 574 261 809.", C.IDENTIFIER, "36 574 261 809"),
        ("de", "Das Aktenzeichen 12 Js 345/22 fehlt.", C.IDENTIFIER, "12 Js 345/22"),
        ("en", "A van, AB12 CDE, waited.", C.PLATE, "AB12 CDE"),
        ("uk", "Машина АА1234ВС чекала.", C.PLATE, "АА1234ВС"),
        ("fi", "Auto ABC-123 odotti.", C.PLATE, "ABC-123"),
        ("de", "Das Auto B-AB 1234 wartete.", C.PLATE, "B-AB 1234"),
        ("en", "He is in cell B2-14 now.", C.CELL_OR_BADGE, "cell B2-14"),
        ("en", "He is on C wing now.", C.CELL_OR_BADGE, "C wing"),
        ("uk", "Він у камері №12.", C.CELL_OR_BADGE, "камері №12"),
        ("fi", "Hän on sellissä 12.", C.CELL_OR_BADGE, "sellissä 12"),
        ("et", "Ta on 12. kambris.", C.CELL_OR_BADGE, "12. kambris"),
        ("sr", "Он је у ћелији 12.", C.CELL_OR_BADGE, "ћелији 12"),
        ("en", "Badge no. 4471 was new.", C.CELL_OR_BADGE, "Badge no. 4471"),
        ("en", "It was on 3 June 2022.", C.DATE, "3 June 2022"),
        ("en", "It was on June 3rd, 2022.", C.DATE, "June 3rd, 2022"),
        ("en", "It was in June 2022.", C.DATE, "June 2022"),
        ("uk", "Це було 3 червня 2022 року.", C.DATE, "3 червня 2022"),
        ("fi", "Se oli 3. kesäkuuta.", C.DATE, "3. kesäkuuta"),
        ("fr", "C'était le 1er mars 2022.", C.DATE, "1er mars 2022"),
        ("de", "Es war am 3.6.2022.", C.DATE, "3.6.2022"),
        ("en", "It was on 2022-06-03.", C.DATE, "2022-06-03"),
    ],
)
def test_it_is_found_whole(language: str, text: str, category: Category, what: str) -> None:
    assert found(text, language, category) == [what]
    assert len(suggest(text, language)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "We were 12 people at 10:30, for 40 minutes.",
        "In 2019 things changed; 1 in 3 said so.",
        "He may leave in a week. Six cells were open.",
        "See points 2 and 4, or 3.5 of them.",
    ],
)
def test_ordinary_numbers_are_left_alone(text: str) -> None:
    assert suggest(text, "en") == ()


def test_check_digits_are_a_reason() -> None:
    (one,) = suggest("It said GB82WEST12345698765432 there.", "en")
    assert (one.category, one.reason) == (Category.IDENTIFIER, Reason.CHECKED_NUMBER)


def test_the_same_thing_has_the_same_placeholder() -> None:
    text = "Ring 07700 900123 or 07700 900456. If 07700900123 is busy, wait."
    assert told(text, "en") == "Ring [phone 1] or [phone 2]. If [phone 1] is busy, wait."
