// What was stopped and parked. Only the facilitator knows that it exists.
import { html } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { button, said } from "../parts.js";

export function parked(desk) {
  const { view } = desk;
  const ids = Object.keys(view.parked);
  const row = (id) => html`<li class="list-row">
    ${said(view.parked[id].text, view.about.language)} ${button(t("Put back"), () => desk.ask("unpark_item", { item: id }), "small")}
  </li>`;
  const content = ids.length
    ? html`<ul class="list" role="list">${ids.map(row)}</ul>`
    : html`<p class="muted">${t("Nothing is parked. “Stop and park” hides an entry from everyone at once.")}</p>`;
  return { heading: t("Parked"), content };
}
