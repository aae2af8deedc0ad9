"""What a scenario brings that this version has no place for: named in sentences, never dropped in silence."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue.methods import DEFAULT_METHOD
from dialogue.vocabulary import PlanOption
from sessions.rehearsal.scenario import Part, Scenario

DEFAULT_MINUTES = 90
_MORE_ITEMS = ("facilitation", "others_heard", "open_questions", "see_practice_clearer")
_POSITIONS_SAID = frozenset({"agree_with_reservation", "disagree"})


def unplayed(scenario: Scenario) -> Iterator[str]:
    """A sentence for each thing that is left out or played as something else."""
    yield from _plan(scenario)
    yield from _people(scenario)
    yield from _telling(scenario)
    yield from _positions(scenario)
    yield from _beyond(scenario)


def _plan(scenario: Scenario) -> Iterator[str]:
    if scenario.method != DEFAULT_METHOD.key:
        yield f"The method {scenario.method} is not known yet: played as {DEFAULT_METHOD.key}."
    if scenario.minutes != DEFAULT_MINUTES:
        yield f"The plan of {scenario.minutes} minutes is not known yet: played with the plan of {DEFAULT_MINUTES}."
    if scenario.purpose:
        yield "What the day is for is not asked by the planner yet."
    missing = sorted(set(scenario.plan_options) - {option.value for option in PlanOption})
    if missing:
        yield f"Options of the plan that are not known yet: {', '.join(missing)}."
    if scenario.own_versions and PlanOption.OWN_VERSIONS.value not in scenario.plan_options:
        yield "Own versions are no option of this plan: the facilitator writes them down."


def _people(scenario: Scenario) -> Iterator[str]:
    helping = [person.pseudonym for person in scenario.in_part(Part.CO_FACILITATOR)]
    if helping:
        yield f"There is no co-facilitator yet: {', '.join(helping)} has no seat."
    silent = [person.pseudonym for person in scenario.in_part(Part.OBSERVER) if not person.device]
    if silent:
        yield f"An observer without a device has no seat: {', '.join(silent)}."
    group = {person.key for person in scenario.in_part(Part.PARTICIPANT)}
    unasked = sorted(group - set(scenario.outcome.confirmed_by))
    if unasked:
        yield f"{len(unasked)} of the group do not confirm the outcome in the scenario; the group then leaves it open."


def _telling(scenario: Scenario) -> Iterator[str]:
    if any(known.why for known in scenario.questions):
        yield "Why the question was chosen is said aloud; there is no place to write it yet."
    if scenario.has_experience_for_chosen_question:
        yield "“I have an experience for this” can't be marked yet."
    if any(told.account for told in scenario.experiences):
        yield "Experiences are told aloud; only their titles are written."
    for clarification in scenario.clarifications:
        after = clarification.answer_inserted_after
        yield f"The question for facts about sentence {after} is asked aloud; its answer becomes a sentence."
    if scenario.pointed_at:
        yield "Pointing at the sentences that answer the question is not known yet."


def _positions(scenario: Scenario) -> Iterator[str]:
    if any(version.positions for version in scenario.answers):
        yield "Positions on the answer are not known yet: doubts, reservations and dissents are."
    if any(version.words for version in scenario.answers[:-1]):
        yield "What was said with positions on earlier wordings of the answer is not written."
    for version in scenario.answers[-1:]:
        if any(key in version.words and said not in _POSITIONS_SAID for key, said in version.positions.items()):
            yield "Words beside a position that is neither reservation nor dissent are not written."
    if any(version.tests for version in scenario.answers):
        yield "Testing the answer on the other experiences is not known yet."


def _beyond(scenario: Scenario) -> Iterator[str]:
    if scenario.meta_dialogue is not None:
        yield "The dialogue about the dialogue can't be called yet."
    if any(getattr(given, name) is not None for given in scenario.evaluation for name in _MORE_ITEMS):
        yield "Of the evaluation, three items and the open word are answered; the longer form is not known yet."
    if scenario.follow_up is not None:
        yield "The follow-up after some weeks is not known yet."
