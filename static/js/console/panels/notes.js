// What came to the facilitator alone: private notes, and what observers saw.
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { inOrder } from "../../wall/reading.js";
import { observedName, seenName } from "../names.js";
import { button, group, said } from "../parts.js";
import { may } from "../roles.js";

export function notes(desk) {
  const { view } = desk;
  const { language } = view.about;
  const note = (item) => html`<li>
    <p>${said(item.text, language)} <small class="muted">${item.signature ? html`<bdi>${item.signature}</bdi>` : t("unsigned")}</small></p>
    ${item.read ? html`<small class="muted">${t("read")}</small>` : may(desk, "acknowledge_note") ? button(t("Read"), () => desk.ask("acknowledge_note", { note: item.id }), "small quiet") : nothing}
  </li>`;
  const seen = (item) => html`<div><dt>${observedName(item.point)}</dt><dd>${seenName(item.seen)}${item.text ? html`<br />${said(item.text, language)}` : nothing}</dd></div>`;
  const all = inOrder(view.notes).reverse();
  const observed = inOrder(view.observations);
  const content = html`${all.length ? html`<ul class="list" role="list">${all.map(note)}</ul>` : html`<p class="muted">${t("Nobody has written to you.")}</p>`}
    ${observed.length ? group("observed", t("What an observer saw"), html`<dl class="stack">${observed.map(seen)}</dl>`) : nothing}`;
  return { heading: t("For you alone"), content };
}
