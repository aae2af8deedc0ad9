"""The second factor: codes of a time-based authenticator (RFC 6238), and recovery codes for when it is lost."""

from __future__ import annotations

import hmac
import re
import secrets
from typing import Final

import pyotp
import segno

from sessions.accounts.refusals import BadAccount
from sessions.rooms.ids import ALPHABET, letters_of
from sessions.rooms.limits import Buckets
from sessions.storage.accounts import Account
from sessions.storage.store import Storage

ISSUER: Final = "Dialogue"
STEP_S: Final = 30
STEPS_OFF: Final = 1  # a clock may be off by this many steps either way (RFC 6238 section 5.2)
RECOVERY_CODES: Final = 10
RECOVERY_LETTERS: Final = 10  # 50 bits
OFFERED_MS: Final = 30 * 60 * 1000
_OFFERED: Final = "second factor "
_CODE = re.compile(r"[0-9]{6}")


class SecondFactor:
    """Setting one up, and showing it. Times are UTC milliseconds."""

    def __init__(self, storage: Storage) -> None:
        self._accounts, self._links = storage.accounts, storage.links
        self._tries = Buckets(burst=6, rate=1 / 120)  # per account: a million codes and three of them right

    def may_try(self, account: str, at: int) -> bool:
        """Whether another code is looked at now."""
        return self._tries.has_room(account, at)

    def shown(self, account: Account, typed: str, at: int) -> bool:
        """Whether `typed` is a code of the authenticator, not used before, or an unused recovery code."""
        if account.secret is None or not self._tries.has_room(account.id, at):
            return False
        step = _step(account.secret, typed, at)
        if step is not None and self._accounts.spend_step(account.id, step):
            return True
        recovery = letters_of(typed, RECOVERY_LETTERS)
        if recovery is not None and self._accounts.spend_recovery_code(account.id, recovery):
            return True
        self._tries.take(account.id, at)
        return False

    def offered(self, sign_in: str, at: int) -> str:
        """The secret (160 bits in base32) for an authenticator to take: the same for half an hour, however often the
        page is opened, until it is proved. Of one sign-in alone: whoever else has the password sees another."""
        known = self._links.peek(_OFFERED + sign_in, _OFFERED, at)
        if known is not None:
            return known
        secret = pyotp.random_base32(32)
        self._links.put(_OFFERED + sign_in, _OFFERED, secret, at, at + OFFERED_MS)
        return secret

    def set_up(self, account: str, sign_in: str, typed: str, at: int) -> list[str]:
        """Takes the secret that was offered, proved by a code of it; gives the recovery codes, which are told once.

        Raises BadAccount `second_factor_wrong`.
        """
        secret = self.offered(sign_in, at)
        step = _step(secret, typed, at)
        if step is None:
            raise BadAccount("second_factor_wrong", "code")
        self._links.take(_OFFERED + sign_in, _OFFERED, at)
        codes = self._codes()
        self._accounts.set_second_factor(account, secret, codes)
        self._accounts.spend_step(account, step)
        return [_grouped(code) for code in codes]

    def new_codes(self, account: Account) -> list[str]:
        """New recovery codes in place of those before."""
        codes = self._codes()
        self._accounts.set_recovery_codes(account.id, codes)
        return [_grouped(code) for code in codes]

    def remove(self, account: str) -> None:
        """The account has no second factor any more."""
        self._accounts.set_second_factor(account, None, ())

    @staticmethod
    def _codes() -> list[str]:
        return ["".join(secrets.choice(ALPHABET) for _ in range(RECOVERY_LETTERS)) for _ in range(RECOVERY_CODES)]


def picture_of(secret: str, name: str) -> str:
    """The QR code by which an authenticator takes the secret, as an SVG in a data address."""
    address = pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=ISSUER)
    drawn: str = segno.make(address, error="m").svg_data_uri(scale=5, border=2)
    return drawn


def _step(secret: str, typed: str, at: int) -> int | None:
    """The time step that `typed` is the code of, if it is one of those that count now."""
    code = re.sub(r"\s", "", typed)
    if not _CODE.fullmatch(code):
        return None
    now = at // 1000 // STEP_S
    known = pyotp.TOTP(secret)
    for step in range(now - STEPS_OFF, now + STEPS_OFF + 1):
        if hmac.compare_digest(known.generate_otp(step), code):
            return step
    return None


def _grouped(code: str) -> str:
    return f"{code[:5]}-{code[5:]}"
