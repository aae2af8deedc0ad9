/** What is said where people come in over a line that others could read. The server knows: base.html marks the page. */
import { html, nothing } from "../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "./i18n.js";

export function notEncrypted() {
  if (!("plain" in document.body.dataset)) return nothing;
  return html`<p class="muted small">${t("Not encrypted: use only on a trusted network.")}</p>`;
}
