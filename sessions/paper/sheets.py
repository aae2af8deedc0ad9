"""What can be printed, in the order in which a group needs it. Worded where people read it (templates/paper)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from dialogue.state import Dialogue
from dialogue.vocabulary import PlanOption, StageKey


@dataclass(frozen=True, slots=True)
class Sheet:
    """Something to print: the last part of its address, and the stage it is handed out in; None at any time.

    `needs` is the option without which the plan has no use for it.
    """

    key: str
    stage: StageKey | None
    needs: PlanOption | None = None

    @property
    def template(self) -> str:
        """The page that is printed."""
        return f"paper/{self.key}.html"

    def fits(self, state: Dialogue) -> bool:
        """Whether this dialogue, as it stands, has an occasion for it."""
        held = self.stage is None or state.plan.has(self.stage)
        return held and (self.needs is None or self.needs in state.options)


SHEETS = (
    Sheet("rules", StageKey.OPENING),
    Sheet("question", StageKey.QUESTION, PlanOption.QUESTION_SUGGESTIONS),
    Sheet("slips", StageKey.EXPERIENCES),
    Sheet("experience", StageKey.EXPERIENCES),
    Sheet("choosing", StageKey.SELECTION),
    Sheet("narrative", StageKey.NARRATIVE),
    Sheet("own-version", StageKey.JUDGEMENT, PlanOption.OWN_VERSIONS),
    Sheet("doubt", StageKey.JUDGEMENT),
    Sheet("wall", StageKey.JUDGEMENT),
    Sheet("positions", StageKey.CONSENSUS, PlanOption.POSITIONS),
    Sheet("reservation", StageKey.CONSENSUS),
    Sheet("evaluation", StageKey.EVALUATION),
    Sheet("meta", None),
)
SHEET = {sheet.key: sheet for sheet in SHEETS}


def in_use(state: Dialogue) -> list[tuple[StageKey | None, list[Sheet]]]:
    """What this dialogue has an occasion for, stage by stage."""
    return [(stage, list(group)) for stage, group in groupby(_fitting(state, True), key=lambda sheet: sheet.stage)]


def not_in_use(state: Dialogue) -> list[Sheet]:
    """The others, for a group that wants them after all."""
    return list(_fitting(state, False))


def _fitting(state: Dialogue, wanted: bool) -> Iterable[Sheet]:
    return (sheet for sheet in SHEETS if sheet.fits(state) is wanted)
