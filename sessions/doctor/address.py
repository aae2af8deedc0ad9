"""Which address phones will open: none, several, a VPN's, one that a network did not give."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Address
from urllib.parse import urlsplit

from sessions.doctor.findings import Finding, care, fine
from sessions.doctor.scene import Scene
from sessions.interfaces import Interface


def check(scene: Scene) -> Iterator[Finding]:
    """How phones would find this machine."""
    if scene.config.public_url:
        yield from _set(scene)
        return
    usable = [known for known in scene.interfaces if known.usable]
    used = next((known for known in scene.interfaces if str(known.address) == scene.lan), None)
    if not usable:
        yield _unreachable(scene)
    elif used is None or not used.usable:
        named = f" ({used.name})" if used and used.name else ""
        yield care(
            "address_tunnel",
            f"Phones would be told {scene.lan or 'no address'}{named}, which is a VPN's or a virtual network's.",
            f"Switch the VPN off, or set PUBLIC_URL={scene.url(str(usable[0].address))}.",
        )
    else:
        yield fine("address_found", f"Phones on the same network open {scene.url(str(used.address))}{_how(scene)}.")
        yield from _others(scene, usable, used)
        yield from _public(used)


def _how(scene: Scene) -> str:
    listens_further = scene.config.lan or scene.config.host not in {"127.0.0.1", "localhost", "::1"}
    return "" if listens_further else ", once it is started with --lan"


def _set(scene: Scene) -> Iterator[Finding]:
    url = scene.config.public_url[0]
    host = urlsplit(url).hostname or ""
    known = {str(one.address) for one in scene.interfaces}
    try:
        named = IPv4Address(host)
    except ValueError:
        named = None
    if named is not None and named.is_private and not named.is_loopback and known and host not in known:
        yield care(
            "address_elsewhere",
            f"PUBLIC_URL sends people to {url}, and this machine is {', '.join(sorted(known))}.",
            "If no proxy stands there: correct PUBLIC_URL, or unset it to use what the network gives.",
        )
    else:
        yield fine("address_set", f"People are sent to {url}, as PUBLIC_URL says.")


def _unreachable(scene: Scene) -> Finding:
    by_itself = next((known for known in scene.interfaces if known.self_assigned), None)
    if by_itself is not None:
        return care(
            "address_self_assigned",
            f"The network gave this machine no address; it took {by_itself.address} by itself.",
            "Reconnect the cable or the Wi-Fi. Where no router gives addresses, open a hotspot on it or on a phone.",
        )
    tunnel = next((known for known in scene.interfaces if known.tunnel), None)
    if tunnel is not None:
        return care(
            "address_tunnel",
            f"This machine is only on a VPN ({tunnel.address}), where phones in the room are not.",
            "Connect it to the network that the phones are on.",
        )
    return care(
        "address_none",
        "This machine is on no network: only it can open the pages.",
        "Connect it to the Wi-Fi that the phones are on, or open a hotspot on it or on a phone. On one computer alone "
        "it works as it is.",
    )


def _others(scene: Scene, usable: list[Interface], used: Interface) -> Iterator[Finding]:
    others = [known for known in usable if known.address != used.address]
    if others:
        named = ", ".join(f"{one.address} ({one.name})" if one.name else str(one.address) for one in others)
        yield care(
            "address_several",
            f"This machine is on several networks; phones are told {used.address}. The others: {named}.",
            f"If the phones are on another one: PUBLIC_URL={scene.url(str(others[0].address))}.",
        )


def _public(used: Interface) -> Iterator[Finding]:
    if used.address.is_global:
        yield care(
            "address_public",
            f"{used.address} can be reached from the internet.",
            "Serve there only with HTTPS=1 or behind a proxy, never without encryption.",
        )
