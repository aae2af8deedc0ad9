/** Coming in: what is promised, the rules, the limits; then "I agree". */
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { announce } from "../../announce.js";
import { notEncrypted } from "../../encryption.js";
import { t, tn } from "../../i18n.js";
import { linesOf, listen, mainButton } from "../parts.js";
import { ownSuggestions, suggestButton } from "./question.js";

/** The promise as it was made at the door (and is tested). */
export function promise() {
  return html`<div class="promise stack">
    <p>${t("Once your screen shows ✓, your words are on disk. Until then they stay on your screen and are sent again; nothing is sent twice.")}</p>
    <p>${t("Here you have a pseudonym. People in the room may know you; managers never see stories or who said what.")}</p>
    <p>${t("You can withdraw what you wrote until the dialogue is closed.")}</p>
  </div>`;
}

/** Nobody looks on without the group knowing. */
export function observed(at) {
  const { observers: n } = at.view.group;
  return n ? html`<p class="muted">${tn("{n} person is here to observe and writes nothing.", "{n} people are here to observe and write nothing.", n)}</p>` : nothing;
}

export function rules(at) {
  return at.view.about.rules ? html`<section><h3>${t("Rules")}</h3>${linesOf(at, at.view.about.rules)}</section>` : nothing;
}

export function limits(at) {
  const { limits: text } = at.view.about;
  if (!text) return nothing;
  return html`<section><h3>${t("What cannot stay confidential")}</h3>${linesOf(at, text)}</section>`;
}

export function agree(at) {
  const press = () => {
    at.ask("agree_to_rules", {}, t("I agree"));
    announce(t("You agreed."));
    at.redraw();
  };
  return {
    key: "agree",
    body: html`<h2 tabindex="-1" data-heading>${t("Before we begin")}</h2>
      ${promise()} ${rules(at)} ${limits(at)} ${observed(at)} ${notEncrypted()}`,
    main: mainButton(t("I agree"), press),
    task: true,
    after: true,
  };
}

/** Nothing but the opening was visited: a group that comes back to it has begun long ago. */
function notBegun({ stage, stages }) {
  return stage === "opening" && !Object.keys(stages).some((key) => key !== "opening" && stages[key].visited);
}

export function waitForStart(at) {
  const text = notBegun(at.view.course) ? t("We begin soon. Look at the wall.") : t("Look at the wall. Nothing to do here.");
  return { key: "wait", body: html`${ownSuggestions(at)} ${listen(at, { text })}`, main: suggestButton(at) };
}
