// Evaluation, closing, closed: what is still open for the group stands above the wall.
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t, tn } from "../../i18n.js";
import { outcomeName } from "../../wall/names.js";
import { outcome } from "../../wall/reading.js";
import { said } from "../parts.js";

function evaluation({ view }) {
  if (!view.course.tasks.evaluate) return nothing;
  const { evaluated, people } = view.group;
  return html`<p>${view.about.form === "three_items"
      ? t("{n} of {all} have answered the three items.", { n: evaluated, all: people })
      : tn("{n} of {all} has answered the form.", "{n} of {all} have answered the form.", evaluated, { all: people })}
    <span class="muted">${t("Nobody here sees the answers.")}</span></p>`;
}

function result({ view }) {
  const item = outcome(view);
  if (!item) return html`<p class="muted">${t("No outcome is proposed. If the dialogue is closed so, “not reached” is recorded: a full result.")}</p>`;
  const state = item.state === "settled" ? nothing : html` <span class="muted small">${t("proposed, not settled yet")}</span>`;
  const dividing = item.text ? html`<p>${t("The question that divides the group:")} ${said(item.text, view.about.language)}</p>` : nothing;
  return html`<p class="outcome-kind said">${outcomeName(item.kind)}${state}</p>${dividing}`;
}

function reading(desk) {
  const place = `/d/${desk.dialogue}`;
  return html`<p class="row">
    <a class="button button-small" href=${`${place}/archive#evaluation-results`}>${t("Results of the evaluation")}</a>
    <a class="button button-small" href=${`${place}/transcript.md`}>${t("Transcript (Markdown)")}</a>
    <a class="button button-small" href=${`${place}/transcript.json`}>${t("Transcript (JSON)")}</a>
    <a class="button button-small" href=${`${place}/archive#seal`}>${t("Seal of the record")}</a>
  </p>`;
}

function leaving(desk) {
  const { course, release } = desk.view;
  if (course.stage !== "closing" && !course.closed) return nothing;
  const label = course.closed ? t("What left the room") : release.until ? t("What may leave the room") : t("Prepare what may leave the room");
  return html`<p><a class="button" href=${`/d/${desk.dialogue}/release/lead`}>${label}</a></p>`;
}

export function ending(desk, theWall) {
  const closed = desk.view.course.closed;
  return html`<section class="ending stack" aria-label=${closed ? t("The dialogue is closed") : t("Looking back")}>
      ${closed ? html`<p class="overline">${t("The dialogue is closed. Nothing more is written.")}</p>` : evaluation(desk)}
      ${result(desk)} ${leaving(desk)} ${closed ? reading(desk) : nothing}
    </section>
    ${theWall(desk)}`;
}
