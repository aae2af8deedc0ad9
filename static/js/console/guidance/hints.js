/**
 * What the coach notices, in words (dialogue/coach/hint.py). A facilitator's view carries
 * keys only, in leading.coach: {c0: {key, item, n}, …}.
 * A hint may quote what somebody said; that part stands apart from the tool's own words, for it has its own language.
 */
import { t, tn } from "../../i18n.js";
import { labels } from "../../wall/reading.js";

const HERE = "\u0000"; // where the quoted words go

// A sentence around words that somebody said.
function around(sentence, words) {
  const [before, after] = sentence.split(HERE);
  return { before, words, after: after || "" };
}

const plain = (sentence) => ({ before: sentence, words: "", after: "" });
const item = (collection, id) => (collection || {})[id] || null;

// Each gives {before, words, after, say} or null when what it is about is not on this screen. say: an intervention.
const HINTS = {
  not_heard_yet: (view, { n }) => ({
    ...plain(tn("{n} person has not been heard in this step. Leave a pause, or go round.", "{n} people have not been heard in this step. Leave a pause, or go round.", n)),
    say: null,
  }),
  not_everyone_has_one: (view, { n }) => ({
    ...plain(tn("{n} person has not said that they have an experience for this question. Ask before you go on.", "{n} people have not said that they have an experience for this question. Ask before you go on.", n)),
    say: "does_everyone_have_one",
  }),
  fact_unanswered: (view, hint) => {
    const asked = item(view.clarifications, hint.item);
    if (!asked) return null;
    return { ...around(t("A question of fact waits for the narrator: “{words}”", { words: HERE }), asked.text), say: "facts_only" };
  },
  not_approved: (view, { n }) => ({
    ...plain(tn("{n} sentence is not approved yet. Read it aloud and ask the narrator.", "{n} sentences are not approved yet. Read them aloud and ask the narrator.", n)),
    say: "got_you_right",
  }),
  no_heated_point: () => ({
    ...plain(t("No heated point is marked. Ask the group at which sentence the decisive moment is, and tap it.")),
    say: "where_was_the_moment",
  }),
  rests_on_nothing: (view, hint) => {
    const name = labels(view)[hint.item];
    return name ? { ...plain(t("{name} rests on nothing yet. Ask what shows it.", { name })), say: "which_sentence_shows_it" } : null;
  },
  clauses_pile_up: (view, hint) => {
    const name = labels(view)[hint.item];
    return name ? { ...plain(t("{name} says many things at once. Ask for the one thought in it.", { name })), say: "what_holds_these_together" } : null;
  },
  doubt_open: (view, hint) => {
    const doubt = item(view.doubts, hint.item);
    if (!doubt) return null;
    return { ...around(t("A doubt is open: “{words}” Ask what would settle it.", { words: HERE }), doubt.text), say: "who_can_repeat" };
  },
  counterexample_stands: (view, hint) => {
    const told = item(view.experiences, hint.item);
    if (!told) return null;
    const sentence = t("Experience {n}, “{words}”, speaks against the answer. Reopen the wording.", { n: told.number, words: HERE });
    return { ...around(sentence, told.text), say: "one_sentence" };
  },
  test_again: (view, hint) => {
    const told = item(view.experiences, hint.item);
    if (!told) return null;
    const sentence = t("Experience {n}, “{words}”, did not fit an earlier wording. Ask whether it fits this one.", { n: told.number, words: HERE });
    return { ...around(sentence, told.text), say: "does_it_hold_elsewhere" };
  },
  test_missing: (view, hint) => {
    const told = item(view.experiences, hint.item);
    if (!told) return null;
    const sentence = t("This wording is not tested yet on experience {n}, “{words}”.", { n: told.number, words: HERE });
    return { ...around(sentence, told.text), say: "does_it_hold_elsewhere" };
  },
  not_asked_aloud: () => ({
    ...plain(t("Nobody was asked aloud about this wording yet. Ask, wait, and look at everyone.")),
    say: "who_doubts",
  }),
};

/** Keys that this screen has words for. */
export const HINT_KEYS = Object.keys(HINTS);

/** The coach's hints in their order: [{key, before, words, after, say}]. What this screen can't word is left out. */
export function hintsIn(view) {
  const coach = (view.leading || {}).coach || {};
  return Object.keys(coach)
    .sort()
    .map((place) => {
      const hint = coach[place];
      const worded = HINTS[hint.key] ? HINTS[hint.key](view, hint) : null;
      return worded ? { key: hint.key, ...worded } : null;
    })
    .filter(Boolean);
}
