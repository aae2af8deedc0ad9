/** The sheet behind "More": rules, limits, my words, leaving. It stays above whatever the room does meanwhile. */
import { html, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { announce } from "../announce.js";
import { t } from "../i18n.js";
import { icon } from "../icons.js";
import { canDoubt } from "./tasks/doubts.js";
import { limits, observed, promise, rules } from "./tasks/opening.js";
import { said } from "./parts.js";

const COLLECTIONS = {
  wordings: () => t("Suggested question"),
  experiences: () => t("Experience"),
  sentences: () => t("Sentence"),
  statements: () => t("Own version"),
  answers: () => t("Answer"),
  doubts: () => t("Doubt"),
  kept: () => t("Reservation or dissent"),
};

const collectionName = (collection) => (COLLECTIONS[collection] ? COLLECTIONS[collection]() : collection);

function item(symbol, text, press) {
  return html`<li><button class="menu-item" type="button" @click=${press}>${icon(symbol)}<span>${text}</span></button></li>`;
}

function menu(at) {
  const go = (name) => () => at.sheet(name);
  const doubt = () => {
    at.sheet(null);
    at.open("doubt");
  };
  return {
    title: t("More"),
    body: html`<ul class="menu" role="list">
      ${item("eye", t("Rules"), go("rules"))}
      ${item("lock", t("What cannot stay confidential"), go("limits"))}
      ${at.audience === "participant" ? item("quote", t("My words"), go("words")) : nothing}
      ${canDoubt(at) ? item("circle", t("I doubt something"), doubt) : nothing}
      ${item("log-out", t("Leave"), go("leave"))}
    </ul>
    ${at.audience === "participant" ? observed(at) : nothing}`,
  };
}

const STANDINGS = {
  up: () => t("On the wall"),
  parked: () => t("Taken off the wall by the facilitator"),
  struck: () => t("Taken back by the facilitator"),
  withdrawn: () => t("Withdrawn"),
};

function words(at) {
  const { own } = at.me;
  const mine = Object.keys(own).filter((id) => !own[id].for);
  const may = (id) => !at.view.course.closed && (own[id].standing === "up" || own[id].standing === "parked");
  return {
    title: t("My words"),
    body: mine.length
      ? html`<p class="muted">${t("Only you see this list.")}</p>
          <ul class="list" role="list">
            ${mine.map(
              (id) => html`<li>
                <p class="kind">${collectionName(own[id].collection)}</p>
                ${own[id].text ? said(at, own[id].text) : nothing}
                <p class="list-row">
                  <span class="muted">${STANDINGS[own[id].standing]()}</span>
                  ${may(id)
                    ? html`<button class="button button-small" type="button" @click=${() => at.sheet("withdraw", { item: id })}>${t("Withdraw")}</button>`
                    : nothing}
                </p>
              </li>`,
            )}
          </ul>`
      : html`<p>${t("You have written nothing yet.")}</p>`,
  };
}

function withdraw(at) {
  const known = at.me.own[at.ui.sheet.item];
  if (!known || known.standing === "withdrawn") return words(at);
  const press = () => {
    at.ask("withdraw_item", { item: at.ui.sheet.item }, t("Withdraw"));
    announce(t("Withdrawn."));
    at.sheet(null);
  };
  const takesAlong = known.collection === "experiences" && at.view.selection.chosen === at.ui.sheet.item;
  return {
    title: t("Withdraw this?"),
    body: html`<div class="stack">
      <div class="words">${said(at, known.text)}</div>
      <p>${t("The words are deleted for good, here and on the wall. You give no reason, and nobody is told who withdrew.")}</p>
      ${takesAlong ? html`<p>${t("The narrative that was told from it goes along.")}</p>` : nothing}
      <button class="button button-grave button-wide" type="button" @click=${press}>${t("Withdraw for good")}</button>
      <button class="button button-wide" type="button" @click=${() => at.sheet(null)}>${t("Keep it")}</button>
    </div>`,
  };
}

function leave(at) {
  const unsent = at.items.filter((known) => known.status === "sending" || known.status === "waiting").length;
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
  leave,
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
