/** What is said in a line above the one thing: an intervention, a talk that is called, one's turn. */
import { html, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { announce } from "../announce.js";
import { t, tn } from "../i18n.js";
import { interventionWords } from "../wall/interventions.js";
import { leadWords } from "../wall/lead.js";
import { mainButton } from "./parts.js";
import { pending } from "./reading.js";

function finish(at) {
  at.ask("end_turn", {}, t("I have finished"));
  announce(t("You have finished."));
  at.redraw();
}

function pass(at) {
  at.ask("pass_turn", {}, t("Pass"));
  announce(t("You pass this time."));
  at.redraw();
}

export const speaking = (at) => (pending(at, "end_turn") ? nothing : mainButton(t("I have finished"), () => finish(at)));
export const passButton = (at) => (pending(at, "pass_turn") ? nothing : mainButton(t("Pass"), () => pass(at), { primary: false }));

/** While something else is open: whose turn it is, and a small way to end it. */
function turn(at) {
  const line = (text, label, press) => html`<div class="banner" data-tone="calm"><p>${text}</p>
    <button class="button button-small" type="button" @click=${press}>${label}</button></div>`;
  if (at.me.speaks) return line(t("You have the word"), t("I have finished"), () => finish(at));
  if (at.me.your_turn) return line(t("Your turn comes; you may pass."), t("Pass"), () => pass(at));
  return nothing;
}

function quiet(at) {
  const { written } = at.view.course;
  const mine = Object.values(at.me.own).filter((item) => item.hidden && item.standing === "up" && !item.for).length;
  const others = Math.max(0, written - mine);
  return html`<p class="muted">${t("Everyone writes quietly. Hidden until all is shown.")}
    ${others ? tn("{n} text by others is there.", "{n} texts by others are there.", others) : nothing}</p>`;
}

/** The lines that belong to now; most of the time there are none. */
export function asides(at, shown) {
  const { course, level, about } = at.view;
  if (course.closed) return nothing;
  const { intervention } = course;
  const words = intervention ? interventionWords(intervention.key, intervention.text) : "";
  const led = leadWords(course);
  const last = at.me.seat.leads_others && about.hierarchy === "speaks_last";
  return html`${shown.task ? turn(at) : nothing}
    ${words ? html`<p class="overline">${words}</p>` : nothing} ${led ? html`<p class="muted">${led}</p>` : nothing}
    ${level.now === "strategy" ? html`<p class="muted">${t("Which way next: {text}", { text: level.strategy })}</p>` : nothing}
    ${level.meta_state === "called"
      ? html`<p class="muted">${t("A talk about how we work together is called. It begins after the present speaker.")}</p>`
      : nothing}
    ${course.quiet ? quiet(at) : nothing}
    ${last ? html`<p class="muted">${t("You lead others here: you speak last.")}</p>` : nothing}`;
}
