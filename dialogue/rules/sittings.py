"""Deciding about the frame: options, sittings."""

from __future__ import annotations

from typing import assert_never

from dialogue.commands import EndSitting, SittingCommand, StartSitting, SwitchOption
from dialogue.events import Event, OptionSwitched, SittingEnded, SittingStarted
from dialogue.refusals import AlreadyAnswered, MetaInProgress, NotResting, OptionIsCentral, StageNotPlanned, WrongStage
from dialogue.rules.quiet import shown
from dialogue.state import Dialogue
from dialogue.state.sittings import FORMS
from dialogue.vocabulary import PlanOption, SeatId


def decide(state: Dialogue, command: SittingCommand, by: SeatId, fresh: str) -> tuple[Event, ...]:
    """Events of this family, or a refusal."""
    match command:
        case SwitchOption(option, on):
            return () if on == (option in state.options) else _switch(state, option, on)
        case EndSitting():
            return (*shown(state), SittingEnded(state.sitting))
        case StartSitting():
            if not state.resting:
                raise NotResting
            return (SittingStarted(state.sitting + 1),)
        case _:
            assert_never(command)


def _switch(state: Dialogue, option: PlanOption, on: bool) -> tuple[Event, ...]:
    if option in state.method.central:
        raise OptionIsCentral("option")
    if on and not state.method.offers(option):
        # No stage of this method has a place for what it would switch on.
        raise StageNotPlanned("option")
    if not on and option is state.here.needs:
        # The group is at the very stage that lives from it.
        raise WrongStage("option")
    if option in FORMS and state.evaluated:
        raise AlreadyAnswered("option")
    switched = (OptionSwitched(option, on),)
    if option is PlanOption.QUIET_WRITING and not on:
        if state.quiet and state.in_meta:
            # It would show what was written on the matter, which waits.
            raise MetaInProgress
        return (*shown(state), *switched)
    return switched
