// Beneath the answer: does it hold for the experiences that it did not come from? A table, a row each.
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { matterName, resultName } from "../../wall/names.js";
import { currentAnswer, experiences, inOrder } from "../../wall/reading.js";
import { button, said } from "../parts.js";
import { has } from "../roles.js";

// {current, earlier}: the newest test of this answer on this experience, and of a wording before it.
export function testsOf(view, answer, experience) {
  const found = inOrder(view.tests).filter((test) => test.experience === experience).reverse();
  return { current: found.find((test) => test.answer === answer.id) || null, earlier: found.find((test) => test.answer !== answer.id) || null };
}

const told = (test) => (test.matter ? t("{result}: {matter}", { result: resultName(test.result), matter: matterName(test.matter) }) : resultName(test.result));

function result({ current, earlier }) {
  if (current) return html`<span class=${current.result === "holds" ? "" : "test-open"}>${told(current)}</span>`;
  if (earlier) return html`<span class="muted">${t("not tested again; before: {result}", { result: told(earlier) })}</span>`;
  return html`<span class="muted">${t("not tested yet")}</span>`;
}

export function tests(desk) {
  const { view } = desk;
  const answer = currentAnswer(view);
  const others = experiences(view).filter(({ id }) => id !== view.selection.chosen);
  if (!view.course.tasks.test || !has(view, "tests") || !answer || !others.length) return nothing;
  const row = ({ id, number, text }) => {
    const found = testsOf(view, answer, id);
    const { current } = found;
    const open = () => desk.open("test", null, id);
    return html`<tr>
      <th scope="row"><span class="num">${number}</span> ${said(text, view.about.language)}</th>
      <td>${result(found)}</td>
      <td>${current && current.text ? said(current.text, view.about.language) : nothing}</td>
      <td>${button(current ? t("Change") : t("Test"), open, "small quiet", { name: current ? t("Change the test on {n}", { n: number }) : t("Test on {n}", { n: number }) })}</td>
    </tr>`;
  };
  return html`<section class="tests" aria-labelledby="tests-head">
    <h2 class="overline" id="tests-head">${t("Does it hold for the other experiences?")}</h2>
    <table>
      <thead class="vh"><tr><th scope="col">${t("Experience")}</th><th scope="col">${t("Result")}</th><th scope="col">${t("Note")}</th><th scope="col">${t("Test")}</th></tr></thead>
      <tbody>${others.map(row)}</tbody>
    </table>
  </section>`;
}
