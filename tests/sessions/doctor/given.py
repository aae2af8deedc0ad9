"""What the doctor's tests look at: scenes made by hand, and how findings are read."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import IPv4Address
from pathlib import Path

from sessions.config import load
from sessions.doctor.findings import Finding
from sessions.doctor.scene import Port, Scene
from sessions.interfaces import Interface


def scene(
    data: Path = Path("data"),
    *networks: tuple[str, str],
    lan: str | None = None,
    port: Port = Port.FREE,
    in_use: bool = False,
    **settings: str,
) -> Scene:
    """A scene as looked around; `networks` are (name of the interface, address)."""
    config = load({"DATA": str(data), **settings})
    found = tuple(Interface(name, IPv4Address(address)) for name, address in networks)
    return Scene(config, found, lan, port, "https" if config.https else "http", in_use)


def codes(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    """(grade, code) of each."""
    return [(found.grade.value, found.code) for found in findings]
