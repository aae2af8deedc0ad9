// Question: candidates in the order in which they came, the criteria beside them.
import { html } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { candidates } from "../../wall/lines.js";
import { group } from "../parts.js";
import { tapped } from "../item.js";

const CRITERIA = () => [
  t("General, and one short plain sentence"),
  t("Everyone here has lived something that it is about"),
  t("To be answered by thinking, not by measuring or looking up"),
  t("In positive form, without an answer hidden in it"),
  t("It matters to this group"),
  t("Not “how do we carry out X?”"),
];

export function criteria(heading, list) {
  return group("criteria", heading, html`<ul class="criteria" role="list">${list.map((words) => html`<li>${words}</li>`)}</ul>`);
}

export function question(desk) {
  const none = html`<p class="muted">${t("No wording yet. Write the first one below.")}</p>`;
  const list = Object.keys(desk.view.wordings).length ? candidates(desk.view, { onPick: tapped(desk), picked: desk.picks }) : none;
  return html`<div class="wall">
    <div class="wall-told">${group("wordings", t("Wordings"), list)}</div>
    <div class="wall-found">${criteria(t("A good question"), CRITERIA())}</div>
  </div>`;
}
