/** Looking back: the items of the plan's form and one word, unsigned; and how it ended. */
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { announce } from "../../announce.js";
import { t, tn } from "../../i18n.js";
import { isShared } from "../../live/shared.js";
import { LIMITS } from "../../texts.js";
import { formItems } from "../../wall/evaluation.js";
import { outcomeName } from "../../wall/names.js";
import { outcome } from "../../wall/reading.js";
import { fits, form, send, textField, textOf } from "../fields.js";
import { pending } from "../reading.js";
import { listen, mainButton, said, sideways } from "../parts.js";
import { dividing } from "./consensus.js";

const choicesOf = (at) => JSON.parse(at.drafts.get("evaluation") || "{}");

function choose(at, key, value) {
  const choices = choicesOf(at);
  if (value === null) delete choices[key];
  else choices[key] = value;
  at.drafts.set("evaluation", Object.keys(choices).length ? JSON.stringify(choices) : "");
  at.redraw();
}

function scale(at, { key, most, text }) {
  const chosen = choicesOf(at)[key];
  const values = Array.from({ length: most }, (_, place) => place + 1);
  return html`<fieldset class="field">
    <legend class="field-label">${text}</legend>
    <p class="field-hint">${t("1 = not at all, {most} = fully", { most })}</p>
    <div class="scale">
      ${values.map(
        (value) => html`<input class="vh" type="radio" name=${key} id="${key}-${value}" .checked=${chosen === value}
            @change=${() => choose(at, key, value)}><label class="scale-point" for="${key}-${value}">${value}</label>`,
      )}
    </div>
    ${chosen ? html`<button class="button button-quiet" type="button" @click=${() => choose(at, key, null)}>${t("Leave this one out")}</button>` : nothing}
  </fieldset>`;
}

/** A ballot leaves no trace here once it is taken in, so the page itself remembers that it went. */
function sent(at) {
  const refused = at.items.some((item) => item.type === "answer_evaluation" && item.status === "refused");
  return at.me.evaluated || pending(at, "answer_evaluation") || (at.ui.evaluated && !refused);
}

export const skipped = (at) => Boolean(at.drafts.get("evaluation-skipped"));

export function evaluation(at) {
  if (sent(at)) return { key: "thanks", body: listen(at, { title: t("Thank you"), text: t("Your answers are in, unsigned.") }) };
  if (skipped(at)) {
    const back = () => {
      at.drafts.set("evaluation-skipped", "");
      at.redraw();
    };
    return { key: "skipped", body: html`${listen(at, { title: t("Thank you"), text: t("You skipped the form.") })}${sideways(t("Open the form after all"), back)}` };
  }
  const asked = formItems(at.view.about.form);
  const submit = async () => {
    if (!fits(at, "open_word", LIMITS.comment, { optional: true })) return;
    const chosen = choicesOf(at);
    const items = {};
    for (const { key } of asked) if (chosen[key]) items[key] = chosen[key];
    const data = { items, open_word: textOf(at, "open_word") };
    at.ui.evaluated = true;
    await send(at, ["answer_evaluation", data, t("Evaluation")], ["evaluation", "open_word"]);
    announce(t("Thank you. Your answers are on their way, unsigned."));
  };
  const skip = () => {
    at.drafts.set("evaluation-skipped", "yes");
    at.redraw();
  };
  const n = at.view.about.threshold;
  return {
    key: "evaluation",
    typing: ["evaluation", "open_word"],
    task: true,
    body: html`<h2 tabindex="-1" data-heading>${t("Looking back")}</h2>
      <p class="promise">
        ${t("Unsigned. Nobody can see who answered what.")}
        ${tn("Answers are shown together only, from {n} person on.", "Answers are shown together only, from {n} people on.", n)}
        ${t("Leave out what you like.")}
      </p>
      <p class="muted small">${t("This device tells the group's median how long it was used, nothing else.")}</p>
      ${form(
        submit,
        html`${asked.map((item) => scale(at, item))}
        ${textField(at, { name: "open_word", label: t("One word or sentence (if you like)"), limit: LIMITS.comment, rows: 3 })}`,
      )}
      ${sideways(t("Skip the form"), skip)}`,
    main: mainButton(t("Send, unsigned")),
  };
}

export function closing(at) {
  const screen = evaluation(at);
  if (screen.key === "evaluation") return { ...screen, body: html`${screen.body}${at.view.release.until ? leaving() : nothing}` };
  return { key: `closing-${screen.key}`, body: html`${screen.body}${whatHappens(at)}` };
}

const leaving = () =>
  html`<p><a href="/d/${document.body.dataset.dialogue}/release">${t("See exactly what managers read")}</a></p>`;

function whatHappens(at) {
  return html`<section class="stack">
    <h3>${t("What happens to what you wrote")}</h3>
    <p>${t("Stories stay here, insights travel: managers never see titles, stories or who said what.")}</p>
    ${leaving()}
    ${at.view.course.closed
      ? html`<p><a class="button" href="/d/${document.body.dataset.dialogue}/archive">${t("Read what was written")}</a></p>`
      : html`<p>${t("You can still withdraw what you wrote.")}
          <button class="link" type="button" @click=${() => at.sheet("words")}>${t("My words")}</button></p>`}
  </section>`;
}

export function closed(at) {
  const known = outcome(at.view);
  const answer = known && known.answer && at.view.answers[known.answer];
  return {
    key: "closed",
    quiet: true,
    body: html`<h2 tabindex="-1" data-heading>${t("Thank you")}</h2>
      ${known
        ? html`<div class="words">
              <p class="kind">${t("Outcome: {kind}", { kind: outcomeName(known.kind) })}</p>
              ${answer ? said(at, answer.text) : nothing}
            </div>
            ${dividing(at, known)}`
        : nothing}
      <p>${t("The dialogue is closed.")}${isShared() ? nothing : html` ${t("You can put the phone away.")}`}</p>
      ${whatHappens(at)}`,
  };
}
