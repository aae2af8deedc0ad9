// Opening: how to come in, who is here and has agreed, the question, what is read aloud.
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { candidates } from "../../wall/lines.js";
import { heads } from "../door/heads.js";
import { button, group, said } from "../parts.js";
import { participants, standing } from "../people.js";
import { openFlipchart } from "../windows.js";
import { tapped } from "../item.js";
import { doorway } from "./doorway.js";

function person(desk, seat) {
  const agree = () => desk.ask("agree_to_rules", { owner: seat.id });
  const state = seat.agreed
    ? html`<small class="muted">${t("agreed")}</small>`
    : seat.device || seat.shared
      ? html`<small class="muted">${t("reading")}</small>`
      : button(t("says “I agree”"), agree, "small");
  return html`<li class="list-row">
    <button class="name name-quiet" type="button" @click=${() => desk.open("seat", seat.id)}>${seat.pseudonym}</button>
    <small class="muted">${standing(desk, seat)}</small><span class="push">${state}</span>
  </li>`;
}

// Panels in which heads are counted: the field stands on the screen once.
const WITH_HEADS = new Set(["people", "door"]);

function here(desk) {
  const group_ = participants(desk.view);
  const { agreed, people } = desk.view.group;
  if (!group_.length) return html`<p class="muted">${t("Nobody yet. Someone without a device gets a seat in the line below.")}</p>`;
  return html`<p class="muted small">${t("{agreed} of {all} agreed.", { agreed, all: people })}</p>
    <ul class="list" role="list">${group_.map((seat) => person(desk, seat))}</ul>
    ${desk.panel && WITH_HEADS.has(desk.panel.name) ? nothing : heads(desk, "heads-here")}`;
}

function wordings(desk) {
  if (!Object.keys(desk.view.wordings).length) return html`<p class="muted">${t("No question yet. Choose “Question” in the line below and write it.")}</p>`;
  return candidates(desk.view, { onPick: tapped(desk), picked: desk.picks });
}

function aloud(desk) {
  const { rules, limits, language } = desk.view.about;
  const part = (heading, text) => (text
    ? html`<details class="aloud"><summary>${heading}</summary><p class="aloud-text">${said(text, language)}</p></details>`
    : nothing);
  return html`<div>${part(t("Read aloud: the rules"), rules)} ${part(t("Read aloud: what cannot stay confidential"), limits)}</div>`;
}

export function opening(desk) {
  return html`<div class="wall">
    <div class="wall-told stack-loose">
      ${group("door", t("How to join"), html`<div class="stack">${doorway(desk)}</div>`)}
      <p>${button(t("Open the flipchart"), () => openFlipchart(desk), "small", { symbol: "presentation" })}</p>
    </div>
    <div class="wall-found stack-loose">
      ${group("here", t("Who is here"), here(desk))} ${group("wordings", t("Question"), wordings(desk))} ${aloud(desk)}
    </div>
  </div>`;
}
