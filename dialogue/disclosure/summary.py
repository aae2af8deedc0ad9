"""What a group and whoever led it are told of the answers that its people gave apart from their names.

What managers are told of several groups together is made elsewhere in this package, with more care: noise, and blocks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import median
from typing import TypedDict

from dialogue.methods.evaluation import DEFAULT_FORM, FORMS, Scale, Share, Summary, Third
from dialogue.vocabulary import Words

FEWEST = 2  # whatever threshold is asked for: a summary of one person's answers is that person's answers


class Answers(TypedDict):
    """A ballot as it is kept: item -> value, and the open word, empty when left out."""

    items: Mapping[str, int]
    open_word: str


def summary(ballots: Sequence[Answers], threshold: int, form: str = DEFAULT_FORM) -> Summary:
    """What may be said of all ballots of one form: per item the share of its answers in each third of the scale.

    An item that fewer than `threshold` people rated is told as "too few answers", and open words are told only when
    that many people answered the form at all. They stand in the order of the ballots, which the caller has shuffled.
    KeyError for a form that this version does not know.
    """
    enough = max(threshold, FEWEST)
    items = {
        item: _shares([ballot["items"][item] for ballot in ballots if item in ballot["items"]], scale, enough)
        for item, scale in FORMS[form].items()
    }
    return Summary(form, items, _open_words(ballots) if len(ballots) >= enough else ())


def form_told(answered: Mapping[str, int], planned: str) -> str:
    """The one form whose answers are told, given how many answered each: forms are never mixed.

    That which most answered; the dialogue's own form where nobody did, or as many another one.
    """
    return max(FORMS, key=lambda form: (answered.get(form, 0), form == planned))


def screen_time_median(ballots: Sequence[Answers], threshold: int) -> int | None:
    """How long a task was open on a device: the median of what the devices told, in whole minutes.

    None when fewer devices told than a summary needs people.
    """
    if len(ballots) < max(threshold, FEWEST):
        return None
    return round(median(ballot["items"]["seconds"] for ballot in ballots) / 60)


def _shares(values: Sequence[int], scale: Scale, enough: int) -> Mapping[Third, Share]:
    if len(values) < enough:
        return dict.fromkeys(Third, Share.TOO_FEW)
    counts = Counter(scale.third(value) for value in values)
    return {third: _share(counts[third], len(values)) for third in Third}


def _share(count: int, of: int) -> Share:
    if 4 * count <= of:
        return Share.FEW
    return Share.MOST if 4 * count >= 3 * of else Share.SOME


def _open_words(ballots: Sequence[Answers]) -> tuple[Words, ...]:
    return tuple(Words(ballot["open_word"]) for ballot in ballots if ballot["open_word"])
