"""What may be told of answers: three classes from enough people on, and the same shape before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue.disclosure import Answers, form_told, screen_time_median, summary
from dialogue.methods.evaluation import THREE_ITEMS, Share, Third


def ballots(*values: int, word: str = "") -> list[Answers]:
    """Ballots that rate one item each."""
    return [Answers(items={"spoke_freely": value}, open_word=word) for value in values]


def shares(*values: int, threshold: int = 5) -> dict[str, str]:
    """What is said of these ratings."""
    told = summary(ballots(*values), threshold).items["spoke_freely"]
    return {third.value: share.value for third, share in told.items()}


def test_ratings_are_told_in_three_classes() -> None:
    assert shares(1, 2, 3, 4, 5, 5) == {"low": "some", "middle": "few", "high": "some"}
    assert shares(4, 4, 5, 5, 1) == {"low": "few", "middle": "few", "high": "most"}


def test_below_the_threshold_nothing_is_told_and_nothing_looks_different() -> None:
    few, many = summary(ballots(1, 2, 3, 4, word="Hm."), 5), summary(ballots(1, 2, 3, 4, 5, word="Hm."), 5)
    assert set(few.items) == set(many.items) == set(THREE_ITEMS)
    assert {share for told in few.items.values() for share in told.values()} == {Share.TOO_FEW}
    assert all(set(told) == set(Third) for told in (*few.items.values(), *many.items.values()))
    assert (few.open_words, many.open_words) == ((), ("Hm.",) * 5)


def test_an_item_that_few_rated_is_withheld_beside_one_that_many_did() -> None:
    given = [*ballots(1, 2, 3, 4, 5), Answers(items={"helped_me_think": 8}, open_word="")]
    told = summary(given, 5)
    assert told.items["spoke_freely"][Third.LOW] is Share.SOME
    assert set(told.items["helped_me_think"].values()) == {Share.TOO_FEW}


def test_all_cannot_be_told_from_most_nor_none_from_few() -> None:
    assert shares(5, 5, 5, 5, 5) == shares(5, 5, 5, 5, 1)
    assert shares(5, 5, 5, 5, 5, 5, 5, 5) == shares(5, 5, 5, 5, 5, 5, 3, 1)


def test_open_words_stand_in_the_order_that_the_caller_shuffled_and_empty_ones_are_left_out() -> None:
    given = [Answers(items={}, open_word=word) for word in ("c", "", "a", "b", "")]
    assert summary(given, 5).open_words == ("c", "a", "b")


@pytest.mark.parametrize("threshold", [-1, 0, 1])
def test_one_persons_answers_are_told_under_no_threshold(threshold: int) -> None:
    told = summary(ballots(5, word="Only me."), threshold)
    assert set(told.items["spoke_freely"].values()) == {Share.TOO_FEW}
    assert told.open_words == ()


def test_a_form_that_this_version_does_not_know_is_an_error() -> None:
    with pytest.raises(KeyError):
        summary([], 5, "nine_items")


def seconds(*each: int) -> list[Answers]:
    """What devices told of themselves."""
    return [Answers(items={"seconds": one}, open_word="") for one in each]


def test_screen_time_is_told_as_the_median_in_whole_minutes_and_only_of_enough_devices() -> None:
    assert screen_time_median(seconds(30, 200, 271, 400, 86_400), 5) == 5
    assert screen_time_median(seconds(60, 60, 60, 240, 240, 240), 5) == 2
    assert screen_time_median(seconds(0, 0, 0, 0, 20), 5) == 0
    assert screen_time_median(seconds(30, 200, 271, 400), 5) is None
    for threshold in (-1, 0, 1):
        assert screen_time_median(seconds(271), threshold) is None
    assert screen_time_median([], 0) is None


def test_of_several_forms_the_one_that_most_answered_is_told_and_nothing_is_mixed() -> None:
    assert form_told({}, "five_items") == "five_items"
    assert form_told({"three_items": 6, "seven_items": 2}, "seven_items") == "three_items"
    assert form_told({"three_items": 3, "seven_items": 3}, "seven_items") == "seven_items"
    told = summary(ballots(1, 2, 3, 4, 5), 5, "seven_items")
    assert (told.form, len(told.items)) == ("seven_items", 7)
    assert set(told.items["facilitation"].values()) == {Share.TOO_FEW}


@given(st.lists(st.integers(1, 5), max_size=12), st.permutations(range(12)))
def test_who_answered_when_makes_no_difference(values: list[int], order: list[int]) -> None:
    shuffled = [values[place] for place in order if place < len(values)]
    assert shares(*values) == shares(*shuffled)
    assert set(shares(*values).values()) <= ({"too_few"} if len(values) < 5 else {"few", "some", "most"})
