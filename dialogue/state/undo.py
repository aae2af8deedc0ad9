"""Which events of the console can be taken back, and by which events.

An action remembers what it left behind (`result`); if that has changed since, it can't be taken back blindly. Where
its restoring events alone would leave a trace (a sentence marked as corrected, ready marks gone), it also remembers
what was before.
"""

from __future__ import annotations

from dataclasses import replace

from dialogue.events import (
    AnswerTested,
    AnswerWorded,
    ChairAssigned,
    ContentResumed,
    DoubtRaised,
    Event,
    ExperienceTold,
    FactAnswered,
    FactAsked,
    HeatedPointMarked,
    ItemParked,
    ItemRestored,
    ItemStruck,
    ItemUnparked,
    LinksSet,
    NarratorAsked,
    NarratorRequestTakenBack,
    OptionSwitched,
    OutcomeProposed,
    OutcomeTakenBack,
    PresenceMarked,
    QuestionChosen,
    QuestionWorded,
    RemainderVoiced,
    ScribeAssigned,
    SentenceCorrected,
    SentenceWritten,
    StageEntered,
    StatementReworded,
    StatementWritten,
    StrategyMarked,
)
from dialogue.state.items import Answer, Sentence, Statement
from dialogue.state.sittings import FORMS
from dialogue.state.whole import Action, Before, Dialogue
from dialogue.vocabulary import NOBODY, ItemId, Level, SeatId

KEPT_ACTIONS = 50
_AT_ONCE = frozenset({"doubt_raised", "remainder_voiced"})


def remember(before: Dialogue, after: Dialogue, event: Event) -> Dialogue:
    """The state after, knowing how to take the event back if it was an action of the console."""
    if before.restoring:
        left = before.restoring - 1
        return after.but(restoring=left) if left else _as_it_was(after.but(restoring=0), before.putting_back)
    undone = _restoring(before, event)
    if undone is None:
        return after
    name, item, restore, kind = undone
    first = _of_the_same_command(before, event)
    if first is not None:
        # One command did both (it worded the question and chose it); undoing takes back both.
        named = name if isinstance(event, FactAnswered) else first.name
        result = _trace(after, named, first.item)
        both = replace(first, name=named, result=result, restore=(*restore, *first.restore))
        return after.but(actions=(*after.actions[:-1], both))
    number = after.actions_taken + 1
    action = Action(number, name, item, _trace(after, name, item), restore, _was(before, event), kind)
    return after.but(actions=(*after.actions, action)[-KEPT_ACTIONS:], actions_taken=number)


def _of_the_same_command(state: Dialogue, event: Event) -> Action | None:
    """The action that this event belongs to, when the command before it brought both about."""
    last = state.actions[-1] if state.actions else None
    if last is None or last.item is None:
        return None
    match event:
        case QuestionChosen(wording) if wording == last.item and last.name == "question_worded":
            return last if state.seats[state.wordings[last.item].owner].facilitates else None
        case FactAnswered(answered_by=sentence) if sentence == last.item and last.name == "sentence_written":
            return last
        case _:
            return None


def _was(before: Dialogue, event: Event) -> Before:
    match event:
        case StageEntered():
            turns = {seat.id: (seat.ready, seat.heard) for seat in before.seats.values()}
            names = ("stage_since", "visited", "speaker", "round", "silence_until", "intervention")
            return Before(_fields(before, *names), turns=turns)
        case NarratorAsked():
            return Before(_fields(before, "asked", "why"))
        case OutcomeProposed() | AnswerWorded() | RemainderVoiced() | DoubtRaised():
            return Before(_fields(before, "outcome", "given"))
        case SentenceCorrected(item, _) | StatementReworded(item, _) | LinksSet(item, _):
            return Before(item=before.item(item))
        case _:
            return Before()


def _fields(state: Dialogue, *names: str) -> dict[str, object]:
    return {name: getattr(state, name) for name in names}


def _as_it_was(state: Dialogue, was: Before) -> Dialogue:
    """The state after the last restoring event, with what these events could not bring back."""
    if was.item is not None:
        state = state.with_item(was.item)
    if was.turns is not None:
        marks = {seat: was.turns.get(seat, (False, False)) for seat in state.seats}
        seats = {key: replace(seat, ready=marks[key][0], heard=marks[key][1]) for key, seat in state.seats.items()}
        state = state.but(seats=seats)
    if "outcome" not in was.fields or state.outcome is None:
        # An outcome proposed since stays; there is one at a time.
        state = state.but(**was.fields)
    if state.speaker is not None and state.seats[state.speaker].gone:
        state = state.but(speaker=None)
    if state.round is not None:
        # Whoever left meanwhile has no turn; a round that nobody is left for is over.
        state = state.but(round=tuple(seat for seat in state.round if not state.seats[seat].gone) or None)
    return state.but(putting_back=Before())


def still_as_left(state: Dialogue, action: Action) -> bool:
    """Whether nothing has happened since to what the action left behind.

    A doubt or a reservation that was entered for someone is theirs: a slip of the pen is taken back at once or not at
    all, so that no doubt can be silenced later.
    """
    if action.name in _AT_ONCE and action.number != state.actions[-1].number:
        return False
    left = _trace(state, action.name, action.item)
    return left is action.result or left == action.result


