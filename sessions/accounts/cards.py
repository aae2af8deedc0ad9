"""An invitation as it is handed over: to be printed, read from the screen, or sent."""

from __future__ import annotations

from urllib.parse import urlsplit

import segno
from flask import current_app, render_template, request

from sessions.accounts.people import Made
from sessions.storage.places import Place


def invitation_card(made: Made, organisation: Place | None, where: str) -> str:
    """The page that shows the code of an invitation. `where`: the region or site it is for, if for one."""
    address = _address()
    link = f"{address}/welcome/{made.code}"
    return render_template(
        "invitation_card.html",
        code=made.code,
        address=address.partition("//")[2],
        link=link,
        picture=segno.make(link, error="m").svg_data_uri(scale=5, border=2),
        organisation=organisation,
        where=where,
        name=made.invitation.says["name"],
        roles=made.invitation.says.get("roles", ()),
        again=made.invitation.account is not None,
        second_factor=made.invitation.says.get("second_factor", False),
        until=made.invitation.expires_at,
        alone=only_here(),
    )


def only_here() -> bool:
    """Whether no other device can open the address that people are told."""
    return urlsplit(_address()).hostname in {"127.0.0.1", "localhost", "::1"}


def _address() -> str:
    return str(current_app.extensions["address"] or request.host_url.rstrip("/"))
