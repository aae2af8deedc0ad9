// What a tapped item invites to, by the collection it is in: [[label, [type, data] or function, look], …].
import { t } from "../i18n.js";
import { nameOf } from "./people.js";
import { may } from "./roles.js";
import { answerFact, edit } from "./say/editing.js";
import { choose } from "./say/send.js";

export const OWN = {
  sentences: written,
  statements: (desk, { id }) => {
    const may = desk.view.course.tasks.write_statements;
    return [...(may ? [[t("Reword"), () => edit(desk, "statements", id)], rests(desk, id)] : []), ...doubtIt(desk, id)];
  },
  answers: (desk, item) => (desk.view.course.tasks.word_answers
    ? [[t("New wording from this"), () => reuse(desk, "answer", item)], rests(desk, item.id), ...doubtIt(desk, item.id)]
    : doubtIt(desk, item.id)),
  doubts: (desk, { id, open }) => {
    const mine = desk.me.own[id];
    return mine && mine.for && open ? [[t("{name} says it is settled", { name: nameOf(desk.view, mine.for) }), ["close_doubt", { doubt: id }]]] : [];
  },
  experiences: (desk, { id }) => {
    const { tasks } = desk.view.course;
    const mine = desk.me.own[id];
    const found = [];
    if (desk.view.experiences[id].account) found.push([t("Read the account"), () => desk.open("account", null, id)]);
    if (tasks.choose_experience && may(desk, "ask_narrator") && desk.view.selection.chosen !== id) found.push([t("Propose this one …"), () => startWith(desk, "proposal", id)]);
    if (tasks.tell_experiences && mine && mine.for && desk.view.selection.chosen !== id) found.push([t("New title"), () => edit(desk, "experiences", id)]);
    return found;
  },
  wordings: (desk, item) => {
    if (!desk.view.course.tasks.word_question) return [];
    const reword = [t("Reword"), () => reuse(desk, "wording", item)];
    if (!may(desk, "choose_question")) return [reword];
    if (item.id === desk.view.question.wording) return [[t("Say why this one"), () => startWith(desk, "choice", item.id)], reword];
    return [[t("Work on this one"), ["choose_question", { wording: item.id }]], [t("… and say why"), () => startWith(desk, "choice", item.id)], reword];
  },
  kept: () => [],
  clarifications: (desk, item) => (desk.view.course.tasks.write_narrative && !item.answered_by ? [[t("Answer"), () => answerFact(desk, item.id)]] : []),
  tests: () => [],
};

function written(desk, { id, label, approved }) {
  const { tasks } = desk.view.course;
  const heated = desk.view.narrative.heated === id;
  const found = [
    [t("Insert after {n}", { n: label }), () => insert(desk, id)],
    [t("Correct"), () => edit(desk, "sentences", id)],
    ...(desk.me.narrates && !approved ? [[t("The narrator approves it"), ["approve_narrative", { sentences: [id] }]]] : []),
    [t("Ask for a fact"), () => startWith(desk, "fact", id)],
    [heated ? t("Not the heated point") : t("Heated point"), ["mark_heated_point", { sentence: heated ? null : id }]],
  ];
  return [...(tasks.write_narrative ? found : []), ...doubtIt(desk, id)];
}

function doubtIt(desk, id) {
  if (!desk.view.course.tasks.doubt) return [];
  return [[t("Someone doubts it"), () => startWith(desk, "doubt", id)]];
}

// The line as this kind, about the tapped item.
function startWith(desk, kind, id) {
  choose(desk, kind);
  desk.picks = new Set([id]);
  desk.write({ at: null });
  desk.toLine();
}

function insert(desk, id) {
  choose(desk, "sentence");
  desk.picks = new Set();
  desk.write({ after: id, at: null });
  desk.toLine();
}

// Present words as a start for a new version.
function reuse(desk, kind, item) {
  choose(desk, kind);
  desk.picks = new Set(Object.keys(item.rests_on || {}));
  desk.write({ text: item.text, at: null });
  desk.toLine();
}

const rests = (desk, id) => [t("Rests on …"), () => {
  const { rests_on: links } = desk.view.statements[id] || desk.view.answers[id];
  desk.picks = new Set(Object.keys(links));
  desk.write({ at: null });
  desk.set({ linking: id });
}];
