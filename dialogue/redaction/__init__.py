"""Suggestions for what to take out of a text before it leaves the room. Suggested, never done: a person accepts each.

Rules and bundled lists find names, numbers, and what narrows down who somebody is (docs/redaction.md says how well; how
each rule works stands in its module). Nothing here reads a clock, draws at random or asks a network. An empty answer
means that nothing was found, which is not the same as safe.
"""

from __future__ import annotations

from collections.abc import Sequence

from dialogue.redaction.endings import forms_of
from dialogue.redaction.found import Taken
from dialogue.redaction.indirect import indirect
from dialogue.redaction.lists import LANGUAGES, vocabulary
from dialogue.redaction.naming import Naming
from dialogue.redaction.people import People
from dialogue.redaction.placeholders import numbered
from dialogue.redaction.roster import Roster
from dialogue.redaction.structured import structured
from dialogue.redaction.suggestion import Category, Placeholder, Reason, Suggestion, applied
from dialogue.redaction.words import words_of

__all__ = ["LANGUAGES", "Category", "Placeholder", "Reason", "Suggestion", "applied", "suggest"]

_READ_AS = {"no": "nb", "nn": "nb", "bs": "sr", "hr": "sr", "me": "sr"}


def suggest(
    text: str, language: str, roster: Sequence[str] = (), local_names: Sequence[str] = ()
) -> tuple[Suggestion, ...]:
    """What somebody may want to take out of a text, in its order, without overlaps.

    `language` is the tag of the language that the text is written in ("uk", "sr-Latn"); Serbian is read in either
    script. `roster`: pseudonyms and names of those in the dialogue. `local_names`: an organisation's own people, places
    and sites. Raises ValueError for a language that there are no lists for.
    """
    tag = language.replace("_", "-").split("-")[0].lower()
    read = _READ_AS.get(tag, tag)
    if read not in LANGUAGES:
        raise ValueError(f"no lists for the language {language!r}")
    known = vocabulary(read)
    words = words_of(text, read)
    taken = Taken(len(text))
    forms = forms_of(read)
    people = People(text, words, read, known, Naming(words, read, known, forms))
    taken.take(structured(text, words, read, known))
    for names, category, reason in (
        (roster, Category.PERSON, Reason.ROSTER),
        (local_names, Category.LOCAL_NAME, Reason.LOCAL_LIST),
    ):
        taken.take(people.known(Roster(names, read, known, forms), category, reason, taken))
    taken.take(people.others(taken))
    taken.take(indirect(text, words, known))
    return numbered(taken.found)
