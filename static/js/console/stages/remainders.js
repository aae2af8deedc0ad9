// Beside the wall: reservations and dissents on the present answer, and earlier wordings of it.
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t, tn } from "../../i18n.js";
import { answerName, keptName } from "../../wall/names.js";
import { currentAnswer, inOrder, keptBeside } from "../../wall/reading.js";
import { compared, sideBySide } from "../compare.js";
import { pick } from "../item.js";
import { group, said } from "../parts.js";

function kept(desk, item) {
  const { language } = desk.view.about;
  const words = html`<span class="finding-text"
    ><span class="kind">${keptName(item.kind)}</span> ${said(item.text, language)}${item.signature ? html` <small class="muted"><bdi>${item.signature}</bdi></small>` : nothing}</span
  >`;
  const pressed = String(desk.picks.has(item.id));
  return html`<li class="finding" data-id=${item.id}>
    <button class="line-body" type="button" aria-pressed=${pressed} @click=${() => pick(desk, item.id)}>${words}</button>
  </li>`;
}

export function remainders(desk) {
  const { view } = desk;
  const answer = currentAnswer(view);
  if (!answer) return nothing;
  const beside = keptBeside(view, answer.id);
  const earlier = inOrder(view.answers).slice(0, -1).reverse();
  const stale = inOrder(view.kept).length - beside.length;
  if (!beside.length && !earlier.length) return nothing;
  const [before] = earlier;
  const changed = before && view.course.tasks.word_answers
    ? group("changed", t("What the last wording changed"), sideBySide({ name: answerName(before.number), text: before.text }, { name: answerName(answer.number), text: answer.text }, view.about.language), "wall-more")
    : nothing;
  return html`${changed}<div class="wall wall-more">
    <div class="wall-told">
      ${earlier.length
        ? html`<details><summary>${tn("{n} earlier wording", "{n} earlier wordings", earlier.length)}</summary>
            <ol class="ladder" role="list">
              ${earlier.map((item, n) => {
                // Each beside what it became: the words that went are struck through.
                const words = compared(item.text, (earlier[n - 1] || answer).text, view.about.language);
                return html`<li class="finding"><p class="kind">${answerName(item.number)}</p><p>${words.before}</p></li>`;
              })}
            </ol>
            ${stale ? html`<p class="muted small">${tn("{n} reservation or dissent belongs to an earlier wording.", "{n} reservations or dissents belong to earlier wordings.", stale)}</p>` : nothing}</details>`
        : nothing}
    </div>
    <div class="wall-found">
      ${beside.length ? group("kept", t("Beside the answer"), html`<ul class="ladder" role="list">${beside.map((item) => kept(desk, item))}</ul>`) : nothing}
    </div>
  </div>`;
}
