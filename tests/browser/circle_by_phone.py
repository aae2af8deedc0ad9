"""The same evening played by six phones over sockets, so that its transcript can be laid beside the other one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from dialogue.vocabulary import PlanOption
from sessions.rehearsal.player import Player, prepare
from sessions.rehearsal.steps import Asks, Comes, Of, Script, Step
from tests.browser import circle as said
from tests.tools.group import leader_of
from tests.tools.server import ServerProcess

LEAD = "lead"
OPTIONS = (PlanOption.PRINCIPLES, PlanOption.TESTS, PlanOption.POSITIONS)


def by_phone(server: ServerProcess) -> dict[str, Any]:
    """The transcript of the evening, as its facilitator downloads it."""
    script = Script(said.TITLE, said.QUESTION, OPTIONS, "en", LEAD, tuple(_steps()), ())
    leader = leader_of(server)
    player = Player(leader, prepare(leader, script), script)
    try:
        player.play()
        page = leader.get(f"/d/{player.dialogue}/transcript.json")
    finally:
        player.close()
    made: dict[str, Any] = json.loads(page.text)
    return made


def _leads(type_: str, makes: str = "", /, **data: Any) -> Asks:
    return Asks(LEAD, type_, data, _item(makes) if makes else None)


def _item(words: str) -> Of:
    """What was made by these words."""
    return Of("item", words)


def _below(*words: str) -> list[Of]:
    return [_item(below) for below in words]


def _states(kind: str, text: str, *below: str, **data: Any) -> Asks:
    return _leads("write_statement", text, kind=kind, text=text, rests_on=_below(*below), **data)


def _steps() -> Iterator[Step]:
    yield _leads("open_door")
    for name in said.PEOPLE:
        yield Comes(name, name, "participant")
        yield Asks(name, "agree_to_rules")
    yield from _chosen()
    yield from _narrated()
    yield from _found()
    yield from _answered()
    yield from _ended()


def _chosen() -> Iterator[Step]:
    yield _leads("move_to_stage", stage="experiences")
    for name, title in (*said.TOLD.items(), ("Elder", said.STORY), ("Hazel", said.TAKEN_BACK)):
        yield Asks(name, "tell_experience", {"title": title}, _item(title))
    yield Asks("Hazel", "withdraw_item", {"item": _item(said.TAKEN_BACK)})
    yield _leads("move_to_stage", stage="selection")
    for name, titles in said.MARKED.items():
        yield Asks(name, "mark_experiences", {"experiences": _below(*titles)})
    for name, text in said.REASONS_TO_CHOOSE.items():
        yield Asks(name, "give_choice_reason", {"experience": _item(said.STORY), "text": text})
    yield _leads("show_marks")
    yield _leads("ask_narrator", experience=_item(said.STORY), why=said.WHY)
    yield Asks("Elder", "accept_narrating", {"experience": _item(said.STORY)})


def _narrated() -> Iterator[Step]:
    yield _leads("move_to_stage", stage="narrative")
    for place, text in enumerate(said.SENTENCES):
        yield _leads("write_sentence", text, text=text if place else said.MISHEARD)
    yield Asks("Elder", "correct_sentence", {"sentence": _item(said.SENTENCES[0]), "text": said.SENTENCES[0]})
    name, about, fact = said.FACT
    yield Asks(name, "ask_fact", {"text": fact, "about": _item(about)}, _item(fact))
    yield _leads("answer_fact", said.ANSWERED, clarification=_item(fact), text=said.ANSWERED, after=_item(about))
    yield _leads("mark_heated_point", sentence=_item(said.DECISIVE))
    yield Asks("Elder", "approve_narrative")


def _found() -> Iterator[Step]:
    yield _leads("move_to_stage", stage="judgement")
    yield _states("core_statement", said.CORE, said.DECISIVE, owner=Of("seat", "Elder"))
    yield _states("judgement", said.JUDGEMENT, said.CORE)
    for reason, below in said.REASONS.items():
        yield _states("reason", reason, *below)
    yield Asks("Hazel", "raise_doubt", {"about": _item(said.SECOND_REASON), "text": said.DOUBT}, _item(said.DOUBT))
    yield Asks("Hazel", "close_doubt", {"doubt": _item(said.DOUBT), "how": said.SETTLED})
    yield _leads("move_to_stage", stage="principles")
    yield _states("rule", said.RULE, *said.REASONS)
    yield _states("principle", said.PRINCIPLE, said.RULE)


def _answered() -> Iterator[Step]:
    yield _leads("move_to_stage", stage="consensus")
    for text in (said.FIRST_ANSWER, said.ANSWER):
        yield _leads("word_answer", text, text=text, rests_on=_below(said.PRINCIPLE))
    for title, (result, matter, note) in said.TESTS.items():
        more = {"matter": matter} if matter else {}
        tested = {"answer": _item(said.ANSWER), "experience": _item(title), "result": result, "note": note}
        yield _leads("test_answer", **tested, **more)
    for name, position in said.POSITIONS.items():
        words = {"text": said.RESERVATION} if position == "agree_with_reservation" else {}
        yield Asks(name, "take_position", {"answer": _item(said.ANSWER), "position": position, **words})
    yield _leads("show_positions")


def _ended() -> Iterator[Step]:
    yield _leads("propose_outcome", "outcome", kind="consensus_with_reservations")
    for name in said.PEOPLE:
        yield Asks(name, "answer_outcome", {"outcome": _item("outcome"), "confirms": True})
    yield _leads("settle_outcome")
    yield _leads("move_to_stage", stage="evaluation")
    for name, (items, word) in zip(said.PEOPLE, said.SHEETS, strict=True):
        yield Asks(name, "answer_evaluation", {"items": items, "open_word": word})
    yield _leads("move_to_stage", stage="closing")
    yield _leads("close_dialogue")
