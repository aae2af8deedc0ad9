// What can be done with the item that was tapped: a strip of buttons above the input line, so that nothing on the wall
// is covered and the next sentence can be tapped as well.
import { html, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../i18n.js";
import { keptName } from "../wall/names.js";
import { labels } from "../wall/reading.js";
import { focusSoon } from "./desk.js";
import { nameOf } from "./people.js";
import { button, iconButton, said } from "./parts.js";
import { edit } from "./say/editing.js";
import { choose, kindNow } from "./say/send.js";

const COLLECTIONS = ["sentences", "statements", "answers", "doubts", "experiences", "wordings", "kept"];

export function find(view, id) {
  const collection = COLLECTIONS.find((name) => view[name] && view[name][id]);
  return collection ? { ...view[collection][id], id, collection } : null;
}

// A tap picks for the line; while nothing is written it also opens the strip.
export function pick(desk, id) {
  if (desk.linking) {
    toggle(desk, id, true);
    return;
  }
  const { kind } = kindNow(desk);
  const several = kind && (kind.picks === "rests" || kind.picks === "about");
  const was = desk.picks.has(id);
  toggle(desk, id, several && linkable(desk.view, id));
  desk.write({ at: was || desk.line.text.trim() ? null : id, problem: "" });
}

export const tapped = (desk) => (id) => pick(desk, id);

const linkable = (view, id) => Boolean(view.sentences[id] || view.statements[id] || view.answers[id] || view.experiences[id]);

function toggle(desk, id, several) {
  const picks = new Set(several ? Array.from(desk.picks).filter((one) => linkable(desk.view, one)) : []);
  if (desk.picks.has(id)) picks.delete(id);
  else picks.add(id);
  desk.set({ picks });
}

// The strip for an item whatever is in the line: right click, long press.
export function openStrip(desk, id) {
  desk.picks.add(id);
  desk.write({ at: id });
  focusSoon(".strip button");
}

export function strip(desk) {
  if (desk.linking) return linking(desk);
  const item = desk.line.at && find(desk.view, desk.line.at);
  if (!item || desk.line.editing) return nothing;
  const label = item.collection === "doubts" ? t("Doubt") : item.collection === "kept" ? keptName(item.kind) : labels(desk.view)[item.id] || item.number;
  return html`<div class="strip" role="group" aria-label=${t("What to do with {n}", { n: label })}>
    <p class="strip-item"><span class="num">${label}</span> ${said(item.text, desk.view.about.language, 48)}</p>
    <div class="row">
      ${actions(desk, item).map(([name, act, look]) => button(name, act, `small ${look || ""}`))}
      ${iconButton("x", t("Close"), () => desk.unpick())}
    </div>
  </div>`;
}

function actions(desk, item) {
  const own = OWN[item.collection](desk, item);
  const act = (type, data) => () => {
    desk.ask(type, data);
    desk.unpick();
  };
  if (desk.view.course.closed) return [];
  const found = own.map(([name, what, look]) => [name, Array.isArray(what) ? act(...what) : what, look]);
  const mine = desk.me.own[item.id];
  if (mine && mine.for) found.push([t("Withdraw for {name}", { name: nameOf(desk.view, mine.for) }), () => withdraw(desk, item.id, mine.for), "grave"]);
  found.push([t("Strike out"), act("strike_item", { item: item.id })], [t("Stop and park"), act("park_item", { item: item.id })]);
  return found;
}

export function withdraw(desk, id, seat) {
  desk.askFirst({
    text: t("Withdraw this for {name}? Its words are removed for good.", { name: nameOf(desk.view, seat) }),
    yes: t("Withdraw"),
    grave: true,
    act: () => {
      desk.ask("withdraw_item", { item: id });
      desk.unpick();
    },
  });
}

const OWN = {
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
    if (tasks.choose_experience && desk.view.selection.chosen !== id) found.push([t("Propose this one"), () => propose(desk, id)]);
    if (tasks.tell_experiences && mine && mine.for && desk.view.selection.chosen !== id) found.push([t("New title"), () => edit(desk, "experiences", id)]);
    return found;
  },
  wordings: (desk, item) => {
    if (!desk.view.course.tasks.word_question) return [];
    const reword = [t("Reword"), () => reuse(desk, "wording", item)];
    return item.id === desk.view.question.wording ? [reword] : [[t("Work on this one"), ["choose_question", { wording: item.id }]], reword];
  },
  kept: () => [],
};

function written(desk, { id, label }) {
  const { tasks } = desk.view.course;
  const heated = desk.view.narrative.heated === id;
  const found = [
    [t("Insert after {n}", { n: label }), () => insert(desk, id)],
    [t("Correct"), () => edit(desk, "sentences", id)],
    [heated ? t("Not the heated point") : t("Heated point"), ["mark_heated_point", { sentence: heated ? null : id }]],
  ];
  return [...(tasks.write_narrative ? found : []), ...doubtIt(desk, id)];
}

function doubtIt(desk, id) {
  if (!desk.view.course.tasks.doubt) return [];
  return [[t("Someone doubts it"), () => {
    choose(desk, "doubt");
    desk.picks = new Set([id]);
    desk.write({ at: null });
    desk.toLine();
  }]];
}

function insert(desk, id) {
  choose(desk, "sentence");
  desk.picks = new Set();
  desk.write({ after: id, at: null });
  desk.toLine();
}

function propose(desk, id) {
  choose(desk, "proposal");
  desk.picks = new Set([id]);
  desk.write({ at: null });
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
  const { rests_on: links } = find(desk.view, id);
  desk.picks = new Set(Object.keys(links));
  desk.write({ at: null });
  desk.set({ linking: id });
}];

function linking(desk) {
  const item = find(desk.view, desk.linking);
  const away = () => desk.set({ linking: null, picks: new Set() });
  if (!item) return nothing;
  const done = () => {
    desk.ask("set_links", { item: desk.linking, rests_on: Array.from(desk.picks).filter((id) => id !== desk.linking) });
    away();
  };
  return html`<div class="strip" role="group" aria-label=${t("What it rests on")}>
    <p class="strip-item">
      ${t("Tap what it rests on:")} ${said(item.text, desk.view.about.language, 48)}
    </p>
    <div class="row">${button(t("Set"), done, "small")} ${button(t("Leave it"), away, "small quiet")}</div>
  </div>`;
}
