"""Letting a result leave the room: when objections are over, and what is kept of it together with the event."""

from __future__ import annotations

import json

from dialogue.commands import EndObjections
from dialogue.disclosure.result import counts, quarter_of, result_of
from dialogue.events import Event, ResultReleased
from dialogue.methods.evaluation import form_of
from dialogue.state import Dialogue
from dialogue.state.release import ends_at
from sessions.storage.appends import Also
from sessions.storage.releases import Answered, Releases


def due(state: Dialogue, at: int) -> EndObjections | None:
    """What the server has to ask for, going by what is on disk: the time to object is over. `at`: UTC milliseconds."""
    ends, release = ends_at(state), state.release
    if ends is None or release is None or release.ended or state.closed:
        return None
    return EndObjections() if at >= ends else None


def rows(before: Dialogue, events: tuple[Event, ...], at: int, releases: Releases) -> tuple[Also, ...]:
    """What is stored in one transaction with these events: the release, where one leaves. `before`: the state then."""
    if not any(isinstance(event, ResultReleased) for event in events):
        return ()
    people, form = len(before.group()), form_of(before.options)

    def counted(place: str, answered: Answered) -> dict[str, object]:
        given = [json.loads(body) for body in answered[form]]
        return {"place": place, "quarter": quarter_of(at), "people": people, "answers": counts(given, form)}

    return (releases.keeping(before.id, result_of(before, at), (form,), counted),)
