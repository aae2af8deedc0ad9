"""How the question changes."""

from __future__ import annotations

from typing import assert_never

from dialogue.events import QuestionChosen, QuestionEvent, QuestionWorded
from dialogue.state.items import Wording
from dialogue.state.whole import Dialogue


def evolve(state: Dialogue, event: QuestionEvent) -> Dialogue:
    """The state after an event of this family."""
    match event:
        case QuestionWorded(wording, number, text, owner, writer):
            return state.with_item(Wording(id=wording, number=number, text=text, owner=owner, writer=writer))
        case QuestionChosen(chosen):
            return state.but(question=chosen)
        case _:
            assert_never(event)
