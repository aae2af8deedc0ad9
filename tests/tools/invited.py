"""A co-facilitator: invited by whoever leads, with a seat by the link."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

from sessions.rehearsal.visitor import Visitor, let_in


def invite(leader: Visitor, dialogue: str) -> str:
    """The path of a link for a co-facilitator, made by the leader's console."""
    csrf = let_in(leader.get(f"/d/{dialogue}/console")).csrf
    page = leader.send(f"/d/{dialogue}/invitation", {}, csrf)
    assert page.status == 201, page.text
    return str(urlsplit(json.loads(page.text)["link"]).path)


def co_facilitator(leader: Visitor, dialogue: str, pseudonym: str) -> Visitor:
    """Someone who opened such a link, with a browser of their own."""
    visitor, path = Visitor(leader.origin), invite(leader, dialogue)
    page = let_in(visitor.get(path))
    assert let_in(visitor.send(path, {"pseudonym": pseudonym}, page.csrf)).path == f"/d/{dialogue}/console"
    return visitor
