// For someone without a device: confirming the proposed outcome, or objecting to it.
import { html, live, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { LIMITS, measure } from "../../texts.js";
import { outcomeName } from "../../wall/names.js";
import { outcome } from "../../wall/reading.js";
import { button, group } from "../parts.js";

export function answersOutcome(desk, seat) {
  const item = outcome(desk.view);
  if (!desk.view.course.tasks.conclude || !item || item.state !== "proposed") return nothing;
  const { confirmed } = (desk.me.written_for || {})[seat.id] || {};
  const { objection = "" } = desk.form;
  const over = measure(objection, LIMITS.comment).over;
  const give = (confirms) => async () => {
    if (over && !confirms) return;
    const data = { outcome: item.id, confirms, owner: seat.id };
    if (!confirms && objection.trim()) data.objection = objection.trim();
    await desk.ask("answer_outcome", data, t("Outcome")).kept;
    desk.fill({ objection: "" });
  };
  return group("confirming", t("Proposed: {outcome}", { outcome: outcomeName(item.kind) }), html`${confirmed ? html`<p class="muted small">${t("Has answered. Answering anew replaces it.")}</p>` : nothing}
    <p>${button(t("Confirms"), give(true), "small")}</p>
    <div class="field">
      <label class="vh" for="objection">${t("What they object to, if they say it")}</label>
      <input class="input" id="objection" dir="auto" autocomplete="off" placeholder=${t("What they object to, if they say it")} aria-invalid=${over ? "true" : nothing} .value=${live(objection)} @input=${(event) => desk.fill({ objection: event.target.value })} />
      <p class="panel-do">${button(t("Objects"), give(false), "small")}</p>
    </div>`);
}
