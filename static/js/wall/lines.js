/** Lists of titles and wordings, looking like the wall and tapped like it. */
import { html, nothing, repeat } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../i18n.js";
import { line } from "./parts.js";
import { experiences, wordings } from "./reading.js";
import { usage } from "./wall.js";

function list(items, shown, start) {
  return html`<ol class="lines wall-lines" role="list" start=${start || nothing}>
    ${repeat(items, (item) => item.id, shown)}
  </ol>`;
}

// A quiet sign, without a number of people: someone could put themselves into this one.
const couldBeMine = () => html`<span class="line-mark">${t("someone could put themselves into it")}</span>`;

/** Titles of experiences, `items` to show only some of them. Options as for wall(). */
export function titles(view, options = {}) {
  const on = usage(view, options);
  const { shown, marked } = view.selection;
  return list(options.items || experiences(view), ({ id, number, text }) =>
    line({ id, num: String(number), text, mark: shown && marked[id] ? couldBeMine() : null }, on)
  );
}

/** Candidates for the question, in the order in which they came. */
export function candidates(view, options = {}) {
  const on = usage(view, { current: view.question.wording, ...options });
  return list(options.items || wordings(view), ({ id, number, text }) => line({ id, num: String(number), text }, on));
}
