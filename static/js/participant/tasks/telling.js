/**
 * The narrative as it is written down: its narrator reads along, corrects and approves; the scribe whom the facilitator
 * named writes what is told, in the narrator's words.
 */
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { announce } from "../../announce.js";
import { t } from "../../i18n.js";
import { icon } from "../../icons.js";
import { LIMITS } from "../../texts.js";
import { sentences } from "../../wall/reading.js";
import { fits, form, send, task, textField, textOf } from "../fields.js";
import { pending } from "../reading.js";
import { lineButton, listen, mainButton, paper, sideways } from "../parts.js";
import { doubtButton } from "./doubts.js";
import { factsToAnswer } from "./facts.js";

export const writes = (at) => (at.me.narrates || at.me.scribe) && at.view.course.tasks.write_narrative;

/** The one who told it reads along; the scribe has a line to write, too. */
export function told(at) {
  const lines = sentences(at.view);
  if (at.me.scribe) return scribing(at, lines);
  if (!lines.length) {
    return {
      key: "tell",
      body: html`${listen(at, { title: t("You tell it"), text: t("Tell it aloud. What you say is written down; you can correct it here.") })}
        ${sideways(t("Write a sentence myself"), () => at.open("sentence"))}`,
    };
  }
  const approve = () => {
    at.ask("approve_narrative", {}, t("Approved"));
    announce(t("You approved the narrative."));
    at.redraw();
  };
  const waiting = pending(at, "approve_narrative");
  const done = at.view.narrative.approved || Boolean(waiting && !waiting.data.sentences);
  return {
    key: done ? "approved" : "told",
    body: html`<h2 class="overline" tabindex="-1" data-heading>${t("Your narrative. Tap a sentence to correct it.")}</h2>
      ${done ? html`<p class="muted">${t("You have approved it as it stands.")}</p>` : nothing}
      ${factsToAnswer(at)} ${written(at, lines)}
      ${sideways(t("Write a sentence myself"), () => at.open("sentence"))}`,
    main: done ? doubtButton(at) : mainButton(t("This is how it was"), approve),
  };
}

function scribing(at, lines) {
  const submit = async () => {
    if (!fits(at, "sentence", LIMITS.sentence)) return;
    await send(at, ["write_sentence", { text: textOf(at, "sentence") }, t("Sentence")], ["sentence"]);
    const field = document.getElementById("sentence");
    if (field) field.focus();
  };
  return {
    key: "scribing",
    typing: ["sentence"],
    task: true,
    body: html`<h2 class="overline" tabindex="-1" data-heading>${t("You write down what is told")}</h2>
      ${factsToAnswer(at)} ${written(at, lines)}
      ${form(submit, textField(at, nextSentence(at)))}`,
    main: mainButton(t("Write it down")),
  };
}

function written(at, lines) {
  const fix = (item) => () => {
    at.drafts.set("correction", item.text);
    at.open("correct", { item: item.id });
  };
  const notes = (item) => html`${item.approved ? html`<span class="state" data-state="saved">${icon("check")} <span class="vh">${t("Approved")}</span></span>` : nothing}
    <span class="vh">${t("Correct this sentence")}</span>`;
  return html`<ol class="lines" role="list">${lines.map((item) => lineButton(at, item, { press: fix(item), notes: notes(item) }))}</ol>`;
}

function nextSentence(at) {
  return {
    name: "sentence",
    label: t("The next sentence"),
    hint: at.me.narrates ? t("One thing that happened. No names.") : t("In the narrator's words. No names."),
    limit: LIMITS.sentence,
    rows: 2,
    promise: t("The group sees it as part of the narrative."),
  };
}

/** A sentence at the end, or after another one, as 3a follows 3. */
export function sentence(at) {
  const { after } = at.ui.open;
  const known = after ? at.view.sentences[after] : null;
  if (!writes(at) || (after && !known)) return null;
  return task(at, {
    key: `sentence-${after}`,
    heading: known ? t("Insert after sentence {label}", { label: known.label }) : t("The next sentence"),
    before: known ? paper(at, { item: { ...known, id: after }, collection: "sentences" }) : nothing,
    field: { ...nextSentence(at), ...(known ? { label: t("What belongs there") } : {}) },
    ask: (text) => ["write_sentence", known ? { text, after } : { text }, t("Sentence")],
    main: t("Write it down"),
  });
}

export function correct(at) {
  const { item } = at.ui.open;
  const known = at.view.sentences[item];
  if (!known || !writes(at)) return null;
  const approve = () => {
    at.ask("approve_narrative", { sentences: [item] }, t("Approved"));
    announce(t("You approved this sentence."));
    at.done({ forget: ["correction"] });
  };
  return task(at, {
    key: `correct-${item}`,
    heading: t("Correct sentence {label}", { label: known.label }),
    field: {
      name: "correction",
      label: at.me.narrates ? t("In your words") : t("In the narrator's words"),
      limit: LIMITS.sentence,
      rows: 4,
      promise: t("The group sees it as part of the narrative."),
    },
    ask: (text) => (text === known.text ? null : ["correct_sentence", { sentence: item, text }, t("Correction")]),
    after: html`${at.me.narrates && !known.approved ? sideways(t("This sentence is right as it stands"), approve) : nothing}
      ${sideways(t("Insert a sentence after it"), () => at.open("sentence", { after: item }))}`,
    cancel: t("Leave it as it was"),
    forgets: true,
    main: t("Correct it on the wall"),
  });
}
