"""Which events of the console can be taken back, and by which events.

An action remembers what it left behind (`result`); if that has changed since, it can't be taken back blindly. Where
its restoring events alone would leave a trace (a sentence marked as corrected, ready marks gone), it also remembers
what was before.
"""

from __future__ import annotations

from dataclasses import replace

from dialogue.events import (
    AnswerWorded,
    Event,
    ExperienceTold,
    HeatedPointMarked,
    ItemParked,
    ItemRestored,
    ItemStruck,
    ItemUnparked,
    LinksSet,
    NarratorAsked,
    NarratorRequestTakenBack,
    OutcomeProposed,
    OutcomeTakenBack,
    PresenceMarked,
    QuestionChosen,
    QuestionWorded,
    SentenceCorrected,
    SentenceWritten,
    StageEntered,
    StatementReworded,
    StatementWritten,
)
from dialogue.state.items import Answer, Sentence, Statement
from dialogue.state.whole import Action, Before, Dialogue
from dialogue.vocabulary import ItemId, SeatId

KEPT_ACTIONS = 50


def remember(before: Dialogue, after: Dialogue, event: Event) -> Dialogue:
    """The state after, knowing how to take the event back if it was an action of the console."""
    if before.restoring:
        left = before.restoring - 1
        return after.but(restoring=left) if left else _as_it_was(after.but(restoring=0), before.putting_back)
    undone = _restoring(before, event)
    if undone is None:
        return after
    name, item, restore, kind = undone
    if isinstance(event, QuestionChosen) and _worded_just_now(before, event):
        # One command worded the question and chose it; undoing takes back both.
        worded = before.actions[-1]
        result = _trace(after, worded.name, worded.item)
        both = replace(worded, result=result, restore=(*worded.restore, *restore))
        return after.but(actions=(*after.actions[:-1], both))
    number = after.actions_taken + 1
    action = Action(number, name, item, _trace(after, name, item), restore, _was(before, event), kind)
    return after.but(actions=(*after.actions, action)[-KEPT_ACTIONS:], actions_taken=number)


def _worded_just_now(state: Dialogue, event: QuestionChosen) -> bool:
    last = state.actions[-1] if state.actions else None
    if last is None or last.name != "question_worded" or last.item != event.wording or event.wording is None:
        return False
    return state.wordings[event.wording].owner == state.facilitator


def _was(before: Dialogue, event: Event) -> Before:
    match event:
        case StageEntered():
            turns = {seat.id: (seat.ready, seat.heard) for seat in before.seats.values()}
            return Before(_fields(before, "stage_since", "visited", "speaker"), turns=turns)
        case NarratorAsked():
            return Before(_fields(before, "asked", "why"))
        case OutcomeProposed() | AnswerWorded():
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
    return state.but(putting_back=Before())


def still_as_left(state: Dialogue, action: Action) -> bool:
    """Whether nothing has happened since to what the action left behind."""
    return _trace(state, action.name, action.item) == action.result


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
            return "question_chosen", None, (QuestionChosen(before.question),), None
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
        case _:
            return _unwriting(before, event)


def _unwriting(before: Dialogue, event: Event) -> _Undone | None:
    facilitator = before.facilitator
    match event:
        case ExperienceTold(experience=item, writer=writer) if writer == facilitator:
            return "experience_told", item, (ItemStruck(item),), None
        case SentenceWritten(sentence=item, writer=writer) if writer == facilitator:
            return "sentence_written", item, (ItemStruck(item),), None
        case StatementWritten(statement=item, writer=writer, kind=kind) if writer == facilitator:
            return "statement_written", item, (ItemStruck(item),), kind.value
        case AnswerWorded(answer=item, writer=writer) if writer == facilitator:
            return "answer_worded", item, (ItemStruck(item),), None
        case QuestionWorded(wording=item, writer=writer) if writer == facilitator:
            return "question_worded", item, (ItemStruck(item),), None
        case SentenceCorrected(item, _):
            sentence = before.item(item)
            return _reworded("sentence_corrected", item, sentence)
        case StatementReworded(item, _):
            statement = before.item(item)
            return _reworded("statement_reworded", item, statement)
        case LinksSet(item, _):
            linked = before.item(item)
            if isinstance(linked, Statement | Answer):
                return "links_set", item, (LinksSet(item, linked.rests_on),), None
            return None
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
