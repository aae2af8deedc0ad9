"""A sentence for each refusal: what happened and what to do. English source; pages translate by it.

Screens word refusals by their code (static/js/codes.js); these sentences serve forms without JavaScript, the HTTP
interface and programs.
"""

from __future__ import annotations

from collections.abc import Mapping


def _(text: str) -> str:
    """Marks a sentence for the catalogue; it is translated where a person reads it."""
    return text


SENTENCES: Mapping[str, str] = {
    "not_allowed": _("Your role can't do that here. Ask the facilitator."),
    "wrong_stage": _("The group is at another step now. Your text is kept; you can say it aloud."),
    "dialogue_closed": _("This dialogue is closed. Nothing more is written."),
    "seat_gone": _("You have left this dialogue. Join again with the code."),
    "unknown_seat": _("That person is not in this dialogue. Choose someone from the list."),
    "unknown_item": _("That is no longer on the wall. Look again and choose another."),
    "not_yours": _("Only the person whose words these are can do that."),
    "writes_for_themselves": _("This person has a device of their own. Ask them to do it there."),
    "too_long": _("Please shorten it to {limit} characters. Nothing you wrote is lost."),
    "empty": _("Write something first."),
    "bad_character": _("There is a character in it that nobody could read. Remove it and send again."),
    "door_closed": _(
        "No dialogue can be joined with this code now. Ask whoever leads to open the door, or look at the code again."
    ),
    "bad_head_count": _("Count between none and 1,100 people."),
    "name_taken": _("Someone here already uses that name, or one that looks like it. Choose another."),
    "name_reserved": _("That word names a role in this room. Choose another name."),
    "room_full": _("All seats are taken. Ask the facilitator."),
    "stage_not_planned": _("This dialogue's plan does not have that step."),
    "already_there": _("The group is already at that step."),
    "no_question_yet": _("Word the question first; everything after it is about it."),
    "no_experience_chosen": _("Choose an experience first; its narrator agrees before it is written down."),
    "already_chosen": _("This experience was chosen; its title stays as the group chose it."),
    "marks_already_shown": _("The choices were shown and stay as they were."),
    "narrator_not_asked": _("Nobody is being asked to tell that experience."),
    "kind_not_here": _("That kind of statement belongs to another step."),
    "rests_on_itself": _("A statement can't rest on itself. Choose what stands below it."),
    "not_a_link": _("The one does not rest on the other, so there is no link to doubt."),
    "doubt_is_closed": _("That doubt is settled already."),
    "no_answer_yet": _("Write an answer first."),
    "answer_outdated": _("There is a newer wording of the answer. Read it, then say it about that one."),
    "doubts_are_open": _("A doubt is still open. Consensus means that none is; ask its raiser, or end it as open."),
    "remainders_stand": _("The reservations and dissents on record say otherwise. Choose the outcome that fits them."),
    "no_outcome_proposed": _("No outcome is proposed now."),
    "outcome_is_settled": _("The outcome is recorded already."),
    "outcome_not_settled": _("Record the proposed outcome first, or take it back."),
    "not_releasing": _("Nothing lies before the group to leave the room now."),
    "release_is_open": _("What may leave lies before the group already. Release it, or take it back first."),
    "objections_open": _("People can still object. It can be released once their time is over."),
    "bad_days": _("The time to object lasts between no day and seven."),
    "unknown_evaluation_item": _("The form does not have that item or that value."),
    "already_answered": _("This person has answered already. Thank you."),
    "cannot_undo": _("That can't be taken back any more: something has changed since."),
    "built_upon": _("Others have built upon it. Change what rests on it first."),
    "hand_not_raised": _("That hand is down already."),
    "option_off": _("That part is switched off in this dialogue. The facilitator can switch it on."),
    "option_is_central": _("This method lives from that part; it stays on."),
    "meta_in_progress": _(
        "The group is talking about how it works together. Your text is kept and can be sent when it goes on."
    ),
    "meta_already_called": _("A talk about how we work together is called already; one at a time."),
    "no_meta": _("Nobody is talking about how we work together just now."),
    "resting": _("The group rests until its next sitting. Your text is kept."),
    "not_resting": _("The sitting is going on already."),
    "minutes_dont_fit": _(
        "The steps together take longer than the time you have. Shorten a step, leave one out, or plan another sitting."
    ),
    "leads_others": _(
        "Someone who leads others in this group can't facilitate, write for others or chair here. "
        "Ask somebody who leads nobody here."
    ),
    "already_quiet": _("The group is writing quietly already."),
    "not_quiet": _("Nobody is writing quietly now."),
    "clarification_answered": _("That question is answered already; its answer stands in the narrative."),
    "pointing_already_shown": _("What people pointed at was shown and stays as it was."),
    "positions_already_shown": _(
        "The positions on this wording were shown. Say aloud what has changed, or propose another wording."
    ),
    "no_positions_yet": _("Nobody has taken a position yet."),
    "tests_itself": _("The answer came from this experience. Test it on another one."),
    "matter_not_asked": _("Counterexample or another matter is said only where the answer does not hold."),
    "no_round": _("No round is going on."),
    "not_your_turn": _("That person has had a turn in this round already."),
    "no_speaker": _("Nobody has the word just now."),
    "bad_seconds": _("Choose between 5 seconds and 10 minutes."),
    "lead_not_offered": _("The facilitator is here; the lead is not offered."),
    "lead_not_taken": _("Nobody waits to get the lead back."),
    "too_many_slips": _("Print at most 60 slips for one dialogue."),
    "try_again": _("It could not be written to disk just now. Your text is kept and sent again."),
    "idempotency_conflict": _("Something else was sent under the same number. Copy your text and write it anew."),
    "too_many": _("That was very much at once. Your text is kept and sent again in a moment."),
    "not_joined": _("You are not in this dialogue. Join with the code on the wall."),
    "covered": _("This computer is covered. Type the return code; your text is kept and sent then."),
    "server_error": _("Something went wrong on the server. Your text is kept and sent again."),
    "bad_request": _("The server could not read that. Reload the page; your text is kept."),
    "unknown_command": _("This page is older or newer than the server. Reload it; your text is kept."),
    "too_big": _("That is more than can be sent at once. Please shorten it."),
}


def sentence_for(code: str, limit: int | None = None) -> str:
    """The English sentence for a code."""
    return SENTENCES[code].format(limit=limit)
