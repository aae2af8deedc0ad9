"""The checks behind every step of every test: round trip, convergence, discretion, and what never changes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dialogue.commands import UndoAction
from dialogue.events import DoubtClosed, Event, QuietWritingShown, SlipClaimed
from dialogue.records import Record, from_record, to_record
from dialogue.refusals import CannotUndo
from dialogue.rules import decide
from dialogue.state import Dialogue, evolve, fold
from dialogue.state.items import (
    AnyItem,
    ChoiceReason,
    Clarification,
    Doubt,
    Experience,
    Kept,
    MetaNote,
    Outcome,
    Sentence,
    Test,
)
from dialogue.state.undo import KEPT_ACTIONS
from dialogue.state.whole import COLLECTIONS
from dialogue.transcript import transcript
from dialogue.views import View, basis, because, changes, items_by_seat, merged, mine_for, same_basis, view_for
from dialogue.visibility import PARKED_SEEN_BY, VISIBLE
from dialogue.vocabulary import Audience, Level, OutcomeKind, OutcomeState, SeatId, Standing

_PUBLIC_REASON = re.compile(
    rf"({'|'.join(COLLECTIONS)})_(added|changed|removed)|nothing"
    r"|(course|about|door|group|question|selection|narrative|hands|confirmation|release|turns|level|positions)_changed"
    r"|(seats|parked|undo|leading)_changed"
)


def round_trip(event: Event) -> Record:
    """The event as it is stored; it reads back as it was, and no sealed word stands in clear."""
    record = to_record(event)
    data = json.loads(json.dumps(record.data))
    assert from_record(record.type, record.v, data, record.words) == event
    told = {value for value in strings(record.words) if len(value) > 8}
    assert not told & strings(data)
    return record


def strings(value: Any) -> set[str]:
    """Every text in a piece of JSON, keys included."""
    return set(_strings(value))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield key
            yield from _strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _strings(inner)


class Screens:
    """What every audience and every seat has on screen, kept up by patches alone from the first snapshot on."""

    def __init__(self, state: Dialogue) -> None:
        self.state = state
        self.views: dict[Audience, View] = {audience: view_for(state, audience) for audience in Audience}
        self.patched = dict(self.views)
        self.mine: dict[SeatId, View] = {seat: mine_for(state, seat) for seat in state.seats}

    def follow(self, state: Dialogue, said: set[str]) -> None:
        """One step further: what is patched together is what a fresh snapshot shows, and tells nobody too much."""
        for audience, old in self.views.items():
            fresh = view_for(state, audience)
            quick = view_for(state, audience, (self.state, old))
            assert quick == fresh, audience
            patch = changes(old, fresh)
            why = because(old, patch)
            assert merged(old, patch) == fresh, audience
            self.patched[audience] = merged(self.patched[audience], json.loads(json.dumps(patch)))
            assert self.patched[audience] == json.loads(json.dumps(fresh)), audience
            assert _PUBLIC_REASON.fullmatch(why), why
            _check_told(state, audience, said, (fresh, patch))
            self.views[audience] = fresh
        for seat in state.seats:
            mine = mine_for(state, seat)
            if seat in self.mine:
                assert merged(self.mine[seat], changes(self.mine[seat], mine)) == mine
                if mine != self.mine[seat]:
                    assert not same_basis(_basis(self.state, seat), _basis(state, seat)), seat
            _check_mine(state, seat, said, mine)
            self.mine[seat] = mine
        self.state = state


def _basis(state: Dialogue, seat: SeatId) -> tuple[object, ...]:
    return basis(state, seat, items_by_seat(state).get(seat, []))


def _check_told(state: Dialogue, audience: Audience, said: set[str], traffic: tuple[View, View]) -> None:
    for seen in map(strings, traffic):
        assert not (seen & said) - allowed(state, audience), audience
        if audience is not Audience.FACILITATOR:
            assert not seen & {*state.seats, *state.knocking}, audience


def _check_mine(state: Dialogue, seat: SeatId, said: set[str], mine: View) -> None:
    acted_for = {other for other in state.seats if other == seat or state.writes_for(seat, other)}
    assert not (strings(mine) & said) - _own_words(state, seat, acted_for) - {state.seats[seat].pseudonym}, seat
    assert not strings(mine) & set(state.knocking), seat
    assert not strings(mine) & (set(state.seats) - acted_for), seat


def _own_words(state: Dialogue, seat: SeatId, acted_for: set[SeatId]) -> set[str]:
    """What a slice may say: own words, those written for people without a device, what one chose and reflected on."""
    items = [item for item in state.items() if item.owner in acted_for and not _typed_elsewhere(state, seat, item)]
    own: set[str] = {item.text for item in items}
    own |= {item.account for item in items if isinstance(item, Experience)}
    if seat in state.positions:
        own.add(state.positions[seat].text)
    if state.reflection is not None and seat == state.reflection.by:
        own.add(state.reflection.open_word)
    return own


def _typed_elsewhere(state: Dialogue, seat: SeatId, item: AnyItem) -> bool:
    """Whether somebody else typed it for themselves at a shared computer: it is in nobody's hands but theirs."""
    return item.owner != seat and item.writer == item.owner and state.seats[item.owner].shared


