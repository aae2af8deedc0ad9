"""How often passwords are tried: what holds up whoever guesses, and nobody who signs in where they did before.

After OWASP's "device cookies": a lock after so many wrong passwords is a switch by which anyone can lock others out, of
one account by its name, or of all from one address, as a prison is one. So a browser in which somebody was signed in
keeps a note of that, and its tries for that account count for themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from itsdangerous import BadData, URLSafeTimedSerializer

from sessions.rooms.ids import new_id
from sessions.rooms.limits import Buckets
from sessions.storage.accounts import folded_name
from sessions.storage.store import Storage

KNOWN_COOKIE: Final = "known"
KNOWN_MS: Final = 180 * 24 * 3600 * 1000
LONGEST_KEY: Final = 60  # of a name, as a key


@dataclass(frozen=True, slots=True)
class Known:
    """A browser, or a sign-in, that is known to an account."""

    account: str
    browser: str


class KnownBrowsers:
    """Notes that a browser keeps: in whose account somebody was signed in here. They open nothing."""

    def __init__(self, storage: Storage) -> None:
        self._accounts = storage.accounts
        self._signed = URLSafeTimedSerializer(storage.derived_key("known browsers"))

    def note(self, account: str) -> str:
        """A note for this browser, unlike all others."""
        return str(self._signed.dumps([account, new_id()]))

    def of(self, name: str, cookies: Mapping[str, str]) -> Known | None:
        """The browser and the account it is known to, where that is the account of this name."""
        try:
            account, browser = self._signed.loads(cookies.get(KNOWN_COOKIE, ""), max_age=KNOWN_MS // 1000)
        except (BadData, ValueError, TypeError):
            return None
        named = self._accounts.named(name.strip()[:LONGEST_KEY])
        return Known(account, str(browser)) if named is not None and named.id == account else None


@dataclass(slots=True)
class Tries:
    """Wrong passwords from browsers that are not known: strictly per name, loosely per address, and in total."""

    known: Buckets = field(default_factory=lambda: Buckets(burst=20, rate=1 / 30))
    # Whoever has an account could gather many notes, and have many passwords hashed by them.
    accounts: Buckets = field(default_factory=lambda: Buckets(burst=60, rate=1 / 10))
    names: Buckets = field(default_factory=lambda: Buckets(burst=20, rate=1 / 30))
    addresses: Buckets = field(default_factory=lambda: Buckets(burst=200, rate=5.0))
    total: Buckets = field(default_factory=lambda: Buckets(burst=400, rate=10.0))

    def take(self, name: str, address: str, at: int, known: Known | None = None) -> bool:
        """Whether a password is looked at for this name, from this address, now. It counts before it is looked at:
        of many at once, no more are hashed than there may be. `known`: the browser, where it is known to whoever has
        the name."""
        kept = self._kept(name, address, known)
        if not all(buckets.has_room(key, at) for buckets, key in kept):
            return False
        for buckets, key in kept:
            buckets.take(key, at)
        return True

    def give_back(self, name: str, address: str, known: Known | None = None) -> None:
        """It was right, and doesn't count."""
        for buckets, key in self._kept(name, address, known):
            buckets.give_back(key)

    def _kept(self, name: str, address: str, known: Known | None) -> tuple[tuple[Buckets, str], ...]:
        if known:
            return (self.known, known.browser), (self.accounts, known.account)
        return (self.names, folded_name(name.strip()[:LONGEST_KEY])), (self.addresses, address), (self.total, "all")
