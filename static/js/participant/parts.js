/** Small parts of a phone's screen. */
import { html, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../i18n.js";
import { icon } from "../icons.js";
import { kindName } from "../wall/names.js";
import { labels, restsOf } from "../wall/reading.js";

const SHORT = 200; // characters of limits that still stand beside a field; longer ones are a tap away

const SIGNS = {
  sending: () => icon("loader-circle"),
  saved: () => icon("check"),
  waiting: () => icon("circle", "icon-small"),
  held: () => icon("pause"),
  hidden: () => icon("check"),
  refused: () => icon("triangle-alert"),
  connected: () => icon("circle", "icon-full icon-small"),
  offline: () => icon("wifi-off"),
};

/** A state by icon and word. `mark`: {state, text}. */
export function stateLine(mark) {
  return html`<p class="state" data-state=${mark.state}>${SIGNS[mark.state]()} ${mark.text}</p>`;
}

const STATUS = {
  sending: () => t("Sending…"),
  saved: () => t("Saved"),
  waiting: () => t("Kept on this phone, sent when the connection is back."),
  hidden: () => t("Saved. Hidden until all is shown."),
  held: () => t("Kept on this phone until the group goes on."),
  refused: () => t("Not accepted"),
};

export const statusLine = (status) => stateLine({ state: status, text: STATUS[status]() });

/** People's words, as text and nothing else. */
export function said(at, text) {
  return html`<p class="said" lang=${at.language} dir="auto">${text}</p>`;
}

/** A text in lines, as it was typed. */
export function linesOf(at, text) {
  const lines = text.split(/\n+/).filter((line) => line.trim());
  return html`<ul role="list">${lines.map((line) => html`<li class="line">${said(at, line)}</li>`)}</ul>`;
}

/** Look up instead of down: what a phone shows most of the time. */
export function listen(at, { title = t("Listen"), text = t("Look at the wall. Nothing to do here.") } = {}) {
  const [large, small] = at.me.speaks
    ? [t("You have the word"), t("Speak. The others listen.")]
    : [title, at.me.your_turn ? t("Your turn comes; you may pass.") : text];
  return html`<div class="listen"><h2 tabindex="-1" data-heading>${large}</h2><p>${small}</p></div>`;
}

/** A sentence, statement or answer of the wall, as the one sheet of paper on the phone. */
export function paper(at, found) {
  const { item, collection } = found;
  const heated = at.view.narrative.heated === item.id;
  const name = heated ? t("Heated point, sentence") : t("Sentence");
  const number = collection === "sentences"
    ? html`<span class="chip ${heated ? "is-heated" : ""}"><span class="vh">${name}</span> ${item.label}</span> `
    : nothing;
  const kind = collection === "statements" ? html`<p class="kind">${kindName(item.kind)}</p>` : nothing;
  return html`<div class="words">
    ${kind}
    <p class="said" lang=${at.language} dir="auto">${number}${item.text}${rests(at, item)}</p>
  </div>`;
}

function rests(at, item) {
  const below = restsOf(at.view, item, labels(at.view));
  if (!below.length) return nothing;
  const chips = below.map(({ label, heated }) => html`<span class="chip ${heated ? "is-heated" : ""}">${label}</span> `);
  return html` <span class="rests"><span class="vh">${t("rests on")}</span>${chips}</span>`;
}

/** Open doubts about one thing on the wall. */
export function doubtsOn(at, doubts) {
  if (!doubts.length) return nothing;
  return html`<ul class="doubts" role="list">
    ${doubts.map(
      (doubt) => html`<li class="doubt">
        <div>
          <p class="said" lang=${at.language} dir="auto"><span class="vh">${t("Open doubt:")}</span> ${doubt.text}</p>
          ${doubt.note ? html`<small>${doubt.note}</small>` : nothing} ${doubt.button || nothing}
        </div>
      </li>`,
    )}
  </ul>`;
}

/** What the organisation says about confidentiality, in short, or the way to it; stands beside whatever can hold a story. */
export function limitsBeside(at) {
  const { limits } = at.view.about;
  if (!limits) return nothing;
  if (limits.length <= SHORT) return html`<p lang=${at.language} dir="auto">${limits.replace(/\s*\n\s*/g, " ")}</p>`;
  return html`<p><button class="link" type="button" @click=${() => at.sheet("limits")}>${t("What cannot stay confidential")}</button></p>`;
}

/** A quiet way to something else, in the flow of the page. */
export function sideways(text, press) {
  return html`<p><button class="link link-tall" type="button" @click=${press}>${text}</button></p>`;
}

/** Two answers of equal weight side by side: neither is the easier one to give. */
export function eitherOr(one, other) {
  const answer = ({ text, press }) => html`<button class="button" type="button" @click=${press}>${text}</button>`;
  return html`<div class="pair">${answer(one)} ${answer(other)}</div>`;
}

/** A sentence of the narrative that can be tapped. notes: what else is told of it. */
export function lineButton(at, item, { num = item.label, press, notes = nothing, pressed = null }) {
  const heated = at.view.narrative.heated === item.id;
  return html`<li class="line ${heated ? "is-heated" : ""} ${/\d\D/.test(num) ? "is-inserted" : ""}">
    <button class="line-body" type="button" aria-pressed=${pressed === null ? nothing : String(pressed)} @click=${press}>
      <span class="num">${num}</span>
      <span class="said" lang=${at.language} dir="auto">${heated ? html`<span class="vh">${t("Heated point.")}</span> ` : nothing}${item.text}</span>
      ${notes}
    </button>
  </li>`;
}

/** The one main action of a screen. A form's when `form`, else its own. */
export function mainButton(text, press = null, { primary = true } = {}) {
  const look = `button button-wide ${primary ? "button-primary" : ""}`;
  if (!press) return html`<button class=${look} type="submit" form="task">${text}</button>`;
  return html`<button class=${look} type="button" @click=${press}>${text}</button>`;
}
