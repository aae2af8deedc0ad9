"""The first account, signing in and out. Who has a second factor shows it before anything is opened."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from dialogue.archive import canonical
from dialogue.rules.names import resembles
from sessions.accounts import passwords
from sessions.accounts.readable import readable
from sessions.accounts.refusals import BadAccount
from sessions.accounts.resets import Resets
from sessions.accounts.second_factor import SecondFactor
from sessions.accounts.tries import KnownBrowsers, Tries
from sessions.permissions import StaffRole
from sessions.rooms.ids import new_id, new_token, now_ms
from sessions.storage.accounts import Account, NameTaken
from sessions.storage.store import Storage

SIGNED_IN_MS: Final = 14 * 24 * 3600 * 1000
SETUP_LINK_MS: Final = 24 * 3600 * 1000
ENTRY_LINK_MS: Final = 12 * 3600 * 1000
HALF_WAY_MS: Final = 10 * 60 * 1000
LONGEST_NAME: Final = 60
HALF_WAY: Final = "second_factor"
FIRST_ROLES: Final = frozenset({StaffRole.ADMINISTRATOR, StaffRole.FACILITATOR})


@dataclass(frozen=True, slots=True)
class HalfWay:
    """The password was right, and a second factor is needed: `token` remembers that for ten minutes."""

    token: str


class Staff:
    """The accounts of one installation. `ended` and `changed` are told what to close.

    `ended`: the token of a sign-in that is over. `changed`: an account that lost rights, or all its sign-ins.
    """

    def __init__(self, storage: Storage) -> None:
        self.storage = storage
        self.second_factor = SecondFactor(storage)
        self.ended: list[Callable[[str], None]] = []
        self.changed: list[Callable[[str], None]] = []
        self.browsers = KnownBrowsers(storage)
        self.resets = Resets(storage)
        self.tries = Tries()

    def setup_link(self) -> str:
        """Token of a one-time link that makes the first account."""
        token, at = new_token(), now_ms()
        self.storage.links.put(token, "setup", "", at, at + SETUP_LINK_MS)
        return token

    def may_set_up(self, token: str) -> bool:
        """Whether the link is still good: it makes the first account, so of two starts' links one is used."""
        return self.storage.links.peek(token, "setup", now_ms()) is not None and not self.storage.accounts.any()

    def set_up(self, token: str, name: str, password: str, device: str = "") -> str | None:
        """Make the account and sign it in: the sign-in's token, or None when the link is used up."""
        name = readable_name(name)
        if not self.may_set_up(token):
            return None
        hashed = passwords.hashed(password)
        if self.storage.links.take(token, "setup", now_ms()) is None:
            return None
        return self.sign_in_as(self.add(name, hashed, FIRST_ROLES), device=device)

    def add(
        self,
        name: str,
        hashed: str,
        roles: Iterable[StaffRole] = frozenset({StaffRole.FACILITATOR}),
        place: str | None = None,
    ) -> str:
        """An account with a hashed password; its id."""
        self.check_free(name)
        account = Account(new_id(), name, hashed, frozenset(roles), place)
        try:
            self.storage.accounts.add(account, now_ms())
        except NameTaken:
            raise BadAccount("account_name_taken", "name") from None
        return account.id

    def check_free(self, name: str) -> None:
        """Raises BadAccount `account_name_taken` where somebody has this name, or one that looks like it."""
        if any(resembles(name, known.name) for known in self.storage.accounts.all()):
            raise BadAccount("account_name_taken", "name")

    def sign_in(self, name: str, password: str, device: str = "") -> str | HalfWay | None:
        """A sign-in's token, what leads on to the second factor, or None: no telling whether name or password was
        wrong, or the account is closed."""
        account = self.storage.accounts.named(name.strip()[:LONGEST_NAME])
        fits = passwords.fits(account.password_hash if account and not account.closed else None, password)
        if account is None or not fits:
            return None
        if account.secret is None:
            return self._sign_in(account, device=device)
        token, at = new_token(), now_ms()
        proved = canonical([account.id, account.password_hash])
        self.storage.links.put(token, HALF_WAY, proved, at, at + HALF_WAY_MS)
        return HalfWay(token)

    def half_way(self, token: str) -> Account | None:
        """Whose password was right a moment ago, and still is."""
        proved = self.storage.links.peek(token, HALF_WAY, now_ms())
        if proved is None:
            return None
        known, hashed = json.loads(proved)
        account = self.storage.accounts.with_id(known)
        return account if account and not account.closed and account.password_hash == hashed else None

    def finish(self, token: str, code: str, device: str = "") -> str | None:
        """A sign-in's token for the right code of the second factor."""
        account = self.half_way(token)
        if account is None or not self.second_factor.shown(account, code, now_ms()):
            return None
        if self.storage.links.take(token, HALF_WAY, now_ms()) is None:
            return None
        return self._sign_in(account, strong=True, device=device)

    def _sign_in(self, account: Account, *, strong: bool = False, device: str) -> str | None:
        """A token for the account as it was when its password was looked at; None where that was changed meanwhile."""
        token, at, verified = new_token(), now_ms(), account.password_hash
        known = self.storage.sign_ins.add(
            token, account.id, at, at + SIGNED_IN_MS, id=new_id(), strong=strong, device=device, verified=verified
        )
        return token if known else None

    def sign_in_as(self, account: str, *, strong: bool = False, device: str = "") -> str:
        """A sign-in's token, without a password: for whoever has shown another way that the account is theirs."""
        token, at = new_token(), now_ms()
        self.storage.sign_ins.add(token, account, at, at + SIGNED_IN_MS, id=new_id(), strong=strong, device=device)
        return token

    def sign_out(self, token: str) -> None:
        """The sign-in ends, and what it opened."""
        self.storage.sign_ins.end(token)
        for told in self.ended:
            told(token)

    def sign_out_device(self, account: str, device: str) -> bool:
        """This sign-in of the account ends; whether there was one."""
        found = self.storage.sign_ins.end_device(account, device)
        self.rights_changed(account)
        return found

    def sign_out_everywhere(self, account: str) -> None:
        """All sign-ins of the account end, and what they opened."""
        self.storage.sign_ins.end_all(account)
        self.rights_changed(account)

    def rights_changed(self, account: str) -> None:
        """What the account has open and may not have any more is closed."""
        for told in self.changed:
            told(account)

    def entry_link(self, payload: str) -> str:
        """Token of a one-time link that hands a prepared cookie over, as JSON: for a demo, or another machine."""
        token, at = new_token(), now_ms()
        self.storage.links.put(token, "entry", payload, at, at + ENTRY_LINK_MS)
        return token

    def enter(self, token: str) -> str | None:
        """What the entry link hands over, once."""
        return self.storage.links.take(token, "entry", now_ms())


def readable_name(name: str) -> str:
    """A name to sign in with, without the spaces around it. Raises BadAccount `account_name`."""
    return readable(name, LONGEST_NAME, "account_name")
