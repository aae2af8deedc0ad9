// What can be done with the item that was tapped: a strip of buttons above the input line, so that nothing on the wall
// is covered and the next sentence can be tapped as well.
import { html, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../i18n.js";
import { keptName } from "../wall/names.js";
import { labels } from "../wall/reading.js";
import { OWN } from "./actions.js";
import { focusSoon } from "./desk.js";
import { nameOf } from "./people.js";
import { button, iconButton, said } from "./parts.js";
import { inMeta, may } from "./roles.js";
import { kindNow } from "./say/send.js";

const COLLECTIONS = ["sentences", "statements", "answers", "doubts", "experiences", "wordings", "kept", "clarifications", "tests"];

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
  const { editing } = desk.line;
  if (editing && editing.collection === "clarifications" && desk.view.sentences[id]) {
    desk.write({ after: desk.line.after === id ? null : id });
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
  const label = NAMES[item.collection] ? NAMES[item.collection](item) : labels(desk.view)[item.id] || item.number;
  return html`<div class="strip" role="group" aria-label=${t("What to do with {n}", { n: label })}>
    <p class="strip-item"><span class="num">${label}</span> ${said(item.text, desk.view.about.language, 48)}</p>
    <div class="row">
      ${actions(desk, item).map(([name, act, look]) => button(name, act, `small ${look || ""}`))}
      ${iconButton("x", t("Close"), () => desk.unpick())}
    </div>
  </div>`;
}

const NAMES = {
  doubts: () => t("Doubt"),
  kept: ({ kind }) => keptName(kind),
  clarifications: () => t("Question of fact"),
  tests: () => t("Test"),
};

function actions(desk, item) {
  const own = inMeta(desk.view) ? [] : OWN[item.collection](desk, item);
  const act = (type, data) => () => {
    desk.ask(type, data);
    desk.unpick();
  };
  if (desk.view.course.closed) return [];
  const found = own.map(([name, what, look]) => [name, Array.isArray(what) ? act(...what) : what, look]);
  const mine = desk.me.own[item.id];
  if (mine && mine.for) found.push([t("Withdraw for {name}", { name: nameOf(desk.view, mine.for) }), () => withdraw(desk, item.id, mine.for), "grave"]);
  if (may(desk, "strike_item") && STRUCK.has(item.collection)) found.push([t("Strike out"), act("strike_item", { item: item.id })]);
  found.push([t("Stop and park"), act("park_item", { item: item.id })]);
  return found;
}

// Striking a doubt or a dissent would be closing it for whoever has it.
const STRUCK = new Set(["sentences", "statements", "answers", "experiences", "wordings", "clarifications", "tests"]);

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

// What was tapped for the item whose links are open; nothing when that is what it rests on already.
export function setLinks(desk) {
  const item = desk.linking && find(desk.view, desk.linking);
  if (!item) return;
  const rests = Array.from(desk.picks).filter((id) => id !== item.id);
  const before = item.rests_on || {};
  if (rests.length === Object.keys(before).length && rests.every((id) => before[id])) return;
  desk.ask("set_links", { item: item.id, rests_on: rests });
}

function linking(desk) {
  const item = find(desk.view, desk.linking);
  const away = () => desk.set({ linking: null, picks: new Set() });
  if (!item) return nothing;
  const done = () => {
    setLinks(desk);
    away();
  };
  return html`<div class="strip" role="group" aria-label=${t("What it rests on")}>
    <p class="strip-item">
      ${t("Tap what it rests on:")} ${said(item.text, desk.view.about.language, 48)}
    </p>
    <div class="row">${button(t("Set"), done, "small")} ${button(t("Leave it"), away, "small quiet")}</div>
  </div>`;
}
