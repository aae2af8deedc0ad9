"""What suggestions find of a set, and how much of what they suggest was worth suggesting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from bench.redaction.sets import Gold, Parts, Sentence
from dialogue.redaction import Suggestion, suggest

KNOWN: Final = ("roster", "local")
STRUCTURED: Final = ("e_mail", "phone", "identifier", "plate", "cell_or_badge", "date")
OTHER: Final = ("other", "place")


@dataclass(slots=True)
class Tally:
    """Counts over the sentences of one language."""

    present: Counter[str] = field(default_factory=Counter)  # gold spans by kind
    found: Counter[str] = field(default_factory=Counter)
    sentences: int = 0
    suggested: int = 0
    right: int = 0  # suggestions that touch something that was to be found
    missed: list[tuple[str, str, str]] = field(default_factory=list)  # kind, what, sentence
    wrong: list[tuple[str, str, str]] = field(default_factory=list)  # reason, what, sentence

    def recall(self, *kinds: str) -> float:
        """The share of these kinds' spans that were found; 1 where there are none."""
        present = sum(self.present[kind] for kind in kinds)
        return sum(self.found[kind] for kind in kinds) / present if present else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.suggested if self.suggested else 1.0


def tally(sentences: Iterable[Sentence], told: Parts, language: str) -> Tally:
    """Suggestions for each sentence by itself, compared with what was to be found in it."""
    counted = Tally()
    roster, local = told.first_forms("roster"), told.first_forms("local")
    for one in sentences:
        suggestions = suggest(one.text, language, roster, local)
        counted.sentences += 1
        for gold in one.gold:
            counted.present[gold.kind] += 1
            if _covered(one.text, gold, suggestions):
                counted.found[gold.kind] += 1
            else:
                counted.missed.append((gold.kind, one.text[gold.start : gold.end], one.text))
        counted.suggested += len(suggestions)
        for suggestion in suggestions:
            if any(suggestion.start < gold.end and gold.start < suggestion.end for gold in one.gold):
                counted.right += 1
            else:
                what = one.text[suggestion.start : suggestion.end]
                counted.wrong.append((suggestion.reason.value, what, one.text))
    return counted


def _covered(text: str, gold: Gold, suggestions: tuple[Suggestion, ...]) -> bool:
    """Whether no letter or digit of it would be left; of what narrows down, whether it was pointed at."""
    near = [one for one in suggestions if one.start < gold.end and gold.start < one.end]
    if gold.kind == "quasi_identifier":
        return bool(near)
    hidden = {at for one in near if one.certain for at in range(one.start, one.end)}
    return all(at in hidden or not text[at].isalnum() for at in range(gold.start, gold.end))
