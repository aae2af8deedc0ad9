// Everything that can still be taken back, the newest first, each with what it was done to.
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { undoName } from "../names.js";
import { button, said } from "../parts.js";
import { may } from "../roles.js";
import { undoable } from "../undoing.js";

function row(desk, action) {
  const name = undoName(action);
  const label = action.label || (action.collection === "experiences" || action.collection === "wordings" ? action.number : "");
  return html`<li class="list-row undo-row">
    <span><span class="kind">${name}${label ? html` <span class="num">${label}</span>` : nothing}</span>
      ${action.text ? said(action.text, desk.view.about.language, 70) : nothing}</span>
    ${may(desk, "undo_action") ? button(t("Undo"), () => desk.ask("undo_action", { action: action.action }), "small quiet", { name: t("Undo “{name}”", { name: action.text ? `${name}: ${action.text}` : name }) }) : nothing}
  </li>`;
}

export function undo(desk) {
  const found = undoable(desk.view);
  const content = found.length
    ? html`<p class="muted small">${t("Each can be taken back by itself, as long as nothing was built upon it.")}</p>
        <ol class="list" role="list">${found.map((action) => row(desk, action))}</ol>`
    : html`<p class="muted">${t("There is nothing to take back.")}</p>`;
  return { heading: t("What can be taken back"), content };
}
