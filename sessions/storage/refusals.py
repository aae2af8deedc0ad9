"""Why storage says no: at the start, to the operator; later, to a room whose commit did not happen."""

from __future__ import annotations


class StorageRefusal(Exception):
    """Storage cannot be used as asked. `code` is stable; the text is a sentence that says what to do."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


class CommitFailed(Exception):
    """An append was not stored, nor was anything of its dialogue in the same batch.

    `code` is "out_of_step" (others were stored first: load, decide again), "storage_unavailable" (locked, full,
    read-only: try again later), "key_gone" (the dialogue's key was destroyed) or "commit_failed" (anything else;
    the cause is chained). Its text never holds what a person wrote.
    """

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


class KeyGone(Exception):
    """The dialogue has no key, or had one that was destroyed: its words cannot be read by anyone."""


class SealBroken(Exception):
    """Sealed bytes do not open: they were changed, moved to another place, or sealed with another key."""
