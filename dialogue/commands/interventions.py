"""The facilitator's interventions, put on the wall."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from dialogue.commands.limits import OPTIONAL_QUESTION
from dialogue.vocabulary import NOTHING_WRITTEN, Intervention, Words


@dataclass(frozen=True, slots=True)
class ShowIntervention:
    """Put a ready intervention on the wall, or with `text` the facilitator's own words for it."""

    key: Intervention
    text: Annotated[Words, OPTIONAL_QUESTION] = NOTHING_WRITTEN


@dataclass(frozen=True, slots=True)
class HideIntervention:
    """Take it from the wall."""


InterventionCommand = ShowIntervention | HideIntervention
