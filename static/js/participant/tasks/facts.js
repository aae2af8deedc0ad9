/** Questions of fact to the narrator; an answer becomes a sentence of the narrative, never a silent edit. */
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { LIMITS } from "../../texts.js";
import { inOrder, sentences } from "../../wall/reading.js";
import { chosenOf, selectOne, signing, task, ticked } from "../fields.js";
import { ownItems, underWay } from "../reading.js";
import { said, statusLine } from "../parts.js";

const open = (view) => inOrder(view.clarifications).filter((item) => !item.answered_by);

export const canAskFact = (at) =>
  at.view.course.tasks.write_narrative && at.view.narrative.experience && !at.me.narrates;

/** [[sentence, "3 As it was told"]], after what stands first. */
function places(at, first) {
  return [["", first], ...sentences(at.view).map((item) => [item.id, `${item.label} ${item.text}`])];
}

export function fact(at) {
  if (!canAskFact(at)) return null;
  const about = chosenOf(at, "fact-about", "");
  const signed = ticked(at, "fact-signed");
  return task(at, {
    key: "fact",
    heading: t("Ask for a fact"),
    field: {
      name: "fact",
      label: t("What happened there?"),
      hint: t("Only what one could have seen or heard. No advice, no judgement."),
      limit: LIMITS.question,
      rows: 3,
      promise: signed ? t("The narrator and the group see it with your name here.") : t("The narrator and the group see it without your name."),
    },
    also: html`${selectOne(at, { name: "fact-about", label: t("What is it about?"), choices: places(at, t("The story as a whole")) })}
      ${signing(at, "fact-signed")}`,
    ask: (text) => {
      const data = { text, signed };
      if (at.view.sentences[about]) data.about = about;
      return ["ask_fact", data, t("Question of fact")];
    },
    drafts: ["fact-about", "fact-signed"],
    main: t("Ask it"),
  });
}

/** What I asked and nobody has answered yet. */
export function ownFacts(at) {
  const own = ownItems(at, "clarifications").filter(({ id }) => at.view.clarifications[id] && !at.view.clarifications[id].answered_by);
  const coming = underWay(at, "ask_fact").map((item) => ({ text: item.data.text, status: item.status }));
  return own.concat(coming).map(
    (item) => html`<div class="words">
      <p class="kind">${t("Your question of fact")}</p>
      ${said(at, item.text)} ${item.id ? html`<p class="muted small">${t("Not answered yet.")}</p>` : statusLine(item.status)}
    </div>`,
  );
}

function about(view, question) {
  const sentence = view.sentences[question.about];
  return sentence ? html` · ${t("sentence {label}", { label: sentence.label })}` : nothing;
}

/** For the narrator and the scribe: what the others would like to know. */
export function factsToAnswer(at) {
  return open(at.view).map(
    (item) => html`<div class="words">
      <p class="kind">${t("Question of fact")}${about(at.view, item)}${item.signature ? html` · <bdi>${item.signature}</bdi>` : nothing}</p>
      ${said(at, item.text)}
      <p class="row"><button class="button button-small" type="button" @click=${() => at.open("answerFact", { item: item.id })}>${t("Answer")}</button></p>
    </div>`,
  );
}

export function answerFact(at) {
  const { item } = at.ui.open;
  const question = at.view.clarifications[item];
  const may = (at.me.narrates || at.me.scribe) && at.view.course.tasks.write_narrative;
  if (!may || !question || question.answered_by) return null;
  const after = chosenOf(at, "fact-after", question.about || "");
  return task(at, {
    key: `answer-${item}`,
    heading: t("Answer as a sentence"),
    before: html`<div class="words">${said(at, question.text)}</div>`,
    field: {
      name: "fact-answer",
      label: at.me.narrates ? t("In your words") : t("In the narrator's words"),
      hint: t("It becomes a sentence of the narrative."),
      limit: LIMITS.sentence,
      rows: 3,
      promise: t("The group sees it as part of the narrative."),
    },
    also: selectOne(at, { name: "fact-after", label: t("After which sentence?"), choices: afterWhich(at, question) }),
    ask: (text) => {
      const data = { clarification: item, text };
      if (at.view.sentences[after]) data.after = after;
      return ["answer_fact", data, t("Answer")];
    },
    drafts: ["fact-after"],
    main: t("Write it down"),
  });
}

/** The sentence that was asked about stands first, then the end. */
function afterWhich(at, question) {
  const all = places(at, t("At the end"));
  const first = all.filter(([id]) => id && id === question.about);
  return first.concat(all.filter(([id]) => !id || id !== question.about));
}
