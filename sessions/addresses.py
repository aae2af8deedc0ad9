"""How people reach this server: its own addresses, and those that browsers may come from."""

from __future__ import annotations

import socket
from urllib.parse import urlsplit

from sessions.config import Config
from sessions.interfaces import interfaces

EVERY_INTERFACE = "0.0.0.0"  # noqa: S104  # only with --lan, which asks for it
USUAL_PORTS = {"http": 80, "https": 443}  # browsers leave them out
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
        except OSError:  # a closed network may lead nowhere else
            return next((str(known.address) for known in interfaces() if known.usable), None)
    return None if address.startswith("127.") else address


def own_url(config: Config, port: int) -> str:
    """The address that the person at this machine opens."""
    return _url(_scheme(config), _own_host(config), port)


def phones_url(config: Config, port: int) -> str:
    """The address that phones open: the one set by the operator, the one on the network, or this machine's own."""
    if config.public_url:
        return config.public_url[0]
    address = lan_address() if config.lan else None
    return _url(_scheme(config), address, port) if address else own_url(config, port)


def trust_url(config: Config, port: int) -> str:
    """Where phones are told, unencrypted, how to trust this machine: the same host, at another port."""
    return _url("http", urlsplit(phones_url(config, port)).hostname or "", port)


def hosts_to_vouch_for(config: Config) -> list[str]:
    """The hosts that people open by https at this very machine, for which its certificate has to be.

    Behind a proxy that is the proxy's business.
    """
    urls = [own_url(config, 0), *([] if config.proxies else [phones_url(config, 0), *config.public_url])]
    parts = [urlsplit(url) for url in urls]
    return list(dict.fromkeys(part.hostname for part in parts if part.scheme == "https" and part.hostname))


def _scheme(config: Config) -> str:
    return "https" if config.https else "http"


def _own_host(config: Config) -> str:
    return {EVERY_INTERFACE: "127.0.0.1", "::": "::1"}.get(listening_host(config), config.host)


def _url(scheme: str, host: str, port: int) -> str:
    return f"{scheme}://{f'[{host}]' if ':' in host else host}:{port}"


def origins(config: Config, port: int) -> frozenset[str]:
    """Where browsers may come from, as they name it in an Origin header."""
    hosts = {"127.0.0.1", "localhost", "[::1]"}
    if config.host not in {EVERY_INTERFACE, "::"}:
        hosts.add(f"[{config.host}]" if ":" in config.host else config.host.lower())
    scheme = _scheme(config)
    known = {f"{scheme}://{host}:{port}" for host in hosts} | {phones_url(config, port)}
    if port == USUAL_PORTS[scheme]:
        known |= {url.removesuffix(f":{port}") for url in known}
    return frozenset(known | set(config.public_url))
