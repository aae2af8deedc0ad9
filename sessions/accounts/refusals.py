"""Why something about an account can't be done: a stable code and the form's field at fault."""

from __future__ import annotations


class BadAccount(Exception):
    """`code` is stable and has a sentence in sentences.py; `field` is the form's."""

    def __init__(self, code: str, field: str) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
