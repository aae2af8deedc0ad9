"""One laptop, a projector and paper: a group of six without any device, and the same evening with six phones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser import circle as said
from tests.browser.circle_by_phone import by_phone
from tests.browser.hall import Window, hall
from tests.browser.laptop import Laptop
from tests.browser.round_table import EVENING, SUPERIOR
from tests.tools.server import ServerProcess

A3 = (420, 297)
POINTS_TO = ("about", "link", "experience", "answered_by")  # fields of an entry that have another entry's id


@pytest.fixture(scope="module")
def laptop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Laptop]:
    """The evening, played to its end."""
    with hall(tmp_path_factory.mktemp("table") / "data") as opened:
        lead = Laptop(opened)
        for stage in EVENING:
            stage(lead)
        yield lead


@pytest.fixture(scope="module")
def transcript(laptop: Laptop) -> dict[str, Any]:
    found: dict[str, Any] = laptop.reads("transcript.json")
    return found


@pytest.fixture(scope="module")
def phones(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The transcript of the same evening with phones."""
    server = ServerProcess(tmp_path_factory.mktemp("phones") / "data")
    try:
        return by_phone(server)
    finally:
        server.stop()


def without_ids_and_times(transcript: dict[str, Any]) -> dict[str, Any]:
    """The same, with the words of an entry where its id stood; reasons for the choice have no order of their own."""
    entries = [entry for section in transcript["sections"] for entry in section["entries"]]
    words = {entry["id"]: (entry["kind"], entry["number"], entry["label"], entry["text"]) for entry in entries}

    def named(ids: list[str]) -> list[Any]:
        return [words[one] for one in ids]

    def told(entry: dict[str, Any]) -> dict[str, Any]:
        pointing = {field: entry[field] and words[entry[field]] for field in POINTS_TO}
        return {**entry, **pointing, "id": None, "rests_on": named(entry["rests_on"])}

    sections = [
        {**section, "entries": [told(entry) for entry in section["entries"]]} for section in transcript["sections"]
    ]
    for section in sections:
        if section["stage"] == "selection":
            section["entries"].sort(key=lambda entry: str(entry["text"]))
    ending = transcript["outcome"]
    beside = {field: named(ending[field]) for field in ("reservations", "dissents", "open_doubts")}
    evaluation = transcript["evaluation"]
    return {
        **transcript,
        "day": None,
        "course": [entered["stage"] for entered in transcript["course"]],
        "sections": sections,
        "heated": words[transcript["heated"]],
        "pointed": named(transcript["pointed"]),
        "outcome": {**ending, **beside, "answer": words[ending["answer"]]},
        "evaluation": {**evaluation, "open_words": sorted(evaluation["open_words"])},
    }


def test_paper_and_phones_leave_the_same_transcript(transcript: dict[str, Any], phones: dict[str, Any]) -> None:
    by_hand, by_phone = without_ids_and_times(transcript), without_ids_and_times(phones)
    assert by_hand.pop("group") == {"people": 6, "by_voice": 6}
    assert by_phone.pop("group") == {"people": 6, "by_voice": 0}
    assert by_hand == by_phone


def test_nothing_of_the_evening_is_missing_in_it(transcript: dict[str, Any]) -> None:
    entries = [entry for section in transcript["sections"] for entry in section["entries"]]
    texts = {entry["text"] for entry in entries}
    expected: set[str | None] = {None, *said.TOLD.values(), said.STORY, *said.SENTENCES, said.ANSWERED, said.FACT[2]}
    expected |= {*said.REASONS_TO_CHOOSE.values(), said.CORE, said.JUDGEMENT, *said.REASONS, said.DOUBT}
    expected |= {said.RULE, said.PRINCIPLE, said.FIRST_ANSWER, said.ANSWER, said.RESERVATION}
    expected |= {said.QUESTION, "", said.TESTS[said.TOLD["Clover"]][2]}  # a test may have no note
    assert texts == expected
    assert [entry["standing"] for entry in entries if entry["text"] is None] == ["withdrawn"]
    [doubt] = [entry for entry in entries if entry["kind"] == "doubt"]
    assert (doubt["open"], doubt["how"]) == (False, said.SETTLED)
    assert transcript["outcome"]["kind"] == "consensus_with_reservations"
    assert transcript["evaluation"]["items"]["helped_me_think"]["high"] == "some"


def test_no_page_for_phones_was_ever_opened(laptop: Laptop) -> None:
    pages = {path for path in laptop.fetched if re.fullmatch(r"/d/[^/]+/|/j/.*|/join", path)}
    assert pages == set()
    assert {path for path in laptop.fetched if "participant" in path} == set()


def test_nobody_is_named_in_what_reached_the_projector(laptop: Laptop) -> None:
    heard = "\n".join(laptop.wall.heard)
    assert len(laptop.wall.heard) > 50
    assert said.ANSWER in heard
    assert said.NAMES.search(heard) is None
    assert re.search(rf'"({"|".join(laptop.slips)})"', heard) is None


def test_numbers_of_slips_are_on_paper_only(laptop: Laptop, transcript: dict[str, Any]) -> None:
    numbers = re.compile(rf"\b({'|'.join(laptop.slips)})\b")
    assert len(set(laptop.slips)) == 10
    page = opened(laptop, "archive")
    archive = page.get_by_role("main").inner_text()
    assert said.STORY in archive
    assert said.ANSWER in archive
    for text in (str(transcript), archive, laptop.page.get_by_role("main").inner_text()):
        assert numbers.search(text) is None
        assert said.NAMES.search(text) is None
    page.close()


def test_the_wall_is_printed_on_one_sheet_of_a3(laptop: Laptop) -> None:
    page = opened(laptop, "paper/wall")
    page.evaluate("document.fonts.ready")
    data = page.pdf(prefer_css_page_size=True, print_background=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", data)
    assert [tuple(round(float(length) / 72 * 25.4) for length in box) for box in boxes] == [A3]
    page.emulate_media(media="print")
    Window(page, "Paper").shot("11-wall")
    wall = page.get_by_role("main").inner_text()
    ladder = (said.CORE, said.JUDGEMENT, *said.REASONS, said.RULE, said.PRINCIPLE, said.ANSWER, said.RESERVATION)
    assert [words for words in (*said.SENTENCES, said.ANSWERED, *ladder) if wall.count(words) != 1] == []
    assert said.NAMES.search(wall) is None
    page.close()


def test_whoever_leads_others_here_can_t_plan_to_write_for_them(laptop: Laptop) -> None:
    page = opened(laptop, "/prepare")
    page.get_by_label("Name of the dialogue").fill("Another one")
    page.get_by_role("group", name="Do you lead anyone in this group?").get_by_role("radio", name="Yes").check()
    page.get_by_role("button", name="Keep the plan and go to the room", exact=True).click()
    expect(page.get_by_role("alert").or_(page.get_by_role("main")).get_by_text(SUPERIOR).first).to_be_visible()
    expect(page).to_have_url(re.compile("/prepare$"))
    page.close()


def opened(laptop: Laptop, path: str) -> Page:
    """Another page of this laptop."""
    page = laptop.page.context.new_page()
    page.goto(path if path.startswith("/") else f"{laptop.dialogue}/{path}")
    return page
