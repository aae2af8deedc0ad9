// The whole course: back, skip, reopen. Nothing is deleted by a move.
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { stageName } from "../../wall/names.js";
import { button } from "../parts.js";
import { minutes, planned } from "../course.js";
import { moveTo } from "../moves.js";
import { may, waits } from "../roles.js";

const sittings = (view) => Array.from(new Set(planned(view).map((stage) => stage.sitting))).sort();

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
    <button class="menu-item stage-row" type="button" aria-current=${stage.key === here ? "step" : nothing} ?disabled=${stage.key === here || view.course.closed || waits(view) || !may(desk, "move_to_stage")} @click=${() => moveTo(desk, stage.key)}>
      <span>${stageName(stage.key)}</span><small class="muted push">${note(stage)}</small>
    </button>
  </li>`;
  const content = html`<p class="muted small">${t("A tap takes everyone there. Nothing is deleted.")}</p>
    ${sittings(view).map((n, place, all) => html`${all.length > 1 ? html`<h3 class="overline">${t("Sitting {n}", { n })}</h3>` : nothing}
      <ol class="menu" role="list">${planned(view).filter((stage) => stage.sitting === n).map(row)}</ol>`)}
    ${view.course.closed ? nothing : html`<p>${button(t("Options and sittings"), () => desk.open("frame"), "small quiet")}</p>`}
    <p class="minutes">${whole}${now ? html`<span class="minutes-stage">${now}</span>` : nothing}</p>`;
  return { heading: t("Stages and minutes"), content };
}
