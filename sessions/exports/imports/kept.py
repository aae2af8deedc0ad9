"""Imported records on the disk: one sealed file each, in a folder for each account. No dialogue's, in no database."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from dialogue.transcript.narrowing import Narrowed
from sessions import runtime
from sessions.exports.data_file import as_json
from sessions.exports.imports.reading import ImportRefused
from sessions.exports.sealed import opened, sealed
from sessions.rooms.ids import new_id
from sessions.storage.folder import open_folder, write_whole

MOST = 100  # of one account
_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")


@dataclass(frozen=True, slots=True)
class Imported:
    """One record in a list."""

    id: str
    title: str
    day: str


class Imports:
    """All imported records of an installation."""

    def __init__(self, data: Path, key: bytes) -> None:
        """`data`: the data folder; `key`: 32 bytes for this purpose alone."""
        self._folder, self._key = data / "imports", key

    def take(self, account: str, narrow: Narrowed) -> str:
        """Keeps a record for this account; its id. Raises ImportRefused `imports_full`."""
        folder = self._place(account)
        if len(self._files(account)) >= MOST:
            raise ImportRefused("imports_full", f"There are {MOST} imported records already. Remove some first.")
        open_folder(folder)
        id = new_id()
        write_whole(folder / id, sealed(as_json(narrow), self._key, f"{account}/{id}"))
        return id

    def of(self, account: str) -> list[Imported]:
        """This account's, by title. Others are served meanwhile."""
        found = ((path.name, self.read(account, path.name)) for path in self._files(account))
        told = [Imported(id, one.transcript["title"], one.transcript["day"]) for id, one in found if one]
        return sorted(told, key=lambda one: (one.title.casefold(), one.id))

    def read(self, account: str, id: str) -> Narrowed | None:
        """The record, if it is this account's."""
        if not _ID.fullmatch(id) or not (self._place(account) / id).is_file():
            return None
        runtime.sleep(0)
        # It was looked at when it was taken in, and is sealed since.
        told = json.loads(opened((self._place(account) / id).read_bytes(), self._key, f"{account}/{id}"))
        return Narrowed(tuple(told["parts"]), tuple(told["leaves_out"]), told["transcript"])

    def remove(self, account: str, id: str) -> None:
        """Nothing of it is left."""
        if _ID.fullmatch(id):
            (self._place(account) / id).unlink(missing_ok=True)

    def _place(self, account: str) -> Path:
        if not _ID.fullmatch(account):
            raise ValueError("not an account")
        return self._folder / account

    def _files(self, account: str) -> list[Path]:
        folder = self._place(account)
        return [path for path in folder.iterdir() if _ID.fullmatch(path.name)] if folder.is_dir() else []
