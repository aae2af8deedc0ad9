"""A package on disk, as a zip file or a folder: all of it, or nothing. Only its owner may read it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from dialogue.archive.package import as_zip
from sessions.storage.refusals import StorageRefusal

_ZIP = ".zip"


def write_package(files: Mapping[str, bytes], path: Path, top: str) -> None:
    """Writes to `path`: a zip file with one folder `top` if its name ends so, a folder otherwise.

    Raises StorageRefusal `package_exists`, `package_not_writable`.
    """
    require_free(path)
    unfinished = path.with_name(f".{path.name}.unfinished-{os.getpid()}")
    try:
        if path.suffix.lower() == _ZIP:
            _write(unfinished, as_zip(files, top))
        else:
            _write_folder(unfinished, files)
        require_free(path)
        unfinished.rename(path)
        _settle(path.parent)
    except OSError as error:
        why = f"{path} cannot be written ({error.strerror}). Nothing of it is left there."
        raise StorageRefusal("package_not_writable", why) from None
    finally:
        if unfinished.is_dir():
            shutil.rmtree(unfinished, ignore_errors=True)
        else:
            unfinished.unlink(missing_ok=True)


def require_free(path: Path) -> None:
    """Raises StorageRefusal `package_exists`: an older package is not replaced by mistake."""
    if os.path.lexists(path):
        raise StorageRefusal("package_exists", f"{path} is there already. Choose another name.")


def _write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir(mode=0o700)
    for name in sorted(files):
        (folder / name).parent.mkdir(mode=0o700, exist_ok=True)
        _write(folder / name, files[name])
        _settle((folder / name).parent)
    _settle(folder)


def _write(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    if os.name == "nt":  # Windows keeps folders by itself and cannot be asked
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
