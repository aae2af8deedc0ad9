"""Deciding about interventions on the wall."""

from __future__ import annotations

from typing import assert_never

from dialogue.commands import HideIntervention, InterventionCommand, ShowIntervention
from dialogue.events import Event, InterventionHidden, InterventionShown
from dialogue.state import Dialogue
from dialogue.vocabulary import SeatId


def decide(state: Dialogue, command: InterventionCommand, by: SeatId, fresh: str) -> tuple[Event, ...]:
    """Events of this family, or a refusal."""
    match command:
        case ShowIntervention(key, text):
            return (InterventionShown(key, text),)
        case HideIntervention():
            return () if state.intervention is None else (InterventionHidden(),)
        case _:
            assert_never(command)
