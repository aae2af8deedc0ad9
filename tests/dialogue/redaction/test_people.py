"""Names that nobody told of: listed, behind a title, or with a capital that only a name would have."""

from __future__ import annotations

import pytest

from dialogue.redaction import Category, Reason, suggest
from tests.dialogue.redaction.given import found, told


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Mr Black was late.", "Black"),
        ("en", "I asked Officer Krelani.", "Krelani"),
        ("en", "I saw O'Shaughnessy-Blythe there.", "O'Shaughnessy-Blythe"),
        ("en", "Only M. Krelani came.", "M. Krelani"),
        ("uk", "Я бачив пана Чорного.", "Чорного"),
        ("nb", "Jeg spurte betjent Krelani.", "Krelani"),
        ("fi", "Kysyin rouva Krelanilta.", "Krelanilta"),
        ("et", "Küsisin härra Krelanilt.", "Krelanilt"),
        ("sq", "E pashë zotin Krelani.", "Krelani"),
        ("sr", "Видео сам госпођу Крелани.", "Крелани"),
        ("fr", "J'ai vu Mme Krelani.", "Krelani"),
        ("nl", "Ik zag Jan van den Broek.", "Jan van den Broek"),
        ("de", "Ich sah Frau Stein.", "Stein"),
        ("de", "Das hat Großeschmidt gesagt.", "Großeschmidt"),
        ("de", "Die Müllers kamen.", "Müllers"),
        ("en", "Then Rose told us.", "Rose"),
        ("fi", "Korhosen veli kävi.", "Korhosen"),
        ("fr", "Jean-Pierre était là.", "Jean-Pierre"),
        ("fr", "J'ai vu Mme de La Tour.", "La Tour"),
    ],
)
def test_a_name_is_found_whole(language: str, text: str, name: str) -> None:
    assert found(text, language, Category.PERSON) == [name]


def test_reasons_tell_why() -> None:
    text = "Miss Krelani and then Zamoltan left. Jessica stayed."
    assert [one.reason for one in suggest(text, "en")] == [
        Reason.AFTER_TITLE, Reason.RARE_CAPITALISED, Reason.LISTED_NAME,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In March the Prison Service changed English lessons. Monday was quiet. God knows why."),
        ("en", "We met at the NATO desk, with PPE and a DVD."),
        ("uk", "У понеділок ніхто не прийшов. Довіра росте повільно. Потім стало тихо."),
        ("nb", "Tilliten er borte. Etterpå var det stille. Alle visste det."),
        ("fi", "Luottamus on poissa. Maanantaina oli hiljaista. Kukaan ei tullut."),
        ("et", "Usaldus on kadunud. Esmaspäeval oli vaikne. Keegi ei tulnud."),
        ("sq", "Besimi ka humbur. Të hënën ishte qetësi. Askush nuk erdhi."),
        ("sr", "Poverenje je nestalo. U ponedeljak je bilo mirno. Niko nije došao."),
        ("fr", "La confiance a disparu. Lundi, tout était calme. Personne n'est venu."),
        ("nl", "Het vertrouwen is weg. Maandag was het rustig. Niemand kwam."),
        ("de", "Das Vertrauen ist weg. Am Montag war Ruhe in der Werkstatt. Aus Angst schwieg die ganze Schicht."),
    ],
)
def test_ordinary_words_with_capitals_are_left_alone(language: str, text: str) -> None:
    assert suggest(text, language) == ()


def test_a_word_that_is_a_name_within_a_sentence_is_one_at_its_beginning() -> None:
    text = "Then Quillfeather came. Quillfeather? Nobody knew."
    assert told(text, "en") == "Then [person 1] came. [person 1]? Nobody knew."


def test_a_family_name_alone_is_whoever_had_it_last() -> None:
    text = "I met Anna Krelani and Tom Wojtasik. Krelani laughed, and so did Tom."
    assert told(text, "en") == "I met [person 1] and [person 2]. [person 1] laughed, and so did [person 2]."


def test_an_anonymous_prisoner_stays_as_he_is() -> None:
    assert suggest("First I asked prisoner A, then B.", "en") == ()
