/** "I doubt something": choose what, say why. Only its raiser settles a doubt. */
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { icon } from "../../icons.js";
import { LIMITS } from "../../texts.js";
import { currentAnswer, labels, restsOf, sentences, statements } from "../../wall/reading.js";
import { kindName } from "../../wall/names.js";
import { oneOf, signing, task, ticked } from "../fields.js";
import { ownDoubts, ownItems } from "../reading.js";
import { doubtsOn, mainButton, paper, sideways } from "../parts.js";

/** What can be doubted now, the newest kind of thing first. */
function doubtable(view) {
  const answer = currentAnswer(view);
  return {
    answers: answer ? [answer] : [],
    statements: statements(view),
    sentences: sentences(view),
  };
}

export const canDoubt = (at) =>
  at.audience === "participant" && at.view.course.tasks.doubt && Object.values(doubtable(at.view)).some((list) => list.length > 0);

/** The wide button of a listening phone: settle the one doubt I have, or raise one. */
export function doubtButton(at) {
  const own = ownDoubts(at).filter((doubt) => doubt.id && !doubt.hidden);
  if (own.length === 1) return mainButton(t("My doubt is settled"), () => at.open("settle", { doubt: own[0].id }), { primary: false });
  return canDoubt(at) ? raiseButton(at) : nothing;
}

function raiseButton(at) {
  return html`<button class="button button-wide" type="button" @click=${() => at.open("doubt")}>
    ${icon("circle")}<span>${t("I doubt something")}</span>
  </button>`;
}

export function otherThanMine(at, doubts) {
  const own = new Set(ownItems(at, "doubts").map((item) => item.id));
  return doubts.filter((doubt) => !own.has(doubt.id));
}

/** My open doubts, those about what is shown first; with several, each has its own way to be settled. */
export function ownDoubtList(at, about = null) {
  const own = ownDoubts(at).sort((one, other) => (other.about === about) - (one.about === about));
  const several = own.filter((doubt) => doubt.id && !doubt.hidden).length > 1;
  const shown = own.map((doubt) => ({
    text: doubt.text,
    note: doubt.about === about ? note(doubt) : `${aboutWhat(at.view, doubt)} ${note(doubt)}`,
    button: several && doubt.id && !doubt.hidden
      ? html`<p>
          <button class="button button-small" type="button" @click=${() => at.open("settle", { doubt: doubt.id })}>${t("My doubt is settled")}</button>
        </p>`
      : nothing,
  }));
  return doubtsOn(at, shown);
}

/** Beside other words than those it is about, a doubt says which ones. */
function aboutWhat(view, { about }) {
  const what = labels(view)[about];
  if (!what) return "";
  return view.sentences[about] ? t("About sentence {n}.", { n: what }) : t("About: {what}.", { what });
}

/** Where the wide button is for something else, the one doubt I have is settled beside it. */
export function settleAside(at) {
  const own = ownDoubts(at).filter((doubt) => doubt.id && !doubt.hidden);
  return own.length === 1 ? sideways(t("My doubt is settled"), () => at.open("settle", { doubt: own[0].id })) : nothing;
}

/** Where the wide button settles a doubt, another one can still be raised. */
export function anotherDoubt(at) {
  const one = ownDoubts(at).filter((doubt) => doubt.id && !doubt.hidden).length === 1;
  return one && canDoubt(at) ? sideways(t("I doubt something else"), () => at.open("doubt")) : nothing;
}

function note(doubt) {
  if (doubt.hidden) return t("Yours. Hidden until all is shown.");
  const whose = doubt.signature ? t("Yours, signed.") : t("Yours, unsigned.");
  if (doubt.status === "waiting") return `${whose} ${t("Kept on this phone, sent when the connection is back.")}`;
  return doubt.status === "sending" ? `${whose} ${t("Sending…")}` : whose;
}

// num: of a sentence. kind: of what grows from the narrative, on its own line above the words.
function choice(at, item, { num = "", kind = "" }) {
  const press = () => at.open("doubt", { about: item.id });
  const words = html`<span class="said" lang=${at.language} dir="auto">${item.text}</span>`;
  return html`<li class="line">
    <button class="line-body" type="button" @click=${press}>
      ${num ? html`<span class="num">${num}</span>` : nothing}
      ${kind ? html`<span class="finding-text"><span class="kind">${kind}</span> ${words}</span>` : words}
    </button>
  </li>`;
}

function group(title, items) {
  return items.length
    ? html`<section><h3 class="overline">${title}</h3><ul class="lines" role="list">${items}</ul></section>`
    : nothing;
}

function choose(at) {
  const { answers, statements: found, sentences: told } = doubtable(at.view);
  return {
    key: "doubt-what",
    task: true,
    body: html`<h2 tabindex="-1" data-heading>${t("What do you doubt?")}</h2>
      ${group(t("Our answer"), answers.map((item) => choice(at, item, {})))}
      ${group(t("What grows from the narrative"), found.map((item) => choice(at, item, { kind: kindName(item.kind) })))}
      ${group(t("The narrative"), told.map((item) => choice(at, item, { num: item.label })))}
      ${sideways(t("Not now"), () => at.done())}`,
  };
}

function linkChoice(at, item) {
  const below = restsOf(at.view, item, labels(at.view));
  if (!below.length) return nothing;
  const links = below.map(({ id, label }) => [id, t("That it rests on {label}", { label })]);
  return oneOf(at, { name: "doubt-link", legend: t("What about it?"), choices: [["", t("What it says")], ...links] });
}

function inWords(at, about, collection, item) {
  const link = at.drafts.get("doubt-link");
  const signed = ticked(at, "doubt-signed");
  return task(at, {
    key: `doubt-${about}`,
    heading: t("I doubt this"),
    before: paper(at, { item, collection }),
    field: {
      name: "doubt",
      label: t("What is your doubt?"),
      hint: t("In one or two sentences. Only a real one."),
      limit: LIMITS.doubt,
      rows: 4,
      promise: signed
        ? t("The group sees it with your name here. It stays open until you say that it is settled.")
        : t("The group sees it without your name. It stays open until you say that it is settled."),
    },
    also: html`${linkChoice(at, item)} ${signing(at, "doubt-signed")}`,
    ask: (text) => {
      const data = { about, text, signed };
      if (link && item.rests_on && item.rests_on[link]) data.link = link;
      return ["raise_doubt", data, t("Doubt")];
    },
    drafts: ["doubt-link", "doubt-signed"],
    after: sideways(t("Choose something else"), () => at.open("doubt")),
    main: t("Put my doubt on the wall"),
  });
}

export function doubt(at) {
  if (!canDoubt(at)) return null;
  const { about } = at.ui.open;
  const places = doubtable(at.view);
  for (const collection of Object.keys(places)) {
    const item = places[collection].find((known) => known.id === about);
    if (item) return inWords(at, about, collection, item);
  }
  return choose(at);
}

export function settle(at) {
  const { doubt: id } = at.ui.open;
  const known = at.view.doubts[id];
  if (!known || !known.open) return null;
  return task(at, {
    key: `settle-${id}`,
    heading: t("My doubt is settled"),
    before: doubtsOn(at, [known]),
    field: {
      name: "remark",
      label: t("What settled it? (if you like)"),
      limit: LIMITS.remark,
      rows: 3,
      optional: true,
      promise: t("The remark stands beside your doubt on the record."),
      story: false,
    },
    ask: (how) => ["close_doubt", { doubt: id, how }, t("Closing remark")],
    cancel: t("It is not settled"),
    main: t("Settle my doubt"),
  });
}
