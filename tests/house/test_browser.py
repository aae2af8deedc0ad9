"""The browser that tests drive: found where it is, brought where it is not, never passed over in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from deploy import browser

# Installs what it is asked for, and writes down how it was called.
APT_GET = """\
#!/bin/sh
here=$(/usr/bin/dirname "$0")
echo "$*" >> "$here/calls"
[ "$1" = update ] && exit 100
printf '#!/bin/sh\\n' > "$here/chromium"
/bin/chmod +x "$here/chromium"
"""
SUDO = """\
#!/bin/sh
[ "$1" = -n ] && shift
exec "$@"
"""


def program(folder: Path, name: str, text: str = "#!/bin/sh\n") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of programs of a machine that has none but those a test puts there."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    return tmp_path


def test_a_known_browser_is_found(machine: Path) -> None:
    path = program(machine, "google-chrome")
    assert browser.find() == str(path)
    assert browser.needed() == str(path)


def test_the_one_that_is_named_comes_first(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(machine, "chromium")
    chosen = program(machine, "my-browser")
    monkeypatch.setenv("CHROMIUM", str(chosen))
    assert browser.find() == str(chosen)


def test_a_name_that_leads_nowhere_is_refused(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", str(machine / "gone"))
    with pytest.raises(browser.BrowserMissing, match="CHROMIUM names"):
        browser.find()


@pytest.mark.usefixtures("machine")
def test_without_a_browser_a_test_fails_and_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(browser.BrowserMissing, match="make browser"):
        browser.needed()
    assert browser.main() == 1
    assert "Install one" in capsys.readouterr().err


def test_debians_is_brought_even_when_some_package_lists_stay_stale(machine: Path) -> None:
    program(machine, "apt-get", APT_GET)
    program(machine, "sudo", SUDO)
    (machine / "env").symlink_to("/usr/bin/env")
    assert browser.main() == 0
    update, install = (machine / "calls").read_text("utf-8").splitlines()
    assert update.startswith("update")
    assert install.endswith("chromium fonts-liberation")


def test_an_installation_that_fails_is_said(machine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program(machine, "apt-get", "#!/bin/sh\nexit 100\n")
    program(machine, "sudo", SUDO)
    (machine / "env").symlink_to("/usr/bin/env")
    assert browser.main() == 1
    assert "could not install" in capsys.readouterr().err


def test_someone_who_may_not_install_learns_what_to_ask_for(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(machine, "apt-get", APT_GET)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(browser.BrowserMissing, match="apt-get install chromium"):
        browser.bring()
