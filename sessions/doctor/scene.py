"""What the checks look at: settings, interfaces, the port, and whether somebody uses the data folder just now."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sessions import addresses, runtime
from sessions.config import Config
from sessions.doctor.asking import OPEN_TO_ALL, ask
from sessions.interfaces import Interface, interfaces
from sessions.storage.folder import Folder
from sessions.storage.lock import FolderLock
from sessions.storage.refusals import StorageRefusal


class Port(StrEnum):
    """How the port stands."""

    ANY = "any"  # the setting leaves it open
    FREE = "free"
    OURS = "ours"  # a server of this program listens there
    TAKEN = "taken"
    NOT_ALLOWED = "not_allowed"
    NOT_HERE = "not_here"  # the host is not this machine


@dataclass(frozen=True, slots=True)
class Scene:
    """One look around, for all checks. `in_use`: a server or a command holds the data folder.

    `scheme` is what the server speaks that runs, or the settings' where none does.
    """

    config: Config
    interfaces: tuple[Interface, ...]
    lan: str | None
    port: Port
    scheme: str
    in_use: bool

    @property
    def folder(self) -> Folder:
        """The data folder, whether it exists or not."""
        return Folder(self.config.data)

    @property
    def serving(self) -> bool:
        """Whether our own server runs, with these data as far as can be told."""
        return self.port is Port.OURS and self.in_use

    def url(self, host: str) -> str:
        """The address of the server by this host, a port of 0 left out."""
        return f"{self.scheme}://{host}" + (f":{self.config.port}" if self.config.port else "")

    @contextmanager
    def held(self) -> Iterator[bool]:
        """Holds the data folder, so that no server begins meanwhile. Gives False where it could not be held."""
        lock = _hold(self.config.data)
        try:
            yield lock is not None
        finally:
            if lock is not None:
                lock.release()


def look_around(config: Config) -> Scene:
    """The scene as it is now."""
    found = tuple(interfaces())
    in_use = _in_use(config.data)
    served = next((scheme for scheme in ("http", "https") if _answers(config, scheme)), None)
    port = Port.OURS if served else _port(config)
    scheme = served or ("https" if config.https else "http")
    return Scene(config, found, addresses.lan_address(), port, scheme, in_use)


def _answers(config: Config, scheme: str) -> bool:
    """Whether a server of this program answers at the port. Asked before listening there: some systems would allow
    that beside a server that listens everywhere."""
    if config.port == 0:
        return False
    known = addresses.own_url(config, config.port)
    return ask(f"{scheme}:{known.partition(':')[2]}{OPEN_TO_ALL}", config.data).ours


def _port(config: Config) -> Port:
    if config.port == 0:
        return Port.ANY
    try:
        runtime.listen(addresses.listening_host(config), config.port).close()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return Port.TAKEN
        return Port.NOT_ALLOWED if error.errno in {errno.EACCES, errno.EPERM} else Port.NOT_HERE
    return Port.FREE


def _in_use(data: Path) -> bool:
    if not (data / "dialogue.lock").exists():
        return False
    lock = _hold(data)
    if lock is None:
        return True
    lock.release()
    return False


def _hold(data: Path) -> FolderLock | None:
    try:
        return FolderLock(data) if data.is_dir() else None
    except (StorageRefusal, OSError):
        return None
