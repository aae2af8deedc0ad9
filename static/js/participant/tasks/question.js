/** The question: a wording to suggest, and whether one has lived something that answers it. */
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { announce } from "../../announce.js";
import { t } from "../../i18n.js";
import { LIMITS } from "../../texts.js";
import { inOrder } from "../../wall/reading.js";
import { task } from "../fields.js";
import { ownItems, pending, underWay } from "../reading.js";
import { listen, mainButton, sideways, statusLine } from "../parts.js";

const maySuggest = (at) => at.view.about.options.question_suggestions && at.view.course.tasks.word_question;

export function ownSuggestions(at) {
  const own = ownItems(at, "wordings").concat(
    underWay(at, "word_question").map((item) => ({ text: item.data.text, status: item.status })),
  );
  return own.map(
    (item) => html`<div class="words">
      <p class="said" lang=${at.language} dir="auto">${item.text}</p>
      ${statusLine(item.hidden ? "hidden" : item.status)}
    </div>`,
  );
}

export function suggestButton(at) {
  return maySuggest(at) ? mainButton(t("Suggest a question"), () => at.open("question"), { primary: false }) : nothing;
}

/** Whether I said that I have lived something for this wording. */
function lived(at, wording) {
  const asked = pending(at, "mark_has_experience");
  return asked && asked.data.wording === wording ? asked.data.has : Boolean(at.me.has_experience[wording]);
}

export function question(at) {
  const { wording } = at.view.question;
  const has = wording ? lived(at, wording) : false;
  const press = () => {
    at.ask("mark_has_experience", { wording, has: !has }, t("I have an experience for this"));
    announce(has ? t("Taken back.") : t("Noted. Only you see that."));
    at.redraw();
  };
  return {
    key: "question-stage",
    body: html`${ownSuggestions(at)} ${listen(at)}
      ${wording ? html`<p class="promise">${t("Do you have an experience for this question? The facilitator sees only how many have one.")}</p>` : nothing}
      ${wording && maySuggest(at) ? sideways(t("Suggest a question"), () => at.open("question")) : nothing}`,
    main: wording
      ? html`<button class="button button-wide" type="button" aria-pressed=${String(has)} @click=${press}>${t("I have an experience for this")}</button>`
      : suggestButton(at),
  };
}

export function suggestQuestion(at) {
  if (!maySuggest(at)) return null;
  const before = inOrder(at.view.wordings);
  const later = at.stage === "opening"; // the wall shows how to come in then
  return task(at, {
    key: "question",
    heading: t("Suggest a question"),
    field: {
      name: "question",
      label: t("A question for this group"),
      hint: t("General, short, and one that everyone here can answer from experience."),
      limit: LIMITS.question,
      rows: 3,
      promise: later ? t("The group sees it without your name, at the step of the question.") : t("The group sees it without your name."),
      story: false,
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
    main: later ? t("Send it") : t("Put it on the wall"),
  });
}
