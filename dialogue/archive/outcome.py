"""How a dialogue ended, as a text to read: question, answer, and what stands beside it. Nobody's name is in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dialogue.transcript import ENGLISH

_STORIES = frozenset({"experience", "sentence", "choice_reason", "clarification", "test"})


def outcome_text(transcript: Mapping[str, Any], *, stories: bool) -> str:
    """The outcome of a transcript in plain text. Doubts about a story are in it only where `stories` are wanted."""
    return "\n".join(_lines(transcript, stories)).strip() + "\n"


def _lines(transcript: Mapping[str, Any], stories: bool) -> Iterator[str]:
    yield from (transcript["title"], transcript["day"], "")
    if transcript["question"]:
        yield f"{ENGLISH['question']}: {transcript['question']}"
    outcome = transcript["outcome"]
    if outcome is None:
        return
    proposed = "" if outcome["state"] == "settled" else f" ({ENGLISH['proposed']})"
    yield f"{ENGLISH['outcome']}: {ENGLISH['outcome.' + outcome['kind']]}{proposed}"
    if outcome["dividing_question"]:
        yield f"{ENGLISH['dividing_question']}: {outcome['dividing_question']}"
    entries = {entry["id"]: entry for section in transcript["sections"] for entry in section["entries"]}
    beside = [*outcome["reservations"], *outcome["dissents"], *outcome["open_doubts"]]
    for wanted in [outcome["answer"], *beside] if outcome["answer"] else beside:
        entry = entries[wanted]
        about = entries.get(entry["about"])
        if entry["text"] and (stories or about is None or about["kind"] not in _STORIES):
            yield from ("", f"{ENGLISH['kind.' + entry['kind']]}: {entry['text']}")
