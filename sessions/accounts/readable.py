"""What a name that others see in lists must be: not empty, not too long, nothing in it that nobody can read."""

from __future__ import annotations

from dialogue.commands.limits import Limit
from dialogue.refusals import Refusal
from dialogue.rules.words import checked
from sessions.accounts.refusals import BadAccount


def readable(name: str, most: int, code: str) -> str:
    """The name in one line, without the spaces around it, of at most so many characters. Raises BadAccount `code`.

    Stricter than what is written in a dialogue: a name is typed again, so nothing that prints nothing is in it.
    """
    try:
        tidy = checked(name, Limit(most), "name")
    except Refusal:
        raise BadAccount(code, "name") from None
    if len(tidy) > most or not tidy.isprintable():
        raise BadAccount(code, "name")
    return tidy
