"""What lies in a sealed package, file by file and line by line (docs/sealed-package.md).

Part of the stand-alone verify.py (standalone.py), and so written for any Python from 3.9.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dialogue.archive.chain import ENCODER, Head, Header, canonical

EVENTS, WORDS, CONSENTS = "data/events.jsonl", "data/words.jsonl", "data/consents.jsonl"
OUTCOME = "data/outcome.txt"
HEAD, SIGNATURE = "sig/head.json", "sig/head.sig"
BAG, BAG_INFO = "bagit.txt", "bag-info.txt"
MANIFEST, TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"
EXPLAINED, CHECKER = "VERIFY.txt", "verify.py"
SCHEMAS = tuple(f"schemas/{name}.schema.json" for name in ("consents", "events", "head", "words"))

# A package holds these files and no others. The outcome is written out only where words are in it.
ALWAYS = frozenset(
    {EVENTS, WORDS, CONSENTS, HEAD, SIGNATURE, BAG, BAG_INFO, MANIFEST, TAG_MANIFEST, EXPLAINED, CHECKER, *SCHEMAS}
)
FILES = ALWAYS | {OUTCOME}

BAG_DECLARED = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
HEAD_FORMAT = "dialogue-head/1"
SIGNED_TAG = b"dialogue/head/1"
MOST_EVENTS = 100_000
MOST_IN_A_LINE = 2**19  # bytes; a command has at most 64 kB, of which JSON may make six times as many

# Events in which somebody, or the group, agreed to something. Nobody's name stands in them.
AGREED = frozenset({"agreement_given", "narrator_accepted", "narrative_approved", "outcome_settled"})

# The event with which a dialogue ends: the seal that people are shown is of its line.
CLOSED = "dialogue_closed"

ERASED, LEFT_OUT = "erased", "left_out"

_LINK = re.compile("[0-9a-f]{64}")
_SALT = re.compile("[0-9a-f]{32}")
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SIGNATURE = re.compile("[0-9a-f]{128}\n")


class NotALine(ValueError):
    """These bytes are no line of this file."""


@dataclass(frozen=True)
class Word:
    """One line of the words: a field of an event with its text and salt, or why it has none (`absent`)."""

    seq: int
    field: str
    salt: bytes = b""
    text: str = ""
    absent: str = ""


@dataclass(frozen=True)
class SignedHead:
    """What is signed: where the chain of which dialogue ends, and the public key (32 bytes) of whoever signs."""

    dialogue: str
    head: Head
    key: bytes


def event_line(header: Header, link: bytes) -> str:
    """A header and its own link as one line, without its end."""
    return canonical({**header.shown(), "link": link.hex()})


def read_event(line: bytes) -> tuple[Header, bytes]:
    """Raises NotALine."""
    found = _read(line, {"commitments", "day", "link", "prev", "seq", "type", "v"})
    seq, commitments = _number(found["seq"]), found["commitments"]
    if not isinstance(commitments, dict):
        raise NotALine
    promised = {name: _matching(_LINK, value) for name, value in commitments.items()}
    day, kind = _matching(_DAY, found["day"]), _text(found["type"])
    link, prev = (bytes.fromhex(_matching(_LINK, found[name])) for name in ("link", "prev"))
    return Header(seq, kind, _number(found["v"]), day, promised, prev), link


def word_line(word: Word) -> str:
    """A word as one line, without its end."""
    if word.absent:
        return canonical({"absent": word.absent, "field": word.field, "seq": word.seq})
    return canonical({"field": word.field, "salt": word.salt.hex(), "seq": word.seq, "text": word.text})


def read_word(line: bytes) -> Word:
    """Raises NotALine."""
    found = _json(line)
    if "absent" in found:
        _require_keys(found, {"absent", "field", "seq"})
        if found["absent"] not in (ERASED, LEFT_OUT):
            raise NotALine
        return Word(_number(found["seq"]), _text(found["field"]), absent=found["absent"])
    _require_keys(found, {"field", "salt", "seq", "text"})
    salt = bytes.fromhex(_matching(_SALT, found["salt"]))
    return Word(_number(found["seq"]), _text(found["field"]), salt, _text(found["text"]))


def consent_line(header: Header) -> str:
    """That something was agreed to, as one line, without its end."""
    return canonical({"day": header.day, "seq": header.seq, "type": header.type})


def consent_seq(line: bytes) -> int:
    """The event that a line of consents is about. Raises NotALine."""
    return _number(_read(line, {"day", "seq", "type"})["seq"])


def head_text(signed: SignedHead) -> bytes:
    """What sig/head.json holds; the same record gives the same bytes."""
    head = {"link": signed.head.link.hex(), "seq": signed.head.seq}
    shown = {"dialogue": signed.dialogue, "format": HEAD_FORMAT, "head": head, "key": signed.key.hex()}
    return canonical(shown).encode()


def read_head(content: bytes) -> SignedHead:
    """Raises NotALine."""
    found = _read(content, {"dialogue", "format", "head", "key"})
    head = found["head"]
    if found["format"] != HEAD_FORMAT or not isinstance(head, dict):
        raise NotALine
    _require_keys(head, {"link", "seq"})
    link, key = (bytes.fromhex(_matching(_LINK, value)) for value in (head["link"], found["key"]))
    return SignedHead(_text(found["dialogue"]), Head(_number(head["seq"]), link), key)


def signed_bytes(head: bytes) -> bytes:
    """What the signature is made of: a tag, so that it can mean nothing else, then sig/head.json."""
    return SIGNED_TAG + head


def read_signature(content: bytes) -> bytes:
    """64 bytes. Raises NotALine."""
    return bytes.fromhex(_matching(_SIGNATURE, content.decode("ascii", "replace")))


def _read(line: bytes, keys: set[str]) -> Mapping[str, Any]:
    found = _json(line)
    _require_keys(found, keys)
    return found


def _json(line: bytes) -> Mapping[str, Any]:
    """An object, if it is written in the one way there is: two ways would leave room for what nobody proved."""
    if len(line) > MOST_IN_A_LINE:
        raise NotALine
    try:
        text = line.decode()
        found = json.loads(text)
        if isinstance(found, dict) and ENCODER.encode(found) == text:
            return found
    except (ValueError, RecursionError):
        pass
    raise NotALine


def _require_keys(found: Mapping[str, Any], keys: set[str]) -> None:
    if set(found) != keys:
        raise NotALine


def _number(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= MOST_EVENTS:
        raise NotALine
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise NotALine
    return value


def _matching(pattern: re.Pattern[str], value: object) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise NotALine
    return value
