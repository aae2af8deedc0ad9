"""The bag's manifests (RFC 8493): which bytes each file has. They find a change in what no signature covers.

Part of the stand-alone verify.py (standalone.py), and so written for any Python from 3.9.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping

from dialogue.archive.contents import BAG, BAG_DECLARED, MANIFEST, TAG_MANIFEST
from dialogue.archive.finding import Finding
from dialogue.archive.order import rows_of

_LISTED = re.compile(r"([0-9a-f]{64})  (.+)")


def manifest_of(files: Mapping[str, bytes]) -> bytes:
    """One line per file, by name."""
    lines = (f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return "".join(lines).encode()


def of_payload(name: str) -> bool:
    """Whether the payload's manifest lists this file, and not the other one."""
    return name.startswith("data/")


def manifest_flaws(files: Mapping[str, bytes], proven: Collection[str]) -> Iterator[Finding]:
    """What the two manifests find. Of a `proven` file the signature says that it is right, so the manifest is not."""
    if BAG in files and files[BAG] != BAG_DECLARED:
        yield Finding(BAG, 1, "altered_line", "this does not declare a bag as it is declared here.")
    payload = [name for name in files if of_payload(name)]
    tags = [name for name in files if not of_payload(name) and name != TAG_MANIFEST]
    for manifest, names in ((MANIFEST, payload), (TAG_MANIFEST, tags)):
        if manifest in files:
            yield from _against(manifest, files, names, proven)


def _against(
    manifest: str, files: Mapping[str, bytes], names: Collection[str], proven: Collection[str]
) -> Iterator[Finding]:
    rows, ended = rows_of(files[manifest], len(names))
    listed = set()
    for place, raw in enumerate(rows if ended else [], 1):
        row = raw.decode("utf-8", "replace")
        match = _LISTED.fullmatch(row)
        if match is None or match[2] not in names or match[2] in listed:
            yield Finding(manifest, place, "altered_line", "this line lists no file that is here, or one twice.")
            continue
        listed.add(match[2])
        if match[1] != hashlib.sha256(files[match[2]]).hexdigest():
            yield _other_bytes(manifest, place, match[2], proven)
    if not ended:
        yield Finding(manifest, len(rows), "cut_tail", "the last line is not ended.")
    for name in sorted(set(names) - listed):
        if ended:
            yield Finding(manifest, len(rows) + 1, "missing_line", f"{name} is not listed.")


def _other_bytes(manifest: str, place: int, name: str, proven: Collection[str]) -> Finding:
    if name in proven:
        return Finding(manifest, place, "not_as_listed", f"this is not the sum of {name}, which is as it was signed.")
    why = f"this file is not the one that {manifest} lists in line {place}: either was changed."
    return Finding(name, 0, "not_as_listed", why)
