"""What was suggested, as tests like to read it."""

from __future__ import annotations

from collections.abc import Sequence

from dialogue.redaction import Category, applied, suggest


def told(text: str, language: str, roster: Sequence[str] = (), local_names: Sequence[str] = ()) -> str:
    """The text with all replaceable suggestions accepted."""
    return applied(text, suggest(text, language, roster, local_names))


def found(text: str, language: str, category: Category, roster: Sequence[str] = ()) -> list[str]:
    """What was suggested of a category."""
    return [text[one.start : one.end] for one in suggest(text, language, roster) if one.category is category]
