// The head: the question, the five steps, who is here, soft minutes.
import { html, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../i18n.js";
import { STEP_ORDER, stepName, stepNow } from "../wall/names.js";
import { minutes, planned } from "./course.js";
import { headcount } from "./people.js";
import { iconButton } from "./parts.js";
import { has, helps } from "./roles.js";

function steps(desk) {
  const used = new Set(planned(desk.view).map((stage) => stage.step));
  const open = () => desk.open("course");
  return html`<nav class="steps" aria-label=${t("Steps")}>
    <ol role="list">
      ${STEP_ORDER.filter((step) => used.has(step)).map(
        (step) => html`<li>
          <button class="step" type="button" aria-current=${step === stepNow(desk.view.course) ? "step" : nothing} @click=${open}>${stepName(step)}</button>
        </li>`
      )}
    </ol>
  </nav>`;
}

function presence(desk) {
  const { here, byVoice } = headcount(desk.view, desk.presence);
  const text = byVoice ? t("{n} here, {m} by voice", { n: here, m: byVoice }) : t("{n} here", { n: here });
  return html`<button class="presence" type="button" @click=${() => desk.open("people")}>${text}${helps(desk) ? html` <small class="muted">${t("you help")}</small>` : nothing}</button>`;
}

function time(desk) {
  if (desk.view.course.closed || !has(desk.view, "timers")) return nothing;
  const { whole, stage } = minutes(desk.view, desk.now);
  return html`<p class="minutes">${whole}${stage ? html`<span class="minutes-stage">${stage}</span>` : nothing}</p>`;
}

function tabs(desk) {
  const tab = (pane, label) => html`<button
    class="button button-small"
    type="button"
    aria-pressed=${String(desk.pane === pane)}
    @click=${() => desk.set({ pane })}
  >
    ${label}
  </button>`;
  return html`<div class="console-tabs row" role="group" aria-label=${t("Panes")}>
    ${tab("wall", t("Wall"))} ${tab("side", t("Hands and prompts"))}
  </div>`;
}

export function head(desk) {
  const { question, about } = desk.view;
  const words = question.text || about.title;
  return html`<header class="console-head">
    <h1 class="question" lang=${about.language} dir="auto">${words}</h1>
    ${steps(desk)} ${presence(desk)} ${time(desk)}
    ${iconButton("ellipsis", t("More"), () => desk.open("more"), "button button-quiet button-small console-more")} ${tabs(desk)}
  </header>`;
}
