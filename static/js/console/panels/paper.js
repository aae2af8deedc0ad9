// The closing form on paper, entered for someone without a device. A detached ballot: it is not shown again.
import { html, live, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { number, t } from "../../i18n.js";
import { LIMITS, measure } from "../../texts.js";
import { button, group } from "../parts.js";

const ITEMS = [
  { key: "helped_me_think", high: 10, words: () => t("The dialogue helped me think") },
  { key: "spoke_freely", high: 5, words: () => t("I could speak freely") },
  { key: "will_change", high: 5, words: () => t("I will do something differently") },
];

function scale(desk, { key, high, words }) {
  const given = desk.form.items || {};
  const values = Array.from({ length: high }, (_, place) => place + 1);
  const take = (value) => desk.fill({ items: { ...given, [key]: value } });
  const skip = () => {
    const left = { ...given };
    delete left[key];
    desk.fill({ items: left });
  };
  const value = (n) => html`<label class="paper-value"
    ><input type="radio" name=${key} value=${n} .checked=${live(given[key] === n)} @change=${() => take(n)} /><span>${number(n)}</span></label
  >`;
  return html`<fieldset class="paper-scale">
    <legend>${words()}</legend>
    <div class="paper-values">${values.map(value)} ${given[key] ? button(t("Leave out"), skip, "small quiet") : nothing}</div>
  </fieldset>`;
}

export function paper(desk, seat) {
  if (!desk.view.course.tasks.evaluate) return nothing;
  const { evaluated } = (desk.me.written_for || {})[seat.id] || {};
  if (evaluated) return group("paper", t("Evaluation on paper"), html`<p class="muted">${t("Entered. Thank you.")}</p>`);
  const { items = {}, open = "" } = desk.form;
  const over = measure(open, LIMITS.comment).over;
  const enter = async () => {
    if (over) return;
    await desk.ask("answer_evaluation", { items, open_word: open.trim(), owner: seat.id }, t("Evaluation")).kept;
    desk.fill({ items: {}, open: "" });
  };
  return group("paper", t("Evaluation on paper"), html`${ITEMS.map((item) => scale(desk, item))}
    <div class=${over ? "field is-bad" : "field"}>
      <label class="field-label small" for="open-word">${t("An open word")}</label>
      <textarea class="input said" id="open-word" dir="auto" rows="2" .value=${live(open)} @input=${(event) => desk.fill({ open: event.target.value })}></textarea>
    </div>
    <p class="muted small">${t("Anything may be left out. It is kept without a name and not shown again.")}</p>
    <p>${button(t("Enter the form"), enter, "wide")}</p>`);
}
