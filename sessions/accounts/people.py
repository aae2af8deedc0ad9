"""What administrators do for people: invite them, change what they are for, let them in again, close accounts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sessions.accounts import passwords
from sessions.accounts.refusals import BadAccount
from sessions.accounts.service import Staff, readable_name
from sessions.permissions import StaffRole
from sessions.rooms.ids import new_id, new_invitation_code, now_ms, read_invitation_code
from sessions.storage.accounts import Account
from sessions.storage.invitations import Invitation

DAY_MS: Final = 24 * 3600 * 1000
LASTS_DAYS: Final = (1, 7, 30)
USUALLY_DAYS: Final = 7
RESET_DAYS: Final = 1  # on paper it opens an account that somebody has
TOLD_MS: Final = 3600 * 1000
_TOLD: Final = "invitation "


@dataclass(frozen=True, slots=True)
class Made:
    """An invitation that was just made, with the code that is told once."""

    invitation: Invitation
    code: str


class People:
    """The people of an installation, as administrators look after them.

    `leads_alone`: whether an account leads a dialogue just now that nobody else could go on with.
    """

    def __init__(self, staff: Staff, leads_alone: Callable[[str], bool] = lambda account: False) -> None:
        self.staff = staff
        self._leads_alone = leads_alone
        self._storage = staff.storage

    def invite(self, name: str, roles: Iterable[StaffRole], place: str | None, days: int) -> Made:
        """An invitation for a new account. Raises BadAccount."""
        name, chosen = readable_name(name), checked_roles(roles)
        self.staff.check_free(name)
        says = {"name": name, "roles": sorted(chosen), "place": self._known_place(place)}
        return self._made(None, says, days)

    def reset(self, account: Account, *, second_factor: bool, by: str = "") -> Made:
        """An invitation to choose a new password, for a day; with `second_factor` the old one goes when it is used.

        `by`: the name of the administrator who makes it, which its owner is told.
        """
        says = {"name": account.name, "second_factor": second_factor, "by": by}
        return self._made(account.id, says, RESET_DAYS)

    def _made(self, account: str | None, says: Mapping[str, object], days: int) -> Made:
        at = now_ms()
        lasts = days if days in LASTS_DAYS else USUALLY_DAYS
        made = Made(Invitation(new_id(), account, says, at + lasts * DAY_MS), new_invitation_code())
        self._storage.invitations.put(made.code, made.invitation, at)
        self._storage.links.put(_TOLD + made.invitation.id, _TOLD, made.code, at, at + TOLD_MS)
        return made

    def still_told(self, invitation: str) -> Made | None:
        """An invitation with its code, which is told for an hour after it was made, as long as it is good."""
        at = now_ms()
        code = self._storage.links.peek(_TOLD + invitation, _TOLD, at)
        known = self._storage.invitations.behind(code, at) if code else None
        return Made(known, code) if known and code else None

    def behind(self, typed: str) -> Invitation | None:
        """The invitation of a code as somebody typed it."""
        code = read_invitation_code(typed)
        return self._storage.invitations.behind(code, now_ms()) if code else None

    def accept(self, invitation: Invitation, name: str, password: str, device: str = "") -> str | None:
        """The account made, or its password set anew, and signed in; None when somebody was quicker.

        An account whose second factor stays is not signed in: an empty text. Raises BadAccount; the invitation stays
        good then.
        """
        name = readable_name(name)
        hashed = passwords.hashed(password)
        if invitation.account is None:
            self.staff.check_free(name)
            place = self._known_place(invitation.says["place"])
            # Without the place it was for, it would be for all of the organisation.
            if place != invitation.says["place"] or not self._storage.invitations.use(invitation.id):
                return None
            roles = (StaffRole(role) for role in invitation.says["roles"])
            account = self.staff.add(name, hashed, roles, place)
            return self.staff.sign_in_as(account, device=device)
        known = self._storage.accounts.with_id(invitation.account)
        if known is None or known.closed or not self._storage.invitations.use(invitation.id):
            return None
        if invitation.says["second_factor"]:
            self.staff.second_factor.remove(known.id)
        self._storage.accounts.set_password(known.id, hashed)
        self.staff.resets.note(known.id, str(invitation.says.get("by", "")), now_ms())
        self.staff.rights_changed(known.id)
        stays = known.secret is not None and not invitation.says["second_factor"]
        return "" if stays else self.staff.sign_in_as(known.id, device=device)

    def change(self, account: Account, roles: Iterable[StaffRole], place: str | None, *, anyway: bool = False) -> None:
        """What the account is for, and where. Raises BadAccount; `leads_alone` unless `anyway`."""
        chosen = checked_roles(roles)
        if StaffRole.ADMINISTRATOR not in chosen:
            self._keep_one_administrator(account)
        if StaffRole.FACILITATOR not in chosen and not anyway:
            self._leave_nobody_alone(account, "roles")
        if not self._storage.accounts.set_roles(account.id, chosen, self._known_place(place)):
            raise BadAccount("last_administrator", "roles")  # another one went meanwhile
        self.staff.rights_changed(account.id)

    def close(self, account: Account, *, anyway: bool = False) -> None:
        """Nobody signs in with it any more. Raises BadAccount `last_administrator`; `leads_alone` unless `anyway`."""
        self._keep_one_administrator(account)
        if not anyway:
            self._leave_nobody_alone(account, "close")
        if not self._storage.accounts.set_closed(account.id, closed=True):
            raise BadAccount("last_administrator", "roles")
        self.staff.rights_changed(account.id)

    def reopen(self, account: Account) -> None:
        """Its password is good again."""
        self._storage.accounts.set_closed(account.id, closed=False)

    def _keep_one_administrator(self, account: Account) -> None:
        """Somebody must be able to let the others in."""
        if self.is_last_administrator(account):
            raise BadAccount("last_administrator", "roles")

    def _leave_nobody_alone(self, account: Account, field: str) -> None:
        """A group that just now has nobody else to lead it is not left alone by mistake."""
        if StaffRole.FACILITATOR in account.roles and not account.closed and self._leads_alone(account.id):
            raise BadAccount("leads_alone", field)

    def administrators(self) -> int:
        """How many look after people and places."""
        known = self._storage.accounts.all()
        return sum(StaffRole.ADMINISTRATOR in one.roles and not one.closed for one in known)

    def is_last_administrator(self, account: Account) -> bool:
        """Whether nobody else looks after people and places."""
        return StaffRole.ADMINISTRATOR in account.roles and not account.closed and self.administrators() == 1

    def _known_place(self, place: str | None) -> str | None:
        return place if place in {known.id for known in self._storage.places.all()} else None


def checked_roles(roles: Iterable[StaffRole]) -> frozenset[StaffRole]:
    """The roles of an account. Raises BadAccount.

    A manager's stands alone: whoever is to see nothing but what groups released must not come in by another way.
    """
    chosen = frozenset(roles)
    if not chosen:
        raise BadAccount("no_role", "roles")
    if StaffRole.MANAGER in chosen and len(chosen) > 1:
        raise BadAccount("manager_alone", "roles")
    return chosen
