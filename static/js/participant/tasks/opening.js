/** Coming in: what is promised, the rules, the limits; then "I agree". And what is said about the question. */
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { announce } from "../../announce.js";
import { t, tn } from "../../i18n.js";
import { LIMITS } from "../../texts.js";
import { inOrder } from "../../wall/reading.js";
import { task } from "../fields.js";
import { ownItems, underWay } from "../reading.js";
import { linesOf, listen, mainButton, statusLine } from "../parts.js";

/** The promise as it was made at the door (and is tested). */
export function promise() {
  return html`<div class="promise stack">
    <p>${t("Once your screen shows ✓, your words are on disk. Until then they stay on your screen and are sent again; nothing is sent twice.")}</p>
    <p>${t("Here you have a pseudonym. People in the room may know you; managers never see stories or who said what.")}</p>
    <p>${t("You can withdraw what you wrote until the group's result is released.")}</p>
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
      ${promise()} ${rules(at)} ${limits(at)} ${observed(at)}`,
    main: mainButton(t("I agree"), press),
    after: true,
  };
}

/** Nothing but the opening was visited: a group that comes back to it has begun long ago. */
function notBegun({ stage, stages }) {
  return stage === "opening" && !Object.keys(stages).some((key) => key !== "opening" && stages[key].visited);
}

export function waitForStart(at) {
  const may = at.view.about.options.question_suggestions;
  const own = ownItems(at, "wordings").concat(
    underWay(at, "word_question").map((item) => ({ text: item.data.text, status: item.status })),
  );
  const text = notBegun(at.view.course) ? t("We begin soon. Look at the wall.") : t("Look at the wall. Nothing to do here.");
  return {
    key: "wait",
    body: html`${own.map(
      (item) => html`<div class="words"><p class="said" lang=${at.language} dir="auto">${item.text}</p>${statusLine(item.status)}</div>`,
    )}
    ${listen(at, { text })}`,
    main: may ? mainButton(t("Suggest a question"), () => at.open("question"), { primary: false }) : nothing,
  };
}

export function suggestQuestion(at) {
  const before = inOrder(at.view.wordings);
  return task(at, {
    key: "question",
    heading: t("Suggest a question"),
    field: {
      name: "question",
      label: t("A question for this group"),
      hint: t("General, short, and one that everyone here can answer from experience."),
      limit: LIMITS.question,
      rows: 3,
      promise: t("The group sees it without your name."),
    },
    ask: (text) => ["word_question", { text }, t("Suggested question")],
    after: before.length
      ? html`<section class="stack">
          <h3 class="overline">${t("Suggested so far")}</h3>
          <ul role="list">
            ${before.map((item) => html`<li class="said" lang=${at.language} dir="auto">${item.text}</li>`)}
          </ul>
        </section>`
      : nothing,
    main: t("Put it on the wall"),
  });
}
