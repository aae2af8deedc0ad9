"""How the question changes."""

from __future__ import annotations

from typing import assert_never

from dialogue.events import HasExperienceMarked, QuestionChosen, QuestionEvent, QuestionWorded
from dialogue.state.items import Wording
from dialogue.state.whole import Dialogue


def evolve(state: Dialogue, event: QuestionEvent) -> Dialogue:
    """The state after an event of this family."""
    match event:
        case QuestionWorded(wording, number, text, owner, writer):
            written = Wording(id=wording, number=number, text=text, owner=owner, writer=writer, hidden=number == 0)
            return state.with_item(written)
        case QuestionChosen(chosen, why):
            return state.but(question=chosen, question_why=why)
        case HasExperienceMarked(seat, wording, has):
            known = state.has_experience.get(seat, frozenset())
            marked = known | {wording} if has else known - {wording}
            return state.but(has_experience={**state.has_experience, seat: marked})
        case _:
            assert_never(event)
