"""What happened to the roles: who leads, who writes, who commands others here."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import SeatId


@dataclass(frozen=True, slots=True)
class LeadOffered:
    """The facilitator has been offline for a while; the co-facilitators may take over."""


@dataclass(frozen=True, slots=True)
class LeadOfferWithdrawn:
    """The facilitator is here again; nobody had taken over."""


@dataclass(frozen=True, slots=True)
class LeadTaken:
    """A co-facilitator leads from now on; who led before becomes co-facilitator."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class LeadHandedBack:
    """The lead went back to whom it was taken from."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class ScribeAssigned:
    """This person writes beside the facilitators and the narrator; None for nobody else."""

    seat: SeatId | None


@dataclass(frozen=True, slots=True)
class LeadsOthersMarked:
    """A seat commands others here, or does not."""

    seat: SeatId
    leads_others: bool


RoleEvent = LeadOffered | LeadOfferWithdrawn | LeadTaken | LeadHandedBack | ScribeAssigned | LeadsOthersMarked
