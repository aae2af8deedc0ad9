"""The certificate for https, as the doctor and the terminal judge it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sessions.certificates.authority import BEFORE
from sessions.certificates.checking import ready
from sessions.certificates.files import files_in
from sessions.certificates.making import LASTS, make
from sessions.certificates.telling import how_to_trust
from sessions.doctor import certificate
from tests.sessions.doctor.given import codes, scene

MISSING = ("wrong", "certificate_missing")


def test_it_is_looked_at_only_with_https(tmp_path: Path) -> None:
    assert codes(certificate.check(scene(tmp_path))) == []
    assert codes(certificate.check(scene(tmp_path, HTTPS="1"))) == [MISSING]


@pytest.mark.parametrize(
    ("days", "found", "warned"),
    [(31, ("fine", "certificate_ready"), False), (29, ("care", "certificate_ends_soon"), True)],
)
def test_doctor_and_terminal_warn_from_the_same_day_on(
    tmp_path: Path, days: int, found: tuple[str, str], warned: bool
) -> None:
    now = datetime.now(UTC)
    make(tmp_path, [], now + timedelta(days=days) - LASTS + BEFORE)
    assert codes(certificate.check(scene(tmp_path, HTTPS="1"))) == [found]
    told = how_to_trust(ready(files_in(tmp_path), [], now), None, now)
    assert any("Make a new one soon" in line for line in told) is warned


@pytest.mark.parametrize(
    ("made_days_ago", "public_url", "code"),
    [
        (398, "", "certificate_expired"),
        (-2, "", "certificate_early"),
        (0, "https://10.9.8.7:8000", "certificate_elsewhere"),
        (0, "https://no_host:8000", "host_invalid"),
    ],
)
def test_what_would_be_refused_at_the_start_is_found_before(
    tmp_path: Path, made_days_ago: int, public_url: str, code: str
) -> None:
    make(tmp_path, [], datetime.now(UTC) - timedelta(days=made_days_ago))
    assert codes(certificate.check(scene(tmp_path, HTTPS="1", PUBLIC_URL=public_url))) == [("wrong", code)]


def test_a_file_that_is_cut_short_is_found(tmp_path: Path) -> None:
    make(tmp_path, [], datetime.now(UTC))
    server = tmp_path / "https" / "server.pem"
    server.write_bytes(server.read_bytes()[:100])
    (found,) = certificate.check(scene(tmp_path, HTTPS="1"))
    assert (found.grade.value, found.code) == ("wrong", "certificate_damaged")
    assert "dialogue certificate" in found.advice
