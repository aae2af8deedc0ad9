"""Making accounts and signing in. Passwords are hashed by argon2 on a real thread, never on the hub."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from sessions import runtime
from sessions.rooms.ids import new_id, new_token, now_ms
from sessions.storage.accounts import Account, NameTaken
from sessions.storage.store import Storage

SIGNED_IN_MS: Final = 14 * 24 * 3600 * 1000
SETUP_LINK_MS: Final = 24 * 3600 * 1000
ENTRY_LINK_MS: Final = 12 * 3600 * 1000
SHORTEST_PASSWORD: Final = 10
LONGEST_PASSWORD: Final = 256
LONGEST_NAME: Final = 60

_HASHER = PasswordHasher()
# Verified when nobody has that name, so that both cases take the same time.
_NOBODY: Final = _HASHER.hash(secrets.token_hex(16))


class BadAccount(Exception):
    """A name or password that can't be used: `code` and the form's `field`."""

    def __init__(self, code: str, field: str) -> None:
        super().__init__(code)
        self.code = code
        self.field = field


@dataclass(frozen=True, slots=True)
class Staff:
    """The accounts of one installation."""

    storage: Storage
    ended: list[Callable[[str], None]] = field(default_factory=list)  # told of each sign-in that ends

    def setup_link(self) -> str:
        """Token of a one-time link that makes the first facilitator's account."""
        token, at = new_token(), now_ms()
        self.storage.links.put(token, "setup", "", at, at + SETUP_LINK_MS)
        return token

    def may_set_up(self, token: str) -> bool:
        """Whether the link is still good: it makes the first account, so of two starts' links one is used."""
        return self.storage.links.peek(token, "setup", now_ms()) is not None and not self.storage.accounts.any()

    def set_up(self, token: str, name: str, password: str) -> str | None:
        """Make the account and sign it in: the sign-in's token, or None when the link is used up."""
        name = name.strip()
        if not name or len(name) > LONGEST_NAME:
            raise BadAccount("account_name", "name")
        if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
            raise BadAccount("account_password", "password")
        if not self.may_set_up(token):
            return None
        hashed = runtime.run_blocking(_HASHER.hash, password)
        if self.storage.links.take(token, "setup", now_ms()) is None:
            return None
        return self.sign_in_as(self.add(name, hashed))

    def add(self, name: str, hashed: str) -> str:
        """A facilitator's account with a hashed password; its id."""
        account = Account(new_id(), name, hashed, frozenset({"facilitator"}))
        try:
            self.storage.accounts.add(account, now_ms())
        except NameTaken:
            raise BadAccount("account_name_taken", "name") from None
        return account.id

    def sign_in(self, name: str, password: str) -> str | None:
        """A sign-in's token, or None: no telling whether name or password was wrong."""
        account = self.storage.accounts.named(name.strip()[:LONGEST_NAME])
        hashed = account.password_hash if account else _NOBODY
        fits = runtime.run_blocking(_fits, hashed, password[:LONGEST_PASSWORD])
        return self.sign_in_as(account.id) if account and fits else None

    def sign_in_as(self, account: str) -> str:
        """A sign-in's token for this account."""
        token, at = new_token(), now_ms()
        self.storage.accounts.sign_in(token, account, at, at + SIGNED_IN_MS)
        return token

    def sign_out(self, token: str) -> None:
        """The sign-in ends, and what it opened."""
        self.storage.accounts.sign_out(token)
        for told in self.ended:
            told(token)

    def entry_link(self, payload: str) -> str:
        """Token of a one-time link that hands a prepared cookie over, as JSON: for a demo, or another machine."""
        token, at = new_token(), now_ms()
        self.storage.links.put(token, "entry", payload, at, at + ENTRY_LINK_MS)
        return token

    def enter(self, token: str) -> str | None:
        """What the entry link hands over, once."""
        return self.storage.links.take(token, "entry", now_ms())


def _fits(hashed: str, password: str) -> bool:
    try:
        return _HASHER.verify(hashed, password)
    except VerificationError:
        return False
