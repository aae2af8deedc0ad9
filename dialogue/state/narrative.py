"""How the narrative changes."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from dialogue.events import HeatedPointMarked, NarrativeApproved, NarrativeEvent, SentenceCorrected, SentenceWritten
from dialogue.state.items import Sentence
from dialogue.state.whole import Dialogue


def evolve(state: Dialogue, event: NarrativeEvent) -> Dialogue:
    """The state after an event of this family."""
    match event:
        case SentenceWritten():
            return state.with_item(_written(state, event))
        case SentenceCorrected(sentence, text):
            known = state.sentences[sentence]
            return state.with_item(replace(known, text=text, corrected=True, approved=False))
        case NarrativeApproved(approved):
            sentences = dict(state.sentences)
            for sentence in approved:
                sentences[sentence] = replace(sentences[sentence], approved=True)
            return state.but(sentences=sentences)
        case HeatedPointMarked(sentence_or_none):
            return state.but(heated=sentence_or_none)
        case _:
            assert_never(event)


def _written(state: Dialogue, event: SentenceWritten) -> Sentence:
    return Sentence(
        id=event.sentence,
        number=len(state.sentences) + 1,
        text=event.text,
        owner=event.owner,
        writer=event.writer,
        experience=event.experience,
        label=event.label,
        place=event.place,
        # What the narrator typed needs no second approval.
        approved=event.owner == event.writer,
    )
