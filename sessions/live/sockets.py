"""The socket's events: connect, disconnect, command, sync, signal. Handlers parse, call once, answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Flask, request
from flask_socketio import SocketIO
from flask_wtf.csrf import validate_csrf
from socketio.exceptions import ConnectionRefusedError
from wtforms.validators import ValidationError

from dialogue.vocabulary import DialogueId, SeatId
from sessions import runtime
from sessions.live import lead, pings, strangers
from sessions.live.connections import Connection, Connections
from sessions.live.fanout import Fanout
from sessions.live.gate import DIALOGUE_KEY, Gate, credential_of
from sessions.live.publish import Publisher
from sessions.live.schemas import AUTH, SIGNAL
from sessions.rooms.answers import NOT_JOINED, SERVER_ERROR
from sessions.rooms.credentials import Surface, covers, who_is
from sessions.rooms.ids import now_ms
from sessions.rooms.registry import Place, Rooms
from sessions.rooms.schemas import BadCommand, read
from sessions.rooms.service import Service

PROTOCOL = 1
CONFIRMING_S = 0.002


class Live:
    """The live layer of one application."""

    def __init__(self, app: Flask, service: Service, origins: frozenset[str]) -> None:
        self.rooms: Rooms = service.rooms
        self.service = service
        self.connections = Connections()
        socketio: Any = SocketIO(
            app,
            async_mode=runtime.async_mode(),
            path=SOCKETIO_PATH,
            cors_allowed_origins=sorted(origins),
            manage_session=False,
            max_http_buffer_size=strangers.MOST_BYTES,
            ping_interval=pings.EVERY_S,
            ping_timeout=pings.ANSWER_WITHIN_S,
            http_compression=False,
            cookie=None,
        )
        self.fanout = Fanout(write_straight=runtime.green())
        self.publisher = Publisher(self.rooms, self.connections, self.fanout)
        self.socketio = socketio
        opened_with = socketio.server.environ.get
        app.wsgi_app = Gate(app.wsgi_app, origins, opened_with)  # type: ignore[method-assign]
        service.returns.left.append(self.moved)
        pings.install()
        self._register()

    def run(self) -> None:
        """Ping, beat, tell presence and look after the lead for as long as the process lives."""
        runtime.spawn(pings.run, self.socketio.server.eio)
        self.publisher.run()
        runtime.spawn(lead.run, self.service, self.connections)

    def _register(self) -> None:
        events = {"command": self.command, "sync": self.sync, "signal": self.signal}
        for name, handler in {"connect": self.connect, "disconnect": self.disconnect, **events}.items():
            self.socketio.on_event(name, handler)
        self.socketio.on_error_default(_on_error)
        strangers.only(self.socketio.server, events)
        strangers.never_wait(self.socketio.server)
        strangers.expire_each(self.socketio.server, self._is_in)

    def _is_in(self, session: str) -> bool:
        sid = self.socketio.server.manager.sid_from_eio_sid(session, "/")
        return sid is not None and self.connections.get(sid) is not None

    def connect(self, auth: object = None) -> None:
        """A screen comes: the right protocol, a CSRF token, a credential for its surface."""
        if not isinstance(auth, Mapping) or auth.get("protocol") != PROTOCOL:
            raise ConnectionRefusedError("protocol")
        try:
            given = read(AUTH, auth)
            validate_csrf(given["csrf"])
        except (ValidationError, BadCommand):
            raise ConnectionRefusedError("not_joined") from None
        place = self.rooms.place(DialogueId(request.environ.get(DIALOGUE_KEY, "")))
        if place is None:
            raise ConnectionRefusedError("not_joined")
        self.service.returns.heard(place, request.cookies)
        who = who_is(self.rooms.storage, place, given["surface"], request.cookies)
        if who is None:
            # The page keeps what is typed, and asks for the return code.
            covered = given["surface"] is Surface.PARTICIPANT and covers(self.rooms.storage, place, request.cookies)
            raise ConnectionRefusedError("covered" if covered else "not_joined")
        credential = credential_of(request.environ)
        if self.connections.are_enough(place, who, credential):
            raise ConnectionRefusedError("too_many")
        connection = Connection(_sid(), place, who, self._engine_socket(_sid()), credential)
        self.connections.add(connection)
        runtime.spawn(self._welcome, connection)

    def _welcome(self, connection: Connection) -> None:
        """Socket.IO confirms a connection after its handler has ended; what is sent before that gets lost."""
        manager = self.socketio.server.manager
        while not manager.is_connected(connection.sid, "/"):
            if connection.socket.closed:
                return
            runtime.sleep(CONFIRMING_S)
        self.publisher.welcome(connection)

    def disconnect(self, reason: object = None) -> None:
        """A screen went."""
        connection = self.connections.remove(_sid())
        if connection is not None:
            runtime.spawn(strangers.expire, connection.socket, self._is_in)

    def signed_out(self, sign_in: str) -> None:
        """What this sign-in opened is closed."""
        self.publisher.send_away(self.connections.signed_in_by(sign_in), "signed_out")

    def rights_ended(self, account: str) -> None:
        """What this account opened and has no right to any more is closed."""
        opened = self.connections.of_account(account)
        self.publisher.send_away([one for one in opened if not self.publisher.still_may(one)], "signed_out")

    def moved(self, place: Place, seat: SeatId, token: str | None) -> None:
        """The seat goes on elsewhere: its screens of before are closed, or those that one token opened."""
        self.publisher.send_away(self.connections.at(place, seat, token), "moved")
        self.publisher.darken_walls(place)

    def command(self, envelope: object = None, *_more: object) -> dict[str, Any]:
        """A command; what is returned is its ack."""
        connection = self.connections.get(_sid())
        if connection is None or connection.who.seat is None:
            return NOT_JOINED.as_ack()
        return self.service.command(connection.place, connection.who.seat, envelope).as_ack()

    def sync(self, *_more: object) -> None:
        """A screen lost count."""
        connection = self.connections.get(_sid())
        if connection is not None and self.service.may_read(connection.who.seat or connection.sid):
            self.publisher.snapshot(connection)

    def signal(self, said: object = None, *_more: object) -> None:
        """What a screen says of itself; never stored."""
        connection = self.connections.get(_sid())
        if connection is None or connection.who.seat is None:
            return
        try:
            known = read(SIGNAL, said)
        except BadCommand:
            return  # it is only about presence, and nobody waits for an answer
        connection.place.presence.signal(
            connection.who.seat, now_ms(), writing=known.get("writing"), away=known.get("away")
        )

    def _engine_socket(self, sid: str) -> Any:
        server = self.socketio.server
        return server.eio.sockets[server.manager.eio_sid_from_sid(sid, "/")]


SOCKETIO_PATH = "socket.io"


def _sid() -> str:
    sid: str = request.sid  # type: ignore[attr-defined]  # given by Flask-SocketIO
    return sid


def _on_error(error: Exception) -> dict[str, Any]:
    """What is returned here is the ack: the screen keeps the text and sends it again."""
    runtime.report("a socket event", error)
    return SERVER_ERROR.as_ack()
