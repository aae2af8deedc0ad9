"""A dialogue as people read it afterwards: `transcript` makes it from the record, `as_markdown` writes it out.

The shape is "dialogue-transcript/2", described in docs/transcript.schema.json. Nobody's seat stands in it, no
pseudonym but where someone signed, no time finer than minutes from the start. What was parked or struck is left out;
of what was withdrawn a line without words remains.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from dialogue.events import Event
from dialogue.methods.evaluation import Summary
from dialogue.state import Dialogue
from dialogue.transcript.entries import is_told, sections_of
from dialogue.transcript.history import History, remembered
from dialogue.transcript.markdown import as_markdown
from dialogue.transcript.words import ENGLISH
from dialogue.vocabulary import Remainder

__all__ = ["ENGLISH", "SCHEMA", "as_markdown", "transcript"]

SCHEMA = "dialogue-transcript/2"


def transcript(events: Iterable[tuple[Event, int]], evaluation: Summary | None = None) -> dict[str, Any]:
    """The transcript of a record, whole or as far as it goes, as JSON. Times of events in UTC milliseconds.

    Without an evaluation, or before there is one, `evaluation` is null. ValueError for an empty record.
    """
    history = remembered(events)
    state = history.state
    question = state.wordings.get(state.question) if state.question else None
    return {
        "schema": SCHEMA,
        "title": state.title,
        "question": question.text if question and question.up else None,
        "why_question": (question and question.up and state.question_why) or None,
        "method": f"{state.method.key}/{state.method.version}",
        "language": state.plan.language,
        "day": datetime.fromtimestamp(history.start / 1000, UTC).date().isoformat(),
        "course": _course(history),
        "sections": sections_of(history),
        "why_chosen": (state.chosen and state.why) or None,
        "heated": _heated(state),
        "pointed": _pointed(state),
        "meta": _meta(state),
        "outcome": _outcome(state),
        "group": {"people": history.people, "by_voice": history.by_voice},
        "evaluation": None if evaluation is None else _evaluation(evaluation),
    }


def _course(history: History) -> list[dict[str, Any]]:
    return [{"stage": stage.value, "entered": history.minute(at)} for stage, at in history.course]


def _heated(state: Dialogue) -> str | None:
    """The sentence that was marked as the decisive moment."""
    sentence = state.sentences.get(state.heated) if state.heated else None
    return sentence.id if sentence and sentence.up and is_told(state, sentence) else None


def _pointed(state: Dialogue) -> list[str]:
    """Sentences that somebody pointed at, in the order of the narrative, once that was shown; never how many did."""
    pointed = {sentence for chosen in state.pointing.values() for sentence in chosen} if state.pointing_shown else set()
    told = (state.sentences[sentence] for sentence in pointed)
    return [one.id for one in sorted(told, key=lambda one: one.place) if one.up and is_told(state, one)]


def _meta(state: Dialogue) -> list[dict[str, Any]]:
    """Talks about how we work together: what we change. Their notes only where the group agreed to let them out."""
    return [
        {
            "number": meta.number,
            "stage": meta.stage.value,
            "state": meta.state.value,
            "called_by": meta.signature,
            "what_we_change": meta.text or None,
            "notes": [
                note.text for note in state.meta_notes.values() if meta.shared and note.meta == meta.id and note.up
            ],
        }
        for meta in state.metas.values()
        if meta.up
    ]


def _outcome(state: Dialogue) -> dict[str, Any] | None:
    """The outcome that stands, pointing to entries by id; null before one is proposed."""
    if state.outcome is None:
        return None
    outcome = state.outcomes[state.outcome]
    answer = state.answers.get(outcome.answer) if outcome.answer else None
    beside = [kept for kept in state.kept.values() if kept.up and answer is not None and kept.answer == answer.id]
    return {
        "kind": outcome.kind.value,
        "state": outcome.state.value,
        "dividing_question": outcome.text or None,
        "answer": answer.id if answer and answer.up else None,
        "reservations": [kept.id for kept in beside if kept.kind is Remainder.RESERVATION and is_told(state, kept)],
        "dissents": [kept.id for kept in beside if kept.kind is Remainder.DISSENT and is_told(state, kept)],
        "open_doubts": [
            doubt.id for doubt in state.doubts.values() if doubt.up and doubt.open and is_told(state, doubt)
        ],
    }


def _evaluation(evaluation: Summary) -> dict[str, Any]:
    return {
        "form": evaluation.form,
        "items": {
            item: {third.value: share.value for third, share in shares.items()}
            for item, shares in evaluation.items.items()
        },
        "open_words": list(evaluation.open_words),
        "screen_minutes": evaluation.screen_minutes,
    }
