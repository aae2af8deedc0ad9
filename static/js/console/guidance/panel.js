/**
 * The facilitator's guidance as a panel of the console: what the coach notices, then what this stage is for, what to do
 * and say, what goes wrong, when to move on. guidancePanel(desk) -> {heading, content}, as all panels.
 */
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { interventionWords } from "../../wall/interventions.js";
import { stageName } from "../../wall/names.js";
import { button, group, iconButton, said } from "../parts.js";
import { hintsIn } from "./hints.js";
import { askAgain, guidanceOf } from "./texts.js";

const USUAL_METHOD = "nelson_heckmann";

const methodOf = (view) => view.about.method || USUAL_METHOD;
const language = () => document.documentElement.lang || "en";
const show = (desk, key) => desk.ask("show_intervention", { key });

/** The coach's hints as a list, or nothing. Each has at most one thing to show on the wall. */
export function coachHints(desk) {
  const found = hintsIn(desk.view);
  if (!found.length) return nothing;
  const hint = ({ before, words, after, say }) => html`<li>
    <p>${before}${words ? said(words, desk.view.about.language, 90) : nothing}${after}</p>
    ${say && !desk.view.course.closed ? button(interventionWords(say), () => show(desk, say), "small", { symbol: "presentation", name: t("Show on the wall: {words}", { words: interventionWords(say) }) }) : nothing}
  </li>`;
  return group("coach", t("Worth noticing"), html`<ul class="guide-list" role="list">${found.map(hint)}</ul>`);
}

// Tapped when it was said; the sign beside it puts it on the wall.
function saying(desk, key) {
  const words = interventionWords(key);
  if (!words) return nothing;
  const used = () => {
    const changed = new Set(desk.said);
    if (!changed.delete(words)) changed.add(words);
    desk.set({ said: changed });
  };
  return html`<li class="guide-say">
    <button class="phrase" type="button" title=${t("Tap when you have said it")} aria-pressed=${String(desk.said.has(words))} @click=${used}>${words}</button>
    ${desk.view.course.closed ? nothing : iconButton("presentation", t("Show on the wall: {words}", { words }), () => show(desk, key))}
  </li>`;
}

const more = (heading, content) => html`<details>
  <summary class="overline">${heading}</summary>
  ${content}
</details>`;

// What is wanted while the others speak stands open; what is read in a pause is folded away.
function about(desk, stage) {
  const pitfall = ({ sign, help }) => html`<div><dt>${sign}</dt><dd class="muted">${help}</dd></div>`;
  return html`<p>${stage.purpose}</p>
    ${group("guide-say", t("What you can say"), html`<ul role="list">${stage.interventions.map((key) => saying(desk, key))}</ul>`)}
    ${group("guide-on", t("When to move on"), html`<p>${stage.move_on}</p>`)}
    ${more(t("What you do"), html`<ol class="guide-list">${stage.moves.map((move) => html`<li>${move}</li>`)}</ol>`)}
    ${more(t("What goes wrong"), html`<dl class="guide-list">${stage.pitfalls.map(pitfall)}</dl>`)}`;
}

function texts(desk) {
  const changed = () => desk.set({});
  const method = methodOf(desk.view);
  const { state, stages } = guidanceOf(method, language(), changed);
  const stage = stages[desk.view.course.stage];
  if (stage) return about(desk, stage);
  if (state === "there") return html`<p class="muted">${t("There is nothing left to lead here.")}</p>`;
  if (state === "coming") return html`<p class="muted">${t("Loading the guidance …")}</p>`;
  return html`<p>${t("The guidance could not be loaded. What you could say stands in the quiet column, and the dialogue goes on without it.")}</p>
    <p>${button(t("Try again"), () => { askAgain(method, language(), changed); changed(); }, "small")}</p>`;
}

export function guidancePanel(desk) {
  const content = html`${coachHints(desk)} ${texts(desk)}
    <p><a class="small" href="/guidance?method=${methodOf(desk.view)}" target="_blank" rel="noopener">${t("All stages, to read or print")}</a></p>`;
  return { heading: t("Guidance: {stage}", { stage: stageName(desk.view.course.stage) }), content };
}
