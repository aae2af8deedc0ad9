"""A talk about how the group works together, called by somebody who is named or is not (method.md section 3)."""

from __future__ import annotations

from collections.abc import Iterator

from sessions.rehearsal.scenario import Meta, Part, Scenario
from sessions.rehearsal.steps import Asks, Hands, Step


def talk(called: Meta, scenario: Scenario, hands: Hands) -> Iterator[Step]:
    """It is called while somebody else speaks, begins when that person has finished, and ends with what changes."""
    group = (person.key for person in scenario.in_part(Part.PARTICIPANT))
    speaker = next((key for key in group if key != called.called_by), None)
    if speaker is not None:
        yield from hands.gets_the_word(speaker)
    if called.anonymous:
        yield hands.for_owner(called.called_by, "call_meta", {"named": False})
    else:
        yield hands.own(called.called_by, "call_meta", {"named": True})
    if speaker is not None:
        yield hands.for_owner(speaker, "end_turn", {})
    for note in called.notes:
        yield Asks(hands.lead, "write_meta_note", {"text": note})
    yield Asks(hands.lead, "end_meta", {"what_we_change": called.what_we_change})
