"""What a room tells its screens: updates per audience, slices per seat, presence, heartbeats, goodbyes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dialogue.vocabulary import Audience, DialogueId, SeatId
from sessions import runtime
from sessions.live.connections import Connection, Connections
from sessions.live.fanout import Fanout
from sessions.live.strangers import hang_up
from sessions.rooms.credentials import SEAT_COOKIE, WALL_COOKIE, Surface, who_is
from sessions.rooms.ids import now_ms
from sessions.rooms.persons import SIGN_IN_COOKIE
from sessions.rooms.registry import Place, Rooms
from sessions.rooms.streams import Update

HEARTBEAT_S = 10.0
PRESENCE_S = 1.0
AT_ONCE = 20
_SURFACE_OF = {Audience.FACILITATOR: Surface.CONSOLE, Audience.FLIPCHART: Surface.FLIPCHART}


class Publisher:
    """Speaks to the screens of all rooms."""

    def __init__(self, rooms: Rooms, connections: Connections, fanout: Fanout) -> None:
        self._rooms = rooms
        self._connections = connections
        self._fanout = fanout
        self._presence_told: dict[tuple[str, Audience], object] = {}
        self._gone: dict[DialogueId, frozenset[SeatId]] = {}
        self._codes: dict[DialogueId, str] = {}
        rooms.publish = self.publish

    def publish(self, place: Place, updates: list[Update]) -> None:
        """A round of changes, for those who may still have it. Called with the place's lock held."""
        self._send_away_the_removed(place)
        self._darken_walls_of_an_old_code(place)
        for update in updates:
            if update.audience is not None:
                watching = self._connections.watching(place.room.id, update.audience)
                self._fanout.send(watching, "update", update.payload)
            elif update.seat is not None:
                self._fanout.send(self._connections.of_seat(place.room.id, update.seat), "mine", update.payload)

    def welcome(self, connection: Connection) -> None:
        """A screen listens from now on, and gets everything: no round comes between.

        Since its cookies were looked at, its seat may have been taken away, or its sign-in ended, and it was not among
        the screens that were sent away then: so they are looked at once more.
        """
        with connection.place.lock:
            if not self.still_may(connection):
                self.send_away([connection], _why_not(connection))
            elif self._connections.listen(connection):
                self._send_snapshot(connection)

    def snapshot(self, connection: Connection) -> None:
        """Everything, to one screen, between two rounds."""
        with connection.place.lock:
            self._send_snapshot(connection)

    def _send_snapshot(self, connection: Connection) -> None:
        place, who = connection.place, connection.who
        self._fanout.send([connection], "snapshot", self._rooms.everything(place, who.audience, who.seat))

    def heartbeat(self) -> None:
        """How far each screen should be, so that a lost last update is noticed."""
        for place, connection in enumerate(self._connections.everyone()):
            if place % AT_ONCE == 0:
                runtime.sleep(0)  # what people wrote goes first
            who, streams = connection.who, connection.place.streams
            n, m = streams.counts(who.audience, who.seat)
            beat = {"stream": streams.stream, "history": self._rooms.history, "n": n, "m": m}
            self._fanout.send([connection], "heartbeat", beat)

    def presence(self) -> None:
        """Who is here, told where it changed."""
        for place in self._connections.places():
            for audience in Audience:
                watching = self._connections.watching(place.room.id, audience)
                view = place.presence.view_for(place.room.committed, audience, now_ms())
                if watching and self._presence_told.get((place.room.id, audience)) != view:
                    self._presence_told[place.room.id, audience] = view
                    self._fanout.send(watching, "presence", view)

    def run(self) -> None:
        """Beat for as long as the process lives."""
        _every(HEARTBEAT_S, self.heartbeat)
        _every(PRESENCE_S, self.presence)

    def _darken_walls_of_an_old_code(self, place: Place) -> None:
        """A new code shuts somebody out: flipcharts that an older one lit go before anything more is shown."""
        code = place.room.committed.code
        if code is not None and code != self._codes.get(place.room.id):
            self._codes[place.room.id] = code
            self.darken_walls(place)

    def darken_walls(self, place: Place) -> None:
        """Flipcharts that nothing opens any more are sent away."""
        walls = self._connections.walls(place)
        self.send_away([wall for wall in walls if not self.still_may(wall)], "removed")

    def _send_away_the_removed(self, place: Place) -> None:
        """Who has just gone: all screens of theirs, those too that don't listen yet. Later ones meet `welcome`."""
        gone = frozenset(seat.id for seat in place.room.committed.seats.values() if seat.gone)
        known = self._gone.get(place.room.id, frozenset())
        if gone == known:
            return
        for seat in gone - known:
            self.send_away(self._connections.at(place, seat, None), "removed")
        self.darken_walls(place)
        self._gone[place.room.id] = gone

    def still_may(self, screen: Connection) -> bool:
        """Whether a screen's cookies still open it: a flipchart that somebody opened by their own seat goes with that,
        a console with the account's right to lead."""
        shown = screen.credential
        cookies = {SIGN_IN_COOKIE: shown.sign_in, SEAT_COOKIE: shown.seat, WALL_COOKIE: shown.wall}
        surface = _SURFACE_OF.get(screen.who.audience, Surface.PARTICIPANT)
        who = who_is(self._rooms.storage, screen.place, surface, cookies)
        return who is not None and who.seat == screen.who.seat

    def send_away(self, connections: Iterable[Connection], reason: str) -> None:
        """These screens are told why, hear nothing more, and are hung up on."""
        for connection in connections:
            self._fanout.send([connection], "reload", {"reason": reason})
            self._connections.remove(connection.sid)
            runtime.spawn(hang_up, connection.socket)


def _why_not(screen: Connection) -> str:
    """What a screen is told that came too late. Whoever still has a seat, or an account, may come back to it."""
    seats, who = screen.place.room.committed.seats, screen.who
    here = who.account is not None if who.seat is None else not seats[who.seat].gone
    return "signed_out" if here else "removed"


def _every(seconds: float, act: Callable[[], None]) -> None:
    def go_on() -> None:
        while True:
            runtime.sleep(seconds)
            runtime.guarded("a regular message", act)

    runtime.spawn(go_on)
