// Everything else that is rarely needed.
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { notEncrypted } from "../../encryption.js";
import { t } from "../../i18n.js";
import { icon } from "../parts.js";
import { may } from "../roles.js";
import { openFlipchart } from "../windows.js";

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
  const { notes } = desk.view;
  const unread = Object.keys(notes || {}).filter((id) => !notes[id].read).length;
  const { closed, tasks } = desk.view.course;
  const content = html`<ul class="menu" role="list">
    ${item("presentation", t("Open the flipchart"), () => openFlipchart(desk))}
    ${item("users", t("People"), () => desk.open("people"))}
    ${closed ? nothing : item("lock", t("Door and join code"), () => desk.open("door"))}
    ${item("clock", t("Stages and minutes"), () => desk.open("course"))}
    ${closed ? nothing : item("check", t("Options and sittings"), () => desk.open("frame"))}
    ${closed ? nothing : item("quote", t("Paper slips"), () => desk.open("slips"))}
    ${item("pause", count ? t("Parked ({n})", { n: count }) : t("Parked"), () => desk.open("parked"))}
    ${closed ? nothing : item("undo-2", t("What can be taken back"), () => desk.open("undo"))}
    ${item("message-circle", unread ? t("For you alone ({n})", { n: unread }) : t("For you alone"), () => desk.open("notes"))}
    ${closed ? nothing : item("circle-question-mark", t("Guidance for this stage"), () => desk.open("guidance"))}
    ${tasks.evaluate && may(desk, "reflect_on_leading") ? item("pencil", t("Your own form"), () => desk.open("reflection")) : nothing}
    ${link("printer", t("Paper: sheets, cards, slips, the wall on A3"), `${place}/paper`)}
    ${link("search", t("Read the archive"), `${place}/archive`)}
    ${link("download", t("Transcript"), `${place}/transcript.md`)}
    ${item("circle-question-mark", t("Keyboard"), () => desk.open("keys"))}
    <li><a class="menu-item" href="/">${icon("log-out")}<span>${t("To your dialogues")}</span></a></li>
    ${desk.me.seat && desk.me.seat.role === "co_facilitator" ? link("arrow-right", t("Change device"), `${place}/return-code`) : nothing}
  </ul>
  ${notEncrypted()}`;
  return { heading: t("More"), content };
}
