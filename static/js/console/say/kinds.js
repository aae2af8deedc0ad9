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

function statement(key) {
  return {
    key,
    name: () => kindName(key),
    hint: () => t("What was said … then tap what it rests on"),
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

export const TITLE = {
  key: "title",
  name: () => t("Title"),
  hint: () => t("Title of an experience that was told aloud"),
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
  hint: () => t("The answer … then tap what it rests on"),
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
  hint: () => t("Tap what is doubted … then write"),
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

const STATEMENTS = {};
const OTHERS = [SEAT, WORDING, TITLE, PROPOSAL, SENTENCE, ANSWER, RESERVATION, DISSENT, DOUBT];

// What a kind is called, also where it isn't written now.
export function nameOfKind(key) {
  const known = OTHERS.find((kind) => kind.key === key);
  return known ? known.name() : kindName(key);
}

// The kinds that this stage invites to, in the order of the selector.
export function kindsFor(view) {
  const { tasks, kinds, stage } = view.course;
  const found = [];
  if (stage === "opening") found.push(SEAT);
  if (tasks.word_question) found.push(WORDING);
  if (tasks.choose_experience) found.push(PROPOSAL);
  if (tasks.tell_experiences) found.push(TITLE);
  for (const key of Object.keys(kinds).sort((a, b) => kinds[a] - kinds[b])) {
    STATEMENTS[key] = STATEMENTS[key] || statement(key);
    found.push(STATEMENTS[key]);
  }
  if (tasks.write_narrative && view.narrative.experience) found.push(SENTENCE);
  if (tasks.word_answers) found.push(ANSWER);
  if (tasks.conclude && currentAnswer(view)) found.push(RESERVATION, DISSENT);
  if (tasks.doubt && Object.keys({ ...view.sentences, ...view.statements, ...view.answers }).length) found.push(DOUBT);
  return found;
}

// What is most likely said next: the narrative before statements, one core statement and judgement before reasons.
export function likely(view, found) {
  const has = (kind) => Object.values(view.statements).some((item) => item.kind === kind);
  const by = (key) => found.find((kind) => kind.key === key);
  const { stage } = view.course;
  if (stage === "opening" && !view.question.text) return by("wording") || found[0];
  if (stage === "narrative") return by("sentence") || found[0];
  if (stage === "judgement") return (["core_statement", "judgement"].filter((key) => !has(key)).map(by)[0] || by("reason")) || found[0];
  if (stage === "principles") return by("rule") || found[0];
  if (!["opening", "question", "experiences", "selection", "consensus"].includes(stage)) return by("doubt") || found[0];
  return found[0];
}
