"""Somebody of the staff, as they are signed in now: which of the account's roles count in this sign-in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sessions.permissions import Action, Relation, StaffRole, may
from sessions.rooms.ids import now_ms
from sessions.storage.store import Storage

SIGN_IN_COOKIE = "sign_in"  # an account, on every path


@dataclass(frozen=True, slots=True)
class Person:
    """Who is signed in. `roles` count now; those of `held` that are missing wait for the second factor.

    `strong`: a second factor was shown in this sign-in. `has_second_factor`: the account has one.
    """

    account: str
    name: str = field(repr=False)
    held: frozenset[StaffRole]
    roles: frozenset[StaffRole]
    strong: bool
    has_second_factor: bool
    sign_in: str

    def may(self, action: Action, relation: Relation = Relation.NONE) -> bool:
        """Whether this person may do that now to a thing they stand so to."""
        return may(self.roles, action, relation)

    @property
    def waits(self) -> bool:
        """Whether nothing of what the account is for counts before a second factor is shown."""
        return bool(self.held) and not self.roles

    def might(self, action: Action) -> bool:
        """Whether only the second factor is missing."""
        return not may(self.roles, action) and may(self.held, action)


def person_of(storage: Storage, cookies: Mapping[str, str]) -> Person | None:
    """Who is signed in, by the cookie; None for everybody else."""
    token = cookies.get(SIGN_IN_COOKIE)
    known = storage.sign_ins.of(token, now_ms()) if token else None
    if known is None:
        return None
    account = known.account
    all_need = _counts(storage.policies.second_factor_since, known.since)
    return Person(
        account.id,
        account.name,
        account.roles,
        in_force(account.roles, strong=known.strong, all_need=all_need),
        known.strong,
        account.secret is not None,
        known.id,
    )


def _counts(asked_since: int | None, signed_in: int) -> bool:
    """Whether what is asked of everyone is asked of this sign-in: not of those from before."""
    return asked_since is not None and signed_in >= asked_since


def in_force(held: frozenset[StaffRole], *, strong: bool, all_need: bool) -> frozenset[StaffRole]:
    """The roles that count: an administrator's only with a second factor, and everyone's where all need one."""
    if strong:
        return held
    return frozenset() if all_need else held - {StaffRole.ADMINISTRATOR}
