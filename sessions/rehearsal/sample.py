"""The played sample: one of the scenarios that come along, from the opening to its outcome, read like an archive."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any

from dialogue.disclosure import form_told, summary
from dialogue.methods.evaluation import form_of
from dialogue.transcript import transcript
from sessions.rehearsal.in_memory import Sitting
from sessions.rehearsal.reading import read
from sessions.rehearsal.script import script_of

SCENARIO = "trust"
PLAYED = datetime(2026, 9, 21, 9, 0, tzinfo=UTC)


@cache
def played(scenario: str = SCENARIO) -> Mapping[str, Any]:
    """The transcript of a scenario that was played in memory (docs/transcript.schema.json), results included.

    Played when somebody asks for it first, which takes some 15 ms; the same mapping ever after.
    """
    sitting = Sitting(script_of(read(scenario)), int(PLAYED.timestamp() * 1000)).to_the_end()
    form = form_told({form: len(given) for form, given in sitting.ballots.items()}, form_of(sitting.state.options))
    # In the order of their words: who answered first is nobody's business here either.
    ballots = sorted(sitting.ballots.get(form, ()), key=lambda given: given["open_word"])
    return transcript(sitting.happened, summary(ballots, sitting.state.threshold, form))
