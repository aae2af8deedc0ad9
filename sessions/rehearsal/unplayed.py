"""What a scenario brings that this version has no place for: named in sentences, never dropped in silence."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue.vocabulary import PlanOption
from sessions.rehearsal.scenario import Part, Scenario
from sessions.rehearsal.steps import plan_of


def unplayed(scenario: Scenario) -> Iterator[str]:
    """A sentence for each thing that is left out or played as something else."""
    yield from _plan(scenario)
    yield from _people(scenario)
    if scenario.follow_up is not None:
        yield "The follow-up after some weeks, which is a meeting of its own."


def _plan(scenario: Scenario) -> Iterator[str]:
    method, minutes = plan_of(scenario)
    if scenario.method != method:
        yield f"The method {scenario.method} is not known: played as {method}."
    if scenario.minutes != minutes:
        yield f"The plan of {scenario.minutes} minutes is not known: played with the plan of {minutes}."
    missing = sorted(set(scenario.plan_options) - {option.value for option in PlanOption})
    if missing:
        yield f"Options of the plan that are not known yet: {', '.join(missing)}."


def _people(scenario: Scenario) -> Iterator[str]:
    watching = [*scenario.in_part(Part.CO_FACILITATOR), *scenario.in_part(Part.OBSERVER)]
    silent = [person.pseudonym for person in watching if not person.device]
    if silent:
        yield f"Whoever helps or observes without a device has no seat: {', '.join(silent)}."
    group = {person.key for person in scenario.in_part(Part.PARTICIPANT)}
    unasked = sorted(group - set(scenario.outcome.confirmed_by))
    if unasked:
        yield f"{len(unasked)} of the group do not confirm the outcome in the scenario; the group then leaves it open."