def _trace(state: Dialogue, name: str, item: ItemId | None) -> object:
    match name:
        case "stage_entered":
            return state.stage, state.stage_since
        case "heated_point_marked":
            return state.heated
        case "question_chosen":
            return state.question
        case "question_worded":
            return item is not None and state.item(item), state.question == item
        case "narrator_asked":
            return state.asked, state.chosen
        case "outcome_proposed":
            return state.outcome, item and state.item(item), dict(state.given)
        case "option_switched":
            return state.options
        case "strategy_marked":
            return state.level, state.strategy
        case "scribe_assigned":
            return state.scribe
        case "chair_assigned":
            return state.meta, state.meta and state.metas[state.meta].chair
        case "presence_marked":
            return item is not None and state.seats[SeatId(item)].absent  # a seat's id stands here
        case _:
            return state.item(item) if item else None


_Undone = tuple[str, ItemId | None, tuple[Event, ...], str | None]


def _restoring(before: Dialogue, event: Event) -> _Undone | None:
    """Name, item, restoring events and kind; None for what is not an action of the console or is irreversible."""
    match event:
        case StageEntered(stage, origin):
            return "stage_entered", None, (StageEntered(origin, stage),), stage.value
        case QuestionChosen():
            return "question_chosen", None, (QuestionChosen(before.question, before.question_why),), None
        case HeatedPointMarked():
            return "heated_point_marked", None, (HeatedPointMarked(before.heated),), None
        case NarratorAsked(experience, _):
            return "narrator_asked", experience, (NarratorRequestTakenBack(experience),), None
        case OutcomeProposed(outcome=outcome, kind=kind):
            return "outcome_proposed", outcome, (OutcomeTakenBack(outcome),), kind.value
        case PresenceMarked(seat, absent):
            return "presence_marked", ItemId(seat), (PresenceMarked(seat, not absent),), None
        case ItemParked(item):
            return "item_parked", item, (ItemUnparked(item),), None
        case ItemUnparked(item):
            return "item_unparked", item, (ItemParked(item),), None
        case ItemStruck(item):
            return "item_struck", item, (ItemRestored(item),), None
        case OptionSwitched(option, on):
            # A form of another length that this one took the place of comes back by being switched on.
            other = next((form for form in FORMS - {option} if on and option in FORMS and form in before.options), None)
            back = OptionSwitched(option, not on) if other is None else OptionSwitched(other, True)
            return "option_switched", None, (back,), option.value
        case StrategyMarked():
            back_to = StrategyMarked(before.strategy) if before.level is Level.STRATEGY else ContentResumed()
            return "strategy_marked", None, (back_to,), None
        case ScribeAssigned():
            return "scribe_assigned", None, (ScribeAssigned(before.scribe),), None
        case ChairAssigned(meta, _):
            return "chair_assigned", None, (ChairAssigned(meta, before.metas[meta].chair),), None
        case _:
            return _unwriting(before, event)


def _unwriting(before: Dialogue, event: Event) -> _Undone | None:
    """What the facilitators wrote themselves or for others is struck; people's own words are theirs to take back."""
    writer = before.seats.get(getattr(event, "writer", NOBODY))
    written = None if writer is None or not writer.facilitates else _written(before, event)
    if written is not None:
        return written
    match event:
        case SentenceCorrected(item, _):
            sentence = before.item(item)
            return _reworded("sentence_corrected", item, sentence)
        case StatementReworded(item, _):
            statement = before.item(item)
            return _reworded("statement_reworded", item, statement)
        case FactAnswered(clarification, answered_by) if _of_the_same_command(before, event) is not None:
            # What the narrator answered is the narrator's own.
            before_it = before.clarifications[clarification].answered_by
            return "fact_answered", answered_by, (FactAnswered(clarification, before_it),), None
        case LinksSet(item, _):
            linked = before.item(item)
            if isinstance(linked, Statement | Answer):
                return "links_set", item, (LinksSet(item, linked.rests_on),), None
            return None
        case _:
            return None


def _written(before: Dialogue, event: Event) -> _Undone | None:
    match event:
        case ExperienceTold(experience=item):
            return "experience_told", item, (ItemStruck(item),), None
        case SentenceWritten(sentence=item):
            return "sentence_written", item, (ItemStruck(item),), None
        case StatementWritten(statement=item, kind=kind):
            return "statement_written", item, (ItemStruck(item),), kind.value
        case AnswerWorded(answer=item):
            return "answer_worded", item, (ItemStruck(item),), None
        case QuestionWorded(wording=item):
            return "question_worded", item, (ItemStruck(item),), None
        case FactAsked(clarification=item):
            return "fact_asked", item, (ItemStruck(item),), None
        case DoubtRaised(doubt=item):
            return "doubt_raised", item, (ItemStruck(item),), None
        case RemainderVoiced(remainder=item, kind=remainder):
            return "remainder_voiced", item, (ItemStruck(item),), remainder.value
        case AnswerTested(test=item, answer=answer, experience=experience):
            # The test that this one took the place of stands again.
            pair = (answer, experience)
            before_it = (
                test.id for test in before.tests.values() if test.up and (test.answer, test.experience) == pair
            )
            return "answer_tested", item, (ItemStruck(item), *map(ItemRestored, before_it)), None
        case _:
            return None


def _reworded(name: str, item: ItemId, was: object) -> _Undone | None:
    match was:
        case Sentence(text=text):
            return name, item, (SentenceCorrected(item, text),), None
        case Statement(text=text):
            return name, item, (StatementReworded(item, text),), None
        case _:
            return None
