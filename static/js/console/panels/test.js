// What another experience says of the answer, written down.
import { html, live, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { LIMITS, measure } from "../../texts.js";
import { RESULT_ORDER, answerName, matterName, resultName } from "../../wall/names.js";
import { currentAnswer } from "../../wall/reading.js";
import { button, said } from "../parts.js";
import { testsOf } from "../stages/tests.js";

const MATTERS = ["counterexample", "other_matter"];

function oneOf(desk, name, legend, keys, word, chosen) {
  const choice = (key) => html`<div class="choice">
    <input type="radio" name=${name} id=${`${name}-${key}`} .checked=${live(chosen === key)} @change=${() => desk.fill({ [name]: key })} />
    <label for=${`${name}-${key}`}>${word(key)}</label>
  </div>`;
  return html`<fieldset class="field"><legend class="overline">${legend}</legend>${keys.map(choice)}</fieldset>`;
}

export function test(desk) {
  const { view } = desk;
  const experience = view.experiences[desk.panel.item];
  const answer = currentAnswer(view);
  if (!experience || !answer) return { heading: t("Test"), content: html`<p class="muted">${t("That is no longer on the wall.")}</p>` };
  const { current } = testsOf(view, answer, desk.panel.item);
  const was = current || {};
  const { result = was.result, matter = was.matter, note = was.text || "" } = desk.form;
  const fails = result === "does_not_hold";
  const over = measure(note, LIMITS.reason).over;
  const write = async () => {
    if (over) return;
    const data = { answer: answer.id, experience: desk.panel.item, result };
    if (note.trim()) data.note = note.trim();
    if (fails && matter) data.matter = matter;
    const ack = await desk.ask("test_answer", data, t("Test")).done;
    if (ack.ok) desk.close();
  };
  const content = html`<p>${said(experience.text, view.about.language)}</p>
    <p class="muted small">${answerName(answer.number)}: ${said(answer.text, view.about.language)}</p>
    ${oneOf(desk, "result", t("For this experience the answer …"), RESULT_ORDER, resultName, result)}
    ${fails ? oneOf(desk, "matter", t("Is it …"), MATTERS, matterName, matter) : nothing}
    ${fails && matter === "counterexample" ? html`<p class="promise">${t("A counterexample reopens the wording: tap the answer, “New wording from this”.")}</p>` : nothing}
    <div class=${over ? "field is-bad" : "field"}>
      <label class="field-label small" for="note">${t("Note, if wanted")}</label>
      <input class="input" id="note" dir="auto" autocomplete="off" aria-invalid=${over ? "true" : nothing} .value=${live(note)} @input=${(event) => desk.fill({ note: event.target.value })} />
    </div>
    ${result ? html`<p class="panel-do">${button(t("Write it down"), write, "wide")}</p>` : nothing}`;
  return { heading: t("Test on experience {n}", { n: experience.number }), content };
}
