// Beneath the wall: the experiences that were not chosen, so that what is written can rest on them, too.
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { titles } from "../../wall/lines.js";
import { experiences } from "../../wall/reading.js";
import { tapped } from "../item.js";

export function others(desk) {
  const { view } = desk;
  const { write_statements: states, word_answers: answers } = view.course.tasks;
  const items = experiences(view).filter(({ id }) => id !== view.selection.chosen);
  if (!(states || answers) || !items.length) return nothing;
  return html`<details class="wall-more">
    <summary>${t("The other experiences, for something to rest on")}</summary>
    ${titles(view, { items, onPick: tapped(desk), picked: desk.picks })}
  </details>`;
}
