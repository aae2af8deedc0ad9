/** One line above the foot: what the facilitator asks now, which way we look, or what is happening quietly. */
import { html, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { t, tn } from "../i18n.js";
import { interventionWords } from "../wall/interventions.js";

const line = (words) => html`<p class="flip-ask">${words}</p>`;
const said = (text, view) => html`<span class="said" lang=${view.about.language} dir="auto">${text}</span>`;

function called(view) {
  return view.level.meta_state === "called" ? line(t("A talk about how we work together is called. It begins after the present speaker.")) : nothing;
}

function strategy(view) {
  if (view.level.now !== "strategy") return nothing;
  return line(html`<span class="kind">${t("Which way next?")}</span> ${said(view.level.strategy, view)}`);
}

function asked(view) {
  const shown = view.course.intervention;
  if (!shown) return nothing;
  return line(shown.text ? said(shown.text, view) : interventionWords(shown.key));
}

function quiet(view) {
  if (!view.course.quiet) return nothing;
  const n = view.course.written;
  const soFar = n ? ` ${tn("{n} is written.", "{n} are written.", n)}` : "";
  return line(`${t("We write quietly. All of it appears together.")}${soFar}`);
}

function round(view) {
  if (!view.turns.round) return nothing;
  return line(t("A round: everyone speaks once, and may pass."));
}

export const asides = (view) => (view.course.closed ? [] : [called(view), strategy(view), asked(view), quiet(view), round(view)]);
