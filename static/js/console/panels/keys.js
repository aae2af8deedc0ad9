// The shortcuts, and the switch for them.
import { html } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { button } from "../parts.js";
import { SHORTCUTS } from "../keys.js";

export function keys(desk) {
  const row = ({ shown, does }) => html`<div><dt><kbd>${shown}</kbd></dt><dd>${does()}</dd></div>`;
  const content = html`<p class="muted small">${t("They work while no field has the focus. A presenter's clicker turns the stages.")}</p>
    <dl class="summary">${SHORTCUTS.map(row)}</dl>
    <p>${button(desk.keysOn ? t("Switch shortcuts off") : t("Switch shortcuts on"), () => desk.switchKeys(), "small")}</p>`;
  return { heading: t("Keyboard"), content };
}
