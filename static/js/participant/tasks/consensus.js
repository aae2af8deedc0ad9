/** The wording, the doubts about it; what one keeps beside it; the outcome to confirm or object to. */
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { announce } from "../../announce.js";
import { t, tn } from "../../i18n.js";
import { LIMITS } from "../../texts.js";
import { answerName, keptName, outcomeName } from "../../wall/names.js";
import { currentAnswer, doubtsAbout, keptBeside, openDoubts, outcome } from "../../wall/reading.js";
import { chosenOf, oneOf, signing, task, ticked } from "../fields.js";
import { pending } from "../reading.js";
import { doubtsOn, eitherOr, listen, paper, said, sideways } from "../parts.js";
import { anotherDoubt, canDoubt, doubtButton, otherThanMine, ownDoubtList, settleAside } from "./doubts.js";
import { asksPositions, myPosition, positionButton, positionLine } from "./positions.js";

function keptList(at, answer) {
  const kept = answer ? keptBeside(at.view, answer.id) : [];
  const mine = (item) => at.me.own[item.id] && !at.me.own[item.id].for && !at.view.course.closed;
  return kept.length
    ? html`<ul class="stack" role="list">
        ${kept.map(
          (item) => html`<li>
            <p class="kind">${keptName(item.kind)}${item.signature ? html` · <bdi>${item.signature}</bdi>` : nothing}</p>
            ${said(at, item.text)} ${mine(item) ? sideways(settledName(item.kind), () => at.sheet("withdraw", { item: item.id })) : nothing}
          </li>`,
        )}
      </ul>`
    : nothing;
}

const settledName = (kind) => (kind === "dissent" ? t("My dissent is settled") : t("My reservation is settled"));

/** Doubts that stand elsewhere on the wall: a number only, they are read there. */
function elsewhere(at, answer) {
  const others = otherThanMine(at, openDoubts(at.view)).filter((doubt) => doubt.about !== answer.id);
  return others.length ? html`<p class="muted">${tn("{n} open doubt elsewhere on the wall", "{n} open doubts elsewhere on the wall", others.length)}</p>` : nothing;
}

export function consensus(at) {
  const answer = currentAnswer(at.view);
  if (!answer) return { key: "no-answer", body: listen(at), main: doubtButton(at) };
  const asks = asksPositions(at);
  const first = asks && !myPosition(at);
  return {
    key: "wording",
    body: html`<h2 class="overline" tabindex="-1" data-heading>${answerName(answer.number)}</h2>
      ${paper(at, { item: answer, collection: "answers" })}
      ${doubtsOn(at, otherThanMine(at, doubtsAbout(at.view, answer.id)))} ${ownDoubtList(at, answer.id)} ${elsewhere(at, answer)}
      ${keptList(at, answer)} ${asks ? positionLine(at) : nothing}
      ${at.me.speaks || at.me.your_turn ? listen(at) : nothing} ${first ? settleAside(at) : nothing} ${anotherDoubt(at)}
      ${first && canDoubt(at) ? sideways(t("I doubt something"), () => at.open("doubt")) : nothing}
      ${at.view.course.tasks.conclude && !asks ? sideways(t("Keep a reservation or dissent"), () => at.open("remainder")) : nothing}`,
    main: first ? positionButton(at) : doubtButton(at),
  };
}

export function remainder(at) {
  const answer = currentAnswer(at.view);
  if (!answer || !at.view.course.tasks.conclude) return null;
  const kind = chosenOf(at, "remainder-kind", "reservation");
  const choices = [
    ["reservation", t("Yes, with a reservation"), t("I can go along, and this must be said.")],
    ["dissent", t("No, I dissent"), t("I can't go along, for this reason.")],
  ];
  return task(at, {
    key: "remainder",
    heading: t("Keep something beside the answer"),
    before: html`${paper(at, { item: answer, collection: "answers" })}
      ${oneOf(at, { name: "remainder-kind", legend: t("Can you go along with this wording?"), choices })}`,
    field: {
      name: "remainder",
      label: t("In your own words"),
      limit: LIMITS.comment,
      rows: 4,
      promise: t("It stands beside the answer, in your words. A new wording of the answer begins without it."),
    },
    also: signing(at, "remainder-signed"),
    ask: (text) => ["voice_remainder", { kind, answer: answer.id, text, signed: ticked(at, "remainder-signed") }, keptName(kind)],
    drafts: ["remainder-kind", "remainder-signed"],
    main: t("Put it beside the answer"),
  });
}

