"""Suggestions for what to take out of a passage before it leaves. A person accepts each; nothing goes by itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as lazy

from dialogue.redaction import Category, Placeholder, Reason, Suggestion, applied, suggest
from dialogue.state import Dialogue
from sessions.runtime import run_blocking
from sessions.storage.store import Storage

_CATEGORIES = {
    Category.PERSON: lazy("person"),
    Category.LOCAL_NAME: lazy("name"),
    Category.PLACE: lazy("place"),
    Category.E_MAIL: lazy("e-mail address"),
    Category.PHONE: lazy("phone number"),
    Category.IDENTIFIER: lazy("number"),
    Category.PLATE: lazy("number plate"),
    Category.CELL_OR_BADGE: lazy("cell or badge"),
    Category.DATE: lazy("date"),
    Category.QUASI_IDENTIFIER: lazy("what narrows it down"),
}
_REASONS = {
    Reason.ROSTER: lazy("a name of this dialogue"),
    Reason.LOCAL_LIST: lazy("a place or person of your organisation"),
    Reason.AFTER_TITLE: lazy("stands behind a title"),
    Reason.LISTED_NAME: lazy("a common name"),
    Reason.RARE_CAPITALISED: lazy("a rare word with a capital letter"),
    Reason.E_MAIL: lazy("an e-mail address"),
    Reason.PHONE_NUMBER: lazy("a phone number"),
    Reason.CHECKED_NUMBER: lazy("a number that identifies somebody"),
    Reason.CODE_AFTER_WORD: lazy("a number or code of something"),
    Reason.LONG_NUMBER: lazy("a long number"),
    Reason.PLATE: lazy("a number plate"),
    Reason.CELL: lazy("a cell"),
    Reason.BADGE: lazy("a badge"),
    Reason.DATE: lazy("a date"),
    Reason.THE_ONLY_ONE: lazy("there may be one such person only"),
    Reason.RANK: lazy("a rank or post"),
    Reason.NATIONALITY: lazy("where somebody comes from"),
    Reason.NAMED_INCIDENT: lazy("an incident that people know"),
    Reason.AGE: lazy("an age"),
}


def found(storage: Storage, state: Dialogue, text: str) -> list[dict[str, Any]]:
    """What somebody may want to take out of this text, in its order: {text, why, instead}; nothing is not the same as
    safe. `instead` is empty for what is only flagged, to be reworded by hand."""
    return [
        {
            "text": text[one.start : one.end],
            "why": str(_REASONS[one.reason]),
            "instead": _worded(one.placeholder) if one.placeholder else "",
        }
        for one in _suggested(storage, state, text)
    ]


def without(storage: Storage, state: Dialogue, text: str, accepted: Iterable[str]) -> str:
    """The text without the suggestions that were accepted, by their places in what was found."""
    wanted = {*accepted}
    chosen = [one for number, one in enumerate(_suggested(storage, state, text)) if str(number) in wanted]
    return applied(text, chosen, _worded)


def _suggested(storage: Storage, state: Dialogue, text: str) -> Sequence[Suggestion]:
    roster = [seat.pseudonym for seat in state.seats.values()]
    local = [place.name for place in storage.places.all()]
    # Off the hub: the lists of a language take a quarter of a second to read when they are first asked for.
    return run_blocking(_in_any_language, text, state.plan.language, roster, local)


def _in_any_language(text: str, language: str, roster: Sequence[str], local: Sequence[str]) -> Sequence[Suggestion]:
    try:
        return suggest(text, language, roster, local)
    except ValueError:  # there are no lists for it
        return suggest(text, "en", roster, local)


def _worded(placeholder: Placeholder) -> str:
    what = str(_CATEGORIES[placeholder.category])
    return str(_("[%(what)s %(number)d]", what=what, number=placeholder.number))
