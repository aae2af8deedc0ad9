"""Asking while experiences are collected and one is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from dialogue.commands.limits import ACCOUNT, OPTIONAL_ACCOUNT, OPTIONAL_REASON, REASON, TITLE
from dialogue.vocabulary import NOTHING_WRITTEN, ItemId, SeatId, Words


@dataclass(frozen=True, slots=True)
class TellExperience:
    """Put up the title of one own experience; told aloud, not typed. `owner` when written for someone.

    An account is typed only where the plan asks for it.
    """

    title: Annotated[Words, TITLE]
    not_for_examination: bool = False
    owner: SeatId | None = None
    account: Annotated[Words, OPTIONAL_ACCOUNT] = NOTHING_WRITTEN


@dataclass(frozen=True, slots=True)
class WriteAccount:
    """Write, or rewrite, the account of an own experience, where the plan asks for it and until one is chosen."""

    experience: ItemId
    account: Annotated[Words, ACCOUNT]


@dataclass(frozen=True, slots=True)
class GiveChoiceReason:
    """Say why one could put oneself into an experience. Shown with the marks, unsorted and uncounted."""

    experience: ItemId
    text: Annotated[Words, REASON]
    owner: SeatId | None = None


@dataclass(frozen=True, slots=True)
class RetitleExperience:
    """Give an own experience another title, until one is chosen."""

    experience: ItemId
    title: Annotated[Words, TITLE]


@dataclass(frozen=True, slots=True)
class SetExaminationPreference:
    """Say privately whether an own experience may be examined."""

    experience: ItemId
    not_for_examination: bool


@dataclass(frozen=True, slots=True)
class MarkExperiences:
    """Mark the experiences "I could put myself into"; several, and replaceable until shown."""

    experiences: tuple[ItemId, ...]
    owner: SeatId | None = None


@dataclass(frozen=True, slots=True)
class ShowMarks:
    """Show all marks together. Irreversible."""


@dataclass(frozen=True, slots=True)
class AskNarrator:
    """Propose an experience, with the group's reason, and ask its owner to narrate."""

    experience: ItemId
    why: Annotated[Words, OPTIONAL_REASON] = NOTHING_WRITTEN


@dataclass(frozen=True, slots=True)
class AcceptNarrating:
    """Agree to narrate; from here on the room knows whose experience it is."""

    experience: ItemId


@dataclass(frozen=True, slots=True)
class DeclineNarrating:
    """Decline without a reason and without being named."""

    experience: ItemId


ExperienceCommand = (
    TellExperience
    | WriteAccount
    | GiveChoiceReason
    | RetitleExperience
    | SetExaminationPreference
    | MarkExperiences
    | ShowMarks
    | AskNarrator
    | AcceptNarrating
    | DeclineNarrating
)
