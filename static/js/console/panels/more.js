// Everything else that is rarely needed.
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { icon } from "../parts.js";

export function openFlipchart(desk) {
  window.open(`/d/${desk.dialogue}/flipchart`, `flipchart-${desk.dialogue}`);
}

function item(symbol, label, act) {
  return html`<li>
    <button class="menu-item" type="button" @click=${act}>${icon(symbol)}<span>${label}</span></button>
  </li>`;
}

function link(symbol, label, address) {
  return html`<li>
    <a class="menu-item" href=${address} target="_blank" rel="noopener">${icon(symbol)}<span>${label}</span></a>
  </li>`;
}

export function more(desk) {
  const { parked } = desk.view;
  const count = Object.keys(parked).length;
  const place = `/d/${desk.dialogue}`;
  const content = html`<ul class="menu" role="list">
    ${item("presentation", t("Open the flipchart"), () => openFlipchart(desk))}
    ${item("users", t("People"), () => desk.open("people"))}
    ${desk.view.course.closed ? nothing : item("lock", t("Door and join code"), () => desk.open("door"))}
    ${item("clock", t("Stages and minutes"), () => desk.open("course"))}
    ${item("pause", count ? t("Parked ({n})", { n: count }) : t("Parked"), () => desk.open("parked"))}
    ${link("search", t("Read the archive"), `${place}/archive`)}
    ${link("download", t("Transcript"), `${place}/transcript.md`)}
    ${item("circle-question-mark", t("Keyboard"), () => desk.open("keys"))}
  </ul>`;
  return { heading: t("More"), content };
}
