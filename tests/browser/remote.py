"""Somebody who leads over HTTP, while others are in a browser with or without script."""

from __future__ import annotations

from typing import Any

from tests.sessions.pages.given import Visitor, prepared


class RemoteLead:
    """A facilitator with a dialogue of their own; asks by commands, sees by snapshot."""

    def __init__(self, visitor: Visitor, *options: str) -> None:
        self.visitor = visitor
        self.dialogue, self.code = prepared(visitor)
        for option in options:
            self.asks("switch_option", option=option, on=True)

    def asks(self, kind: str, **data: Any) -> str:
        """A command; what it made."""
        answer = self.visitor.command(self.dialogue, kind, data)
        assert answer.json["ok"], answer.json
        return str(answer.json["receipt"])

    @property
    def view(self) -> dict[str, Any]:
        """What they see now."""
        found: dict[str, Any] = self.visitor.get(f"/d/{self.dialogue}/api/v1/snapshot?surface=console").json["view"]
        return found

    def texts(self, collection: str) -> list[str]:
        """The words of a collection, in the order of their numbers."""
        return [item["text"] for item in sorted(self.view[collection].values(), key=lambda item: item["number"])]
