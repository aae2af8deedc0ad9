"""A name to be called by in one dialogue, for whom none comes to mind: a word of nature or craft, in their language."""

from __future__ import annotations

from sessions.pages.pseudonyms.drawing import suggest

__all__ = ["suggest"]
