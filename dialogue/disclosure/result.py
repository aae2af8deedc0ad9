"""A release: what a manager reads of one dialogue, and what of it is counted together with others.

One shape, whatever is in it. Texts of a kind stand in the order of their letters: neither when something was said nor
who said it shows. A day is told as its quarter.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, Final

from dialogue.disclosure.summary import Answers
from dialogue.methods.evaluation import FORMS, Third
from dialogue.passages import OF_ONE, Passage, leaving, passages
from dialogue.state import Dialogue
from dialogue.vocabulary import PassageKind, SeatId

_ALONE: Final = {
    PassageKind.QUESTION: "question",
    PassageKind.ANSWER: "answer",
    PassageKind.DIVIDING_QUESTION: "dividing_question",
}
_SEVERAL: Final = {
    PassageKind.RULE: "rules",
    PassageKind.PRINCIPLE: "principles",
    PassageKind.RESERVATION: "reservations",
    PassageKind.DISSENT: "dissents",
    PassageKind.OPEN_QUESTION: "open_questions",
}


def result_of(state: Dialogue, at: int) -> dict[str, Any]:
    """What leaves the room, released `at` (UTC milliseconds)."""
    return _told(state, leaving(state), at)


def as_laid_before(state: Dialogue, seat: SeatId | None, at: int) -> dict[str, Any]:
    """What would leave as far as this person can know: all that lies before the group but what they keep back.

    Of what others said as a view of their own, nobody is told whether they let it leave. Without a seat: all of it.
    """
    consent = state.release.consents.get(seat) if state.release and seat else None
    kept_back = consent.kept_back if consent else frozenset()
    agreed = consent.agreed if consent else frozenset()
    mine = {one.item for one in passages(state) if one.owner == seat and one.kind in OF_ONE and one.item not in agreed}
    return _told(state, (one for one in passages(state) if one.item not in kept_back | mine), at)


def _told(state: Dialogue, travelling: Iterable[Passage], at: int) -> dict[str, Any]:
    texts: dict[str, list[str]] = {name: [] for name in (*_ALONE.values(), *_SEVERAL.values())}
    for passage in travelling:
        texts[(_ALONE | _SEVERAL)[passage.kind]].append(passage.text)
    outcome = state.outcomes.get(state.outcome) if state.outcome else None
    return {
        "v": 1,
        "language": state.plan.language,
        "method": state.method.key,
        "quarter": quarter_of(at),
        "outcome": outcome.kind.value if outcome else None,
        **{name: next(iter(texts[name]), None) for name in _ALONE.values()},
        **{name: sorted(texts[name], key=lambda text: (text.casefold(), text)) for name in _SEVERAL.values()},
    }


def quarter_of(at: int) -> str:
    """The quarter of a moment in UTC milliseconds, such as "2026-Q4"."""
    day = datetime.fromtimestamp(at // 1000, UTC)
    return f"{day.year}-Q{(day.month + 2) // 3}"


def counts(ballots: Iterable[Answers], form: str) -> dict[str, dict[str, int]]:
    """Item of the form -> third of its scale -> how many people; those who left it out are in none."""
    counted = {item: dict.fromkeys((third.value for third in Third), 0) for item in FORMS[form]}
    for ballot in ballots:
        for item, value in ballot["items"].items():
            counted[item][FORMS[form][item].third(value).value] += 1
    return counted
