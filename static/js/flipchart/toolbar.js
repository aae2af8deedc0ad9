/** The quiet buttons of the flipchart; they show when the pointer moves or a key reaches them. */
import { html, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../i18n.js";

const ICONS = new URL("../../vendor/lucide-1.62.0/icons.svg", import.meta.url).pathname;

export const icon = (name) => html`<svg
  class=${name.startsWith("arrow") ? "icon icon-turns" : "icon"}
  aria-hidden="true"
>
  <use href="${ICONS}#${name}"></use>
</svg>`;

function tool(symbol, label, act, pressed = nothing) {
  return html`<button class="button button-quiet" type="button" aria-pressed=${pressed} title=${label} @click=${act}>
    ${icon(symbol)}<span class="vh">${label}</span>
  </button>`;
}

const closeSheet = (event) => event.target.closest("dialog").close();

function keysSheet(tools) {
  const row = (keys, what) => html`<div><dt>${keys}</dt><dd>${what}</dd></div>`;
  return html`<dialog class="drawer" aria-labelledby="keys-title">
    <div class="sheet-head">
      <h2 id="keys-title">${t("Keys")}</h2>
      <button class="button button-quiet" type="button" @click=${closeSheet}>${icon("x")}<span class="vh">${t("Close")}</span></button>
    </div>
    <dl class="summary">
      ${row(t("Page Down, → or a clicker"), t("next page of a list, or further down"))}
      ${row(t("Page Up, ←"), t("page before"))}
      ${row("F", t("full screen"))}
      ${row("D", t("dark room"))}
      ${row(t("B or full stop"), t("blank screen and back"))}
      ${row("?", t("this list"))}
    </dl>
    <p class="choice">
      <input type="checkbox" id="keys-on" .checked=${!tools.keysOff} @change=${tools.turnKeys} />
      <label for="keys-on">${t("Use these keys")}</label>
    </p>
  </dialog>`;
}

export function toolbar(tools) {
  return html`<div class="flip-tools" role="group" aria-label=${t("This screen")}>
      ${tool("moon", t("Dark room"), tools.turnDark, tools.dark ? "true" : "false")}
      ${tools.canFill ? tool("presentation", t("Full screen"), tools.fill) : nothing}
      ${tool("printer", t("Print the wall"), tools.print)} ${tool("circle-question-mark", t("Keys"), tools.help)}
    </div>
    ${keysSheet(tools)}`;
}
