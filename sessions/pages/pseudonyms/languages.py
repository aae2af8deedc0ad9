"""Which list of words a reader gets: that of the first of their languages that has one, else the English."""

from __future__ import annotations

from collections.abc import Sequence

from sessions.pages.pseudonyms.words import de, en, et, fi, fr, nb, nl, sq, sr_cyrl, sr_latn, uk

LISTS = {
    "en": en.WORDS,
    "uk": uk.WORDS,
    "nb": nb.WORDS,
    "fi": fi.WORDS,
    "et": et.WORDS,
    "sq": sq.WORDS,
    "sr-Cyrl": sr_cyrl.WORDS,
    "sr-Latn": sr_latn.WORDS,
    "fr": fr.WORDS,
    "nl": nl.WORDS,
    "de": de.WORDS,
}
_READ_AS = {"no": "nb", "nn": "nb"}
_LATIN = {"latn", "me"}  # Serbian as written in Montenegro (CLDR, likely subtags): tags seldom name the script


def words_for(accept_languages: Sequence[str]) -> tuple[str, ...]:
    """The words for these language tags ("sr-Latn-RS", "uk"), the preferred first."""
    known = (LISTS[key] for key in map(_key, accept_languages) if key in LISTS)
    return next(known, LISTS["en"])


def _key(tag: str) -> str:
    language, *subtags = tag.strip().lower().replace("_", "-").split("-")
    if language == "sr":
        return "sr-Latn" if _LATIN & set(subtags) and "cyrl" not in subtags else "sr-Cyrl"
    return _READ_AS.get(language, language)
