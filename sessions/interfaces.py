"""This machine's addresses on its networks, by interface, with nothing but the standard library."""

from __future__ import annotations

import contextlib
import socket
import struct
import sys
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network

# By what systems and programs call them.
TUNNELS = ("tun", "tap", "utun", "wg", "ppp", "ipsec", "tailscale", "zt", "nordlynx", "proton", "gpd", "cscotun", "vpn")
VIRTUAL = ("docker", "br-", "virbr", "veth", "vboxnet", "vmnet", "lxc", "lxd", "podman", "cni")
TUNNELLED = IPv4Network("100.64.0.0/10")  # shared address space: where not a provider's, a VPN's

if sys.platform != "win32":
    import fcntl

    _SIOCGIFADDR = 0x8915 if sys.platform == "linux" else 0xC0206921

    def _address_of(asking: socket.socket, name: str) -> IPv4Address:
        request = struct.pack("256s", name.encode()[:15])
        return IPv4Address(fcntl.ioctl(asking.fileno(), _SIOCGIFADDR, request)[20:24])


@dataclass(frozen=True, slots=True)
class Interface:
    """One of this machine's addresses, and what the system calls its way there; empty where it does not tell."""

    name: str
    address: IPv4Address

    @property
    def tunnel(self) -> bool:
        """Whether it leads through a VPN or the like, where phones in the room are not."""
        return self.name.lower().startswith(TUNNELS) or self.address in TUNNELLED

    @property
    def virtual(self) -> bool:
        """Whether only machines within this machine are there."""
        return self.name.lower().startswith(VIRTUAL)

    @property
    def self_assigned(self) -> bool:
        """Whether the machine has given it to itself, since no network did."""
        return self.address.is_link_local

    @property
    def usable(self) -> bool:
        """Whether phones in the room may be on the same network."""
        return not (self.address.is_loopback or self.tunnel or self.virtual or self.self_assigned)


def interfaces() -> list[Interface]:
    """All of them, loopback left out."""
    found = {known.address: known for known in (*_by_name(), *_by_host())}
    return sorted((known for known in found.values() if not known.address.is_loopback), key=lambda one: one.address)


def _by_host() -> list[Interface]:
    """What the machine's own name leads to: the only thing that Windows tells without more."""
    if sys.platform != "win32":
        return []
    with contextlib.suppress(OSError):
        known = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
        return [Interface("", IPv4Address(address[0])) for *_, address in known]
    return []


def _by_name() -> list[Interface]:
    if sys.platform == "win32":
        return []
    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        for _number, name in socket.if_nameindex():
            with contextlib.suppress(OSError):  # it has no such address
                found.append(Interface(name, _address_of(asking, name)))
    return found
