// What the one input line can write, each kind as data. `command(desk, text, picks)` gives [type, data], or a sentence
// (a string) that says what is missing.
//   who: "optional" (said by someone, or nobody in particular), "needed" (somebody's own words), absent (nobody's)
//   picks: "rests" (any number of supports), "about" (one thing, or one and what it rests on), "one", absent
import { t } from "../../i18n.js";
import { LIMITS } from "../../texts.js";
import { kindName } from "../../wall/names.js";
import { currentAnswer } from "../../wall/reading.js";

const owned = (desk, data) => (desk.line.by ? { ...data, owner: desk.line.by } : data);
const list = (picks) => Array.from(picks);

export function statement(key) {
  return {
    key,
    name: () => kindName(key),
    hint: () => t("Said … tap what it rests on"),
    limit: LIMITS.statement,
    who: "optional",
    picks: "rests",
    command: (desk, text, picks) => ["write_statement", owned(desk, { kind: key, text, rests_on: list(picks) })],
  };
}

function remainder(key, name, hint) {
  return {
    key,
    name,
    hint,
    limit: LIMITS.comment,
    who: "needed",
    command: (desk, text) => ["voice_remainder", owned(desk, { kind: key, answer: currentAnswer(desk.view).id, text })],
  };
}

export const SEAT = {
  key: "seat",
  name: () => t("Seat someone"),
  hint: () => t("Name for someone without a device"),
  limit: LIMITS.pseudonym,
  command: (desk, text) => ["seat_someone", { pseudonym: text }],
};

export const WORDING = {
  key: "wording",
  name: () => t("Question"),
  hint: () => t("The question, in one short sentence"),
  limit: LIMITS.question,
  who: "optional",
  command: (desk, text) => ["word_question", owned(desk, { text })],
};

export const CHOICE = {
  key: "choice",
  name: () => t("Choose"),
  hint: (desk) => (desk.picks.size ? t("Why this wording? Enter takes it") : t("Tap a wording, then say why this one")),
  limit: LIMITS.reason,
  picks: "one",
  mayBeEmpty: true,
  command: (desk, text, picks) => {
    const wording = list(picks).find((id) => desk.view.wordings[id]);
    if (!wording) return t("Tap the wording that the group chooses.");
    return ["choose_question", text ? { wording, why: text } : { wording }];
  },
};

export const TITLE = {
  key: "title",
  name: () => t("Title"),
  hint: () => t("Title of an experience told aloud"),
  limit: LIMITS.title,
  who: "needed",
  command: (desk, text) => ["tell_experience", owned(desk, { title: text })],
};

export const PROPOSAL = {
  key: "proposal",
  name: () => t("Propose"),
  hint: (desk) => (desk.picks.size ? t("Why this one? Enter asks its teller") : t("Tap a title, then say why this one")),
  limit: LIMITS.reason,
  picks: "one",
  mayBeEmpty: true,
  command: (desk, text, picks) => {
    const [experience] = list(picks);
    if (!experience) return t("Tap the title that the group proposes.");
    return ["ask_narrator", text ? { experience, why: text } : { experience }];
  },
};

export const CHOICE_REASON = {
  key: "choice_reason",
  name: () => t("Reason for one"),
  hint: () => t("Tap a title, then write why they could put themselves into it"),
  limit: LIMITS.reason,
  who: "needed",
  picks: "one",
  command: (desk, text, picks) => {
    const experience = list(picks).find((id) => desk.view.experiences[id]);
    return experience ? ["give_choice_reason", owned(desk, { experience, text })] : t("Tap the title that the reason is for.");
  },
};

export const FACT = {
  key: "fact",
  name: () => t("Question of fact"),
  hint: () => t("What the narrator is asked … tap a sentence if it is about one"),
  limit: LIMITS.question,
  who: "optional",
  picks: "one",
  command: (desk, text, picks) => {
    const about = list(picks).find((id) => desk.view.sentences[id]);
    return ["ask_fact", owned(desk, about ? { text, about } : { text })];
  },
};

export const STRATEGY = {
  key: "strategy",
  name: () => t("Which way next"),
  hint: () => t("What the group turns to next, and why"),
  limit: LIMITS.statement,
  command: (desk, text) => ["mark_strategy", { text }],
};

export const ON_THE_WALL = {
  key: "on_the_wall",
  name: () => t("On the wall"),
  hint: () => t("Your own words, shown on the wall until you take them away"),
  limit: LIMITS.question,
  command: (desk, text) => ["show_intervention", { key: "own_words", text }],
};

export const META_NOTE = {
  key: "meta_note",
  name: () => t("Note"),
  hint: () => t("What was said about how we work together"),
  limit: LIMITS.comment,
  command: (desk, text) => ["write_meta_note", { text }],
};

export const SENTENCE = {
  key: "sentence",
  name: () => t("Sentence"),
  hint: () => t("The next sentence, in the narrator's words"),
  limit: LIMITS.sentence,
  command: (desk, text) => ["write_sentence", desk.line.after ? { text, after: desk.line.after } : { text }],
};

export const ANSWER = {
  key: "answer",
  name: () => t("Answer"),
  hint: () => t("Answer … tap what it rests on"),
  limit: LIMITS.answer,
  who: "optional",
  picks: "rests",
  command: (desk, text, picks) => ["word_answer", owned(desk, { text, rests_on: list(picks) })],
};

export const RESERVATION = remainder("reservation", () => t("Reservation"), () => t("What this person keeps beside the answer"));
export const DISSENT = remainder("dissent", () => t("Dissent"), () => t("Why this person can't carry the answer"));

export const DOUBT = {
  key: "doubt",
  name: () => t("Doubt"),
  hint: (desk) => (desk.picks.size ? t("The doubt … tap what it rests on if the link is meant") : t("Tap what is doubted … then write")),
  limit: LIMITS.doubt,
  who: "needed",
  picks: "about",
  command: (desk, text, picks) => {
    const target = doubted(desk.view, list(picks));
    if (!target) return t("Tap the sentence, statement or answer that is doubted.");
    return ["raise_doubt", owned(desk, { ...target, text })];
  },
};

// One thing, or a thing and one of those it rests on: then the link between them is doubted.
function doubted(view, picked) {
  const holder = (id) => view.statements[id] || view.answers[id];
  const known = picked.filter((id) => holder(id) || view.sentences[id]);
  if (known.length === 2) {
    for (const [about, link] of [known, known.slice().reverse()]) {
      if (holder(about) && holder(about).rests_on[link]) return { about, link };
    }
  }
  if (known.length) return { about: known[known.length - 1] };
  const answer = currentAnswer(view);
  return answer ? { about: answer.id } : null;
}
