"""What managers see: what groups released, and nothing else of any dialogue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from flask import Blueprint, abort, render_template, request

from dialogue.disclosure.blocks import Block
from dialogue.disclosure.figures import band, figures, within
from dialogue.disclosure.gathering import above
from dialogue.methods.evaluation import Third
from sessions.rooms import counting
from sessions.rooms.ids import now_ms
from sessions.rooms.persons import person_of
from sessions.rooms.service import Service
from sessions.storage.places import Place
from sessions.storage.releases import Kept, read
from sessions.storage.store import Storage

ON_A_PAGE = 50


def blueprint(service: Service) -> Blueprint:
    """The manager's pages: an overview of a place, and each release on a page of its own."""
    pages = Blueprint("outcomes", __name__)
    storage = service.rooms.storage

    @pages.get("/outcomes")
    def outcomes() -> str:
        root, offered = _places()
        wanted = request.args.get("place", root)
        if wanted not in offered:
            abort(404)  # what a manager may not see and what is not there are one and the same
        kept = _released(wanted)
        blocks = counting.blocks(storage, now_ms())
        return render_template(
            "outcomes.html",
            place=offered[wanted],
            places=list(offered.values()),
            wanted=wanted,
            total=len(kept),
            **_page_of(kept),
            **_counted(kept, blocks, wanted, storage),
        )

    @pages.get("/outcomes/<release>")
    def release(release: str) -> str:
        root, _offered = _places()
        found = next((one for one in _released(root) if one.id == release), None)
        if found is None:
            abort(404)
        return render_template("outcome.html", told=_told(found))

    def _places() -> tuple[str, Mapping[str, Place | None]]:
        """The manager's own place, and all that they may look at: it, and what lies in it."""
        person = person_of(storage, request.cookies)
        account = storage.accounts.with_id(person.account) if person else None
        known = {place.id: place for place in storage.places.all()}
        if not known:
            return "", {"": None}
        whole = next(place.id for place in known.values() if place.parent is None)
        own = account.place if account and account.place in known else whole
        there = counting.hierarchy(storage)
        return own, {one.id: one for one in known.values() if own in {one.id, *above(one.id, there)}}

    def _released(place: str) -> list[Kept]:
        return counting.in_place(storage.releases.all(), place, counting.hierarchy(storage))

    return pages


@lru_cache(maxsize=20_000)
def _told(kept: Kept) -> dict[str, Any]:
    """What is read of a release; it never changes."""
    return read(kept.result)


def _page_of(kept: Sequence[Kept]) -> Mapping[str, Any]:
    """The newest quarters first, a page at a time; within a quarter by the words of the question."""
    number = request.args.get("page", "1")
    page = int(number) if number.isdecimal() and len(number) < 6 else 1
    told = sorted(((one.id, _told(one)) for one in kept), key=lambda pair: str(pair[1]["question"] or "").casefold())
    told.sort(key=lambda pair: str(pair[1]["quarter"]), reverse=True)
    start = (page - 1) * ON_A_PAGE
    return {"releases": told[start : start + ON_A_PAGE], "page": page, "more": len(told) > start + ON_A_PAGE}


def _counted(kept: Sequence[Kept], blocks: tuple[Block, ...], place: str, storage: Storage) -> Mapping[str, Any]:
    """Tiles, dialogues by quarter, and the items of the closing form."""
    places = counting.hierarchy(storage)
    mine = within(blocks, places, place)
    quarters = Counter(str(_told(one)["quarter"]) for one in kept)
    return {
        "kinds": Counter(str(_told(one)["outcome"]) for one in kept),
        "quarters": sorted(quarters.items()),
        "band": band(sum(block.people for block in mine)),
        "figures": figures(blocks, places, place, counting.ITEMS),
        "thirds": [third.value for third in Third],
    }
