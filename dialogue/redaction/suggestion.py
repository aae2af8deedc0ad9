"""What is suggested: where, what kind of thing it is, why, and what could stand there instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum


class Category(StrEnum):
    """What kind of thing somebody could be found by."""

    PERSON = "person"
    LOCAL_NAME = "local_name"
    PLACE = "place"
    E_MAIL = "e_mail"
    PHONE = "phone"
    IDENTIFIER = "identifier"
    PLATE = "plate"
    CELL_OR_BADGE = "cell_or_badge"
    DATE = "date"
    QUASI_IDENTIFIER = "quasi_identifier"


class Reason(StrEnum):
    """Why something is suggested. Worded where people read it."""

    ROSTER = "roster"
    LOCAL_LIST = "local_list"
    AFTER_TITLE = "after_title"
    LISTED_NAME = "listed_name"
    RARE_CAPITALISED = "rare_capitalised"
    E_MAIL = "e_mail"
    PHONE_NUMBER = "phone_number"
    CHECKED_NUMBER = "checked_number"
    CODE_AFTER_WORD = "code_after_word"
    LONG_NUMBER = "long_number"
    PLATE = "plate"
    CELL = "cell"
    BADGE = "badge"
    DATE = "date"
    THE_ONLY_ONE = "the_only_one"
    RANK = "rank"
    NATIONALITY = "nationality"
    NAMED_INCIDENT = "named_incident"
    AGE = "age"


@dataclass(frozen=True, slots=True)
class Placeholder:
    """What could stand in a name's place: the same for the same person or thing throughout one text."""

    category: Category
    number: int  # from 1, in the order of first mention

    def __str__(self) -> str:
        return f"[{self.category.value.replace('_', ' ')} {self.number}]"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A stretch of the text that somebody may want to replace. Nothing is replaced until a person accepts it."""

    start: int  # in code points
    end: int  # behind the last one
    category: Category
    reason: Reason
    placeholder: Placeholder | None = None  # none: flagged, to be reworded by hand

    @property
    def certain(self) -> bool:
        """Whether it names somebody or something, rather than merely narrowing down who it could be."""
        return self.placeholder is not None


def applied(
    text: str, accepted: Iterable[Suggestion], worded: Callable[[Placeholder], str] = Placeholder.__str__
) -> str:
    """The text with the accepted suggestions replaced; what is only flagged stays, for a person to reword.

    `worded` puts a placeholder into the reader's language. Raises ValueError for spans that overlap or lie outside.
    """
    parts, reached = [], 0
    for one in sorted(accepted, key=lambda one: (one.start, one.end)):
        if one.placeholder is None:
            continue
        if not reached <= one.start < one.end <= len(text):
            raise ValueError("accepted suggestions overlap or lie outside of the text")
        parts += [text[reached : one.start], worded(one.placeholder)]
        reached = one.end
    return "".join([*parts, text[reached:]])
