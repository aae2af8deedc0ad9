"""The page of what may leave: the same for everyone in the room, and silent about who kept what back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

import pytest

from tests.sessions.pages.given import Served, Visitor, facilitator, joined, prepared, server

QUESTION = "When is trust a security measure?"
ANSWER = "When somebody has earned it in small things."
TITLE = "The canary gate"
OWN = "Not with a canary on the night shift."


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with server(tmp_path_factory.mktemp("release") / "data") as running:
        yield running


@pytest.fixture(scope="module")
def lead(served: Served) -> Visitor:
    return facilitator(served)


@dataclass
class Room:
    """A dialogue at its closing: an answer, a dissent of Ash's, the outcome recorded."""

    lead: Visitor
    dialogue: str
    ash: Visitor
    birch: Visitor
    answer: str
    dissent: str

    def page(self, who: Visitor, part: str = "") -> str:
        """What it reads on its page."""
        answer = who.get(f"/d/{self.dialogue}/release{part}")
        assert answer.status == 200, answer.text
        return unescape(answer.text)

    def asks(self, who: Visitor, kind: str, part: str = "", **fields: str) -> int:
        """Sends the form of its page."""
        nonce = re.search(r'name="id" value="(\w+)"', self.page(who, part))
        assert nonce is not None
        form = {"id": nonce[1], "type": kind, **fields}
        return who.post(f"/d/{self.dialogue}/release{part}", form).status

    def ids(self) -> dict[str, str]:
        """Answer and dissent, by the words in front of their boxes."""
        return {"answer": self.answer, "dissent": self.dissent}


@pytest.fixture
def room(served: Served, lead: Visitor) -> Room:
    dialogue, code = prepared(lead, "Release", QUESTION)
    ash, birch = joined(served, code, "Ash"), joined(served, code, "Birch")
    does = [
        (lead, "move_to_stage", {"stage": "experiences"}), (ash, "tell_experience", {"title": TITLE}),
        (lead, "move_to_stage", {"stage": "consensus"}), (lead, "word_answer", {"text": ANSWER}),
    ]  # fmt: skip
    made = [_sent(who, dialogue, kind, data) for who, kind, data in does]
    dissent = _sent(ash, dialogue, "voice_remainder", {"kind": "dissent", "answer": made[-1], "text": OWN})
    _sent(lead, dialogue, "propose_outcome", {"kind": "open"})
    _sent(lead, dialogue, "settle_outcome", {})
    _sent(lead, dialogue, "move_to_stage", {"stage": "closing"})
    return Room(lead, dialogue, ash, birch, made[-1], dissent)


def _sent(who: Visitor, dialogue: str, kind: str, data: dict[str, str]) -> str:
    answer = who.command(
        dialogue, kind, data, "console" if who.get(f"/d/{dialogue}/console").status == 200 else "participant"
    )
    assert answer.status == 200, answer.text
    return str(answer.json["receipt"])


def _article(page: str) -> str:
    """What a manager would read, as it stands on a page."""
    found = re.search(r'<article class="released.*?</article>', page, re.S)
    assert found is not None, page
    return found[0]


def test_nothing_leaves_before_it_is_laid_before_the_group(room: Room) -> None:
    assert "Nothing leaves yet" in room.page(room.ash)
    assert room.asks(room.lead, "open_release", "/lead", **{"json-days": "0"}) == 302
    for page in (room.page(room.ash), room.page(room.birch), room.page(room.lead, "/lead")):
        assert QUESTION in page
        assert ANSWER in page
        assert TITLE not in page
        assert not {"Ash", "Birch"} & {*re.findall(r"\w+", _article(page))}


