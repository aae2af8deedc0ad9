"""From a scenario to steps, in the order of the method. What the steps can't show is listed by unplayed.py."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dialogue.vocabulary import PlanOption, StageKey
from sessions.rehearsal import answers, ladder
from sessions.rehearsal.meta import talk
from sessions.rehearsal.references import AFTER_PART
from sessions.rehearsal.scenario import Fate, Part, Scenario
from sessions.rehearsal.steps import (
    FACT,
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
    longer_form,
    options_of,
    plan_of,
)
from sessions.rehearsal.unplayed import unplayed

Act = Callable[[Scenario, Hands], Iterator[Step]]


def script_of(scenario: Scenario) -> Script:
    """The scenario as steps."""
    hands = Hands(scenario)
    parts: dict[str, Act] = {
        "opening": _opening,
        "question": _question,
        "experiences": _experiences,
        "selection": _selection,
        "narrative": _narrative,
        "judgement": ladder.judgement,
        "reasons": ladder.reasons,
        "rules": ladder.rules,
        "principles": ladder.principles,
        "consensus": answers.consensus,
        "outcome": answers.outcome,
        "evaluation": _evaluation,
        "closing": _closing,
    }
    given = _given(scenario)
    method, minutes = plan_of(scenario)
    return Script(
        title=scenario.title,
        question="" if given is None else scenario.questions[given].text,
        options=options_of(scenario),
        language=scenario.language,
        lead=hands.lead,
        steps=tuple(step for name, part in parts.items() for step in _played(name, part, scenario, hands)),
        unplayed=tuple(unplayed(scenario)),
        method=method,
        minutes=minutes,
        purpose=scenario.purpose,
        given=None if given is None else Of(WORDING, str(given)),
    )


def _played(name: str, part: Act, scenario: Scenario, hands: Hands) -> Iterator[Step]:
    """A part of the dialogue, and the talk about how the group works that is called after it, if that is when."""
    yield from part(scenario, hands)
    called = scenario.meta_dialogue
    after = AFTER_PART.fullmatch(called.when) if called else None
    if called is not None and after is not None and after[1] == name:
        yield from talk(called, scenario, hands)


def _given(scenario: Scenario) -> int | None:
    """Place of the question, where the facilitator brings it along."""
    brought = (place for place, known in enumerate(scenario.questions) if known.chosen and known.by == scenario.lead)
    return next(brought, None)


def _opening(scenario: Scenario, hands: Hands) -> Iterator[Step]:
    yield Asks(hands.lead, "open_door")
    group = scenario.in_part(Part.PARTICIPANT)
    for person in (*scenario.in_part(Part.CO_FACILITATOR), *group, *scenario.in_part(Part.OBSERVER)):
        if person.device:
            yield Comes(person.key, person.pseudonym, person.role.value)
        elif person in group:
            yield Asks(hands.lead, "seat_someone", {"pseudonym": person.pseudonym}, Of(PEOPLE, person.key))
    for person in group:
        yield hands.own(person.key, "agree_to_rules")
    yield Asks(hands.lead, "close_door")


def _question(scenario: Scenario, hands: Hands) -> Iterator[Step]:
    given, lived = _given(scenario), scenario.has_experience_for_chosen_question
    if given is not None and not lived and not scenario.questions[given].why:
        return
    yield enters(hands, StageKey.QUESTION)
    by_phone = PlanOption.QUESTION_SUGGESTIONS in options_of(scenario)
    for place, known in enumerate(scenario.questions):
        if place != given:
            done_by = hands.own if by_phone else hands.written
            yield done_by(known.by, "word_question", {"text": known.text}, Of(WORDING, str(place)))
    for place, known in enumerate(scenario.questions):
        if known.chosen:
            wording = Of(WORDING, str(place))
            yield Asks(hands.lead, "choose_question", {"wording": wording, "why": known.why})
            for key in lived:
                yield hands.own(key, "mark_has_experience", {"wording": wording, "has": True})


def _experiences(scenario: Scenario, hands: Hands) -> Iterator[Step]:
    yield enters(hands, StageKey.EXPERIENCES)
    if any(told.account for told in scenario.experiences):
        yield from hands.switch_on(PlanOption.ACCOUNTS)
    for told in scenario.experiences:
        more = {"account": told.account} if told.account else {}
        private = {"not_for_examination": True} if told.not_for_examination else {}
        yield hands.own(told.by, "tell_experience", {"title": told.title, **more, **private}, Of(STORY, told.key))
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
    yield from _facts(scenario, hands)
    if scenario.heated_point is not None:
        yield Asks(hands.lead, "mark_heated_point", {"sentence": Of(SENTENCE, str(scenario.heated_point))})
    yield hands.for_owner(_narrator(scenario), "approve_narrative", {})
    yield from _pointing(scenario, hands)
    yield from ladder.doubts(scenario, hands, StageKey.NARRATIVE.value)


def _facts(scenario: Scenario, hands: Hands) -> Iterator[Step]:
    """Questions of fact, each answered by a sentence behind the one that it is about."""
    letters: dict[int, int] = {}
    for place, clarification in enumerate(scenario.clarifications):
        after = clarification.answer_inserted_after
        label = f"{after}{chr(ord('a') + letters.get(after, 0))}"
        behind = Of(SENTENCE, f"{after}{chr(ord('a') + letters[after] - 1)}" if after in letters else str(after))
        letters[after] = letters.get(after, 0) + 1
        asked, about = Of(FACT, str(place)), Of(SENTENCE, str(after))
        yield hands.own(clarification.by, "ask_fact", {"text": clarification.question, "about": about}, asked)
        answer = {"clarification": asked, "text": clarification.answer, "after": behind}
        yield Asks(hands.lead, "answer_fact", answer, Of(SENTENCE, label))


def _pointing(scenario: Scenario, hands: Hands) -> Iterator[Step]:
    """Each points privately at the sentence that answers the question; then all see which ones."""
    if not scenario.pointed_at:
        return
    yield from hands.switch_on(PlanOption.POINTING)
    for key, number in scenario.pointed_at.items():
        yield hands.own(key, "point_at_sentences", {"sentences": [Of(SENTENCE, str(number))]})
    yield Asks(hands.lead, "show_pointing")


def _evaluation(scenario: Scenario, hands: Hands) -> Iterator[Step]:
    yield enters(hands, StageKey.EVALUATION)
    yield from hands.switch_on(*longer_form(scenario))
    for answered in scenario.evaluation:
        given = {"items": answered.items, "open_word": answered.open}
        if answered.on_paper:
            yield Asks(hands.lead, "answer_evaluation", {**given, "on_paper": True})
        else:
            yield hands.own(answered.by, "answer_evaluation", given)


def _closing(scenario: Scenario, hands: Hands) -> Iterator[Step]:
    yield enters(hands, StageKey.CLOSING)
    yield Asks(hands.lead, "close_dialogue")
