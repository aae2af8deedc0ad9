// Which kinds the one input line offers now, and which of them is most likely said next.
import { kindName } from "../../wall/names.js";
import { currentAnswer } from "../../wall/reading.js";
import { inMeta, may, waits } from "../roles.js";
import {
  ANSWER, CHOICE, CHOICE_REASON, DISSENT, DOUBT, FACT, META_NOTE, ON_THE_WALL, PROPOSAL, RESERVATION, SEAT, SENTENCE, STRATEGY,
  TITLE, WORDING, statement,
} from "./kinds.js";

const STATEMENTS = {};
const OTHERS = [
  SEAT, WORDING, CHOICE, TITLE, PROPOSAL, CHOICE_REASON, SENTENCE, FACT, ANSWER, RESERVATION, DISSENT, DOUBT, STRATEGY, ON_THE_WALL,
  META_NOTE,
];

// What a kind is called, also where it isn't written now.
export function nameOfKind(key) {
  const known = OTHERS.find((kind) => kind.key === key);
  return known ? known.name() : kindName(key);
}

// The kinds that this stage invites to, in the order of the selector.
export function kindsFor(desk) {
  const { view } = desk;
  const { tasks, kinds, stage, closed } = view.course;
  const found = [];
  if (closed) return found;
  if (inMeta(view)) return [META_NOTE];
  if (stage === "opening") found.push(SEAT);
  if (waits(view)) return found;
  if (tasks.word_question) found.push(WORDING);
  if (tasks.word_question && Object.keys(view.wordings).length && may(desk, "choose_question")) found.push(CHOICE);
  if (tasks.choose_experience && may(desk, "ask_narrator")) found.push(PROPOSAL);
  if (tasks.choose_experience && !view.selection.shown && Object.keys(view.experiences).length) found.push(CHOICE_REASON);
  if (tasks.tell_experiences) found.push(TITLE);
  for (const key of Object.keys(kinds).sort((a, b) => kinds[a] - kinds[b])) {
    STATEMENTS[key] = STATEMENTS[key] || statement(key);
    found.push(STATEMENTS[key]);
  }
  if (tasks.write_narrative && view.narrative.experience) found.push(SENTENCE, FACT);
  if (tasks.word_answers) found.push(ANSWER);
  if (tasks.conclude && currentAnswer(view)) found.push(RESERVATION, DISSENT);
  if (tasks.doubt && Object.keys({ ...view.sentences, ...view.statements, ...view.answers }).length) found.push(DOUBT);
  if (stage !== "opening" && !tasks.evaluate && may(desk, "mark_strategy")) found.push(STRATEGY);
  if (stage !== "opening" && may(desk, "show_intervention")) found.push(ON_THE_WALL);
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
  if (stage === "selection") return by("proposal") || by("title") || found[0];
  if (!["opening", "question", "experiences", "consensus"].includes(stage)) return by("doubt") || found[0];
  return found[0];
}
