"""What a file is called: from the dialogue's title, whatever somebody wrote there."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60  # letters of the title: some systems take no more than 255 bytes in all


def file_name(title: str, month: str, suffix: str) -> str:
    """dialogue-2026-12-trust-on-the-wing.docx: letters and digits of any alphabet, never a path, never hidden, never a
    device's name, never anything that changes the direction of writing."""
    plain = unicodedata.normalize("NFKC", title).casefold()
    kept = "".join(letter if unicodedata.category(letter)[0] in "LN" else "-" for letter in plain)
    said = re.sub("-+", "-", kept)[:LONGEST].strip("-")
    return "-".join(part for part in ("dialogue", month, said) if part) + f".{suffix}"
