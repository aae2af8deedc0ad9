/** The last screens: thanks while everyone evaluates, then what the group found. */
import { html, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../i18n.js";
import { reservations, standing, wording } from "./consensus.js";

const LENGTHS = {
  three_items: () => t("Take your phone for a minute: three questions and one open word."),
  five_items: () => t("Take your phone for a minute: five questions and one open word."),
  seven_items: () => t("Take your phone for a minute or two: seven questions and one open word."),
};

export function thanks({ about: { form } }) {
  return html`<div class="flip-middle">
    <p class="flip-large">${t("Thank you.")}</p>
    <p>${(LENGTHS[form] || LENGTHS.three_items)()}</p>
    <p class="muted">${t("Nobody sees who answered what. Each question may be left out.")}</p>
  </div>`;
}

/** What the group leaves with; the story itself stays in the room. */
export function result(view) {
  const beside = reservations(view);
  return html`<div class="flip-middle flip-result">
    ${standing(view)}
    <div>${wording(view)}</div>
    ${beside.length ? html`<div>${beside}</div>` : nothing}
    <p><a href="release">${t("See exactly what managers read")}</a></p>
    ${view.course.closed ? html`<p class="muted">${t("This dialogue is closed. Thank you.")}</p>` : nothing}
  </div>`;
}
