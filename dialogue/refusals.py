"""Why not: one class per reason. The code is stable; the sentence for it is made where people read it.

A temporary refusal may be asked again unchanged; a permanent one keeps the text with its author.
"""

from __future__ import annotations

from typing import ClassVar


class Refusal(Exception):
    """A command that can't be accepted now. `field` names the part at fault, `limit` a length in graphemes."""

    code: ClassVar[str]
    temporary: ClassVar[bool] = False

    def __init__(self, field: str | None = None, limit: int | None = None) -> None:
        super().__init__(self.code)
        self.field = field
        self.limit = limit


class NotAllowed(Refusal):
    """This role may not do that here."""

    code = "not_allowed"


class WrongStage(Refusal):
    """The group is at another stage."""

    code = "wrong_stage"


class Closed(Refusal):
    """The dialogue is closed; nothing more is written."""

    code = "dialogue_closed"


class SeatGone(Refusal):
    """This seat left or was removed."""

    code = "seat_gone"


class UnknownSeat(Refusal):
    """No such seat here."""

    code = "unknown_seat"


class UnknownItem(Refusal):
    """No such item here, or it no longer stands."""

    code = "unknown_item"


class NotYours(Refusal):
    """Only its owner may do that."""

    code = "not_yours"


class WritesForThemselves(Refusal):
    """That person has a device and writes for themselves."""

    code = "writes_for_themselves"


class TooLong(Refusal):
    """The text is longer than its limit."""

    code = "too_long"


class NothingWrittenYet(Refusal):
    """The text is empty."""

    code = "empty"


class BadCharacter(Refusal):
    """The text holds characters that no one can read (controls, direction overrides)."""

    code = "bad_character"


class DoorIsClosed(Refusal):
    """Nobody can join now."""

    code = "door_closed"


class BadHeadCount(Refusal):
    """So many people are in no room: between none and 1,100."""

    code = "bad_head_count"


class NameTaken(Refusal):
    """Someone here already has that pseudonym, or one that looks the same."""

    code = "name_taken"


class NameReserved(Refusal):
    """That word names a role of this room."""

    code = "name_reserved"


class RoomFull(Refusal):
    """No more seats."""

    code = "room_full"


class StageNotPlanned(Refusal):
    """The plan does not have that stage."""

    code = "stage_not_planned"


class AlreadyThere(Refusal):
    """The group is already at that stage."""

    code = "already_there"


class NoQuestionYet(Refusal):
    """The question has to be worded first."""

    code = "no_question_yet"


class NoExperienceChosen(Refusal):
    """An experience has to be chosen first."""

    code = "no_experience_chosen"


class AlreadyChosen(Refusal):
    """An experience is chosen; its title stays as the group chose it."""

    code = "already_chosen"


class MarksAlreadyShown(Refusal):
    """The marks were shown; they stay as they were."""

    code = "marks_already_shown"


class NarratorNotAsked(Refusal):
    """Nobody is being asked to narrate that experience."""

    code = "narrator_not_asked"


class KindNotHere(Refusal):
    """That kind of statement belongs to another stage."""

    code = "kind_not_here"


class RestsOnItself(Refusal):
    """A statement can't rest on itself, or on what rests on it."""

    code = "rests_on_itself"


class NotALink(Refusal):
    """The one does not rest on the other, so there is no link to doubt."""

    code = "not_a_link"


class DoubtIsClosed(Refusal):
    """That doubt is settled already."""

    code = "doubt_is_closed"


class NoAnswerYet(Refusal):
    """There is no answer to speak about."""

    code = "no_answer_yet"


class AnswerOutdated(Refusal):
    """There is a newer wording of the answer."""

    code = "answer_outdated"


class DoubtsAreOpen(Refusal):
    """Consensus means that no doubt is open."""

    code = "doubts_are_open"


class RemaindersStand(Refusal):
    """The outcome does not fit the reservations and dissents on record."""

    code = "remainders_stand"


class NoOutcomeProposed(Refusal):
    """No outcome is proposed."""

    code = "no_outcome_proposed"


