"""What may leave the room, and what of it does: stories stay, insights travel (method.md section 6).

Passages are the question, the answer, rules and principles, the question that divides the group, and the reservations,
dissents and open doubts of those who agree. No title, no sentence of a narrative and nothing that was said of one is
ever a passage, nor is a name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dialogue.state.consent import Consent
from dialogue.state.items import Answer, AnyItem, Statement
from dialogue.state.whole import Dialogue
from dialogue.visibility import in_view, stands_in_view
from dialogue.vocabulary import ItemId, Kind, PassageKind, Remainder, SeatId, Words

_OF_STATEMENTS = {Kind.RULE: PassageKind.RULE, Kind.PRINCIPLE: PassageKind.PRINCIPLE}
_OF_REMAINDERS = {Remainder.RESERVATION: PassageKind.RESERVATION, Remainder.DISSENT: PassageKind.DISSENT}
OF_ONE: frozenset[PassageKind] = frozenset({*_OF_REMAINDERS.values(), PassageKind.OPEN_QUESTION})
"""Kinds of passages that leave only if the one who said them agrees; the others if nobody objects."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that may leave, in the words in which it would."""

    item: ItemId
    kind: PassageKind
    text: Words
    owner: SeatId


def passages(state: Dialogue) -> tuple[Passage, ...]:
    """All that may leave, in the order in which it is read."""
    return tuple(_passage(state, kind, item) for kind, item in _travelling(state))


def leaving(state: Dialogue) -> tuple[Passage, ...]:
    """What does leave: nobody keeps it back, and whoever said it as a view of their own agreed to these words."""
    consents = state.release.consents if state.release else {}
    kept_back = {item for consent in consents.values() for item in consent.kept_back}
    return tuple(
        passage
        for passage in passages(state)
        if passage.item not in kept_back
        and (passage.kind not in OF_ONE or passage.item in consents.get(passage.owner, Consent()).agreed)
    )


def _travelling(state: Dialogue) -> Iterator[tuple[PassageKind, AnyItem]]:
    question = state.wordings.get(state.question) if state.question else None
    if question is not None and question.up:
        yield PassageKind.QUESTION, question
    outcome = state.outcomes.get(state.outcome) if state.outcome else None
    answer = state.answers.get(outcome.answer) if outcome and outcome.answer else None
    if answer is not None and stands_in_view(state, answer):
        yield PassageKind.ANSWER, answer
    for kind in _OF_STATEMENTS:
        for statement in state.statements.values():
            if statement.kind is kind and stands_in_view(state, statement):
                yield _OF_STATEMENTS[kind], statement
    if outcome is not None and outcome.text and outcome.up:
        yield PassageKind.DIVIDING_QUESTION, outcome
    for kept in state.kept.values():
        if answer is not None and kept.answer == answer.id and stands_in_view(state, kept):
            yield _OF_REMAINDERS[kept.kind], kept
    for doubt in state.doubts.values():
        about = state.item(doubt.about)
        # A doubt about a sentence, or about a judgement of what happened, would tell of the story.
        general = isinstance(about, Answer) or (isinstance(about, Statement) and about.kind in _OF_STATEMENTS)
        if doubt.open and general and stands_in_view(state, doubt) and in_view(state, doubt.about):
            yield PassageKind.OPEN_QUESTION, doubt


def _passage(state: Dialogue, kind: PassageKind, item: AnyItem) -> Passage:
    worded = state.release.wordings.get(item.id) if state.release else None
    return Passage(item.id, kind, worded or item.text, item.owner)
