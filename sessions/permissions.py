"""Who of the staff may do what: role × action × relation to the thing, in one map; and what each route asks for.

What a seat may do inside a dialogue stands in `dialogue/rules/permissions.py`. Here stands what an account may do, and
which pages somebody without an account may open by the cookie of a seat or of a wall. The tests make the whole matrix
from these tables and try it; a route without a row is not served.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class StaffRole(StrEnum):
    """What an account is for. One may have several; a manager's stands alone."""

    ADMINISTRATOR = "administrator"
    FACILITATOR = "facilitator"
    MENTOR = "mentor"
    MANAGER = "manager"


class Relation(StrEnum):
    """How an account stands to the thing that an action is about."""

    NONE = "none"  # the thing is nobody's, or somebody else's
    OWN = "own"  # one's own account
    LEADS = "leads"  # a dialogue that one began
    CO_LEADS = "co_leads"  # a dialogue that one helps to lead
    READS = "reads"  # a dialogue that was shared for reading


class Action(StrEnum):
    """What an account may be allowed to do."""

    KEEP_OWN_ACCOUNT = "keep_own_account"  # password, second factor, devices
    MANAGE_PEOPLE = "manage_people"  # invite, change roles, reset, close accounts
    MANAGE_PLACES = "manage_places"  # organisation, regions, sites, what all accounts need to sign in
    PREPARE_DIALOGUE = "prepare_dialogue"
    LIST_DIALOGUES = "list_dialogues"  # one's own, co-led and shared ones
    LEAD_DIALOGUE = "lead_dialogue"  # console, paper, the door
    SHARE_DIALOGUE = "share_dialogue"  # ask a colleague to help to lead, or to read
    SHOW_FLIPCHART = "show_flipchart"
    READ_RECORD = "read_record"  # archive and transcript
    EXPORT_RECORD = "export_record"  # chosen parts as a file, which no withdrawal reaches
    READ_SAMPLE = "read_sample"
    SEE_RELEASES = "see_releases"  # what groups released; nothing else of any dialogue


_ALL = frozenset(StaffRole)
_LEADS = frozenset({Relation.LEADS, Relation.CO_LEADS})
_F, _M = StaffRole.FACILITATOR, StaffRole.MENTOR
Allowed = Mapping[StaffRole, frozenset[Relation]]


def _about_nothing(*roles: StaffRole) -> Allowed:
    return dict.fromkeys(roles, frozenset({Relation.NONE}))


PERMITS: Final[Mapping[Action, Allowed]] = {
    Action.KEEP_OWN_ACCOUNT: dict.fromkeys(_ALL, frozenset({Relation.OWN})),
    Action.MANAGE_PEOPLE: _about_nothing(StaffRole.ADMINISTRATOR),
    Action.MANAGE_PLACES: _about_nothing(StaffRole.ADMINISTRATOR),
    Action.PREPARE_DIALOGUE: _about_nothing(_F),
    Action.LIST_DIALOGUES: _about_nothing(_F, _M),
    Action.LEAD_DIALOGUE: {_F: _LEADS},
    Action.SHARE_DIALOGUE: {_F: frozenset({Relation.LEADS})},
    Action.SHOW_FLIPCHART: {_F: _LEADS},
    Action.READ_RECORD: {_F: _LEADS | {Relation.READS}, _M: frozenset({Relation.READS})},
    Action.EXPORT_RECORD: {_F: _LEADS},
    Action.READ_SAMPLE: _about_nothing(*(_ALL - {StaffRole.MANAGER})),
    Action.SEE_RELEASES: _about_nothing(StaffRole.MANAGER),
}

# What is asked in every request, spread out once: (role, action, relation).
_PERMITTED: Final = frozenset(
    (role, action, relation)
    for action, allowed in PERMITS.items()
    for role, relations in allowed.items()
    for relation in relations
)


def may(roles: frozenset[StaffRole], action: Action, relation: Relation = Relation.NONE) -> bool:
    """Whether an account with these roles may do that to a thing it stands so to."""
    return any((role, action, relation) in _PERMITTED for role in roles)


class Seated(StrEnum):
    """Who opens a page of a dialogue without an account: by the cookie of a seat in it, or of its wall."""

    PARTICIPANT = "participant"
    OBSERVER = "observer"
    CO_FACILITATOR = "co_facilitator"
    KNOCKING = "knocking"  # has knocked, and is not let in yet
    WALL = "wall"


@dataclass(frozen=True, slots=True)
class Need:
    """What a route asks for: an action of an account, or one of these seats; nothing of anyone where both are absent.

    Where the address names a dialogue, it is the account's relation to that one, or a seat in it, that counts.
    """

    action: Action | None = None
    seats: frozenset[Seated] = frozenset()

    @property
    def open(self) -> bool:
        """Whether anybody may come."""
        return self.action is None and not self.seats


ANYONE: Final = Need()
_IN: Final = frozenset({Seated.PARTICIPANT, Seated.OBSERVER})
_HELPS: Final = frozenset({Seated.CO_FACILITATOR})
_LEADING: Final = Need(Action.LEAD_DIALOGUE, _HELPS)
_EXPORTS: Final = Need(Action.EXPORT_RECORD)
_OWN: Final = Need(Action.KEEP_OWN_ACCOUNT)
_PEOPLE: Final = Need(Action.MANAGE_PEOPLE)
_PLACES: Final = Need(Action.MANAGE_PLACES)