def test_one_keeps_back_in_silence_and_the_rest_travels(room: Room) -> None:
    room.asks(room.lead, "open_release", "/lead", **{"json-days": "0"})
    others, leads = _article(room.page(room.birch)), _article(room.page(room.lead, "/lead"))
    assert room.asks(room.ash, "answer_release", **{"list-kept_back": room.answer, "json-fewer_days": "true"}) == 302
    assert ANSWER not in _article(room.page(room.ash))
    assert _article(room.page(room.birch)) == others
    assert _article(room.page(room.lead, "/lead")) == leads
    assert room.asks(room.lead, "release_result", "/lead") == 422  # Birch said nothing: seven days
    assert room.asks(room.birch, "answer_release", **{"json-fewer_days": "true"}) == 302
    assert "The time to think about it is over" in room.page(room.birch)
    assert room.asks(room.lead, "release_result", "/lead") == 302
    read = room.page(room.birch)
    assert "What left this room" in read
    assert QUESTION in _article(read)
    assert ANSWER not in read
    assert OWN not in read


def test_an_own_view_travels_with_its_owners_word_in_words_that_they_choose(room: Room) -> None:
    room.asks(room.lead, "open_release", "/lead", **{"json-days": "0"})
    assert OWN not in _article(room.page(room.ash))  # not agreed yet
    assert OWN in _article(room.page(room.birch))  # and whether she will is hers to know
    assert room.asks(room.birch, "word_passage", passage=room.dissent, text="Never.") == 422
    assert room.asks(room.ash, "word_passage", passage=room.dissent, text="Not on every shift.") == 302
    for who in (room.ash, room.birch):
        agrees = {"list-agreed": room.dissent} if who is room.ash else {}
        assert room.asks(who, "answer_release", **{"json-fewer_days": "true", **agrees}) == 302
    assert "Not on every shift." in _article(room.page(room.ash))
    assert room.asks(room.lead, "release_result", "/lead") == 302
    assert "Not on every shift." in _article(room.page(room.birch))
    assert OWN not in room.page(room.birch)


def test_what_left_has_the_same_bytes_whenever_it_is_read(room: Room) -> None:
    room.asks(room.lead, "open_release", "/lead", **{"json-days": "0"})
    for who in (room.ash, room.birch):
        room.asks(who, "answer_release", **{"json-fewer_days": "true"})
    room.asks(room.lead, "release_result", "/lead")
    read = {_article(room.page(who)) for who in (room.ash, room.birch, room.ash)}
    assert len(read) == 1
    assert _article(room.page(room.lead, "/lead")) in read


def test_nobody_else_reads_or_asks_anything_there(room: Room, served: Served) -> None:
    room.asks(room.lead, "open_release", "/lead", **{"json-days": "0"})
    stranger = Visitor(served)
    stranger.get("/join")
    assert stranger.get(f"/d/{room.dialogue}/release").status in {302, 403}
    assert stranger.get(f"/d/{room.dialogue}/release/lead").status in {302, 403}
    assert room.ash.get(f"/d/{room.dialogue}/release/lead").status in {302, 403}
    assert room.ash.post(f"/d/{room.dialogue}/release/lead", {"type": "release_result"}).status in {302, 403}
    assert room.asks(room.ash, "release_result") == 422
    assert room.asks(room.ash, "send_note", text="hello") == 422  # the page's own forms and nothing else
    assert room.page(room.birch).count("hello") == 0


def test_whoever_leads_accepts_each_suggestion_and_the_rest_stays(room: Room, lead: Visitor) -> None:
    room.asks(lead, "open_release", "/lead", **{"json-days": "0"})
    told = "Not with Ash on duty, call +44 20 7946 0958."
    assert room.asks(room.ash, "word_passage", passage=room.dissent, text=told) == 302
    page = room.page(lead, "/lead")
    assert "This might tell on somebody" in page
    assert "a name of this dialogue" in page
    assert "a phone number" in page
    assert room.asks(lead, "word_passage", "/lead", passage=room.dissent, accepted="0") == 302
    assert "Not with [person 1] on duty, call +44 20 7946 0958." in _article(room.page(lead, "/lead"))
