/** The wording the group works on, large above the wall; what is kept beside it; the outcome as it stands. */
import { html, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../i18n.js";
import { answerName, keptName, matterName, outcomeName, resultName } from "../wall/names.js";
import { doubtList } from "../wall/parts.js";
import { currentAnswer, doubtsAbout, keptBeside, labels, outcome, restsOf, testsOf } from "../wall/reading.js";
import { usage, wall } from "../wall/wall.js";

const words = (text, view, look = "said") => html`<p class=${look} lang=${view.about.language} dir="auto">${text}</p>`;

function resting(view, answer) {
  const found = restsOf(view, answer);
  if (!found.length) return nothing;
  return html`<p class="flip-rests">${t("Rests on: {list}", { list: found.map(({ label }) => label).join(" · ") })}</p>`;
}

/** The answer with its open doubts. */
export function wording(view) {
  const answer = currentAnswer(view);
  if (!answer) return html`<p class="muted">${t("What do we answer? In one sentence that everyone can carry.")}</p>`;
  return html`<p class="kind">${answerName(answer.number)}</p>
    ${words(answer.text, view, "said flip-large")} ${resting(view, answer)}
    ${doubtList(doubtsAbout(view, answer.id), usage(view))}`;
}

function kept(item, view) {
  return html`<div class="flip-kept">
    <p class="kind">${keptName(item.kind)}${item.signature ? html`, <bdi>${item.signature}</bdi>` : nothing}</p>
    ${words(item.text, view)}
  </div>`;
}

export function reservations(view) {
  const answer = currentAnswer(view);
  return answer ? keptBeside(view, answer.id).map((item) => kept(item, view)) : [];
}

/** What the other experiences say of this wording: each a sentence of its own, never a score. */
function tests(view) {
  const answer = currentAnswer(view);
  const found = answer ? testsOf(view, answer.id) : [];
  if (!found.length) return nothing;
  const one = ({ experience, result, matter, text }) => html`<li>
    <bdi class="said" lang=${view.about.language}>${view.experiences[experience].text}</bdi>:
    <strong>${resultName(result)}${matter ? html`, ${matterName(matter)}` : nothing}</strong>${text ? "." : nothing}
    ${text ? html`<span class="said" lang=${view.about.language} dir="auto">${text}</span>` : nothing}
  </li>`;
  return html`<div class="flip-tests"><h2 class="overline">${t("Tested on our other experiences")}</h2><ul role="list">${found.map(one)}</ul></div>`;
}

/** Positions are taken privately and shown as the words that stand beside the answer; where anyone stands is not told. */
function positions(view) {
  const { answer, taken, of, shown } = view.positions;
  if (!answer || !taken || shown) return nothing;
  return html`<p class="muted flip-kept">${t("{n} of {m} have said privately where they stand.", { n: taken, m: of })}</p>`;
}

/** Proposed or settled; every kind is a full result. Objections are shown unsigned and uncounted. */
export function standing(view) {
  const ending = outcome(view);
  if (!ending) return nothing;
  const settled = ending.state === "settled";
  const objections = settled ? [] : Object.values(view.confirmation.objections).filter(({ text }) => text);
  return html`<div class="flip-kept">
    <p class="kind">${settled ? t("Our outcome") : t("Proposed outcome. Does anyone object?")}</p>
    <p><strong>${outcomeName(ending.kind)}</strong></p>
    ${ending.text ? html`<p class="muted">${t("The question that divides us")}</p>${words(ending.text, view)}` : nothing}
    ${objections.map(({ text }) => html`<p class="muted">${t("Objection")}</p>${words(text, view)}`)}
  </div>`;
}

export function consensus(view) {
  const beside = [standing(view), positions(view), ...reservations(view)].filter((part) => part !== nothing);
  return html`<div class=${beside.length ? "flip-answer has-beside" : "flip-answer"}>
      <div>${wording(view)} ${tests(view)}</div>
      ${beside.length ? html`<div>${beside}</div>` : nothing}
    </div>
    ${wall(view)}`;
}
