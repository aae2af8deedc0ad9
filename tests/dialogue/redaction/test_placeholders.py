"""One person has one number, in whichever case they are named; two people have two."""

from __future__ import annotations

import pytest

from tests.dialogue.redaction.given import told


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Anna came. Anne left. Anna's son ran.", "[person 1] came. [person 2] left. [person 1] son ran."),
        ("sr", "Ana je tu. Anu smo videli. Anđelu ne.", "[person 1] je tu. [person 1] smo videli. [person 2] ne."),
        ("uk", "Марко мовчав. Марка забрали. Марію ні.", "[person 1] мовчав. [person 1] забрали. [person 2] ні."),
        ("sq", "Arta iku. Artani e di. Artën e thirra.", "[person 1] iku. [person 2] e di. [person 1] e thirra."),
        ("et", "Mart läks. Mardil oli raha. Maret jäi.", "[person 1] läks. [person 1] oli raha. [person 2] jäi."),
        ("fi", "Matti tuli. Matin takki. Mattila nauroi.", "[person 1] tuli. [person 1] takki. [person 2] nauroi."),
        ("de", "Anna kam. Annas Bruder blieb. Anne ging.", "[person 1] kam. [person 1] Bruder blieb. [person 2] ging."),
        ("fi", "Sitten Krelani tuli. Krelanille annettiin.", "Sitten [person 1] tuli. [person 1] annettiin."),
    ],
)  # fmt: skip
def test_cases_of_a_name_share_a_number(language: str, text: str, expected: str) -> None:
    assert told(text, language) == expected


def test_numbers_follow_the_order_of_first_mention_by_category() -> None:
    text = "Then Zamoltan rang 07700 900123, Krelani rang 07700 900456, and Zamoltan rang back."
    assert told(text, "en") == ("Then [person 1] rang [phone 1], [person 2] rang [phone 2], and [person 1] rang back.")
