"""Texts of a scenario that the dialogue would not take: too long, empty, or with characters nobody can read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dialogue import commands as ask
from dialogue.commands.limits import OPTIONAL_COMMENT, OPTIONAL_QUESTION, PSEUDONYM, Limit
from dialogue.commands.limits import TITLE as DIALOGUES_TITLE
from dialogue.refusals import Refusal
from dialogue.rules.words import checked, limited_fields
from sessions.rehearsal.references import STATEMENT_LISTS, Broken
from sessions.rehearsal.scenario import Scenario
from sessions.rooms.sentences import sentence_for


def _limit(command: Any, field: str) -> Limit:
    return dict(limited_fields(command))[field]


QUESTION = _limit(ask.WordQuestion, "text")
TITLE = _limit(ask.TellExperience, "title")
ACCOUNT = _limit(ask.TellExperience, "account")
WHY, WHY_QUESTION = _limit(ask.AskNarrator, "why"), _limit(ask.ChooseQuestion, "why")
FACT = _limit(ask.AskFact, "text")
SENTENCE = _limit(ask.WriteSentence, "text")
STATEMENT = _limit(ask.WriteStatement, "text")
ANSWER = _limit(ask.WordAnswer, "text")
POSITION, TEST = _limit(ask.TakePosition, "text"), _limit(ask.TestAnswer, "note")
META_NOTE, CHANGE = _limit(ask.WriteMetaNote, "text"), _limit(ask.EndMeta, "what_we_change")
DOUBT, HOW = _limit(ask.RaiseDoubt, "text"), _limit(ask.CloseDoubt, "how")
OPEN_WORD = _limit(ask.AnswerEvaluation, "open_word")

Text = tuple[tuple[str | int, ...], str, Limit]


def unfit(scenario: Scenario) -> Iterator[Broken]:
    """Paths to the texts that would be refused, each with the sentence a person would read."""
    for path, text, limit in _texts(scenario):
        try:
            checked(text, limit, "")
        except Refusal as refusal:
            yield path, sentence_for(refusal.code, refusal.limit)


def _texts(scenario: Scenario) -> Iterator[Text]:
    yield ("title",), scenario.title, DIALOGUES_TITLE
    yield ("purpose",), scenario.purpose, OPTIONAL_COMMENT
    yield from _each("cast", "pseudonym", scenario.cast, PSEUDONYM)
    yield from _each("questions", "text", scenario.questions, QUESTION)
    yield from _each("questions", "why", scenario.questions, WHY_QUESTION)
    yield from _each("experiences", "title", scenario.experiences, TITLE)
    for place, told in enumerate(scenario.experiences):
        yield ("experiences", place, "account"), told.account or "", ACCOUNT
    yield ("chosen", "why"), scenario.chosen.why, WHY
    for place, sentence in enumerate(scenario.sentences):
        yield ("sentences", place), sentence, SENTENCE
    yield from _each("clarifications", "question", scenario.clarifications, FACT)
    yield from _each("clarifications", "answer", scenario.clarifications, SENTENCE)
    yield ("core_statement", "text"), scenario.core_statement.text, STATEMENT
    yield ("judgement", "text"), scenario.judgement.text, STATEMENT
    for name in STATEMENT_LISTS:
        yield from _each(name, "text", getattr(scenario, name), STATEMENT)
    yield from _each("answers", "text", scenario.answers, ANSWER)
    for place, version in enumerate(scenario.answers):
        yield from _by_key(("answers", place, "words"), version.words, POSITION)
        yield from _by_key(("answers", place, "test_notes"), version.test_notes, TEST)
    yield from _each("doubts", "text", scenario.doubts, DOUBT)
    yield from _each("doubts", "how", scenario.doubts, HOW)
    yield ("outcome", "dividing_question"), scenario.outcome.dividing_question, OPTIONAL_QUESTION
    yield from _each("evaluation", "open", scenario.evaluation, OPEN_WORD)
    if scenario.meta_dialogue is not None:
        for place, note in enumerate(scenario.meta_dialogue.notes):
            yield ("meta_dialogue", "notes", place), note, META_NOTE
        yield ("meta_dialogue", "what_we_change"), scenario.meta_dialogue.what_we_change, CHANGE


def _each(name: str, field: str, entries: Iterable[object], limit: Limit) -> Iterator[Text]:
    for place, entry in enumerate(entries):
        yield (name, place, field), getattr(entry, field), limit


def _by_key(path: tuple[str | int, ...], texts: Mapping[str, str], limit: Limit) -> Iterator[Text]:
    for key, text in texts.items():
        yield (*path, key), text, limit