def allowed(state: Dialogue, audience: Audience) -> set[str]:
    """The words that this audience may see now, read off the table of visibility."""
    words: set[str] = {state.title, state.rules, state.limits, state.purpose, state.why, state.code or ""}
    words |= _allowed_of_the_door(state, audience)
    if state.lead_from is not None:
        words |= {state.seats[seat].pseudonym for seat in (state.facilitator, state.lead_from)}
    words |= {state.question_why, state.strategy, state.intervention.text if state.intervention else ""}
    words |= {given.objection for given in state.given.values() if not given.confirms}
    for item in state.items():
        if on_wall(state, item):
            seen = [getattr(item, name) for name, by in VISIBLE[type(item)].items() if audience in by]
            words |= {value for value in seen if isinstance(value, str)}
        if item.standing is Standing.PARKED and audience in PARKED_SEEN_BY:
            words.add(item.text)
        if audience is Audience.FACILITATOR and _can_be_restored(state, item):
            words.add(item.text)
    if audience is Audience.FACILITATOR:
        words |= {seat.pseudonym for seat in state.seats.values()}
    return words


def _allowed_of_the_door(state: Dialogue, audience: Audience) -> set[str]:
    """Names of those who knock for who lets them in; the network for who prepares it, and on the wall for who comes."""
    words: set[str] = set()
    if audience is Audience.FACILITATOR:
        words |= {knock.pseudonym for knock in state.knocking.values()}
    on_wall_now = audience is Audience.FLIPCHART and state.code is not None
    if state.wifi is not None and (audience is Audience.FACILITATOR or on_wall_now):
        words |= {state.wifi.name, state.wifi.password}
    return words


def _can_be_restored(state: Dialogue, item: AnyItem) -> bool:
    """Whether the console offers to put back what the facilitator took from the wall."""
    return item.standing is Standing.STRUCK and any(
        (action.name, action.item) == ("item_struck", item.id) for action in state.actions
    )


def on_wall(state: Dialogue, item: AnyItem) -> bool:
    """Whether an item is to be seen, said once more in other words than the product's."""
    if item.standing is not Standing.UP or item.hidden:
        return False
    match item:
        case ChoiceReason(experience=meant):
            return state.marks_shown and on_wall(state, state.experiences[meant])
        case Clarification(about=asked_about):
            narrated = state.chosen is not None and on_wall(state, state.experiences[state.chosen])
            return narrated and (asked_about is None or on_wall(state, state.sentences[asked_about]))
        case Test(answer=tested, experience=tried):
            return on_wall(state, state.answers[tested]) and on_wall(state, state.experiences[tried])
        case MetaNote(meta=meta):
            goes_on = meta == state.meta and state.level is Level.META
            return state.metas[meta].shared or goes_on
        case Sentence(experience=told_of):
            return told_of == state.chosen and state.experiences[told_of].standing is Standing.UP
        case Doubt(about=wanted) | Kept(answer=wanted):
            whole = state.item(wanted)
            return whole is not None and on_wall(state, whole)
        case Outcome(id=outcome):
            return outcome == state.outcome
        case _:
            return True


def check_never(old: Dialogue, new: Dialogue, events: Sequence[Event], by: SeatId) -> None:
    """What no command may do, whoever asks."""
    for event in events:
        if isinstance(event, DoubtClosed):
            doubt = old.doubts[event.doubt]
            raiser = old.seats[doubt.owner]
            for_them = not raiser.device and not raiser.gone and not (raiser.shared and doubt.writer == doubt.owner)
            assert by == doubt.owner or (old.seats[by].facilitates and for_them)
    claimed = {event.slip: event.owner for event in events if isinstance(event, SlipClaimed)}
    revealed = {item for event in events if isinstance(event, QuietWritingShown) for item in event.items}
    now = {item.id: item for item in new.items()}
    for item in old.items():
        assert item.id in now, "nothing is deleted"
        assert now[item.id].owner == claimed.get(item.owner, item.owner)
        assert now[item.id].hidden == (item.hidden and item.id not in revealed)
        assert now[item.id].number == item.number or (item.hidden and item.id in revealed)
        if item.standing is Standing.WITHDRAWN:
            assert now[item.id].standing is Standing.WITHDRAWN
    for item in now.values():
        if item.standing is Standing.WITHDRAWN:
            assert item.text == ""
    assert len(now) == sum(len(getattr(new, name)) for name in COLLECTIONS), "ids are unique"
    _check_numbers(new)
    _check_outcome(new)


