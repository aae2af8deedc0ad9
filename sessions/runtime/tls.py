"""An encrypted line over a plain socket, the same on eventlet and on threads.

Python's own SSLSocket is not used: wrapped around a listening socket it shakes hands where others wait to be accepted;
on eventlet it has no way of writing at once or not at all; on threads one OpenSSL object would be read and written at
the same time, which OpenSSL forbids (CPython's gh-137583 tells what came of locking it), and a `send` of more than one
record of 16 kB writes only the first. Here OpenSSL works on memory, under a lock, and the waiting is done on the plain
socket.
"""

from __future__ import annotations

import contextlib
import errno
import io
import socket
import ssl
import time
from pathlib import Path
from typing import Any

from sessions.runtime.waiting import Lock, spawn

PIECE = 16_384  # of what comes; a TLS record holds no more
MOST_AT_ONCE = 262_144  # of what goes: a long page is not doubled in memory
GOODBYE_S = 1.0


def context(certificate: Path, key: Path) -> ssl.SSLContext:
    """What a server shows of itself. Raises ssl.SSLError or OSError where the two files are no pair."""
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.minimum_version = ssl.TLSVersion.TLSv1_2
    made.options |= ssl.OP_NO_RENEGOTIATION  # the other side asks for it only to keep us busy
    made.set_alpn_protocols(["http/1.1"])
    made.load_cert_chain(certificate, key)
    return made


