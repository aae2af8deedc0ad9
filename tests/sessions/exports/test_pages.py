"""The way of an export by plain forms, at a real server: choose, wait, fetch once; for whoever leads alone."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from urllib.parse import urlencode
from zipfile import ZipFile

import docx
import pytest

from dialogue.transcript.narrowing import USUAL, Part
from sessions.exports.formats import ALL, FORMATS
from tests.sessions.pages.given import Answer, Served, Visitor, facilitator, joined, prepared, seen, server

USUALLY = sorted(part.value for part in USUAL)


@dataclass
class Evening:
    """A dialogue with one story and one statement, whoever leads it, and one who took part."""

    served: Served
    leader: Visitor
    guest: Visitor
    id: str
    data: Path

    @property
    def here(self) -> str:
        return f"/d/{self.id}/export"

    def orders(self, format: str, *parts: str, by: Visitor | None = None) -> Answer:
        """The form, sent."""
        visitor = by or self.leader
        visitor.get(self.here)
        return sent(visitor, self.here, format, *parts)

    def waits(self, format: str, *parts: str) -> str:
        """The address of an export that is ready."""
        answer = self.orders(format, *parts)
        assert answer.status == 303, answer.text
        address, end = answer.headers["Location"], time.monotonic() + 60
        while "Ready:" not in (page := self.leader.get(address)).text:
            assert (page.status, time.monotonic() < end) == (200, True), page.text
            assert 'http-equiv="refresh"' in page.text
            time.sleep(0.1)
        return str(address)

    def fetches(self, format: str, *parts: str) -> Answer:
        """The file."""
        answer = self.leader.post(f"{self.waits(format, *parts)}/file", {})
        assert answer.status == 200, answer.text
        return answer


def sent(visitor: Visitor, address: str, format: str, *parts: str) -> Answer:
    fields = [("csrf_token", visitor.csrf), ("format", format), *(("parts", part) for part in parts)]
    origin = {"Origin": visitor.served.origin, "Content-Type": "application/x-www-form-urlencoded"}
    return visitor.ask("POST", address, urlencode(fields), origin)


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Evening]:
    data = tmp_path_factory.mktemp("exports") / "data"
    with server(data) as served:
        leader = facilitator(served, "CanaryAccount")
        dialogue, code = prepared(leader, 'Trust "../=x', "When is it right to trust?")
        guest = joined(served, code, "Birch")

        def asks(command: str, who: Visitor = leader, surface: str = "console", /, **given: object) -> None:
            answer = who.command(dialogue, command, given, surface)
            assert answer.status == 200, answer.text

        asks("agree_to_rules", guest, "participant")
        asks("move_to_stage", stage="experiences")
        asks("tell_experience", guest, "participant", title="CanaryStory")
        asks("move_to_stage", stage="selection")
        (told,) = seen(leader, dialogue)["experiences"]
        asks("ask_narrator", experience=told)
        asks("accept_narrating", guest, "participant", experience=told)
        asks("move_to_stage", stage="narrative")
        asks("write_sentence", guest, "participant", text="CanarySentence was said.")
        asks("move_to_stage", stage="judgement")
        asks("write_statement", kind="judgement", text="It was right.", rests_on=[])
        yield Evening(served, leader, guest, dialogue, data)
        assert served.process.poll() is None
        assert [line for line in served.said if "Traceback" in line or "Canary" in line] == []


@pytest.mark.parametrize("format", [known.key for known in ALL])
def test_every_format_is_chosen_waited_for_and_fetched(evening: Evening, format: str) -> None:
    answer = evening.fetches(format, *USUALLY)
    known = FORMATS[format]
    assert answer.headers["Content-Type"] == known.mimetype
    said = answer.headers["Content-Disposition"]
    assert re.fullmatch(rf'attachment; filename="?dialogue-\d{{4}}-\d\d-trust-x\.{known.suffix}"?', said), said
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert b"Canary" not in answer.body
    beginning = {"docx": b"PK", "odt": b"PK", "xlsx": b"PK", "csv": b"PK", "pdf": b"%PDF", "poster_pdf": b"%PDF",
                 "poster_svg": b"<?xml", "markdown": b"# Trust", "json": b"{"}  # fmt: skip
    assert answer.body.startswith(beginning[format])


def test_stories_go_along_only_when_they_are_chosen(evening: Evening) -> None:
    without = docx.Document(BytesIO(evening.fetches("docx", *USUALLY).body))
    words = "\n".join(paragraph.text for paragraph in without.paragraphs)
    assert "It was right." in words
    assert "Canary" not in words
    told = json.loads(evening.fetches("json", *USUALLY, "stories").body)
    assert "CanarySentence was said." in json.dumps(told)
    assert "stories" not in told["leaves_out"]


def test_a_file_is_fetched_once_and_nothing_of_it_stays(evening: Evening) -> None:
    address = evening.waits("csv", *USUALLY)
    assert any(path.is_file() for path in (evening.data / "exports").rglob("*"))
    first = evening.leader.post(f"{address}/file", {})
    assert ZipFile(BytesIO(first.body)).namelist() == ["entries.csv", "doubts.csv", "evaluation.csv", "about.csv"]
    again = evening.leader.post(f"{address}/file", {})
    assert (again.status, "no longer here" in again.text) == (410, True)
    assert evening.leader.get(address).status == 410
    assert [path for path in (evening.data / "exports").rglob("*") if path.is_file()] == []


def test_to_cancel_leads_back_and_leaves_nothing(evening: Evening) -> None:
    address = str(evening.orders("pdf", *USUALLY).headers["Location"])
    page = evening.leader.get(address)
    assert 'http-equiv="refresh"' in page.text or "Ready:" in page.text
    assert evening.leader.post(f"{address}/cancel", {}).headers["Location"] == evening.here
    assert evening.leader.get(address).status == 410
    assert [path for path in (evening.data / "exports").rglob("*") if path.is_file()] == []


def test_the_page_says_what_goes_along_and_nothing_is_chosen_for_stories(evening: Evening) -> None:
    page = evening.leader.get(evening.here).text
    boxes = dict(re.findall(r'name="parts" value="(\w+)"( checked)?', page))
    assert {part for part, checked in boxes.items() if checked} == set(USUALLY)
    assert set(boxes) == {part.value for part in Part}
    assert f'href="{evening.here}"' in evening.leader.get(f"/d/{evening.id}/archive").text
    assert "/export" not in evening.guest.get(f"/d/{evening.id}/archive").text


def test_nothing_chosen_is_no_export(evening: Evening) -> None:
    answer = evening.orders("docx")
    assert (answer.status, "Choose at least one part." in answer.text) == (422, True)


@pytest.mark.parametrize("fields", [("exe", "answer"), ("docx", "everything"), ("docx", "answer", "answer\x00")])
def test_what_no_form_sends_is_refused(evening: Evening, fields: tuple[str, ...]) -> None:
    assert evening.orders(*fields).status == 400


def test_whoever_takes_part_gets_no_copy_and_learns_nothing(evening: Evening) -> None:
    address = evening.waits("markdown", *USUALLY)
    for visitor in (evening.guest, Visitor(evening.served)):
        visitor.get("/join")
        for answer in (visitor.get(evening.here), visitor.get(address), evening.orders("docx", "answer", by=visitor),
                       visitor.post(f"{address}/file", {}), visitor.post(f"{address}/cancel", {})):  # fmt: skip
            assert answer.status == 403
            assert "It was right" not in answer.text
    assert evening.leader.post(f"{address}/file", {}).status == 200, "and nobody cancelled it"


def test_a_form_from_elsewhere_is_refused(evening: Evening) -> None:
    evening.leader.get(evening.here)
    token, evening.leader.csrf = evening.leader.csrf, "forged"
    assert sent(evening.leader, evening.here, "docx", "answer").status == 400
    evening.leader.csrf = token
    assert evening.leader.post(evening.here, {"format": "docx"}, Origin="http://elsewhere.example").status == 403


def test_where_no_pdf_can_be_made_the_same_is_a_page_to_print(evening: Evening) -> None:
    evening.leader.get(evening.here)
    page = sent(evening.leader, f"{evening.here}/print", "pdf", *USUALLY)
    assert page.status == 200
    assert "Save as PDF" in page.text
    assert "It was right." in page.text
    assert "What this leaves out" in page.text
    assert "Canary" not in page.text


def test_what_is_taken_back_meanwhile_makes_the_file_too_old(evening: Evening) -> None:
    told = next(iter(seen(evening.leader, evening.id)["statements"]))
    address = evening.waits("markdown", *USUALLY, "stories")
    assert evening.leader.command(evening.id, "park_item", {"item": told}).status == 200
    answer = evening.leader.post(f"{address}/file", {})
    assert (answer.status, "taken back" in answer.text) == (409, True)
    assert evening.leader.get(address).status == 410
    assert evening.leader.command(evening.id, "unpark_item", {"item": told}).status == 200
