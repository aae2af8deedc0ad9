/** What a phone shows while there is no room to show, and after it. */
import { html, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../i18n.js";
import { mainButton } from "./parts.js";
import { copy, wordsOf } from "./refused.js";

const ENDINGS = {
  left: () => [t("You have left"), t("Nothing of yours is left on this device.")],
  removed: () => [t("You are no longer in this dialogue"), t("If you think this is a mistake, speak to the facilitator.")],
  moved: () => [t("This place is open somewhere else now"), t("Nothing of yours is left on this device once you close this page.")],
  signed_out: () => [t("This device is not in the dialogue any more"), t("Join again with the code on the wall. What you had not sent is kept here.")],
};

const notSent = (words) => html`<section class="words stack" aria-label=${t("Not sent")}>
    <p><strong>${t("Not sent")}</strong></p><p class="said" dir="auto">${words}</p>
    <p><button class="button button-small" type="button" @click=${() => copy(words)}>${t("Copy")}</button></p>
  </section>`;

/** There is no room to show: not yet, or not any more. */
export function outside(state, retry) {
  if (state.ended) {
    const [title, text] = ENDINGS[state.ended]();
    return html`<main class="phone-main" id="main">
      <div class="listen stack"><h1 tabindex="-1" data-heading>${title}</h1><p>${text}</p>
        ${(state.unsent || []).map(wordsOf).filter(Boolean).map(notSent)}
        <p><a class="button" href="/join">${t("Join with a code")}</a></p></div>
    </main>`;
  }
  const slow = Date.now() - state.lostSince > 10000;
  return html`<main class="phone-main" id="main">
    <div class="listen"><h1>${t("One moment")}</h1><p>${slow ? t("No connection yet. Trying again.") : t("Connecting…")}</p></div>
    ${slow ? mainButton(t("Retry now"), retry) : nothing}
  </main>`;
}
