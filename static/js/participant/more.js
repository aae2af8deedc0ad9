/** The sheet behind "More": rules, limits, a note, a talk about how we work, my words, leaving. It stays above whatever the room does meanwhile. */
import { html, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { announce } from "../announce.js";
import { notEncrypted } from "../encryption.js";
import { t } from "../i18n.js";
import { icon } from "../icons.js";
import { canDoubt } from "./tasks/doubts.js";
import { limits, observed, promise, rules } from "./tasks/opening.js";
import { said } from "./parts.js";
import { tick, ticked } from "./fields.js";
import { words, withdraw } from "./words.js";

function item(symbol, text, press) {
  return html`<li><button class="menu-item" type="button" @click=${press}>${icon(symbol)}<span>${text}</span></button></li>`;
}

function menu(at) {
  const go = (name) => () => at.sheet(name);
  const begin = (task) => () => {
    at.sheet(null);
    at.open(task);
  };
  const takesPart = at.audience === "participant";
  const { closed } = at.view.course;
  return {
    title: t("More"),
    body: html`<p class="muted">${t("Here you are {name}.", { name: at.me.seat.pseudonym })}</p>
    <ul class="menu" role="list">
      ${item("eye", t("Rules"), go("rules"))}
      ${item("lock", t("What cannot stay confidential"), go("limits"))}
      ${canDoubt(at) ? item("circle", t("I doubt something"), begin("doubt")) : nothing}
      ${takesPart && !closed ? item("pause", t("Talk about how we work together"), go("meta")) : nothing}
      ${closed ? nothing : item("message-circle", t("A note to the facilitator"), begin("note"))}
      ${item("quote", t("My words"), go("words"))}
      ${closed ? nothing : item("arrow-right", t("Change device"), changeDevice(at))}
      ${at.drafts.get("no-hints") ? item("pencil", t("Show hints while I write"), hintsAgain(at)) : nothing}
      ${item("log-out", t("Leave"), go("leave"))}
    </ul>
    ${takesPart ? observed(at) : nothing}
    ${notEncrypted()}`,
  };
}

/** The seat's return code: it comes when it is asked for, and is kept nowhere here. */
const changeDevice = (at) => () => {
  at.sheet("device");
  const told = (code) => at.ui.sheet && at.ui.sheet.name === "device" && at.sheet("device", { code });
  fetch(`/d/${document.body.dataset.dialogue}/return-code`, { headers: { Accept: "application/json" } })
    .then((answer) => answer.json())
    .then(({ code }) => told(code || ""))
    .catch(() => told(""));
};

function device(at) {
  const { code } = at.ui.sheet;
  return {
    title: t("Change device"),
    body: html`<div class="stack">
      <p>${t("On the other device open {address} and type your return code:", { address: location.host })}</p>
      <p class="return-code" role="status">${code || (code === "" ? t("No connection just now. Try again in a moment.") : "…")}</p>
      <p>${t("It works once. This device is then out of the dialogue; the other finds its next code here, under “Change device”. Keep it to yourself.")}</p>
    </div>`,
  };
}

/** Those below the field in which something is told; they were turned off there. */
const hintsAgain = (at) => () => {
  at.drafts.set("no-hints", "");
  announce(t("Hints are shown again."));
  at.sheet(null);
};

/** Anyone may call it, and nobody can refuse it (method.md section 3): asked once, and what follows is said before. */
function meta(at) {
  const title = t("Talk about how we work together");
  const { meta_state: called, now } = at.view.level;
  if (now === "meta") return { title, body: html`<p>${t("It is going on now.")}</p>` };
  if (called) return { title, body: html`<p>${t("It is called already, and begins after the present speaker.")}</p>` };
  const press = () => {
    at.ask("call_meta", { named: ticked(at, "meta-named") }, t("Talk about how we work together"));
    at.drafts.set("meta-named", "");
    announce(t("Called."));
    at.sheet(null);
  };
  return {
    title,
    body: html`<div class="stack">
      <p>${at.view.turns.speaking
        ? t("It begins after the present speaker. Nobody can refuse it.")
        : t("Nobody is speaking, so it begins at once. Nobody can refuse it.")}</p>
      <p>${t("The matter waits meanwhile, and what people are writing is kept. It ends with what we change.")}</p>
      ${tick(at, { name: "meta-named", label: t("Call it with my name here"), note: t("Otherwise nobody is told who called, and it is written nowhere.") })}
      <button class="button button-primary button-wide" type="button" @click=${press}>${t("Call this talk")}</button>
      <button class="button button-wide" type="button" @click=${() => at.sheet(null)}>${t("Not now")}</button>
    </div>`,
  };
}

function leave(at) {
  const count = (...statuses) => at.items.filter((known) => statuses.includes(known.status)).length;
  const unsent = count("sending", "waiting");
  const held = count("held");
  const press = () => {
    at.leave();
    at.sheet(null);
  };
  return {
    title: t("Leave the dialogue?"),
    body: html`<div class="stack">
      <p>${t("What you put on the wall stays there, without your name. Withdraw first what should not stay.")}</p>
      <p>${t("Nothing is left on this device. To come back you join anew, as someone new.")}</p>
      ${unsent ? html`<p class="field-error">${t("Something of yours is not sent yet. It is sent first.")}</p>` : nothing}
      ${held ? html`<p class="field-error">${t("Something of yours waits until the group goes on. If you leave now, it is not sent.")}</p>` : nothing}
      <button class="button button-grave button-wide" type="button" @click=${press}>${t("Leave")}</button>
      <button class="button button-wide" type="button" @click=${() => at.sheet(null)}>${t("Stay")}</button>
    </div>`,
  };
}

/** Words to be handed over: read from this screen, or aloud. */
function show(at) {
  const press = () => {
    at.raiseHand("speak");
    at.sheet(null);
  };
  return {
    title: t("For the facilitator"),
    body: html`<div class="stack">
      <div class="words">${said(at, at.ui.sheet.words)}</div>
      <p>${t("Show this screen to your facilitator, or raise your hand and say it.")}</p>
      <button class="button button-primary button-wide" type="button" @click=${press}>${t("Raise hand")}</button>
    </div>`,
  };
}

const SHEETS = {
  menu,
  words,
  withdraw,
  meta,
  leave,
  device,
  show,
  rules: (at) => ({ title: t("Rules"), body: html`<div class="stack">${promise()} ${rules(at)}</div>` }),
  limits: (at) => ({ title: t("What cannot stay confidential"), body: html`<div class="stack">${limits(at)}</div>` }),
};

/** Always in the page, so that focus and screen reader keep it; opened by main.js. */
export function sheet(at) {
  const { title, body } = at.ui.sheet ? SHEETS[at.ui.sheet.name](at) : { title: "", body: nothing };
  return html`<dialog class="sheet" aria-labelledby="sheet-title" @close=${() => at.sheet(null)}>
    <div class="sheet-head">
      <h2 id="sheet-title" tabindex="-1">${title}</h2>
      <button class="button button-quiet" type="button" aria-label=${t("Close")} @click=${() => at.sheet(null)}>${icon("x")}</button>
    </div>
    ${body}
  </dialog>`;
}
