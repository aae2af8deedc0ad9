"""How long each kind of text may be, in graphemes (interface.md section 4)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """A text is at most `graphemes` long; `may_be_empty` where leaving out is an answer, `lines` where lines break."""

    graphemes: int
    may_be_empty: bool = False
    lines: bool = False


PSEUDONYM = Limit(40)
QUESTION = Limit(200)
TITLE = Limit(80)
ACCOUNT = Limit(2000, lines=True)
OPTIONAL_ACCOUNT = Limit(2000, may_be_empty=True, lines=True)
SENTENCE = Limit(400)
STATEMENT = Limit(280)
REASON = Limit(400)
COMMENT = Limit(600, lines=True)
OPTIONAL_COMMENT = Limit(600, may_be_empty=True, lines=True)
OPTIONAL_REASON = Limit(400, may_be_empty=True)
OPTIONAL_QUESTION = Limit(200, may_be_empty=True)
NETWORK_NAME = Limit(32, may_be_empty=True)
NETWORK_PASSWORD = Limit(63, may_be_empty=True)
HOUSE_TEXT = Limit(4000, may_be_empty=True, lines=True)
