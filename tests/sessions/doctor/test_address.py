"""The address that phones are told, on the networks that trainers meet."""

from __future__ import annotations

from pathlib import Path

import pytest

from sessions.doctor import address
from sessions.interfaces import interfaces
from tests.sessions.doctor.given import codes, scene

WIFI, CABLE = ("wlan0", "192.168.4.20"), ("eth0", "10.20.0.7")
VPN, SHARED = ("tun0", "10.8.0.2"), ("", "100.100.3.4")
CONTAINERS, BY_ITSELF = ("docker0", "172.17.0.1"), ("wlan0", "169.254.8.8")
PUBLIC = ("eth0", "8.8.4.4")
HERE = Path("data")


@pytest.mark.parametrize(
    ("networks", "lan", "found"),
    [
        ([WIFI], "192.168.4.20", [("fine", "address_found")]),
        ([WIFI, CONTAINERS], "192.168.4.20", [("fine", "address_found")]),
        ([WIFI, CABLE], "10.20.0.7", [("fine", "address_found"), ("care", "address_several")]),
        ([WIFI, VPN], "10.8.0.2", [("care", "address_tunnel")]),
        ([WIFI, SHARED], "100.100.3.4", [("care", "address_tunnel")]),
        ([WIFI, CONTAINERS], "172.17.0.1", [("care", "address_tunnel")]),
        ([VPN], "10.8.0.2", [("care", "address_tunnel")]),
        ([BY_ITSELF], "169.254.8.8", [("care", "address_self_assigned")]),
        ([], None, [("care", "address_none")]),
        ([CONTAINERS], None, [("care", "address_none")]),
        ([PUBLIC], "8.8.4.4", [("fine", "address_found"), ("care", "address_public")]),
    ],
)
def test_the_address_is_judged_by_the_network_it_is_on(
    networks: list[tuple[str, str]], lan: str | None, found: list[tuple[str, str]]
) -> None:
    assert codes(address.check(scene(HERE, *networks, lan=lan))) == found


def test_the_sentences_name_what_to_open_and_what_to_set() -> None:
    (own_only,) = address.check(scene(HERE, WIFI, lan="192.168.4.20"))
    assert own_only.sentence.endswith("open http://192.168.4.20:8000, once it is started with --lan.")
    (started,) = address.check(scene(HERE, WIFI, lan="192.168.4.20", LAN="1", HTTPS="1", PORT="443"))
    assert started.sentence == "Phones on the same network open https://192.168.4.20:443."
    _, several = address.check(scene(HERE, WIFI, CABLE, lan="10.20.0.7"))
    assert "192.168.4.20 (wlan0)" in several.sentence
    assert "PUBLIC_URL=http://192.168.4.20:8000" in several.advice
    (tunnel,) = address.check(scene(HERE, WIFI, VPN, lan="10.8.0.2"))
    assert "10.8.0.2 (tun0)" in tunnel.sentence
    assert "PUBLIC_URL=http://192.168.4.20:8000" in tunnel.advice


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("http://192.168.4.20:8000", ("fine", "address_set")),
        ("https://dialogue.example.org", ("fine", "address_set")),
        ("http://192.168.4.99:8000", ("care", "address_elsewhere")),
    ],
)
def test_an_address_that_was_set_is_compared_with_what_the_machine_has_now(url: str, found: tuple[str, str]) -> None:
    assert codes(address.check(scene(HERE, WIFI, lan="192.168.4.20", PUBLIC_URL=url))) == [found]


def test_this_machines_own_interfaces_are_read_without_loopback() -> None:
    known = interfaces()
    assert not [one for one in known if one.address.is_loopback]
    assert len({one.address for one in known}) == len(known)
