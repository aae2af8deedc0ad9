"""What is done otherwise on Windows and macOS, as far as another system can try it."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from sessions.storage.backup import backup, restore
from sessions.storage.store import open_storage
from tests.house.model_house import House
from tests.house.project import ROOT
from tests.sessions.pages.given import server
from tests.sessions.storage.given import dialogue_of

AS_ON_WINDOWS = """\
import os, sys
from pathlib import Path
from deploy import environment
python = Path(sys.executable)
os.name = "nt"
sys.exit(environment.become(python, sys.argv[1:]))
"""


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A house whose command this Python runs itself."""
    made = House(tmp_path / "house")
    (made.folder / "pebble.py").touch()
    return made


def _as_on_windows(house: House, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", AS_ON_WINDOWS, *arguments],
        cwd=house.folder,
        env=house.surroundings(),
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def test_where_a_process_cannot_become_another_its_child_gives_the_exit_status(house: House) -> None:
    running = _as_on_windows(house, "serve", "--port", "1")
    said, complained = running.communicate(timeout=20)
    assert (running.returncode, complained) == (0, "")
    assert '["serve", "--port", "1"]' in said


def test_ctrl_c_reaches_the_child_which_ends_in_its_own_time(house: House) -> None:
    running = _as_on_windows(house, "serve", "wait")
    assert running.stdout is not None
    assert running.stdout.readline()
    os.killpg(running.pid, signal.SIGINT)  # as a terminal does: parent and child
    _said, complained = running.communicate(timeout=20)
    assert (running.returncode, complained) == (7, "")


def test_a_restored_record_is_made_safe_where_only_what_can_be_written_can_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    synced = os.fsync

    def as_on_windows(handle: int) -> None:
        folder = stat.S_ISDIR(os.fstat(handle).st_mode)
        if not folder and fcntl.fcntl(handle, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDONLY:
            raise OSError(9, "Bad file descriptor")
        synced(handle)

    data, copy = tmp_path / "data", tmp_path / "copy"
    storage = open_storage(data)
    dialogue_of(storage, "d1", 3)
    backup(storage, copy, 1)
    storage.close()
    monkeypatch.setattr(os, "fsync", as_on_windows)
    restore(data, copy)
    again = open_storage(data)
    assert len(again.load("d1")) == 3
    again.close()


def test_what_a_registry_says_of_files_is_not_believed() -> None:
    script = (
        "import mimetypes\n"
        "for suffix in ('.css', '.js', '.svg', '.json', '.txt', '.woff2'):\n"
        "    mimetypes.add_type('application/x-msdownload', suffix)\n"
        "from sessions.pages import look\n"
        "print(*(mimetypes.guess_type('a' + s)[0] for s in ('.css', '.js', '.svg', '.json', '.txt', '.woff2')))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [
        "text/css", "text/javascript", "image/svg+xml", "application/json", "text/plain", "font/woff2",
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_a_terminal_without_the_letters_still_gets_the_link_that_comes_after_them(
    tmp_path: Path, encoding: str
) -> None:
    phones = "http://192.168.4.20:8000"
    with server(tmp_path / "data", PYTHONIOENCODING=encoding, LAN="1", HOST="localhost", PUBLIC_URL=phones) as served:
        said = "".join(served.said)
        assert served.setup in said
        assert "Traceback" not in said
