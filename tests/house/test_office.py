"""The LibreOffice that tests use: found where it is, brought where it is not, never passed over in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from deploy import office
from tests.house.test_browser import APT_GET, SUDO, program


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of programs of a machine that has none but those a test puts there."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("SOFFICE", raising=False)
    return tmp_path


def test_a_known_one_is_found_and_the_one_that_is_named_comes_first(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = program(machine, "soffice")
    assert office.needed() == str(known)
    chosen = program(machine, "my-office")
    monkeypatch.setenv("SOFFICE", str(chosen))
    assert office.find() == str(chosen)
    monkeypatch.setenv("SOFFICE", str(machine / "gone"))
    with pytest.raises(office.OfficeMissing, match="SOFFICE names"):
        office.find()


@pytest.mark.usefixtures("machine")
def test_without_one_a_test_fails_and_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(office.OfficeMissing, match="make office"):
        office.needed()
    assert office.main() == 1
    assert "need LibreOffice" in capsys.readouterr().err


def test_debians_is_brought_with_what_pdf_needs(machine: Path) -> None:
    program(machine, "apt-get", APT_GET.replace("chromium", "soffice"))
    program(machine, "sudo", SUDO)
    (machine / "env").symlink_to("/usr/bin/env")
    assert office.main() == 0
    _update, install = (machine / "calls").read_text("utf-8").splitlines()
    assert install.endswith(" ".join(office.PACKAGES))
    assert "libpango" in install


def test_an_installation_that_fails_is_said(machine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program(machine, "apt-get", "#!/bin/sh\nexit 100\n")
    program(machine, "sudo", SUDO)
    (machine / "env").symlink_to("/usr/bin/env")
    assert office.main() == 1
    assert "could not install" in capsys.readouterr().err
