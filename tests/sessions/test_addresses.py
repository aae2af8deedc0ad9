"""How people reach this server, and which origins their browsers may name."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address

import pytest

from sessions import addresses
from sessions.config import load
from sessions.interfaces import Interface

NETWORK = "192.168.4.20"


@pytest.fixture(params=[NETWORK, None], ids=["in a network", "without one"])
def network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str | None:
    address: str | None = request.param
    monkeypatch.setattr(addresses, "lan_address", lambda: address)
    return address


@pytest.mark.parametrize(
    ("settings", "host"),
    [
        ({}, "127.0.0.1"),
        ({"LAN": "1"}, "0.0.0.0"),  # noqa: S104 - what --lan asks for
        ({"LAN": "1", "HOST": "192.168.4.20"}, "192.168.4.20"),
        ({"HOST": "::1"}, "::1"),
    ],
)
def test_only_who_asks_for_it_listens_to_the_network(settings: dict[str, str], host: str) -> None:
    assert addresses.listening_host(load(settings)) == host


@pytest.mark.parametrize(
    ("settings", "own"),
    [
        ({}, "http://127.0.0.1:8000"),
        ({"LAN": "1"}, "http://127.0.0.1:8000"),
        ({"HOST": "0.0.0.0"}, "http://127.0.0.1:8000"),  # noqa: S104 - read, not bound
        ({"HOST": "::1"}, "http://[::1]:8000"),
        ({"HOST": "::"}, "http://[::1]:8000"),
        ({"HOST": "dialogue.local"}, "http://dialogue.local:8000"),
    ],
)
def test_the_address_for_this_machine_can_be_opened(settings: dict[str, str], own: str) -> None:
    assert addresses.own_url(load(settings), 8000) == own


def test_phones_are_told_the_networks_address_only_with_lan(network: str | None) -> None:
    assert addresses.phones_url(load({}), 8000) == "http://127.0.0.1:8000"
    expected = f"http://{network}:8000" if network else "http://127.0.0.1:8000"
    assert addresses.phones_url(load({"LAN": "1"}), 8000) == expected


def test_what_the_operator_set_goes_before(network: str | None) -> None:
    config = load({"LAN": "1", "PUBLIC_URL": "https://dialogue.example.org, http://second.example.org"})
    assert addresses.phones_url(config, 8000) == "https://dialogue.example.org"
    assert {"https://dialogue.example.org", "http://second.example.org"} <= addresses.origins(config, 8000)


def test_browsers_may_come_from_this_machine_and_from_where_phones_do(network: str | None) -> None:
    known = addresses.origins(load({"LAN": "1"}), 8000)
    own = {"http://127.0.0.1:8000", "http://localhost:8000", "http://[::1]:8000"}
    assert known == own | ({f"http://{network}:8000"} if network else set())


def test_the_usual_port_is_left_out_by_browsers() -> None:
    assert "http://localhost" in addresses.origins(load({}), 80)
    assert "http://localhost" not in addresses.origins(load({}), 8000)


def test_a_named_host_is_an_origin_as_browsers_write_it() -> None:
    assert "http://dialogue.local:8000" in addresses.origins(load({"HOST": "Dialogue.LOCAL"}), 8000)
    assert "http://[fe80::1]:8000" in addresses.origins(load({"HOST": "fe80::1"}), 8000)


@pytest.mark.parametrize(
    "stranger", ["null", "*", "http://0.0.0.0:8000", "http://evil.example", "http://127.0.0.1:8001"]
)
def test_nobody_else_is_let_in(stranger: str) -> None:
    assert stranger not in addresses.origins(load({"LAN": "1", "HOST": "0.0.0.0"}), 8000)  # noqa: S104 - read, not bound


def test_the_networks_address_is_this_machines_own_or_none() -> None:
    found = addresses.lan_address()
    assert found is None or not found.startswith("127.")


def test_with_https_every_address_and_origin_is_encrypted(network: str | None) -> None:
    config = load({"HTTPS": "1", "LAN": "1"})
    assert addresses.own_url(config, 8000) == "https://127.0.0.1:8000"
    assert addresses.phones_url(config, 8000) == f"https://{network or '127.0.0.1'}:8000"
    assert {origin.partition(":")[0] for origin in addresses.origins(config, 8000)} == {"https"}
    assert f"https://{network or 'localhost'}" in addresses.origins(config, 443)
    assert "https://localhost" not in addresses.origins(config, 80)


def test_how_to_trust_is_told_at_the_same_host_unencrypted(network: str | None) -> None:
    assert addresses.trust_url(load({"HTTPS": "1", "LAN": "1"}), 8080) == f"http://{network or '127.0.0.1'}:8080"
    public = {"HTTPS": "1", "PUBLIC_URL": "https://dialogue.local:8443"}
    assert addresses.trust_url(load(public), 8080) == "http://dialogue.local:8080"
    assert addresses.trust_url(load({"HTTPS": "1", "HOST": "::1"}), 8080) == "http://[::1]:8080"


def test_a_certificate_has_to_be_for_every_address_that_this_machine_answers_at(network: str | None) -> None:
    assert addresses.hosts_to_vouch_for(load({"LAN": "1"})) == []
    own = ["127.0.0.1", *([network] if network else [])]
    assert addresses.hosts_to_vouch_for(load({"HTTPS": "1", "LAN": "1"})) == own
    public = {"HTTPS": "1", "PUBLIC_URL": "https://a.example, http://b.example, https://c.example:8443"}
    assert addresses.hosts_to_vouch_for(load(public)) == ["127.0.0.1", "a.example", "c.example"]
    assert addresses.hosts_to_vouch_for(load(public | {"PROXIES": "1"})) == ["127.0.0.1"]


def test_a_network_that_leads_nowhere_else_has_an_address_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    class Nowhere(socket.socket):
        def connect(self, address: object) -> None:
            raise OSError("no route")

    known = [Interface("tun0", IPv4Address("10.8.0.2")), Interface("eth0", IPv4Address("192.168.4.20"))]
    monkeypatch.setattr("sessions.addresses.socket.socket", Nowhere)
    monkeypatch.setattr(addresses, "interfaces", lambda: known)
    assert addresses.lan_address() == "192.168.4.20"
    monkeypatch.setattr(addresses, "interfaces", lambda: known[:1])
    assert addresses.lan_address() is None
