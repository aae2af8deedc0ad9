"""What the facilitator put on the wall."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import Intervention, Words


@dataclass(frozen=True, slots=True)
class InterventionShown:
    """A ready intervention, or the facilitator's own words for it."""

    key: Intervention
    text: Words


@dataclass(frozen=True, slots=True)
class InterventionHidden:
    """It was taken from the wall."""


InterventionEvent = InterventionShown | InterventionHidden
