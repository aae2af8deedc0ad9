"""Token buckets: generous to people, narrow for a script, and not fooled by clocks."""

from __future__ import annotations

from sessions.rooms.limits import BURST, PER_SECOND, SIEGE_LASTS_MS, WRONG_A_MINUTE, Bucket, Buckets, Siege


def test_a_burst_is_let_through_and_then_so_many_a_second() -> None:
    bucket = Bucket()
    assert sum(bucket.take(1_000) for _ in range(100)) == BURST
    assert sum(bucket.take(2_000) for _ in range(100)) == PER_SECOND
    assert sum(bucket.take(60_000) for _ in range(100)) == BURST


def test_a_clock_that_was_set_back_locks_nobody_out() -> None:
    bucket = Bucket(burst=5, rate=1)
    assert bucket.take(10_000_000)
    assert bucket.take(10_000_000 - 3_600_000)
    assert sum(bucket.take(10_000_000 - 3_600_000 + 5_000) for _ in range(9)) == 5


def test_each_has_a_bucket_of_their_own() -> None:
    buckets = Buckets(burst=2, rate=1)
    assert [buckets.take("ash", 0) for _ in range(3)] == [True, True, False]
    assert buckets.take("birch", 0)


def test_whoever_brings_many_keys_does_not_empty_the_others_buckets() -> None:
    buckets = Buckets(burst=2, rate=0.001, most=100)
    assert [buckets.take("ash", 1_000_000) for _ in range(3)] == [True, True, False]
    for number in range(95):
        buckets.take(str(number), 1_000_000)
    assert not buckets.take("ash", 1_000_000)


def test_buckets_that_are_empty_again_are_forgotten_first() -> None:
    buckets = Buckets(burst=2, rate=1, most=10)
    for number in range(9):
        buckets.take(str(number), 0)
    assert [buckets.take("ash", 60_000) for _ in range(3)] == [True, True, False]
    for number in range(9):
        buckets.take(f"new {number}", 60_000)
    assert not buckets.take("ash", 60_000)


def test_no_number_of_keys_fills_the_memory() -> None:
    buckets = Buckets(burst=2, rate=0.001, most=50)
    for number in range(1_000):
        assert buckets.take(str(number), 0)
    assert len(buckets._buckets) <= 50


def test_looking_whether_there_is_room_takes_none() -> None:
    buckets = Buckets(burst=1, rate=0.001)
    assert [buckets.has_room("ash", 0) for _ in range(3)] == [True] * 3
    assert buckets.take("ash", 0)
    assert not buckets.has_room("ash", 0)


def test_a_class_that_mistypes_is_no_siege_and_a_script_is_one_for_ten_minutes() -> None:
    siege = Siege()
    for number in range(10 * WRONG_A_MINUTE):  # as many a minute as are allowed, for ten minutes
        siege.wrong(number * 60_000 // WRONG_A_MINUTE, f"a{number}")
        assert not siege.is_on(number * 60_000 // WRONG_A_MINUTE)
    at = 3_600_000
    for number in range(WRONG_A_MINUTE + 1):
        assert not siege.is_on(at)
        siege.wrong(at + number, f"b{number}")
    over = at + WRONG_A_MINUTE + SIEGE_LASTS_MS
    assert siege.is_on(at + WRONG_A_MINUTE)
    assert siege.is_on(over - 1)
    assert not siege.is_on(over)


def test_a_clock_that_was_set_back_makes_no_siege_longer() -> None:
    siege, at = Siege(), 10_000_000
    for number in range(WRONG_A_MINUTE + 1):
        siege.wrong(at, f"{number}")
    assert siege.is_on(at - 3_600_000)
    assert not siege.is_on(at - 3_600_000 + SIEGE_LASTS_MS)


def test_the_same_wrong_code_again_and_again_is_no_siege() -> None:
    siege = Siege()
    for number in range(10 * WRONG_A_MINUTE):
        siege.wrong(1_000 + number, "K7F4-M2QX")
    assert not siege.is_on(2_000)
