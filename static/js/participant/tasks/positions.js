/**
 * Where I stand on this exact wording: a choice of my own, sealed until all are shown together as doubts, reservations
 * and dissents in their owners' words. Another wording, and it is asked anew; the words are kept here till then.
 */
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { LIMITS } from "../../texts.js";
import { currentAnswer } from "../../wall/reading.js";
import { chosenOf, fits, oneOf, send, form, signing, textField, textOf, ticked } from "../fields.js";
import { pending } from "../reading.js";
import { mainButton, paper, said, sideways, statusLine } from "../parts.js";

const NAMES = {
  agree: () => t("I agree"),
  agree_with_reservation: () => t("I agree, with a reservation"),
  not_yet_clear: () => t("It is not yet clear to me"),
  disagree: () => t("I disagree"),
  stand_aside: () => t("I stand aside"),
};
const NOTES = {
  agree_with_reservation: () => t("I can go along, and this must be said."),
  not_yet_clear: () => t("It becomes an open doubt."),
  disagree: () => t("I can't go along, for this reason."),
  stand_aside: () => t("I take no position, and hold nobody up."),
};
const LABELS = {
  agree_with_reservation: () => t("Your reservation"),
  not_yet_clear: () => t("What is not yet clear? (if you like)"),
  disagree: () => t("Your reason"),
};
const TAKEN = "position-taken"; // what I said last, in case the wording changes under it

export const asksPositions = (at) =>
  Boolean(at.view.positions.answer) && !at.view.positions.shown && at.view.course.tasks.take_positions;

/** My position on the wording of now, or on its way there; null when there is none. */
export function myPosition(at) {
  const asked = pending(at, "take_position");
  const mine = asked ? asked.data : at.me.position;
  const current = mine && mine.answer === at.view.positions.answer ? mine : null;
  if (current && !asked) {
    const kept = JSON.stringify(current);
    if (at.drafts.get(TAKEN) !== kept) at.drafts.set(TAKEN, kept);
  }
  return current ? { ...current, status: asked ? asked.status : "saved" } : null;
}

const lastOne = (at) => JSON.parse(at.drafts.get(TAKEN) || "null");

export function positionLine(at) {
  const mine = myPosition(at);
  if (mine) {
    return html`<div class="words">
      <p class="kind">${t("Your position: {name}", { name: NAMES[mine.position]() })}</p>
      ${mine.text ? said(at, mine.text) : nothing} ${statusLine(mine.status)}
      <p class="muted small">${t("Nobody else sees it until all are shown together.")}</p>
      ${sideways(t("Change it"), () => begin(at))}
    </div>`;
  }
  return lastOne(at) ? html`<p class="promise">${t("The wording, or what it rests on, has changed. Read it again and say where you stand; your words are kept.")}</p>` : nothing;
}

export const positionButton = (at) => mainButton(t("Say where I stand"), () => begin(at), { primary: false });

function begin(at) {
  const last = lastOne(at);
  if (last && !at.drafts.get("position")) {
    at.drafts.set("position-kind", last.position);
    at.drafts.set("position", last.text || "");
    at.drafts.set("position-signed", last.signed ? "yes" : "");
  }
  at.open("position");
}

export function position(at) {
  const answer = currentAnswer(at.view);
  if (!answer || !asksPositions(at)) return null;
  const kind = chosenOf(at, "position-kind", "");
  const optional = kind !== "agree_with_reservation" && kind !== "disagree";
  const submit = () => {
    if (LABELS[kind] && !fits(at, "position", LIMITS.comment, { optional })) return;
    const worded = Boolean(LABELS[kind]);
    const data = {
      answer: answer.id,
      position: kind,
      text: worded ? textOf(at, "position") : "",
      signed: worded && ticked(at, "position-signed"),
    };
    send(at, ["take_position", data, t("Position")], ["position", "position-kind", "position-signed"]);
  };
  const choices = Object.keys(NAMES).map((key) => [key, NAMES[key](), NOTES[key] ? NOTES[key]() : ""]);
  return {
    key: `position-${answer.id}`,
    typing: ["position"],
    task: true,
    body: html`<h2 tabindex="-1" data-heading>${t("Where do you stand on this wording?")}</h2>
      ${paper(at, { item: answer, collection: "answers" })}
      ${form(submit, html`${oneOf(at, { name: "position-kind", legend: t("This exact wording"), choices, none: true })}
        ${LABELS[kind]
          ? html`${textField(at, {
              name: "position",
              label: LABELS[kind](),
              limit: LIMITS.comment,
              rows: 3,
              promise: t("Shown together with the others', in your words. A new wording asks you again."),
            })}
            ${signing(at, "position-signed")}`
          : nothing}`)}
      ${sideways(t("Not now"), () => at.done())}`,
    main: kind ? mainButton(t("Send it")) : nothing,
  };
}
