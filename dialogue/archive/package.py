"""A sealed package as files in memory: a bag (RFC 8493) around a chain, its words, and what checks both."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from dialogue.archive.chain import Head, Header
from dialogue.archive.contents import (
    AGREED,
    BAG,
    BAG_DECLARED,
    BAG_INFO,
    CHECKER,
    CONSENTS,
    EVENTS,
    EXPLAINED,
    HEAD,
    MANIFEST,
    OUTCOME,
    SCHEMAS,
    SIGNATURE,
    TAG_MANIFEST,
    WORDS,
    SignedHead,
    Word,
    consent_line,
    event_line,
    head_text,
    signed_bytes,
    word_line,
)
from dialogue.archive.manifest import manifest_of, of_payload
from dialogue.archive.standalone import verify_py

BESIDE = Path(__file__).parent / "beside"
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the first that a zip file knows


def sealed_package(
    signed: SignedHead,
    sign: Callable[[bytes], bytes],
    events: Sequence[tuple[Header, bytes]],
    words: Iterable[Word],
    outcome: str | None = None,
) -> dict[str, bytes]:
    """The files of a package, by name. The same record, words and key give the same bytes.

    `events` are all headers with their links; `words` has one entry for each field that they promise, but the
    record's own; `sign` gives 64 bytes for what it is handed.
    """
    head = head_text(signed)
    in_order = sorted(words, key=lambda word: (word.seq, word.field))
    files = {
        EVENTS: _lines(event_line(header, link) for header, link in events),
        WORDS: _lines(map(word_line, in_order)),
        CONSENTS: _lines(consent_line(header) for header, _ in events if header.type in AGREED),
        HEAD: head,
        SIGNATURE: sign(signed_bytes(head)).hex().encode() + b"\n",
        CHECKER: verify_py(),
        EXPLAINED: (BESIDE / EXPLAINED).read_bytes(),
        **{name: (BESIDE / Path(name).name).read_bytes() for name in SCHEMAS},
    }
    if outcome is not None:
        files[OUTCOME] = outcome.encode()
    return bagged(files)


def head_of(dialogue: str, events: Sequence[tuple[Header, bytes]], key: bytes) -> SignedHead:
    """What is to be signed of these events. ValueError where there are none."""
    if not events:
        raise ValueError("an empty record is no dialogue")
    header, link = events[-1]
    return SignedHead(dialogue, Head(header.seq, link), key)


def bagged(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files with a bag's declarations and manifests made anew."""
    inside = {name: content for name, content in files.items() if name not in {MANIFEST, TAG_MANIFEST}}
    payload = {name: content for name, content in inside.items() if of_payload(name)}
    size = sum(map(len, payload.values()))
    inside |= {BAG: BAG_DECLARED, BAG_INFO: f"Payload-Oxum: {size}.{len(payload)}\n".encode()}
    inside[MANIFEST] = manifest_of(payload)
    inside[TAG_MANIFEST] = manifest_of({name: content for name, content in inside.items() if not of_payload(name)})
    return inside


def as_zip(files: Mapping[str, bytes], top: str) -> bytes:
    """The files as one zip file, all in the folder `top`; when it was packed stands nowhere in it."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{top}/{name}", _NO_TIME)
            entry.create_system = 3  # the same on every system
            entry.external_attr = 0o100600 << 16
            archive.writestr(entry, files[name], zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _lines(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()