/** My answer to what is proposed: "confirms", "objects" or null. */
function answered(at, proposed) {
  const asked = pending(at, "answer_outcome");
  if (!asked || asked.data.outcome !== proposed.id) return at.me.outcome;
  return asked.data.confirms ? "confirms" : "objects";
}

export function dividing(at, proposed) {
  return proposed.text
    ? html`<div><p class="overline">${t("The question that divides us")}</p>${said(at, proposed.text)}</div>`
    : nothing;
}

function proposalCard(at, proposed) {
  const answer = proposed.answer && at.view.answers[proposed.answer];
  return html`<div class="words">
      <p class="kind">${t("Outcome: {kind}", { kind: outcomeName(proposed.kind) })}</p>
      ${answer ? said(at, answer.text) : nothing}
    </div>
    ${dividing(at, proposed)}
    ${keptList(at, answer ? { id: proposed.answer } : null)}
    ${doubtsOn(at, openDoubts(at.view))}`;
}

export const outcomeToAnswer = (at) => {
  const proposed = outcome(at.view);
  return at.audience === "participant" && at.view.course.tasks.conclude && proposed && proposed.state === "proposed" && !answered(at, proposed)
    ? proposed
    : null;
};

export function confirming(at, proposed) {
  const confirm = () => {
    at.ask("answer_outcome", { outcome: proposed.id, confirms: true }, t("Confirmed"));
    announce(t("You confirmed."));
    at.redraw();
  };
  return {
    key: `proposed-${proposed.id}`,
    task: true,
    body: html`<h2 tabindex="-1" data-heading>${t("Is this our result?")}</h2>
      ${proposalCard(at, proposed)}
      <p class="promise">${t("Not reaching consensus is a full result, too. If one person objects, the outcome is recorded as open.")}</p>`,
    main: eitherOr({ text: t("I confirm it"), press: confirm }, { text: t("I object"), press: () => at.open("objection") }),
  };
}

export function objection(at) {
  const proposed = outcome(at.view);
  if (!proposed || proposed.state !== "proposed") return null;
  return task(at, {
    key: "objection",
    heading: t("I object"),
    field: {
      name: "objection",
      label: t("What do you object to? (if you like)"),
      limit: LIMITS.comment,
      rows: 4,
      optional: true,
      promise: t("The group sees the objection without your name."),
      story: false,
    },
    ask: (text) => ["answer_outcome", { outcome: proposed.id, confirms: false, objection: text }, t("Objection")],
    main: t("Object"),
  });
}

/** Proposed and answered, or settled: how far the group is. */
export function outcomeStands(at) {
  const known = outcome(at.view);
  if (!known || !at.view.course.tasks.conclude) return null;
  if (known.state === "settled") {
    return { key: "settled", body: html`<h2 tabindex="-1" data-heading>${t("Our result")}</h2>${proposalCard(at, known)}${listen(at)}` };
  }
  const { answered: n, of } = at.view.confirmation;
  const mine = answered(at, known);
  const other = mine === "confirms" ? () => at.open("objection") : () => at.ask("answer_outcome", { outcome: known.id, confirms: true }, t("Confirmed"));
  return {
    key: `answered-${mine}`,
    body: html`<h2 tabindex="-1" data-heading>${mine === "objects" ? t("You object") : mine ? t("You confirmed") : t("Proposed result")}</h2>
      ${proposalCard(at, known)}
      <p class="muted">${t("{n} of {of} have answered.", { n, of })}</p>
      ${mine ? sideways(mine === "confirms" ? t("I object after all") : t("I confirm it after all"), other) : nothing}`,
  };
}
