"""What is found of the published set, which must be what the page says, and what the set is made of."""

from __future__ import annotations

import re

import pytest

from bench.redaction import __main__ as command
from bench.redaction.evaluation import KNOWN, OTHER, STRUCTURED, Tally, tally
from bench.redaction.page import page
from bench.redaction.sets import LANGUAGES, made, parts, stored
from dialogue.redaction.folding import folded
from dialogue.redaction.lists import family_names, given_names
from dialogue.redaction.naming import PARTICLES

SPLIT = re.compile(r"[ -]")


@pytest.fixture(scope="module")
def measured() -> dict[str, Tally]:
    """The figures, as the command measures them."""
    return command.measured()


@pytest.mark.parametrize("language", LANGUAGES)
def test_enough_is_found_and_enough_of_what_is_suggested_is_right(measured: dict[str, Tally], language: str) -> None:
    one = measured[language]
    assert one.recall(*KNOWN) >= 0.98
    assert one.recall(*STRUCTURED) >= 0.98
    assert one.recall(*OTHER) >= 0.85
    assert one.precision >= 0.70


def test_the_page_tells_what_is_measured(measured: dict[str, Tally]) -> None:
    assert command.PAGE.read_text("utf-8") == page(measured), "python -m bench.redaction writes it anew"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stored_sentences_are_those_that_the_generator_makes(language: str) -> None:
    sentences = list(stored("published", language))
    assert sentences == made("published", language)
    assert len(sentences) >= 200
    for one in sentences:
        assert all(one.text[gold.start : gold.end].strip() for gold in one.gold)


@pytest.mark.parametrize("folder", ["published", "development"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_of_a_set_is_on_a_bundled_list(folder: str, language: str) -> None:
    key = language.split("-")[0]
    listed = given_names(key) | family_names(key)
    assert [name for name in _names(folder, language) if folded(name, key) in listed] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_two_sets_share_neither_names_nor_sentences(language: str) -> None:
    assert _names("published", language).isdisjoint(_names("development", language))
    published = {one.text for one in made("published", language)}
    assert published.isdisjoint(one.text for one in made("development", language))
    templates = set(parts("published", language).sections["templates"])
    assert templates.isdisjoint(parts("development", language).sections["templates"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_without_anything_to_find_are_among_them(language: str) -> None:
    assert sum(not one.gold for one in stored("published", language)) >= 10


def test_a_name_that_is_found_by_half_counts_as_missed() -> None:
    told = parts("published", "en")
    (one,) = [one for one in stored("published", "en") if one.text.startswith("Without Llewelyn Trevanion")][:1]
    assert not tally([one], told, "en").missed
    longer = type(one)(one.text, (type(one.gold[0])(one.gold[0].start - 8, one.gold[0].end, "other"),))
    assert tally([longer], told, "en").recall("other") == 0


def _names(folder: str, language: str) -> set[str]:
    told = parts(folder, language)
    names = told.first_forms("other") + told.first_forms("roster")
    return {part for name in names for part in SPLIT.split(name) if part.lower() not in PARTICLES}
