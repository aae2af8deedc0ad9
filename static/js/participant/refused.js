/** What was not accepted: the words stay with the one who wrote them, and with what can be done. */
import { html } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { announce } from "../announce.js";
import { sentenceFor } from "../codes.js";
import { t } from "../i18n.js";
import { stateLine } from "./parts.js";

const WORDS = ["text", "title", "account", "objection", "how", "what_we_change", "open_word"];
export const wordsOf = ({ data }) => WORDS.map((field) => data[field]).filter(Boolean).join("\n\n");

/** Refused ones that hold words, or were asked just now. */
export function notAccepted(at) {
  return at.items.filter((item) => item.status === "refused").map((item) => card(at, item));
}

function card(at, item) {
  const words = wordsOf(item);
  return html`<section class="words stack" aria-label=${t("Not accepted")}>
    ${stateLine({ state: "refused", text: item.label ? t("Not accepted: {what}", { what: item.label }) : t("Not accepted") })}
    ${words ? html`<p class="said" lang=${at.language} dir="auto">${words}</p>` : ""}
    <p>${sentenceFor(item.error)}</p>
    <p class="row">
      ${words
        ? html`<button class="button button-small" type="button" @click=${() => at.sheet("show", { words })}>${t("Send to facilitator")}</button>
            <button class="button button-small" type="button" @click=${() => copy(words)}>${t("Copy")}</button>`
        : ""}
      <button class="button button-small" type="button" @click=${() => at.room.discard(item.id)}>${t("Discard")}</button>
    </p>
  </section>`;
}

/** The asynchronous clipboard is missing on plain http. */
export function copy(words) {
  const field = document.createElement("textarea");
  field.value = words;
  field.className = "vh";
  (document.querySelector("dialog[open]") || document.body).appendChild(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  announce(done ? t("Copied.") : t("This browser does not allow copying. Write it down."));
}
