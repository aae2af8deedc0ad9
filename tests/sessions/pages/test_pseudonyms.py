"""Suggested pseudonyms: words that anybody can be called by, drawn by lot, in the language of who comes in."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import chain, combinations

import pytest

from dialogue.rules.names import resembles, shapes
from dialogue.rules.posing import is_reserved
from sessions.pages.pseudonyms import suggest
from sessions.pages.pseudonyms.languages import LISTS, words_for
from tests.cast import Room
from tests.sessions.pages.not_for_names import GIVEN_NAMES, MEANS_SOMETHING_ELSE, RUDE

LATIN = "abcdefghijklmnopqrstuvwxyz"
LETTERS = {
    "en": LATIN,
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "nb": LATIN + "æøå",
    "fi": "adefghijklmnoprstuvyäöb",
    "et": "abdefghijklmnoprstuvõäöüšž",
    "sq": "abcçdeëfghijklmnopqrstuvxyz",
    "sr-Cyrl": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "sr-Latn": "abcčćdđefghijklmnoprsštuvzž",
    "fr": LATIN + "àâæçéèêëîïôœùûü",
    "nl": LATIN + "éëï",
    "de": LATIN + "äöüß",
}
LATIN_FOR_CYRILLIC = "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š"
TO_LATIN = dict(zip(LETTERS["sr-Cyrl"], LATIN_FOR_CYRILLIC.split(), strict=True))
MOST_LETTERS = 12


def looks_like(word: str) -> str:
    """The word in capitals, as it looks."""
    return shapes(word)[1]


def free(_name: str) -> bool:
    return False


def in_latin(word: str) -> str:
    return "".join(TO_LATIN.get(letter, letter) for letter in word.lower()).capitalize()


def one_edit_apart(one: str, other: str) -> bool:
    """Whether a letter more, less or other makes one the other."""
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return max(len(one), len(other)) <= 1


each_list = pytest.mark.parametrize("language", LISTS)


@each_list
def test_a_list_is_long_enough_for_a_group_to_choose(language: str) -> None:
    assert len(LISTS[language]) >= 80
    assert LISTS.keys() == LETTERS.keys()


@each_list
def test_words_are_single_capitalised_and_in_the_letters_of_the_language(language: str) -> None:
    odd = [word for word in LISTS[language] if word != word.capitalize() or not 3 <= len(word) <= MOST_LETTERS]
    odd += [word for word in LISTS[language] if not unicodedata.is_normalized("NFC", word)]
    odd += [word for word in LISTS[language] if set(word.lower()) - set(LETTERS[language])]
    assert odd == []


@each_list
def test_no_two_words_look_or_read_alike(language: str) -> None:
    pairs = list(combinations(LISTS[language], 2))
    assert [pair for pair in pairs if resembles(*pair)] == []
    assert [pair for pair in pairs if one_edit_apart(looks_like(pair[0]), looks_like(pair[1]))] == []


@each_list
def test_no_word_is_a_role_of_the_room(language: str) -> None:
    assert [word for word in LISTS[language] if is_reserved(word)] == []


@each_list
def test_no_word_is_a_given_name_in_any_of_the_languages(language: str) -> None:
    names = {looks_like(name) for name in " ".join(GIVEN_NAMES.values()).split()}
    assert [word for word in LISTS[language] if {looks_like(word), looks_like(in_latin(word))} & names] == []


@each_list
def test_no_word_was_refused_for_what_else_it_means(language: str) -> None:
    refused = MEANS_SOMETHING_ELSE[language.partition("-")[0]].split()
    shapes = {looks_like(word) for word in chain(refused, RUDE.split())}
    assert [word for word in LISTS[language] if {looks_like(word), looks_like(in_latin(word))} & shapes] == []


def test_serbian_has_the_same_words_in_both_alphabets() -> None:
    assert tuple(in_latin(word) for word in LISTS["sr-Cyrl"]) == LISTS["sr-Latn"]


@each_list
def test_the_door_takes_the_words(language: str) -> None:
    room = Room()
    for word in sorted(LISTS[language], key=len)[-8:]:
        room.participant(word)


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ([], "en"),
        (["*"], "en"),
        ([""], "en"),
        (["ja", "th"], "en"),
        (["ja", "uk", "en"], "uk"),
        (["en-GB", "uk"], "en"),
        (["de-CH"], "de"),
        (["FR-be"], "fr"),
        (["fr_BE"], "fr"),
        (["no"], "nb"),
        (["nn-NO"], "nb"),
        (["nb"], "nb"),
        (["sr"], "sr-Cyrl"),
        (["sr-RS"], "sr-Cyrl"),
        (["sr-Cyrl-ME"], "sr-Cyrl"),
        (["sr-Latn"], "sr-Latn"),
        (["sr-Latn-RS"], "sr-Latn"),
        (["sr-ME"], "sr-Latn"),
        (["sq-XK", "sr"], "sq"),
        (["nl-BE"], "nl"),
        (["et-EE"], "et"),
        (["fi"], "fi"),
        (["fil"], "en"),
    ],
    ids=str,
)
def test_the_first_language_that_has_words_gives_them(accepted: Sequence[str], language: str) -> None:
    assert words_for(accepted) == LISTS[language]
    assert suggest(accepted, free) in LISTS[language]


@each_list
def test_every_word_can_be_drawn_and_one_that_is_taken_is_not(language: str) -> None:
    words = LISTS[language]
    for word in words:
        assert suggest([language], (set(words) - {word}).__contains__) == word


def test_words_are_drawn_by_lot() -> None:
    drawn = [suggest(["en"], free) for _ in range(300)]
    assert len(set(drawn)) > len(LISTS["en"]) // 2
    assert drawn != sorted(drawn)


@each_list
def test_when_all_words_are_taken_they_are_numbered_from_two(language: str) -> None:
    words, taken = LISTS[language], list[str]()
    for _ in range(2 * len(words) + 1):
        taken.append(suggest([language], taken.__contains__))
    assert set(taken[: len(words)]) == set(words)
    assert set(taken[len(words) : -1]) == {f"{word} 2" for word in words}
    assert taken[-1] in {f"{word} 3" for word in words}
    room = Room()
    for name in taken[-3:]:
        room.participant(name)
