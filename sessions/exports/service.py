"""All exports on their way: few at once, each for a while, one for each person; and nothing left of any of them."""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dialogue.transcript.narrowing import Narrowed
from sessions import runtime
from sessions.exports.job import Asked, Job, State
from sessions.exports.refusals import Busy
from sessions.rooms.ids import new_id

AT_ONCE = 2  # processes; more would only take turns
LONGEST_S = 120.0
KEPT_S = 600.0  # until somebody fetches it
_LOOK_S = 0.05


class Exports:
    """The exports of one server."""

    def __init__(self, folder: Path, static: Path) -> None:
        """`folder` is for nothing else: what an earlier server left in it is removed. `static` has the fonts."""
        self._folder, self._static = folder, static
        self._jobs: dict[str, Job] = {}
        self._lock = runtime.Lock()
        shutil.rmtree(folder, ignore_errors=True)

    def begin(self, asked: Asked, narrow: Narrowed, words: Mapping[str, str]) -> Job:
        """An export begins; what the same person had before ends. Raises Busy, TooLarge."""
        order: dict[str, Any] = {
            "format": asked.format,
            "parts": narrow.parts,
            "leaves_out": narrow.leaves_out,
            "transcript": narrow.transcript,
            "words": dict(words),
            "static": str(self._static),
        }
        with self._lock:
            for before in [job for job in self._jobs.values() if job.asked.account == asked.account]:
                self.end(before)
            if sum(job.state is State.RUNNING for job in self._jobs.values()) >= AT_ONCE:
                raise Busy
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            id = new_id()
            job = self._jobs[id] = Job(id, asked, self._folder / id, order)
        runtime.spawn(self._watch, job)
        return job

    def of(self, id: str, dialogue: str, account: str) -> Job | None:
        """The export with this id, if it is this person's and of this dialogue."""
        job = self._jobs.get(id)
        return job if job and (job.asked.dialogue, job.asked.account) == (dialogue, account) else None

    def end(self, job: Job) -> None:
        """Fetched, cancelled or given up: nothing of it is left."""
        self._jobs.pop(job.id, None)
        job.end()

    def stop(self) -> None:
        """The server ends."""
        for job in list(self._jobs.values()):
            self.end(job)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _watch(self, job: Job) -> None:
        waited = 0.0
        while job.state is State.RUNNING and not job.ended.is_set():
            runtime.sleep(_LOOK_S)
            waited += _LOOK_S
            if waited >= LONGEST_S:
                job.give_up()
        if not job.ended.wait(KEPT_S):
            self.end(job)


def pdf_there() -> bool:
    """Whether the addition that writes PDF is installed; whether it also runs, only its process finds out."""
    return importlib.util.find_spec("weasyprint") is not None
