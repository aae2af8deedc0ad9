/** While it is told and examined: the current words; for the narrator, correcting and approving. */
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { announce } from "../../announce.js";
import { t } from "../../i18n.js";
import { LIMITS } from "../../texts.js";
import { doubtsAbout, sentences } from "../../wall/reading.js";
import { task } from "../fields.js";
import { currentWords, pending } from "../reading.js";
import { doubtsOn, listen, mainButton, paper, sideways } from "../parts.js";
import { anotherDoubt, doubtButton, otherThanMine, ownDoubtList } from "./doubts.js";

function line(at, sentence) {
  const heated = at.view.narrative.heated === sentence.id;
  const fix = () => {
    at.drafts.set("correction", sentence.text);
    at.open("correct", { item: sentence.id });
  };
  return html`<li class="line ${heated ? "is-heated" : ""} ${/\D/.test(sentence.label) ? "is-inserted" : ""}">
    <button class="line-body" type="button" @click=${fix}>
      <span class="num">${sentence.label}</span>
      <span class="said" lang=${at.language} dir="auto">${heated ? html`<span class="vh">${t("Heated point.")}</span> ` : nothing}${sentence.text}</span>
      <span class="vh">${t("Correct this sentence")}</span>
    </button>
  </li>`;
}

/** The one who told it reads along, corrects in own words, and says when it is right. */
function told(at) {
  const lines = sentences(at.view);
  if (!lines.length) {
    return {
      key: "tell",
      body: listen(at, { title: t("You tell it"), text: t("Tell it aloud. What you say is written down; you can correct it here.") }),
    };
  }
  const approve = () => {
    at.ask("approve_narrative", {}, t("Approved"));
    announce(t("You approved the narrative."));
    at.redraw();
  };
  const done = at.view.narrative.approved || pending(at, "approve_narrative");
  return {
    key: done ? "approved" : "told",
    body: html`<h2 class="overline" tabindex="-1" data-heading>${t("Your narrative. Tap a sentence to correct it.")}</h2>
      ${done ? html`<p class="muted">${t("You have approved it as it stands.")}</p>` : nothing}
      <ol class="lines" role="list">${lines.map((sentence) => line(at, sentence))}</ol>`,
    main: done ? doubtButton(at) : mainButton(t("This is how it was"), approve),
  };
}

export function correct(at) {
  const { item } = at.ui.open;
  const known = at.view.sentences[item];
  if (!known || !at.me.narrates) return null;
  return task(at, {
    key: `correct-${item}`,
    heading: t("Correct sentence {label}", { label: known.label }),
    field: {
      name: "correction",
      label: t("In your words"),
      limit: LIMITS.sentence,
      rows: 4,
      promise: t("The group sees it as part of the narrative."),
    },
    ask: (text) => (text === known.text ? null : ["correct_sentence", { sentence: item, text }, t("Correction")]),
    cancel: t("Leave it as it was"),
    forgets: true,
    main: t("Correct it on the wall"),
  });
}

/** What is on the wall now, and nothing to do but listen. */
export function listening(at) {
  const current = currentWords(at.view, at.stage, at.ui.latest);
  const versions = at.view.about.options.own_versions && at.view.course.kinds.own_version !== undefined;
  return {
    key: `listen-${at.stage}`,
    body: html`${current ? html`${paper(at, current)} ${doubtsOn(at, otherThanMine(at, doubtsAbout(at.view, current.item.id)))}` : nothing}
      ${ownDoubtList(at, current && current.item.id)} ${listen(at)} ${anotherDoubt(at)}
      ${versions ? sideways(t("Write my own version"), () => at.open("version")) : nothing}`,
    main: doubtButton(at),
  };
}

export function narrative(at) {
  const telling = at.me.narrates && at.view.course.tasks.write_narrative && at.stage === "narrative";
  return telling ? told(at) : listening(at);
}

/** "In that place I would have …": where the plan has own versions. */
export function version(at) {
  if (at.view.course.kinds.own_version === undefined) return null;
  const { heated } = at.view.narrative;
  const point = at.view.sentences[heated];
  return task(at, {
    key: "version",
    heading: t("My own version"),
    before: point ? paper(at, { item: { ...point, id: heated }, collection: "sentences" }) : nothing,
    field: {
      name: "version",
      label: t("In that place I would have …"),
      hint: t("Because …"),
      limit: LIMITS.statement,
      rows: 4,
      promise: t("The group sees it without your name."),
    },
    ask: (text) => ["write_statement", { kind: "own_version", text, rests_on: point ? [heated] : [] }, t("Own version")],
    main: t("Put it on the wall"),
  });
}
