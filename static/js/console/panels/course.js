// The whole course: back, skip, reopen. Nothing is deleted by a move.
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { stageName } from "../../wall/names.js";
import { minutes, planned } from "../course.js";
import { moveTo } from "../moves.js";

export function course(desk) {
  const { view } = desk;
  const here = view.course.stage;
  const { whole, stage: now } = minutes(view, desk.now);
  const note = (stage) => {
    if (stage.key === here) return t("you are here");
    const length = stage.minutes ? t("{n} min", { n: stage.minutes }) : t("not timed");
    return stage.visited ? t("{length}, visited", { length }) : length;
  };
  const row = (stage) => html`<li class="list-row">
    <button class="menu-item stage-row" type="button" aria-current=${stage.key === here ? "step" : nothing} ?disabled=${stage.key === here || view.course.closed} @click=${() => moveTo(desk, stage.key)}>
      <span>${stageName(stage.key)}</span><small class="muted push">${note(stage)}</small>
    </button>
  </li>`;
  const content = html`<p class="muted small">${t("A tap takes everyone there. Nothing is deleted.")}</p>
    <ol class="menu" role="list">${planned(view).map(row)}</ol>
    <p class="minutes">${whole}${now ? html`<span class="minutes-stage">${now}</span>` : nothing}</p>`;
  return { heading: t("Stages and minutes"), content };
}
