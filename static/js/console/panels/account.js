// The typed account of an experience, to be read by whoever leads; the wall shows titles.
import { html } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { said } from "../parts.js";

export function account(desk) {
  const { about, experiences } = desk.view;
  const item = experiences[desk.panel.item];
  if (!item || !item.account) return { heading: t("Account"), content: html`<p class="muted">${t("There is no account of it any more.")}</p>` };
  return {
    heading: t("Account of experience {n}", { n: item.number }),
    content: html`<p class="kind">${said(item.text, about.language)}</p><p class="aloud-text">${said(item.account, about.language)}</p>`,
  };
}
