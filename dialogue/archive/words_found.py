"""The words of a package: one line for each that an event promised, in order, what it says or why it is not here.

Part of the stand-alone verify.py (standalone.py), and so written for any Python from 3.9.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dialogue.archive.chain import OWN_MARK, Opened, commitment
from dialogue.archive.contents import WORDS, NotALine, Word, read_word
from dialogue.archive.events_found import EventsFound
from dialogue.archive.finding import Finding
from dialogue.archive.order import NOT_JUDGED, UNREADABLE, WHY_MISPLACED, misplaced, rows_of

MOST_FIELDS = 16  # with words, of an event of any type

# The number of an event, and the name of a field of it.
WordKey = tuple[int, str]


@dataclass(frozen=True)
class WordsFound:
    """The words that are right, the numbers of events with whose words something is wrong, and what that is."""

    words: Mapping[WordKey, Word]
    bad: frozenset[int]
    findings: tuple[Finding, ...]


def words_found(content: bytes, events: EventsFound) -> WordsFound:
    """Reads data/words.jsonl and checks it against what the events promise. Altered events' words are not judged."""
    promised = _promised(events)
    keys = sorted(promised)
    numbers = {key: number for number, key in enumerate(keys, 1)}
    rows, ended = rows_of(content, len(keys) + MOST_FIELDS * len(events.bad))
    words: dict[WordKey, Word] = {}
    found: list[int] = []
    wrong: dict[WordKey, Finding] = {}
    findings: list[Finding] = []
    for place, row in enumerate(rows, 1):
        word = _word_of(row) if ended or place < len(rows) else None
        if word is None:
            found.append(UNREADABLE)
        elif word.seq in events.bad:
            found.append(NOT_JUDGED)
        else:
            key = (word.seq, word.field)
            found.append(numbers.get(key, UNREADABLE))
            words.setdefault(key, word)
            if key in promised and not (word.absent or commitment(Opened(word.salt, word.text)) == promised[key]):
                wrong[key] = Finding(WORDS, place, "altered_words", f"{_named(key)} are not those that were written.")
    for place, code, number in misplaced(found, len(keys)):
        if number:
            key = keys[number - 1]
            wrong.setdefault(key, Finding(WORDS, place, code, f"{_named(key)}: {WHY_MISPLACED[code]}"))
        else:
            findings.append(Finding(WORDS, place, code, WHY_MISPLACED[code]))
    findings += wrong.values()
    right = {key: word for key, word in words.items() if key in promised and key not in wrong}
    in_order = sorted(findings, key=lambda finding: finding.line)
    return WordsFound(right, frozenset(seq for seq, _ in wrong), tuple(in_order))


def _promised(events: EventsFound) -> dict[WordKey, str]:
    return {
        (header.seq, name): promise
        for header in events.good()
        for name, promise in header.commitments.items()
        if not name.startswith(OWN_MARK)
    }


def _word_of(row: bytes) -> Word | None:
    try:
        return read_word(row)
    except NotALine:
        return None


def _named(key: WordKey) -> str:
    return f"the words “{key[1]}” of event {key[0]}"
