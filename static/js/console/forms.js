// The closing forms: what is asked on paper, and of the facilitator (dialogue/methods/evaluation.py has the scales).
import { html, live, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { number, t } from "../i18n.js";
import { LIMITS, measure } from "../texts.js";
import { button } from "./parts.js";

const ITEMS = {
  helped_me_think: { high: 10, words: () => t("This dialogue helped me think."), own: () => t("The dialogue helped the group think.") },
  facilitation: { high: 10, words: () => t("The facilitation was good."), own: () => t("My facilitation was good.") },
  spoke_freely: { high: 5, words: () => t("I could speak freely."), own: () => t("People could speak freely.") },
  others_heard: { high: 5, words: () => t("The views of others were heard."), own: () => t("The views of all were heard.") },
  open_questions: { high: 5, words: () => t("Open questions were asked."), own: () => t("I asked open questions.") },
  see_practice_clearer: { high: 5, words: () => t("I see my own practice more clearly."), own: () => t("They see their own practice more clearly.") },
  will_change: { high: 5, words: () => t("I will do something differently."), own: () => t("They will do something differently.") },
};

const FORMS = {
  three_items: ["helped_me_think", "spoke_freely", "will_change"],
  five_items: ["helped_me_think", "facilitation", "spoke_freely", "open_questions", "will_change"],
  seven_items: Object.keys(ITEMS),
};

export const itemsOf = (view) => FORMS[view.about.form] || FORMS.three_items;

function scale(desk, key, own) {
  const { high, words, own: mine } = ITEMS[key];
  const given = desk.form.items || {};
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
    <legend>${own ? mine() : words()}</legend>
    <div class="paper-values">${Array.from({ length: high }, (_, place) => value(place + 1))} ${given[key] ? button(t("Leave out"), skip, "small quiet") : nothing}</div>
  </fieldset>`;
}

// The form in use with its open word; `enter` is what its button says, `own` whether it is the facilitator's.
export function closingForm(desk, enter, { label, own = false }) {
  const { open = "" } = desk.form;
  const over = measure(open, LIMITS.comment).over;
  const act = () => !over && enter({ items: desk.form.items || {}, open_word: open.trim() });
  return html`<p class="muted small">${t("1 = not at all, the highest number = fully.")}</p>
    ${itemsOf(desk.view).map((key) => scale(desk, key, own))}
    <div class=${over ? "field is-bad" : "field"}>
      <label class="field-label small" for="open-word">${t("An open word")}</label>
      <textarea class="input said" id="open-word" dir="auto" rows="2" aria-invalid=${over ? "true" : nothing} .value=${live(open)} @input=${(event) => desk.fill({ open: event.target.value })}></textarea>
    </div>
    <p>${button(label, act, "wide")}</p>`;
}