def _check_numbers(state: Dialogue) -> None:
    for name in COLLECTIONS:
        numbers = [item.number for item in getattr(state, name).values() if not item.hidden]
        assert 0 not in numbers, name
        assert len(set(numbers)) == len(numbers), name
    for experience in state.experiences:
        told = [item for item in state.sentences.values() if item.experience == experience]
        told = [item for item in told if item.standing is not Standing.STRUCK and item.label]
        in_order = [item.label for item in sorted(told, key=lambda sentence: sentence.place)]
        assert in_order == sorted(in_order, key=_read_aloud)
        assert len(set(in_order)) == len(in_order)


def _read_aloud(label: str) -> tuple[int, int, str]:
    number = re.match(r"\d+", label)
    assert number is not None
    letters = label[number.end() :]
    return int(number[0]), len(letters), letters


def _check_outcome(state: Dialogue) -> None:
    outcome = state.outcomes.get(state.outcome) if state.outcome else None
    if outcome is None or outcome.state is not OutcomeState.SETTLED:
        return
    if outcome.kind in {OutcomeKind.CONSENSUS, OutcomeKind.CONSENSUS_WITH_RESERVATIONS}:
        assert not any(doubt.open and on_wall(state, doubt) for doubt in state.doubts.values())
        assert outcome.answer is not None
        assert state.answers[outcome.answer].standing is not Standing.WITHDRAWN


def check_undo(old: Dialogue, new: Dialogue) -> None:
    """What the facilitator just did can be taken back, and then every screen is as it was before."""
    if new.actions_taken == old.actions_taken or new.closed:
        return
    action = new.actions[-1]
    try:
        events = decide(new, UndoAction(action.number), new.facilitator, "unused").events
    except CannotUndo:
        # Whoever ticked "not for examination" has declined in the same breath; there is nothing to take back.
        assert action.name == "narrator_asked"
        assert new.asked is None
        return
    back = new
    for event in events:
        back = evolve(back, event, new.stage_since + 1)
    for audience in Audience:
        seen, seen_before = view_for(back, audience), view_for(old, audience)
        if audience is Audience.FACILITATOR and len(old.actions) == KEPT_ACTIONS:
            # The oldest action made room for this one.
            seen_before["undo"].pop(f"a{old.actions[0].number:05d}", None)
        assert seen == seen_before, (action.name, audience)
    for seat in old.seats:
        wrote = action.item is not None and new.item(action.item)
        before, after = mine_for(old, seat), mine_for(back, seat)
        if wrote and old.item(wrote.id) is None:
            # Words stay in the record: their owner still has what was struck.
            after["own"].pop(wrote.id, None)
        assert after == before, (action.name, seat)


class Log:
    """All that happened, as it is stored, with what had to be forgotten."""

    def __init__(self) -> None:
        self.records: list[tuple[Record, int]] = []
        self.said: set[str] = set()
        self.erased: set[str] = set()

    def add(self, event: Event, at: int) -> None:
        """Store one event; what it erases is gone from here on."""
        record = round_trip(event)
        self.records.append((record, at))
        self.said |= {word for word in record.words.values() if len(word) > 2}
        self.erased |= set(record.erases)

    def events(self) -> list[tuple[Event, int]]:
        """What is read back from storage."""
        return [
            (from_record(record.type, record.v, record.data, self.words(record)), at) for record, at in self.records
        ]

    def words(self, record: Record) -> dict[str, str]:
        """The words of a record that are still there."""
        return {} if record.item in self.erased else record.words

    def check(self, state: Dialogue) -> None:
        """Folding what is stored gives the state; words that were erased live on nowhere in it."""
        folded = fold(self.events())
        assert folded == state
        assert list(folded.hands) == list(state.hands)
        if not self.erased:
            return
        left = {word for record, _ in self.records for word in self.words(record).values()}
        gone = {word for record, _ in self.records for word in record.words.values() if len(word) > 8} - left
        whole = repr(state)
        assert not {word for word in gone if word in whole}


def check_transcript(log: Log) -> None:
    """A transcript holds the words of what stands, and of nobody's name but where someone signed."""
    state = fold(log.events())
    seen = strings(transcript(log.events()))
    assert not seen & set(state.seats)
    standing = [item for item in state.items() if item.standing is Standing.UP]
    signed = {getattr(item, "signature", None) for item in standing}
    assert not (seen & {seat.pseudonym for seat in state.seats.values()}) - signed
    hidden = {item.text for item in state.items() if item.standing is not Standing.UP and item.text}
    assert not seen & (hidden - {item.text for item in standing})
    gone = log.said - {word for record, _ in log.records for word in log.words(record).values()}
    assert not seen & gone
