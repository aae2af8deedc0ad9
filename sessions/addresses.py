"""How people reach this server: its own addresses, and those that browsers may come from."""

from __future__ import annotations

import socket

from sessions.config import Config

EVERY_INTERFACE = "0.0.0.0"  # noqa: S104  # only with --lan, which asks for it
_ELSEWHERE = ("192.0.2.1", 9)  # a documentation address: choosing a route to it sends nothing


def listening_host(config: Config) -> str:
    """Where to listen: with LAN on every interface, unless a host was named."""
    return EVERY_INTERFACE if config.lan and config.host == "127.0.0.1" else config.host


def lan_address() -> str | None:
    """This machine's address on the network it would use, or None without one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_ELSEWHERE)
            address: str = probe.getsockname()[0]
        except OSError:
            return None
    return None if address.startswith("127.") else address


def own_url(config: Config, port: int) -> str:
    """The address that the person at this machine opens."""
    host = {EVERY_INTERFACE: "127.0.0.1", "::": "::1"}.get(listening_host(config), config.host)
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"


def phones_url(config: Config, port: int) -> str:
    """The address that phones open: the one set by the operator, the one on the network, or this machine's own."""
    if config.public_url:
        return config.public_url[0]
    address = lan_address() if config.lan else None
    return f"http://{address}:{port}" if address else own_url(config, port)


def origins(config: Config, port: int) -> frozenset[str]:
    """Where browsers may come from, as they name it in an Origin header."""
    hosts = {"127.0.0.1", "localhost", "[::1]"}
    if config.host not in {EVERY_INTERFACE, "::"}:
        hosts.add(f"[{config.host}]" if ":" in config.host else config.host.lower())
    known = {f"http://{host}:{port}" for host in hosts} | {phones_url(config, port)}
    if port == 80:
        known |= {f"http://{host}" for host in hosts}
    return frozenset(known | set(config.public_url))
