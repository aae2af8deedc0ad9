/** A refusal as a sentence that says what can be done. Codes: dialogue/refusals.py and docs/protocol.md. */
import { t, tn } from "./i18n.js";

const SENTENCES = {
  not_allowed: () => t("That is not something this seat can do here. Ask your facilitator."),
  wrong_stage: () => t("The group has moved on to another stage. Raise your hand to bring it in."),
  dialogue_closed: () => t("The dialogue is closed, so nothing more is written. You can copy your text."),
  seat_gone: () => t("You have left this dialogue. To come back, join again with the code."),
  not_joined: () => t("You are not in this dialogue. Join again with the code."),
  unknown_seat: () => t("That person is not here any more. Choose someone else."),
  unknown_item: () => t("What this is about is no longer on the wall. Choose something else."),
  not_yours: () => t("Only the person who said it can change that."),
  writes_for_themselves: () => t("That person has a device and does this themselves."),
  empty: () => t("Nothing is written yet. Write something first."),
  bad_character: () => t("There are characters in it that nobody can read. Delete what looks odd, or type it again."),
  door_closed: () => t("Nobody can join at the moment. Ask your facilitator to open the door."),
  name_taken: () => t("Someone here already has that name, or one that looks the same. Choose another one."),
  name_reserved: () => t("That word names a role here. Choose another name."),
  room_full: () => t("There is no seat left. Tell your facilitator."),
  stage_not_planned: () => t("This dialogue's plan has no such stage."),
  already_there: () => t("The group is already at that stage."),
  no_question_yet: () => t("The question has to be worded first."),
  no_experience_chosen: () => t("The group has to choose an experience first."),
  already_chosen: () => t("The group has chosen this experience, so its title stays as it is."),
  marks_already_shown: () => t("The marks are shown to everyone and stay as they are. Say aloud what you would change."),
  narrator_not_asked: () => t("The group is no longer asking for this experience. There is nothing to answer."),
  kind_not_here: () => t("That kind of statement belongs to another stage."),
  rests_on_itself: () => t("A statement can't rest on itself, or on what rests on it. Take that link away."),
  not_a_link: () => t("The one no longer rests on the other, so there is no link to doubt. Doubt the statement itself."),
  doubt_is_closed: () => t("That doubt is settled already."),
  no_answer_yet: () => t("There is no answer on the wall yet."),
  answer_outdated: () => t("There is a newer wording of the answer. Read it, then say whether your words still fit."),
  doubts_are_open: () => t("A doubt is still open. Consensus means that no doubt is open."),
  remainders_stand: () => t("There are reservations or dissents on record that this outcome does not fit."),
  no_outcome_proposed: () => t("That outcome is no longer proposed. Look at what is proposed now."),
  outcome_is_settled: () => t("The outcome is settled."),
  outcome_not_settled: () => t("Settle the outcome first, then close the dialogue."),
  unknown_evaluation_item: () => t("One of these answers does not fit the form. Choose it again."),
  already_answered: () => t("You have answered already. Thank you."),
  cannot_undo: () => t("That can't be taken back any more."),
  built_upon: () => t("Others have built upon it, so it can't be taken away. Reword it instead."),
  hand_not_raised: () => t("That hand is down already."),
  bad_request: () => t("The server could not read that. Reload the page and send it again."),
  unknown_command: () => t("This page is older than the server. Reload the page and send it again."),
  idempotency_conflict: () => t("This was sent before in other words. Send it again as new."),
  too_big: () => t("That is too much at once. Make it shorter."),
  try_again: () => t("The server is busy. It is sent again by itself."),
  too_many: () => t("That was a lot at once. It is sent by itself in a moment."),
  server_error: () => t("Something went wrong on the server. It is sent again by itself."),
};

/** The sentence for an ack's `error` {code, message, limit}. */
export function sentenceFor(error) {
  if (error.code === "too_long" && error.limit) {
    return tn("It is too long: at most {n} character. Shorten it.", "It is too long: at most {n} characters. Shorten it.", error.limit);
  }
  if (error.code === "too_long") return t("It is too long. Shorten it.");
  const sentence = SENTENCES[error.code];
  return sentence ? sentence() : error.message || t("That was not accepted. Tell your facilitator.");
}
