"""Asking about the course: move, undo, park, strike, withdraw, close."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import ItemId, StageKey


@dataclass(frozen=True, slots=True)
class MoveToStage:
    """Take everyone to a stage: the next one, an earlier one, or further ahead. Nothing is deleted."""

    stage: StageKey


@dataclass(frozen=True, slots=True)
class UndoAction:
    """Take back one named action of the console."""

    action: int


@dataclass(frozen=True, slots=True)
class StrikeItem:
    """Take an item from the wall while nothing rests on it."""

    item: ItemId


@dataclass(frozen=True, slots=True)
class ParkItem:
    """Stop and park: hide an item at once."""

    item: ItemId


@dataclass(frozen=True, slots=True)
class UnparkItem:
    """Put a parked item back."""

    item: ItemId


@dataclass(frozen=True, slots=True)
class WithdrawItem:
    """Take one's own item back; its words are removed for good."""

    item: ItemId


@dataclass(frozen=True, slots=True)
class CloseDialogue:
    """End the dialogue. Irreversible."""


CourseCommand = MoveToStage | UndoAction | StrikeItem | ParkItem | UnparkItem | WithdrawItem | CloseDialogue
