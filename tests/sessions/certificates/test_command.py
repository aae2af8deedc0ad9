"""`dialogue certificate`, as an operator sees it: first, again, elsewhere, and with what can't be."""

from __future__ import annotations

import re
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes

from sessions import addresses
from sessions.certificates.authority import LASTS
from sessions.certificates.making import make
from sessions.certificates.refusals import CertificateRefusal
from tests.sessions.certificates.given import NOW, certificate_in
from tests.sessions.terminal import dialogue

NETWORK = "192.168.4.20"


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """This machine is in a network."""
    monkeypatch.setattr(addresses, "lan_address", lambda: NETWORK)
    return monkeypatch


def _hosts(data: Path) -> set[str]:
    names = certificate_in(data / "https" / "server.pem").extensions.get_extension_for_class(
        x509.SubjectAlternativeName
    )
    return {str(name.value) for name in names.value}


def test_what_is_said_the_first_time_leads_on(tmp_path: Path) -> None:
    told = dialogue("certificate", "--host", "dialogue.example.org", DATA=str(tmp_path / "new" / "data"))
    assert (told.status, told.complained) == (0, "")
    authority = certificate_in(tmp_path / "new" / "data" / "https" / "ca.pem")
    shown = "".join(re.findall(r"^     ((?:[0-9A-F]{2}:){7}[0-9A-F]{2})$", told.said, re.MULTILINE))
    assert shown.replace(":", "") == authority.fingerprint(hashes.SHA256()).hex().upper()
    assert "thumbprint" in told.said
    for word in (
        "localhost, 127.0.0.1, ::1",
        "dialogue.example.org",
        "dialogue serve --lan --https\n",
        "valid until",
        "ca.key",
    ):
        assert word in told.said


def test_what_to_type_next_names_the_folder_and_the_way_in_which_it_was_started(tmp_path: Path) -> None:
    folder = str(tmp_path / "of data")
    told = dialogue("certificate", "--data", folder, DIALOGUE_TYPED_AS="python3 start.py")
    assert f"with https: python3 start.py serve --lan --https --data '{folder}'\n" in told.said


def test_every_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    make(tmp_path, [], NOW)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "https").iterdir()}
    assert modes == dict.fromkeys(("ca.pem", "ca.key", "server.pem", "server.key", "hosts"), 0o600)
    assert stat.S_IMODE((tmp_path / "https").stat().st_mode) == 0o700


def test_again_renews_under_the_same_authority_and_remembers_the_hosts(
    tmp_path: Path, network: pytest.MonkeyPatch
) -> None:
    first = make(tmp_path, ["dialogue.example.org"], NOW)
    assert first.anew
    authority = (tmp_path / "https" / "ca.pem").read_bytes()
    network.setattr(addresses, "lan_address", lambda: "10.0.0.9")
    again = make(tmp_path, ["10.20.30.40"], NOW + timedelta(days=300))
    assert not again.anew
    assert (tmp_path / "https" / "ca.pem").read_bytes() == authority
    assert {"localhost", "127.0.0.1", "::1", "10.0.0.9", "dialogue.example.org", "10.20.30.40"} <= _hosts(tmp_path)
    assert NETWORK not in _hosts(tmp_path), "where the machine was before is nobody's business"
    assert again.server.certificate.not_valid_after_utc > first.server.certificate.not_valid_after_utc
    make(tmp_path, [], NOW + timedelta(days=301))
    assert {"dialogue.example.org", "10.20.30.40"} <= _hosts(tmp_path)


def test_the_second_time_nobody_is_sent_around_again(tmp_path: Path) -> None:
    dialogue("certificate", DATA=str(tmp_path))
    told = dialogue("certificate", DATA=str(tmp_path))
    assert "which devices trust already" in told.said


def test_a_host_that_the_authority_may_not_name_needs_a_new_one(tmp_path: Path, network: pytest.MonkeyPatch) -> None:
    make(tmp_path, [], NOW)
    before = (tmp_path / "https" / "server.pem").read_bytes()
    told = dialogue("certificate", "--host", "other.example", DATA=str(tmp_path))
    told.is_one_sentence("authority_narrow", "other.example", "--new")
    assert (tmp_path / "https" / "server.pem").read_bytes() == before
    network.setattr(addresses, "lan_address", lambda: "203.0.113.5")
    with pytest.raises(CertificateRefusal, match=r"203\.0\.113\.5"):
        make(tmp_path, [], NOW)
    made = make(tmp_path, ["other.example"], NOW, anew=True)
    assert made.anew
    assert {"other.example", "203.0.113.5"} <= _hosts(tmp_path)


def test_an_authority_at_its_end_says_so_instead_of_vouching_for_days(tmp_path: Path) -> None:
    make(tmp_path, [], datetime.now(UTC) - LASTS + timedelta(days=20))
    dialogue("certificate", DATA=str(tmp_path)).is_one_sentence("authority_expired", "--new")
    assert dialogue("certificate", "--new", DATA=str(tmp_path)).status == 0


def test_what_is_no_host_is_named_and_nothing_made(tmp_path: Path) -> None:
    told = dialogue("certificate", "--host", "https://dialogue.example.org", DATA=str(tmp_path / "data"))
    told.is_one_sentence("host_invalid", "https://dialogue.example.org")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("file", ["ca.pem", "ca.key"])
@pytest.mark.parametrize("content", [b"", b"\xff nothing", None])
def test_a_broken_authority_is_named(tmp_path: Path, file: str, content: bytes | None) -> None:
    make(tmp_path, [], NOW)
    if content is None:
        (tmp_path / "https" / file).unlink()
    else:
        (tmp_path / "https" / file).write_bytes(content)
    dialogue("certificate", DATA=str(tmp_path)).is_one_sentence("certificate_damaged", file)


def test_another_authoritys_key_is_not_taken(tmp_path: Path) -> None:
    make(tmp_path / "one", [], NOW)
    make(tmp_path / "other", [], NOW)
    (tmp_path / "other" / "https" / "ca.key").replace(tmp_path / "one" / "https" / "ca.key")
    dialogue("certificate", DATA=str(tmp_path / "one")).is_one_sentence("certificate_damaged", "ca.key")


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    dialogue("certificate", DATA=str(tmp_path / "file")).is_one_sentence("data_not_writable", "DATA")
