"""Hints about the ladder of the regressive abstraction: what rests on nothing, what is doubted, what says too much."""

from __future__ import annotations

import re

from dialogue.coach.hint import Hint, HintKey
from dialogue.coach.wall import Wall
from dialogue.state.items import Answer, Statement
from dialogue.vocabulary import Kind

MANY_WORDS = 25  # a sentence that can be said in one breath has fewer
MANY_BREAKS = 2  # with two, there are three clauses
_RUNGS = tuple(Kind)  # from the narrative upwards
_LEAVES_THE_STORY = frozenset({Kind.RULE, Kind.PRINCIPLE})
# A comma, semicolon, colon or dash between words, in any script: conjunctions differ from language to language, but
# none joins many clauses without one of these. What stands inside a number (3,5) or a word is none.
_BREAK = re.compile(r"[,;:،؛、，；：](?=\s|$)|\s[–—-]+(?=\s)|—")


def rests_on_nothing(wall: Wall) -> Hint | None:
    """A statement, or the answer, that nothing on the wall carries. The lowest rung comes first.

    Regressive abstraction (Nelson): every judgement is led back to what was concretely lived, step by step.
    """
    rungs = sorted(wall.on(wall.state.statements), key=lambda rung: _RUNGS.index(rung.kind))
    answer = wall.state.answer
    loose = [rung for rung in (*rungs, *((answer,) if answer else ())) if not _carried(wall, rung)]
    return Hint(HintKey.RESTS_ON_NOTHING, loose[0].id, len(loose)) if loose else None


def doubt_open(wall: Wall) -> Hint | None:
    """A doubt is open: only its raiser closes it, and consensus means that none is open (method.md section 0)."""
    doubts = wall.on(wall.state.doubts, lambda doubt: doubt.open)
    return Hint(HintKey.DOUBT_OPEN, doubts[0].id, len(doubts)) if doubts else None


def clauses_pile_up(wall: Wall) -> Hint | None:
    """The answer, or else the newest rule or principle, tries to please everyone at once.

    A consensus is no compromise (Krohn): a wording that grows by a clause for every objection hides the one thought
    that would hold them together (method.md section 2).
    """
    statements = wall.on(wall.state.statements)
    beyond = [statement for statement in statements if statement.kind in _LEAVES_THE_STORY]
    for item in (wall.state.answer, *reversed(beyond)):
        if item is not None and (clauses := clauses_in(item.text)) > MANY_BREAKS:
            return Hint(HintKey.CLAUSES_PILE_UP, item.id, clauses)
    return None


def clauses_in(text: str) -> int:
    """How many clauses a long sentence seems to have, by its punctuation; 1 for any that is short enough to say."""
    return 1 + len(_BREAK.findall(text.strip().rstrip(",;:"))) if len(text.split()) > MANY_WORDS else 1


def _carried(wall: Wall, rung: Statement | Answer) -> bool:
    return any(wall.has(below) for below in rung.rests_on)
