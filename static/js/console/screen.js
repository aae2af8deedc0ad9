// The whole console as one template.
import { html } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../i18n.js";
import { bar } from "./bar.js";
import { head } from "./head.js";
import { news } from "./news.js";
import { side } from "./side.js";
import { stage } from "./stages/index.js";

const ENDED = {
  removed: () => t("This seat was removed from the dialogue."),
  moved: () => t("You lead on another device now, with your return code."),
  signed_out: () => t("You are signed out here. Sign in again to go on; nothing that was saved is lost."),
};

export function ended(reason) {
  const text = ENDED[reason] ? ENDED[reason]() : t("This screen is closed.");
  return html`<main class="page page-narrow" id="main">
    <p class="lead">${text}</p>
    <p>${reason === "signed_out" ? html`<a class="button" href=${`/sign-in?to=${window.location.pathname}`}>${t("Sign in")}</a>` : html`<a class="button" href="/">${t("Home")}</a>`}</p>
  </main>`;
}

export function screen(desk) {
  return html`<div class="console" data-pane=${desk.pane} data-stage=${desk.view.course.stage} data-level=${desk.view.level.now}>
    ${head(desk)} ${news(desk)}
    <main class="console-main" id="main" tabindex="-1">${stage(desk)}</main>
    ${side(desk)} ${bar(desk)}
  </div>`;
}
