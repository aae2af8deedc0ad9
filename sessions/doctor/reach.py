"""Whether a page opens over the address that phones use: of the running server, or of a throw-away one."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sessions import runtime
from sessions.addresses import EVERY_INTERFACE
from sessions.doctor.asking import OPEN_TO_ALL, WAITS_S, Answered, ask
from sessions.doctor.findings import Finding, care, fine, wrong
from sessions.doctor.scene import Scene

PAGE = b'{"info": {"title": "Dialogue"}}'
STILL = "Whether a firewall, or a network that keeps its devices apart, is in the way of phones, only a phone can tell."


def check(scene: Scene) -> Iterator[Finding]:
    """Opens a page as a phone would."""
    if scene.config.public_url and scene.serving:
        yield _by_name(scene, scene.config.public_url[0])
    if scene.lan is None:
        yield fine("reach_left", "Left: opening a page over the network, since there is none.")
    elif scene.serving:
        yield _served(scene, scene.lan)
    else:
        yield _tried(scene, scene.lan)


def _served(scene: Scene, host: str) -> Finding:
    url = scene.url(host)
    answered = ask(url + OPEN_TO_ALL, scene.config.data)
    if answered.ours:
        return fine("reach_served", f"The running server opens over {url}. {STILL}")
    if answered.untrusted:
        return _untrusted(url, answered)
    return care(
        "reach_own_only",
        f"The running server does not open over {url}: it serves this machine alone, or a firewall is in the way.",
        "For phones, stop it and start it with --lan (or LAN=1).",
    )


def _by_name(scene: Scene, url: str) -> Finding:
    answered = ask(url + OPEN_TO_ALL, scene.config.data)
    if answered.ours:
        return fine("reach_public", f"{url} leads to the running server.")
    if answered.untrusted:
        return _untrusted(url, answered)
    return care(
        "reach_not_public",
        f"{url} does not lead to the running server from here ({answered.why or 'something else answers'}).",
        "Check PUBLIC_URL, the name's address, and the proxy if there is one.",
    )


def _untrusted(url: str, answered: Answered) -> Finding:
    return care(
        "reach_untrusted",
        f"{url} shows a certificate that is not trusted here ({answered.why}).",
        "Make a new one with `dialogue certificate`, or ask whoever keeps the certificate of the proxy.",
    )


def _tried(scene: Scene, host: str) -> Finding:
    with _page() as port:
        answered = ask(f"http://{host}:{port}/", scene.config.data)
    if answered.ours:
        return fine("reach_tried", f"A page opens over {host}. {STILL}")
    return wrong(
        "reach_blocked",
        f"A page on this machine does not open over its own address {host} ({answered.why}).",
        "Let this machine's firewall accept connections for Python on private networks.",
    )


@contextmanager
def _page() -> Iterator[int]:
    """A server that gives one page to one visitor, on any free port; gives that port."""
    listening = runtime.listen(EVERY_INTERFACE, 0)
    listening.settimeout(2 * WAITS_S)  # closing it alone would not wake who waits there
    serving = threading.Thread(target=_give_once, args=(listening,), daemon=True)
    serving.start()
    try:
        yield listening.getsockname()[1]
    finally:
        listening.close()


def _give_once(listening: socket.socket) -> None:
    try:
        visitor, _address = listening.accept()
        with visitor:
            visitor.recv(4096)
            head = f"HTTP/1.0 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(PAGE)}\r\n\r\n"
            visitor.sendall(head.encode() + PAGE)
    except OSError:  # closed before anybody came
        return
