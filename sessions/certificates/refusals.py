"""Why https can't be served, or a certificate not be made: a stable code and a sentence for the operator."""

from __future__ import annotations

AGAIN = "Run `python start.py certificate` (or `dialogue certificate`), then start again."
ANEW = (
    "To begin with a new authority, which every device has to trust again: `python start.py certificate "
    "--new` (or `dialogue certificate --new`), with all the --host it needs."
)


class CertificateRefusal(Exception):
    """`code` is one of certificate_missing, _damaged, _expired, _early, _elsewhere; authority_expired, _narrow;
    host_invalid."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
