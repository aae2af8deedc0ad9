"""Deciding about the narrative: numbering, insertion, correction, approval, the heated point."""

from __future__ import annotations

from typing import assert_never

from dialogue.commands import ApproveNarrative, CorrectSentence, MarkHeatedPoint, NarrativeCommand, WriteSentence
from dialogue.events import Event, HeatedPointMarked, NarrativeApproved, SentenceCorrected, SentenceWritten
from dialogue.refusals import LeadsOthers, NoExperienceChosen, NotYours, UnknownItem
from dialogue.rules.ownership import standing
from dialogue.state import Dialogue
from dialogue.state.items import Experience, Sentence
from dialogue.visibility import stands_in_view
from dialogue.vocabulary import ItemId, SeatId, Standing, Words


def decide(state: Dialogue, command: NarrativeCommand, by: SeatId, fresh: str) -> tuple[Event, ...]:
    """Events of this family, or a refusal."""
    chosen = _chosen(state)
    match command:
        case WriteSentence(text, after):
            return (written(state, text, after, by, ItemId(fresh)),)
        case CorrectSentence(sentence, text):
            _check_scribe(state, by, chosen)
            return (SentenceCorrected(_sentence(state, sentence).id, text),)
        case ApproveNarrative(sentences):
            if not state.acts_for(by, chosen) or state.seats[chosen.owner].gone:
                # Nobody approves for a narrator who has left, who was written for included.
                raise NotYours
            wanted = {_sentence(state, sentence).id for sentence in sentences}
            waiting = tuple(
                sentence.id
                for sentence in _told(state)
                if sentence.up and not sentence.approved and (not wanted or sentence.id in wanted)
            )
            return (NarrativeApproved(waiting),) if waiting else ()
        case MarkHeatedPoint(sentence_or_none):
            if sentence_or_none is not None:
                _sentence(state, sentence_or_none)
            return () if sentence_or_none == state.heated else (HeatedPointMarked(sentence_or_none),)
        case _:
            assert_never(command)


def written(state: Dialogue, text: Words, after: ItemId | None, by: SeatId, fresh: ItemId) -> SentenceWritten:
    """The narrator's next sentence, or one inserted after another; a refusal unless `by` may write it down."""
    chosen = _chosen(state)
    _check_scribe(state, by, chosen)
    label, place = _slot(_told(state), after)
    return SentenceWritten(fresh, chosen.id, label, place, text, chosen.owner, by)


def _chosen(state: Dialogue) -> Experience:
    if state.chosen is None or not state.experiences[state.chosen].up:
        raise NoExperienceChosen
    return state.experiences[state.chosen]


def _sentence(state: Dialogue, wanted: ItemId) -> Sentence:
    """A sentence of the chosen narrative; those of another belong to another narrator."""
    sentence = standing(state.sentences, wanted, "sentence")
    if not stands_in_view(state, sentence):
        raise UnknownItem("sentence")
    return sentence


def _check_scribe(state: Dialogue, by: SeatId, chosen: Experience) -> None:
    """The facilitators, the narrator, and the scribe whom the facilitator named; nobody who commands others here."""
    if by == chosen.owner:
        return
    if not state.seats[by].facilitates and by != state.scribe:
        raise NotYours
    if state.seats[by].leads_others:
        raise LeadsOthers


def _told(state: Dialogue) -> list[Sentence]:
    """The narrative's sentences in their order, without those struck."""
    told = [
        sentence
        for sentence in state.sentences.values()
        if sentence.experience == state.chosen and sentence.standing is not Standing.STRUCK and sentence.label
    ]
    return sorted(told, key=lambda sentence: sentence.place)


def _slot(told: list[Sentence], after: ItemId | None) -> tuple[str, float]:
    """Label and place: 9 at the end; after 3, or after 3a, the next letter (3a, 3b), so that letters read in order."""
    if after is None:
        last = max((_main(sentence.label) for sentence in told), default=0)
        return str(last + 1), float(last + 1)
    before = next((sentence for sentence in told if sentence.id == after and sentence.up), None)
    if before is None:
        raise UnknownItem("after")
    main = _main(before.label)
    # The letter after the last one in use, not their count: a struck 3a must not make a second 3b.
    letters = max(_index(sentence.label) for sentence in told if _main(sentence.label) == main) + 1
    return f"{main}{_letters(letters)}", main + letters / (letters + 1)


def _main(label: str) -> int:
    return int("".join(character for character in label if character.isdigit()))


def _index(label: str) -> int:
    """0 for 3, 1 for 3a, 26 for 3z, 27 for 3aa."""
    index = 0
    for letter in label.lstrip("0123456789"):
        index = index * 26 + ord(letter) - ord("a") + 1
    return index


def _letters(index: int) -> str:
    """1 is a, 26 is z, 27 is aa."""
    letters = ""
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
