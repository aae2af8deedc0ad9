"""What a check of rights costs within a server: the map alone, all of a request's, and a command's of a seat."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

from bench.given import NotPrepared
from dialogue.commands import RaiseDoubt
from dialogue.rules.permissions import check
from dialogue.vocabulary import DialogueId, ItemId, Role, Words
from sessions.permissions import Action, Relation, StaffRole, may
from sessions.rooms.credentials import Surface, who_is
from sessions.rooms.persons import SIGN_IN_COOKIE, person_of
from sessions.rooms.registry import Place
from sessions.rooms.service import Service

ROUNDS = 15
TIMES = 40


def costs(service: Service, sign_in: str, dialogue: str, sentence: str) -> dict[str, float]:
    """Microseconds of each: `us` of the map, `request_us` and `command_us`. `sign_in`: of whoever leads `dialogue`,
    whose prepared room has a participant who may doubt `sentence`."""
    place = service.rooms.place(DialogueId(dialogue))
    if place is None:
        raise NotPrepared("no_room")
    return {
        "us": _of_the_map(),
        "request_us": _of_a_request(service, place, {SIGN_IN_COOKIE: sign_in}),
        "command_us": _of_a_command(place, ItemId(sentence)),
    }


def _of_the_map() -> float:
    """One question to it, over all that can be asked."""
    asked = [(frozenset({role}), action, relation) for role in StaffRole for action in Action for relation in Relation]

    def all_of_them() -> None:
        for roles, action, relation in asked:
            may(roles, action, relation)

    return round(_us(all_of_them, 1) / len(asked), 2)


def _of_a_request(service: Service, place: Place, cookies: dict[str, str]) -> float:
    """The console's page: who is signed in, before any route; then their relation to this dialogue and the map."""
    storage = service.rooms.storage

    def once() -> None:
        person_of(storage, cookies)
        if who_is(storage, place, Surface.CONSOLE, cookies) is None:
            raise NotPrepared("not_allowed")

    return round(_us(once, TIMES), 1)


def _of_a_command(place: Place, sentence: ItemId) -> float:
    state = place.room.committed
    by = next(seat.id for seat in state.seats.values() if seat.role is Role.PARTICIPANT)
    doubt = RaiseDoubt(sentence, Words("How do we know that?"))
    return round(_us(lambda: check(state, doubt, by), TIMES), 2)


def _us(one: Callable[[], None], times: int) -> float:
    """Microseconds of a call: the median of rounds of so many."""
    rounds = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        for _ in range(times):
            one()
        rounds.append((time.perf_counter() - began) / times * 1e6)
    return median(rounds)