class TlsSocket:
    """The server's end of an encrypted line. One may read while others write.

    `plain` belongs to whoever accepted it and is closed there: `close` here only says goodbye. What goes wrong with
    the line, its encryption included, is a ConnectionError, as on a line that is not encrypted.
    """

    def __init__(self, plain: Any, made: ssl.SSLContext) -> None:
        self._plain = plain
        self._came, self._goes = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = made.wrap_bio(self._came, self._goes, server_side=True)
        self._state = Lock()  # held while OpenSSL computes, never while waiting
        self._writing = Lock()  # records leave in the order in which they were numbered

    def shake_hands(self, until: float) -> None:
        """Agree on keys before `until` (time.monotonic). Raises TimeoutError or ConnectionError."""
        while True:
            done, answer = self._step()
            if answer:
                self._plain.sendall(answer)
            if done:
                self._plain.settimeout(None)
                return
            came = self._recv_before(until)
            if not came:
                raise _broken()
            self._came.write(came)

    def _step(self) -> tuple[bool, bytes]:
        try:
            self._tls.do_handshake()
        except ssl.SSLWantReadError:
            return False, self._goes.read()
        except ssl.SSLError:
            with contextlib.suppress(OSError):
                self._plain.sendall(self._goes.read())  # the alert that tells the other side why
            raise _broken() from None
        return True, self._goes.read()

    def _recv_before(self, until: float | None) -> bytes:
        if until is not None:
            left = until - time.monotonic()
            if left <= 0:
                raise TimeoutError("the other side takes too long")
            self._plain.settimeout(left)
        came: bytes = self._plain.recv(PIECE)
        return came

    def recv_into(self, buffer: Any, nbytes: int = 0, flags: int = 0) -> int:
        """Fill what there is room for; 0 at the end. A timeout is for all of it: a record may come byte by byte."""
        seconds = self.gettimeout()
        if seconds is None:
            return self._recv_into(buffer, nbytes, None)
        try:
            return self._recv_into(buffer, nbytes, time.monotonic() + seconds)
        finally:
            self.settimeout(seconds)

    def _recv_into(self, buffer: Any, nbytes: int, until: float | None) -> int:
        while True:
            with self._state:
                try:
                    return int(self._tls.read(nbytes or len(buffer), buffer))
                except ssl.SSLWantReadError:
                    pass
                except (ssl.SSLZeroReturnError, ssl.SSLEOFError):
                    return 0
                except ssl.SSLError:
                    raise _broken() from None
            self._answer()
            came = self._recv_before(until)
            with self._state:
                if came:
                    self._came.write(came)
                else:
                    self._came.write_eof()

    def recv(self, size: int = PIECE, flags: int = 0) -> bytes:
        """At most `size` bytes; none at the end."""
        room = bytearray(min(size, PIECE))
        return bytes(memoryview(room)[: self.recv_into(room)])

    def sendall(self, data: Any, flags: int = 0) -> None:
        """All of it, in the order in which callers came."""
        left = memoryview(data).cast("B")
        with self._writing:
            while left:
                self._plain.sendall(self._encrypted(left[:MOST_AT_ONCE]))
                left = left[MOST_AT_ONCE:]

    def send(self, data: Any, flags: int = 0) -> int:
        """All of it: callers that don't look how much went, like simple-websocket, are right then."""
        self.sendall(data)
        return len(data)

    def send_at_once(self, data: bytes) -> bool:
        """On eventlet, without waiting: False when somebody is writing. What the system doesn't take is finished."""
        if not self._writing.acquire(blocking=False):
            return False
        try:
            records = self._encrypted(memoryview(data))
            try:
                sent = self._plain.fd.send(records)
            except BlockingIOError:
                sent = 0  # the records are numbered already: these have to be the next
        except BaseException:
            self._writing.release()
            raise
        if sent < len(records):
            spawn(self._finish, records[sent:])
        else:
            self._writing.release()
        return True

    def _finish(self, rest: bytes) -> None:
        try:
            self._plain.sendall(rest)
        except OSError:
            pass  # it is closing
        finally:
            self._writing.release()

    def _encrypted(self, data: memoryview) -> bytes:
        with self._state:
            try:
                while data:
                    data = data[self._tls.write(data) :]
            except ssl.SSLError:
                raise _broken() from None
            return self._goes.read()

    def _answer(self) -> None:
        """What reading made OpenSSL want to say. Where somebody is writing it goes with the next words."""
        if not self._goes.pending or not self._writing.acquire(blocking=False):
            return
        try:
            with self._state:
                answer = self._goes.read()
            self._plain.sendall(answer)
        finally:
            self._writing.release()

    def close(self) -> None:
        """Tell the other side that nothing was cut off. Called again, nothing."""
        if not self._writing.acquire(blocking=False):
            return  # it is cut off: somebody is still writing
        try:
            with self._state, contextlib.suppress(ssl.SSLError):
                self._tls.unwrap()
            last = self._goes.read()
            if last:
                self._plain.settimeout(GOODBYE_S)
                self._plain.sendall(last)
        except (OSError, EOFError, ValueError):
            pass  # it is gone already
        finally:
            self._writing.release()

    def shutdown(self, how: int) -> None:
        """No more is written, read, or both."""
        if how != socket.SHUT_RD:
            self.close()
        self._plain.shutdown(how)

    def makefile(self, mode: str, buffering: int) -> io.RawIOBase:
        """For reading and writing ("rwb"), without a buffer (0)."""
        return _Raw(self)

    def settimeout(self, seconds: float | None) -> None:
        self._plain.settimeout(seconds)

    def gettimeout(self) -> float | None:
        seconds: float | None = self._plain.gettimeout()
        return seconds

    def setsockopt(self, *option: Any) -> None:
        self._plain.setsockopt(*option)

    def getsockname(self) -> Any:
        return self._plain.getsockname()

    def getpeername(self) -> Any:
        return self._plain.getpeername()

    def fileno(self) -> int:
        return int(self._plain.fileno())


class _Raw(io.RawIOBase):
    """An encrypted line as a file; closing it leaves the line open."""

    def __init__(self, line: TlsSocket) -> None:
        self._line = line

    def readable(self) -> bool:
        return True

    def writable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self._line.recv_into(buffer)

    def write(self, data: Any) -> int:
        return self._line.send(data)


def _broken() -> ConnectionResetError:
    return ConnectionResetError(errno.ECONNRESET, "the encrypted line is broken")