ROUTES: Final[Mapping[str, Need]] = {
    # everyone's
    "static": ANYONE,
    "door.code_form": ANYONE,
    "door.code_given": ANYONE,
    "door.name_form": ANYONE,
    "door.name_given": ANYONE,
    "door.come_back": ANYONE,
    "door.shared_anew": ANYONE,
    "door.shared": ANYONE,
    "door.not_shared": ANYONE,
    # by a seat's cookie of any kind, knocking, taken, covered or used up, which the route looks at
    "door.next_person": ANYONE,
    "door.covered": ANYONE,
    "door.uncover": ANYONE,
    "guidance.page": ANYONE,
    "guidance.data": ANYONE,
    "api.openapi": ANYONE,
    "home.home": ANYONE,
    # by a secret in the address, which the route looks at
    "accounts.first_account": ANYONE,
    "accounts.make_first_account": ANYONE,
    "accounts.enter": ANYONE,
    "welcome.code_form": ANYONE,
    "welcome.code_given": ANYONE,
    "welcome.form": ANYONE,
    "welcome.accepted": ANYONE,
    "invitation.name_form": ANYONE,
    "invitation.name_given": ANYONE,
    # signing in
    "accounts.sign_in_form": ANYONE,
    "accounts.sign_in": ANYONE,
    "accounts.second_factor": ANYONE,
    "accounts.sign_out": ANYONE,
    # one's own account
    "own.account": _OWN,
    "own.password": _OWN,
    "own.second_factor_form": _OWN,
    "own.second_factor": _OWN,
    "own.remove": _OWN,
    "own.recovery_codes": _OWN,
    "own.end_device": _OWN,
    "own.sign_out_everywhere": _OWN,
    # an administrator's
    "people.people_page": _PEOPLE,
    "people.invite_form": _PEOPLE,
    "people.invite": _PEOPLE,
    "people.card": _PEOPLE,
    "people.take_back": _PEOPLE,
    "people.policy": _PEOPLE,
    "people.person": _PEOPLE,
    "people.change": _PEOPLE,
    "people.reset": _PEOPLE,
    "people.sign_out": _PEOPLE,
    "people.close": _PEOPLE,
    "people.reopen": _PEOPLE,
    "places.places": _PLACES,
    "places.add": _PLACES,
    "places.change": _PLACES,
    "places.remove": _PLACES,
    # a manager's
    "outcomes.outcomes": Need(Action.SEE_RELEASES),
    "outcomes.release": Need(Action.SEE_RELEASES),
    # a facilitator's
    "sample.page": Need(Action.READ_SAMPLE),
    "imports.index": Need(Action.LIST_DIALOGUES),
    "imports.page": Need(Action.LIST_DIALOGUES),
    "imports.remove": Need(Action.LIST_DIALOGUES),
    "planner.form": Need(Action.PREPARE_DIALOGUE),
    "planner.prepared": Need(Action.PREPARE_DIALOGUE),
    # a dialogue's
    "door.waiting": Need(None, _IN | _HELPS | {Seated.KNOCKING}),
    "door.still_waiting": Need(None, _IN | _HELPS | {Seated.KNOCKING}),
    "door.give_up": Need(None, _IN | _HELPS | {Seated.KNOCKING}),
    "door.return_code": Need(None, _IN | _HELPS),
    "door.cover": Need(None, _IN | _HELPS),
    "door.doorstep": _LEADING,
    "door.card": _LEADING,
    "door.wifi": Need(Action.SHOW_FLIPCHART, _HELPS | _IN | {Seated.WALL}),
    "room.participant": Need(None, _IN),
    "room.plain": Need(None, _IN),
    "room.console": _LEADING,
    "room.flipchart": Need(Action.SHOW_FLIPCHART, _HELPS | _IN | {Seated.WALL}),
    "room.qr": Need(Action.SHOW_FLIPCHART, _HELPS | _IN | {Seated.WALL}),
    "flipcharts.darken": _LEADING,
    "invitation.invite": Need(Action.LEAD_DIALOGUE),
    "sharing.sharing": Need(Action.SHARE_DIALOGUE),
    "sharing.share": Need(Action.SHARE_DIALOGUE),
    "sharing.stop": Need(Action.SHARE_DIALOGUE),
    "sharing.name_form": Need(Action.LEAD_DIALOGUE),
    "sharing.name_given": Need(Action.LEAD_DIALOGUE),
    "api.command": Need(Action.LEAD_DIALOGUE, _HELPS | _IN),
    "api.snapshot": Need(Action.LEAD_DIALOGUE, _HELPS | _IN | {Seated.WALL}),
    "archive.archive": Need(Action.READ_RECORD, _HELPS | _IN),
    "archive.markdown": Need(Action.READ_RECORD, _HELPS),
    "archive.data": Need(Action.READ_RECORD, _HELPS),
    "release.seat": Need(Action.SHOW_FLIPCHART, _HELPS | _IN | {Seated.WALL}),
    "release.seat_asks": Need(None, _IN),
    "release.lead": _LEADING,
    "release.lead_asks": _LEADING,
    "exports.form": _EXPORTS,
    "exports.begin": _EXPORTS,
    "exports.printed": _EXPORTS,
    "exports.waiting": _EXPORTS,
    "exports.cancel": _EXPORTS,
    "exports.file": _EXPORTS,
    "paper.index": _LEADING,
    "paper.sheet": _LEADING,
}
