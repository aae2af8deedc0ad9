"""How tests of an answer change."""

from __future__ import annotations

from dataclasses import replace

from dialogue.events import TestingEvent
from dialogue.state.items import Test
from dialogue.state.whole import Dialogue
from dialogue.vocabulary import Standing


def evolve(state: Dialogue, event: TestingEvent) -> Dialogue:
    """The state after an event of this family. A test takes the place of an earlier one of the same pair."""
    for test in tuple(state.tests.values()):
        if (test.answer, test.experience) == (event.answer, event.experience) and test.up:
            state = state.with_item(replace(test, standing=Standing.STRUCK)).but(standings=state.standings + 1)
    return state.with_item(
        Test(
            id=event.test,
            number=event.number,
            text=event.note,
            owner=event.owner,
            writer=event.writer,
            answer=event.answer,
            experience=event.experience,
            result=event.result,
            matter=event.matter,
        )
    )