class OutcomeIsSettled(Refusal):
    """The outcome is settled."""

    code = "outcome_is_settled"


class OutcomeNotSettled(Refusal):
    """The dialogue can't be closed before its outcome is settled."""

    code = "outcome_not_settled"


class NotReleasing(Refusal):
    """Nothing is laid before the group to leave the room."""

    code = "not_releasing"


class ReleaseIsOpen(Refusal):
    """What would leave the room lies before the group: it is released or taken back first."""

    code = "release_is_open"


class ObjectionsOpen(Refusal):
    """People still have time to object to what would leave the room."""

    code = "objections_open"


class BadDays(Refusal):
    """The time to object lasts between no day and seven."""

    code = "bad_days"


class UnknownEvaluationItem(Refusal):
    """The form has no such item, or not that value."""

    code = "unknown_evaluation_item"


class AlreadyAnswered(Refusal):
    """This person has answered the evaluation."""

    code = "already_answered"


class CannotUndo(Refusal):
    """That action can't be taken back any more."""

    code = "cannot_undo"


class BuiltUpon(Refusal):
    """Others built upon it; it can't be taken away."""

    code = "built_upon"


class HandNotRaised(Refusal):
    """That hand is not up."""

    code = "hand_not_raised"


class OptionOff(Refusal):
    """That option of the plan is switched off."""

    code = "option_off"


class OptionIsCentral(Refusal):
    """This method lives from that option; it stays on."""

    code = "option_is_central"


class MetaInProgress(Refusal):
    """The group talks about how it works together; the matter waits."""

    code = "meta_in_progress"
    temporary = True


class MetaAlreadyCalled(Refusal):
    """One call at a time: a meta-dialogue is called already."""

    code = "meta_already_called"


class NoMeta(Refusal):
    """No meta-dialogue goes on."""

    code = "no_meta"


class Resting(Refusal):
    """The group rests between two sittings."""

    code = "resting"


class NotResting(Refusal):
    """The sitting goes on."""

    code = "not_resting"


class MinutesDontFit(Refusal):
    """The planned minutes are more than the group has together."""

    code = "minutes_dont_fit"


class LeadsOthers(Refusal):
    """Who commands others here can neither facilitate, write for others, nor chair."""

    code = "leads_others"


class AlreadyQuiet(Refusal):
    """The group writes quietly already."""

    code = "already_quiet"


class NotQuiet(Refusal):
    """Nobody writes quietly."""

    code = "not_quiet"


class ClarificationAnswered(Refusal):
    """That question of fact is answered."""

    code = "clarification_answered"


class PointingAlreadyShown(Refusal):
    """What was pointed at was shown; it stays as it was."""

    code = "pointing_already_shown"


class PositionsAlreadyShown(Refusal):
    """The positions on this wording were shown; they stay as they were."""

    code = "positions_already_shown"


class NoPositionsYet(Refusal):
    """Nobody has taken a position."""

    code = "no_positions_yet"


class TestsItself(Refusal):
    """An answer is tested on the experiences it did not come from."""

    code = "tests_itself"


class MatterNotAsked(Refusal):
    """Counterexample or another matter is asked only where the answer does not hold."""

    code = "matter_not_asked"


class NoRound(Refusal):
    """No round goes on."""

    code = "no_round"


class NotYourTurn(Refusal):
    """That person has had a turn in this round."""

    code = "not_your_turn"


class NoSpeaker(Refusal):
    """Nobody has the word."""

    code = "no_speaker"


class BadSeconds(Refusal):
    """A silence lasts between 5 seconds and 10 minutes."""

    code = "bad_seconds"


class LeadNotOffered(Refusal):
    """The lead is not offered."""

    code = "lead_not_offered"


class LeadNotTaken(Refusal):
    """The lead was not taken from anyone."""

    code = "lead_not_taken"


class TooManySlips(Refusal):
    """More slips than a group needs."""

    code = "too_many_slips"


REFUSALS: dict[str, type[Refusal]] = {refusal.code: refusal for refusal in Refusal.__subclasses__()}
