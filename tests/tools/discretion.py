"""What no screen's traffic may hold, made from the visibility table and from who is who."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from dialogue.state.whole import COLLECTION_OF
from dialogue.visibility import SEAT_FIELDS, fields_for
from dialogue.vocabulary import Audience
from tests.tools.screens import WatchedScreen

FACILITATORS_OWN = frozenset({"seats", "parked", "undo"})


def views_in(screen: WatchedScreen) -> Iterator[Mapping[str, Any]]:
    """All views and changes of views that the screen was sent."""
    for event, payload in screen.said:
        if event == "snapshot":
            yield payload["view"]
        elif event == "update":
            yield payload["changes"]


def only_visible_fields(screen: WatchedScreen, audience: Audience) -> None:
    """Nothing is in this audience's views but what the table gives it."""
    seats = {name for name, seen_by in SEAT_FIELDS.items() if audience in seen_by}
    for view in views_in(screen):
        if audience is not Audience.FACILITATOR:
            assert not FACILITATORS_OWN & view.keys()
        for kind, name in COLLECTION_OF.items():
            allowed = set(fields_for(kind, audience))
            for item in (view.get(name) or {}).values():
                assert item is None or set(item) <= allowed, (name, set(item) - allowed)
        for seat in (view.get("seats") or {}).values():
            assert seat is None or set(seat) <= seats


def no_marks_before_shown(screen: WatchedScreen) -> None:
    """Marks appear together; until then nobody is sent any but their own."""
    shown = False
    for view in views_in(screen):
        selection = view.get("selection") or {}
        shown = shown or bool(selection.get("shown"))
        assert shown or not selection.get("marked")


def holds(screen: WatchedScreen, canary: str) -> bool:
    """Whether anything that was sent to this screen holds these words, in whatever JSON spelling."""
    spelled = (canary, json.dumps(canary)[1:-1], json.dumps(canary, ensure_ascii=False)[1:-1])
    return any(one in frame for frame in screen.frames for one in spelled)
