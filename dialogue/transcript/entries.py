"""The entries of a transcript: everything that was said and still stands, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, assert_never

from dialogue.state import Dialogue
from dialogue.state.items import (
    Answer,
    AnyItem,
    ChoiceReason,
    Clarification,
    Doubt,
    Experience,
    Kept,
    Meta,
    MetaNote,
    Note,
    Observation,
    Outcome,
    Sentence,
    Statement,
    Test,
    Wording,
)
from dialogue.transcript.history import History
from dialogue.vocabulary import ItemId, StageKey, Standing


def sections_of(history: History) -> list[dict[str, Any]]:
    """One section per stage in which something was said, in the method's order."""
    sections: list[dict[str, Any]] = []
    state = history.state
    for stage in state.method.stages:
        said = [item for item in _in_order(state) if _stage_of(history, item) is stage.key]
        entries = [_entry(history, told) for item in said for told in _with_doubts(state, item)]
        if entries:
            sections.append({"stage": stage.key.value, "id": f"stage-{stage.key.value}", "entries": entries})
    return sections


def is_told(state: Dialogue, item: AnyItem) -> bool:
    """Whether an item is in the transcript: neither parked nor struck when last seen, nor is what it belongs to."""
    if item.standing not in {Standing.UP, Standing.WITHDRAWN} or item.hidden:
        return False
    if isinstance(item, Sentence) and not item.label:
        return False
    if isinstance(item, ChoiceReason) and not state.marks_shown:
        return False
    belongs_to = _belongs_to(item)
    whole = state.item(belongs_to) if belongs_to else None
    return whole is None or is_told(state, whole)


def _belongs_to(item: AnyItem) -> ItemId | None:
    match item:
        case Sentence() | ChoiceReason():
            return item.experience
        case Doubt() | Clarification():
            return item.about
        case Kept() | Test():
            return item.answer
        case Wording() | Experience() | Statement() | Answer() | Outcome() | Meta():
            return None
        case MetaNote():
            return item.meta
        case Note() | Observation():
            return None
        case _:
            assert_never(item)


def _in_order(state: Dialogue) -> Iterator[AnyItem]:
    """What the group said of the matter, but doubts and outcomes; what stands beside an answer follows it.

    Reasons for the choice stand in the order of their random ids: nobody should read who spoke first. Meta-dialogues
    stand apart (transcript.meta); private notes and observations are nobody's to read here.
    """
    yield from state.wordings.values()
    yield from state.experiences.values()
    yield from sorted(state.choice_reasons.values(), key=lambda reason: reason.id)
    for experience in state.experiences.values():
        told = (sentence for sentence in state.sentences.values() if sentence.experience == experience.id)
        yield from sorted(told, key=lambda sentence: sentence.place)
    yield from state.clarifications.values()
    yield from state.statements.values()
    for answer in state.answers.values():
        yield answer
        yield from (test for test in state.tests.values() if test.answer == answer.id)
        yield from (kept for kept in state.kept.values() if kept.answer == answer.id)


def _stage_of(history: History, item: AnyItem) -> StageKey:
    match item:
        case Wording():
            return StageKey.QUESTION
        case Experience():
            return StageKey.EXPERIENCES
        case ChoiceReason():
            return StageKey.SELECTION
        case Sentence() | Clarification():
            return StageKey.NARRATIVE
        case Statement():
            return history.written_in[item.id]
        case Answer() | Kept() | Test() | Outcome() | Doubt():
            return StageKey.CONSENSUS
        case Meta() | MetaNote() | Note() | Observation():
            raise ValueError(f"{type(item).__name__} belongs to no section")
        case _:
            assert_never(item)


def _with_doubts(state: Dialogue, item: AnyItem) -> Iterator[AnyItem]:
    """The item, and after it the doubts about it."""
    if is_told(state, item):
        yield item
        yield from (doubt for doubt in state.doubts.values() if doubt.about == item.id and is_told(state, doubt))


def _entry(history: History, item: AnyItem) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "id": item.id,
        "number": None if isinstance(item, Sentence | ChoiceReason) else item.number,
        "label": item.label if isinstance(item, Sentence) else None,
        "kind": _kind(item),
        "standing": item.standing.value,
        "text": None,
        "versions": [],
        "rests_on": [],
        "about": _belongs_to(item),
        "link": None,
        "open": None,
        "how": None,
        "signature": None,
        "account": None,
        "experience": None,
        "result": None,
        "matter": None,
        "answered_by": None,
    }
    if item.standing is Standing.UP:
        # Words that were erased read as nothing: an old record may still say that they were there.
        versions = [text for text in history.versions.get(item.id, ()) if text]
        entry.update(text=item.text, versions=versions, **_particulars(history.state, item))
    return entry


def _particulars(state: Dialogue, item: AnyItem) -> dict[str, Any]:
    match item:
        case Statement() | Answer():
            return {"rests_on": [below for below in item.rests_on if _stands(state, below)]}
        case Doubt():
            link = item.link if item.link and _stands(state, item.link) else None
            return {"link": link, "open": item.open, "how": item.how or None, "signature": item.signature}
        case Kept():
            return {"signature": item.signature}
        case Experience():
            return {"account": item.account or None}
        case Clarification():
            answered = item.answered_by if item.answered_by and _stands(state, item.answered_by) else None
            return {"signature": item.signature, "answered_by": answered}
        case Test():
            tested = item.experience if _stands(state, item.experience) else None
            matter = item.matter.value if item.matter else None
            return {"experience": tested, "result": item.result.value, "matter": matter}
        case _:
            return {}


def _stands(state: Dialogue, wanted: ItemId) -> bool:
    item = state.item(wanted)
    return item is not None and item.standing is Standing.UP and is_told(state, item)


def _kind(item: AnyItem) -> str:
    match item:
        case Statement() | Kept():
            return item.kind.value
        case ChoiceReason():
            return "choice_reason"
        case _:
            return type(item).__name__.lower()
