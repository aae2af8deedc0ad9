"""How what may leave the room changes. Times are UTC milliseconds."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, assert_never

from dialogue.events import (
    ObjectionsEnded,
    PassageWorded,
    ReleaseAnswered,
    ReleaseEvent,
    ReleaseOpened,
    ReleaseTakenBack,
    ResultReleased,
)
from dialogue.state.consent import Consent, Release
from dialogue.state.whole import Dialogue
from dialogue.vocabulary import ItemId, SeatId, Words

DAYS: Final = 7  # to object in, unless all agree to fewer (method.md section 6)
_DAY: Final = 86_400_000


def ends_at(state: Dialogue) -> int | None:
    """When nobody can object any more; None while nothing is laid before the group.

    Fewer days than seven are enough only where everyone of the group says so: who says nothing has seven.
    """
    release = state.release
    if release is None:
        return None
    agreed = all(release.consents.get(seat.id, Consent()).fewer_days for seat in state.group())
    return release.since + (release.days if agreed else DAYS) * _DAY


def evolve(state: Dialogue, event: ReleaseEvent, at: int) -> Dialogue:
    """The state after an event of this family."""
    release = state.release
    if isinstance(event, ReleaseOpened):
        return state.but(release=Release(at, event.days))
    if release is None:
        return state  # taken back meanwhile, together with its outcome
    match event:
        case ReleaseTakenBack():
            return state.but(release=None)
        case PassageWorded(passage, text, writer):
            return state.but(release=_worded(state, release, passage, text, writer, at))
        case ReleaseAnswered(seat, kept_back, agreed, fewer_days):
            consent = Consent(frozenset(kept_back), frozenset(agreed), fewer_days)
            return state.but(release=replace(release, consents={**release.consents, seat: consent}))
        case ObjectionsEnded():
            return state.but(release=replace(release, ended=True))
        case ResultReleased(passages):
            return state.but(release=replace(release, passages=passages))
        case _:
            assert_never(event)


def _worded(state: Dialogue, release: Release, passage: ItemId, text: Words, writer: SeatId, at: int) -> Release:
    """Nobody has read the new words: all get the time to. In somebody else's words a passage needs its owner again."""
    item = state.item(passage)
    asks_owner = frozenset() if item is not None and writer == item.owner else frozenset({passage})
    consents = {
        seat: replace(consent, agreed=consent.agreed - asks_owner, fewer_days=False)
        for seat, consent in release.consents.items()
    }
    wordings = {**release.wordings, passage: text}
    return replace(release, wordings=wordings, consents=consents, since=at, ended=False)
