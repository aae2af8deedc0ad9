"""The transcript of a dialogue as it is on disk now, as far as a reader may have it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from dialogue.disclosure import Answers, form_told, screen_time_median, summary
from dialogue.events import Event
from dialogue.methods.evaluation import FORMS, SCREEN_TIME, Summary, form_of
from dialogue.transcript import transcript
from dialogue.vocabulary import Audience
from sessions import runtime
from sessions.rooms.credentials import Who
from sessions.rooms.registry import Place
from sessions.rooms.room import event_of
from sessions.storage.appends import Stored
from sessions.storage.store import Storage

BREATH = 32  # events: a long record takes as long as several screens may wait


def transcript_of(storage: Storage, place: Place, who: Who) -> Mapping[str, Any]:
    """The transcript for this reader (docs/transcript.schema.json). Others are served while it is made."""
    return transcript(_breathing(storage.load(place.room.id)), _evaluation(storage, place, who))


def _breathing(rows: Iterable[Stored]) -> Iterator[tuple[Event, int]]:
    for number, row in enumerate(rows, 1):
        if number % BREATH == 0:
            runtime.sleep(0)
        yield event_of(row), row.at


def _evaluation(storage: Storage, place: Place, who: Who) -> Summary | None:
    """Results once the dialogue is closed: never while someone could tell whose answer just came in.

    The open words were written to whoever led; in a small group others would know the hand.
    """
    state = place.room.committed
    if not state.closed:
        return None

    def ballots(form: str) -> list[Answers]:
        return [json.loads(body) for body in storage.ballots(place.room.id, form)]

    answered = {form: ballots(form) for form in FORMS}
    form = form_told({form: len(given) for form, given in answered.items()}, form_of(state.options))
    told = replace(
        summary(answered[form], state.threshold, form),
        screen_minutes=screen_time_median(ballots(SCREEN_TIME), state.threshold),
    )
    return told if who.audience is Audience.FACILITATOR else replace(told, open_words=())
