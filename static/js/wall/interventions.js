/**
 * The ready interventions in words (method.md section 3). sessions/guidance/interventions.py has the same for paper;
 * a test compares the two.
 */
import { t } from "../i18n.js";

const WORDINGS = {
  one_sentence: () => t("Say that in one sentence."),
  which_sentence_shows_it: () => t("Which sentence shows it?"),
  who_can_repeat: () => t("Who can repeat what was just said?"),
  got_you_right: () => t("Did we get you right?"),
  which_question: () => t("Which question are we on?"),
  who_doubts: () => t("Who still doubts?"),
  facts_only: () => t("Only questions about facts now."),
  what_did_you_do: () => t("What did you do at that moment?"),
  where_was_the_moment: () => t("At which sentence is the decisive moment?"),
  how_does_this_rest: () => t("Who can say how this rests on that?"),
  what_holds_these_together: () => t("What one thought holds these together?"),
  same_or_other_matter: () => t("Is that a counterexample, or another matter?"),
  what_divides_us: () => t("What exactly divides us?"),
  say_it_positively: () => t("Can we say it positively?"),
  does_everyone_have_one: () => t("Does everyone here have an experience for this?"),
  own_experience: () => t("Were you there yourself?"),
  could_i_have_stood_there: () => t("Could I have stood there?"),
  stories_stay: () => t("Stories stay in this room; insights travel."),
  let_each_finish: () => t("One at a time: let each of us finish."),
  what_happened_next: () => t("What happened next?"),
  what_do_we_take_for_granted: () => t("What do we take for granted when we say that?"),
  does_it_hold_elsewhere: () => t("Does it hold for the other experiences?"),
  what_do_we_take_with_us: () => t("What do we take with us?"),
};

/** Every ready intervention; "own_words" is none, it brings the facilitator's own. */
export const INTERVENTIONS = Object.keys(WORDINGS);

/** What the wall says: the facilitator's own words where there are any. "" for a key that this screen doesn't know. */
export function interventionWords(key, text = "") {
  if (text) return text;
  return WORDINGS[key] ? WORDINGS[key]() : "";
}
