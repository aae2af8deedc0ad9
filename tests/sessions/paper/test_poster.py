"""The wall on paper: what stands where, in letters as large as one sheet allows."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dialogue import commands as ask
from dialogue.vocabulary import Kind, StageKey, Words
from sessions.paper.wall import wall_of
from sessions.poster.heights import SMALL
from sessions.poster.layout import SIZES, poster
from sessions.poster.measure import lines, width
from sessions.poster.rows import Look, Wall
from sessions.poster.shapes import FOOT, HEIGHT, WIDTH, Box
from tests.browser.walls import Room, grown, narrated


def long_wall(reasons: int) -> Room:
    """A wall with so many reasons, each doubted."""
    room, told = narrated(12)
    for n in range(reasons):
        reason = room.writes(
            Kind.REASON, "It was right, for a reason that takes a while to be said. " * 2, told[n % 12]
        )
        room.doubts(reason, "But is this so, whenever somebody else is hurt by it?")
    return room


def wall(room: Room) -> Wall:
    return wall_of(room.view)


def test_a_wall_is_read_from_the_narrative_upwards() -> None:
    read = wall(grown()[0])
    looks = [[row.look for row in column] for column in read.columns]
    assert [column[0] for column in looks] == [Look.HEADING] * 3
    assert looks[0].count(Look.SENTENCE) == 9
    assert [row.label for row in read.columns[1][1:]] == [
        "Core statement",
        "Judgement",
        "Reason 1",
        "Reason 2",
        "Reason 3",
    ]
    assert [row.label for row in read.columns[2][1:4]] == ["Rule 1", "Rule 2", "Rule 3"]
    assert read.columns[1][1].note == "rests on 5 · 8"
    assert [row.label for row in read.columns[0] if row.heated] == ["5"]


def test_what_rests_on_nothing_says_so_and_a_doubt_stands_at_what_it_is_about() -> None:
    room, _told = grown()
    loose = room.writes(Kind.PRINCIPLE, "Out of nowhere.")
    room.doubts(loose, "Where from?")
    *_before, statement, doubt = wall(room).columns[2]
    assert (statement.loose, statement.note) == (True, "rests on nothing yet")
    assert (doubt.look, doubt.text) == (Look.DOUBT, "Where from?")


def test_before_anything_is_told_the_question_stands_alone() -> None:
    made = poster(wall(Room("When is it right to trust?")))
    assert (made.question.row.text, made.answer) == ("When is it right to trust?", None)
    assert [page.boxes for page in made.pages] == [()]
    assert made.points == SIZES[0]


@pytest.mark.parametrize(("reasons", "sheets"), [(1, 1), (10, 1), (16, 1), (30, 2), (60, 3)])
@pytest.mark.parametrize("rtl", [False, True])
def test_nothing_overlaps_or_leaves_the_sheet(reasons: int, sheets: int, rtl: bool) -> None:
    made = poster(wall(long_wall(reasons)), rtl)
    assert len(made.pages) == sheets
    head = (made.question, *([made.answer] if made.answer else []))
    for place, page in enumerate(made.pages):
        boxes = [*page.boxes, *(head if place == 0 else ())]
        for box in boxes:
            assert box.x >= -0.01
            assert box.x + box.width <= WIDTH + 0.01
            assert box.y + box.height <= HEIGHT - FOOT + 0.01
        assert [pair for pair in _pairs(boxes) if _overlap(*pair)] == []
        for column in {box.column for box in page.boxes}:
            *_others, last = sorted((box for box in page.boxes if box.column == column), key=lambda box: box.y)
            assert last.row.look is not Look.HEADING
    assert sum(len(page.boxes) for page in made.pages) == sum(map(len, wall(long_wall(reasons)).columns))


def test_letters_shrink_with_what_there_is_to_read_and_never_below_nine_points() -> None:
    sizes = [poster(wall(long_wall(reasons))).points for reasons in (1, 10, 16, 20)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > 1.4 * sizes[-1]
    assert min(SIZES) * SMALL >= 9


def test_a_long_ladder_is_broken_over_two_columns_before_it_needs_another_sheet() -> None:
    read = wall(long_wall(16))
    made = poster(read)
    (page,) = made.pages
    assert len(read.columns) == 2
    assert {box.column for box in page.boxes} == {0, 1, 2}
    assert {box.column for box in poster(wall(long_wall(1))).pages[0].boxes} == {0, 1}


def test_a_thread_runs_between_neighbours_and_never_through_words() -> None:
    room, told = grown()
    far = room.writes(Kind.PRINCIPLE, "From a sentence at once.", told[0])
    (page,) = poster(wall(room)).pages
    where = {box.row.id: box for box in page.boxes}
    # Two of the core statement, one each of the judgement, three reasons, three rules and three principles.
    assert len(page.threads) == 12
    assert where[far].column - where[told[0]].column == 2, "told by its number instead"
    assert [thread.heated for thread in page.threads] == [False] * 11 + [True], "the heated one lies on top"
    ends = {(thread.x, thread.y) for thread in page.threads}
    for x, y in ends:
        assert any(box.x < x < box.x + box.width and box.y < y < box.y + box.height for box in page.boxes)


def test_the_answer_stands_on_top_and_what_people_keep_stands_beside_it() -> None:
    room, _told = grown()
    room.moves_to(StageKey.CONSENSUS)
    first = room.does(ask.WordAnswer(Words("A first wording.")))
    room.doubts(first, "About the first wording.")
    answer = room.does(ask.WordAnswer(Words("The wording that stands.")))
    room.doubts(answer, "Always?")
    made = poster(wall(room))
    assert made.answer is not None
    assert (made.answer.row.text, made.answer.row.loose) == ("The wording that stands.", True)
    (page,) = made.pages
    assert made.answer.y + made.answer.height <= min(box.y for box in page.boxes)
    texts = [box.row.text for box in page.boxes]
    assert "Always?" in texts
    assert "About the first wording." not in texts


def test_words_are_measured_in_every_alphabet() -> None:
    for text in ("Slow and steady.", "Повільно і впевнено.", "Ægir åt ærter på øya.", "ゆっくり"):
        assert 0.2 * len(text) < width(text) < 1.1 * len(text)
    assert lines("", 10) == 1
    assert [lines("word " * n, 12) for n in (1, 4, 40)] == sorted(lines("word " * n, 12) for n in (1, 4, 40))
    assert lines("a" * 400, 20) >= 400 * 0.5 / 20, "a word without an end is broken"


def _pairs(boxes: list[Box]) -> list[tuple[Box, Box]]:
    return [pair for column in range(-1, 3) for pair in pairwise(sorted(_in(boxes, column), key=lambda box: box.y))]


def _in(boxes: list[Box], column: int) -> list[Box]:
    return [box for box in boxes if box.column == column]


def _overlap(above: Box, below: Box) -> bool:
    return above.y + above.height > below.y + 0.01
