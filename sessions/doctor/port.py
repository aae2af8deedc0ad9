"""The port: free, our own server's, or somebody else's."""

from __future__ import annotations

from collections.abc import Iterator

from sessions.doctor.findings import Finding, care, fine, wrong
from sessions.doctor.scene import Port, Scene


def check(scene: Scene) -> Iterator[Finding]:
    """Whether the server can listen, or does."""
    number = scene.config.port
    match scene.port:
        case Port.ANY:
            yield fine("port_any", "PORT is 0: the server takes any free port.")
        case Port.FREE if scene.in_use:
            yield care(
                "port_elsewhere",
                f"Nothing listens on port {number}, and yet something uses {scene.config.data}.",
                "If a server runs on another port, give that one (--port); otherwise wait for the command to end.",
            )
        case Port.FREE:
            yield fine("port_free", f"Port {number} is free.")
        case Port.OURS if scene.in_use:
            yield fine("port_serving", f"Dialogue is serving on port {number}.")
        case Port.OURS:
            yield care(
                "port_other_data",
                f"Port {number} belongs to a server of Dialogue with other data than {scene.config.data}.",
                "Name its folder (--data) to look at that one, or another port to serve these data (--port).",
            )
        case Port.TAKEN:
            other = 8001 if number == 8000 else 8000
            yield wrong(
                "port_in_use",
                f"Another program listens on port {number}.",
                f"Stop that program, or start with another port: --port {other} (or PORT={other}).",
            )
        case Port.NOT_ALLOWED:
            yield wrong(
                "port_not_allowed",
                f"The system does not let this account listen on port {number}.",
                "Set PORT to a number above 1023, e.g. PORT=8000.",
            )
        case Port.NOT_HERE:
            yield wrong(
                "host_not_here",
                f"HOST={scene.config.host} is not an address of this machine.",
                "Unset HOST, and start with --lan to be reached from the network.",
            )
