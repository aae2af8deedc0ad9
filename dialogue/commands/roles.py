"""Asking who leads, who writes, and who commands others here."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue.vocabulary import SeatId


@dataclass(frozen=True, slots=True)
class OfferLead:
    """Offer the lead to the co-facilitators. Asked by the server alone, when the facilitator has been offline."""


@dataclass(frozen=True, slots=True)
class WithdrawLeadOffer:
    """Take the offer back. Asked by the server alone, when the facilitator is here again."""


@dataclass(frozen=True, slots=True)
class TakeLead:
    """Take the lead that is offered, or that was taken from oneself; who led becomes co-facilitator."""


@dataclass(frozen=True, slots=True)
class HandBackLead:
    """Give the lead back to whom it was taken from."""


@dataclass(frozen=True, slots=True)
class AssignScribe:
    """Let this person write the narrative down beside the facilitators and the narrator; None for nobody else."""

    seat: SeatId | None


@dataclass(frozen=True, slots=True)
class MarkLeadsOthers:
    """Say that a seat commands others here, or that it does not."""

    seat: SeatId
    leads_others: bool


RoleCommand = OfferLead | WithdrawLeadOffer | TakeLead | HandBackLead | AssignScribe | MarkLeadsOthers
