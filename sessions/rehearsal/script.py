"""From a scenario to steps, in the order of the method. What the steps can't show is listed by unplayed.py."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dialogue.vocabulary import PlanOption, StageKey
from sessions.rehearsal import ladder
from sessions.rehearsal.scenario import Fate, Part, Scenario, Suggestion
from sessions.rehearsal.steps import (
    PEOPLE,
    SENTENCE,
    STORY,
    WORDING,
    Asks,
    Comes,
    Hands,
    Of,
    Script,
    Step,
    enters,
    options_of,
)
from sessions.rehearsal.unplayed import unplayed

EVALUATION_ITEMS = ("helped_me_think", "spoke_freely", "will_change")
Act = Callable[[Scenario, Hands], Iterator[Step]]


def script_of(scenario: Scenario) -> Script:
    """The scenario as steps."""
    hands = Hands(scenario)
    parts: tuple[Act, ...] = (
        _opening,
        _question,
        _experiences,
        _selection,
        _narrative,
        ladder.judgement,
        ladder.principles,
        ladder.consensus,
        ladder.outcome,
        _evaluation,
        _closing,
    )
    given = _given(scenario)
    return Script(
        title=scenario.title,
        question=given.text if given else "",
        options=options_of(scenario),
        language=scenario.language,
        lead=hands.lead,
        steps=tuple(step for part in parts for step in part(scenario, hands)),
        unplayed=tuple(unplayed(scenario)),
    )


def _given(scenario: Scenario) -> Suggestion | None:
    """The question, where the facilitator brings it along."""
    return next((known for known in scenario.questions if known.chosen and known.by == scenario.lead), None)


def _opening(scenario: Scenario, hands: Hands) -> Iterator[Step]:
    yield Asks(hands.lead, "open_door")
    group = scenario.in_part(Part.PARTICIPANT)
    for person in (*group, *scenario.in_part(Part.OBSERVER)):
        if person.device:
            yield Comes(person.key, person.pseudonym, person.role.value)
        elif person in group:
            yield Asks(hands.lead, "seat_someone", {"pseudonym": person.pseudonym}, Of(PEOPLE, person.key))
    for person in group:
        yield hands.own(person.key, "agree_to_rules")
    yield Asks(hands.lead, "close_door")


def _question(scenario: Scenario, hands: Hands) -> Iterator[Step]:
    if _given(scenario) is not None:
        return
    yield enters(hands, StageKey.QUESTION)
    by_phone = PlanOption.QUESTION_SUGGESTIONS in options_of(scenario)
    for place, known in enumerate(scenario.questions):
        done_by = hands.own if by_phone else hands.written
        yield done_by(known.by, "word_question", {"text": known.text}, Of(WORDING, str(place)))
    for place, known in enumerate(scenario.questions):
        if known.chosen:
            yield Asks(hands.lead, "choose_question", {"wording": Of(WORDING, str(place))})


def _experiences(scenario: Scenario, hands: Hands) -> Iterator[Step]:
    yield enters(hands, StageKey.EXPERIENCES)
    for told in scenario.experiences:
        private = {"not_for_examination": True} if told.not_for_examination else {}
        yield hands.own(told.by, "tell_experience", {"title": told.title, **private}, Of(STORY, told.key))
    for told in scenario.experiences:
        if told.parked_by is not None:
            yield Asks(hands.lead, "park_item", {"item": Of(STORY, told.key)})
    for told in scenario.experiences:
        if told.then is Fate.WITHDRAWN:
            yield hands.for_owner(told.by, "withdraw_item", {"item": Of(STORY, told.key)})


def _selection(scenario: Scenario, hands: Hands) -> Iterator[Step]:
    yield enters(hands, StageKey.SELECTION)
    for key, stories in scenario.preferences.items():
        yield hands.own(key, "mark_experiences", {"experiences": [Of(STORY, story) for story in stories]})
    yield Asks(hands.lead, "show_marks")
    chosen = Of(STORY, scenario.chosen.experience)
    narrator = _narrator(scenario)
    yield Asks(hands.lead, "ask_narrator", {"experience": chosen, "why": scenario.chosen.why})
    answer = "accept_narrating" if scenario.chosen.narrator_agrees else "decline_narrating"
    yield hands.for_owner(narrator, answer, {"experience": chosen})


def _narrator(scenario: Scenario) -> str:
    return next(told.by for told in scenario.experiences if told.key == scenario.chosen.experience)


def _narrative(scenario: Scenario, hands: Hands) -> Iterator[Step]:
    yield enters(hands, StageKey.NARRATIVE)
    for number, sentence in enumerate(scenario.sentences, 1):
        yield Asks(hands.lead, "write_sentence", {"text": sentence}, Of(SENTENCE, str(number)))
    letters: dict[int, int] = {}
    for clarification in scenario.clarifications:
        after = clarification.answer_inserted_after
        label = f"{after}{chr(ord('a') + letters.get(after, 0))}"
        behind = Of(SENTENCE, f"{after}{chr(ord('a') + letters[after] - 1)}" if after in letters else str(after))
        letters[after] = letters.get(after, 0) + 1
        yield Asks(hands.lead, "write_sentence", {"text": clarification.answer, "after": behind}, Of(SENTENCE, label))
    if scenario.heated_point is not None:
        yield Asks(hands.lead, "mark_heated_point", {"sentence": Of(SENTENCE, str(scenario.heated_point))})
    yield hands.for_owner(_narrator(scenario), "approve_narrative", {})
    yield from ladder.doubts(scenario, hands, StageKey.NARRATIVE.value)


def _evaluation(scenario: Scenario, hands: Hands) -> Iterator[Step]:
    yield enters(hands, StageKey.EVALUATION)
    for answered in scenario.evaluation:
        given = {name: getattr(answered, name) for name in EVALUATION_ITEMS}
        items = {name: value for name, value in given.items() if value is not None}
        yield hands.own(answered.by, "answer_evaluation", {"items": items, "open_word": answered.open})


def _closing(scenario: Scenario, hands: Hands) -> Iterator[Step]:
    yield enters(hands, StageKey.CLOSING)
    yield Asks(hands.lead, "close_dialogue")
