// What this stage needs at hand, and no other: a few lines of the quiet column under the hands.
import { html, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { t, tn } from "../i18n.js";
import { answerName, keptName, outcomeName } from "../wall/names.js";
import { currentAnswer, keptBeside, openDoubts, outcome, sentences } from "../wall/reading.js";
import { button, group, said } from "./parts.js";
import { nameOf } from "./people.js";
import { has, may, waits } from "./roles.js";

// How many have lived what the question is about: the facilitator's alone to know.
function lived(desk) {
  const { question, course } = desk.view;
  if (!course.tasks.word_question || !question.of || question.lived === undefined) return nothing;
  if (course.stage === "opening" && !question.lived) return nothing; // phones ask it with the question's own stage
  const words = tn("{n} of {all} has an experience for this wording.", "{n} of {all} have an experience for this wording.", question.lived, { all: question.of });
  return group("lived", t("Lived"), html`<p>${words} <span class="muted small">${t("Only you see how many.")}</span></p>`);
}

// Which sentences the narrator has not approved, and who writes them down.
function approval(desk) {
  const { view } = desk;
  const told = sentences(view);
  if (view.course.stage !== "narrative" || !told.length) return nothing;
  const open = told.filter((sentence) => !sentence.approved);
  const { scribe } = view.leading;
  if (!open.length && !scribe) return nothing;
  const words = open.length
    ? tn("Not yet approved by the narrator: sentence {list}", "Not yet approved by the narrator: sentences {list}", open.length, { list: open.map(({ label }) => label).join(", ") })
    : "";
  return group("approval", t("Narrative"), html`${words ? html`<p>${words}</p>` : nothing}
    ${scribe ? html`<p class="muted small">${t("{name} writes it down.", { name: nameOf(view, scribe) })}</p>` : nothing}`);
}

function pointing(desk) {
  const { view } = desk;
  if (!view.course.tasks.point || !has(view, "pointing") || !sentences(view).length) return nothing;
  if (view.narrative.pointing_shown) {
    return group("pointing", t("Pointing"), html`<p class="muted small">${t("Shown: the sentences that somebody pointed at, uncounted.")}</p>`);
  }
  const { pointed } = view.leading;
  const show = () => desk.askFirst({
    text: t("Show together which sentences were pointed at? They can't be changed afterwards."),
    yes: t("Show them"),
    act: () => desk.ask("show_pointing"),
  });
  const here = view.group.people - view.group.absent;
  return group("pointing", t("Pointing"), html`<p class="speaks"><span>${tn("{n} of {all} has pointed.", "{n} of {all} have pointed.", pointed || 0, { all: here })}</span>
    ${may(desk, "show_pointing") ? button(t("Show the pointing"), show, "small quiet") : nothing}</p>`);
}

// "Who still doubts?", said aloud and shown: consensus means that nobody has one then.
function doubts(desk) {
  const { view } = desk;
  const answer = currentAnswer(view);
  if (view.course.stage !== "consensus" || !answer) return nothing;
  const open = openDoubts(view).length;
  const asked = view.leading.asked_aloud === answer.id;
  const ask = () => desk.ask("show_intervention", { key: "who_doubts" });
  return group("doubts", t("Doubts"), html`<p>${open ? tn("{n} doubt is open.", "{n} doubts are open.", open) : t("No doubt is open.")}
      <span class="muted small">${asked ? t("Asked aloud about this wording.") : t("Not asked aloud about this wording yet.")}</span></p>
    ${asked || !may(desk, "show_intervention") ? nothing : button(t("Ask aloud: who still doubts?"), ask, "small")}`);
}

export function showPositions(desk) {
  const { taken, of } = desk.view.positions;
  const all = t("Show the positions on this wording? They stay shown.");
  desk.askFirst({
    text: taken < of ? `${tn("{n} person has not taken one.", "{n} people have not taken one.", of - taken)} ${all}` : all,
    yes: t("Show the positions"),
    act: () => desk.ask("show_positions"),
  });
}

function positions(desk) {
  const { view } = desk;
  const { answer, taken, of, shown } = view.positions;
  if (!view.course.tasks.take_positions || !answer || !view.answers[answer]) return nothing;
  if (shown) return group("positions", t("Positions"), html`<p class="muted small">${t("Shown, as doubts, reservations and dissents in their owners' words. A new wording asks anew.")}</p>`);
  const count = tn("{n} of {all} has taken a position on “{wording}”.", "{n} of {all} have taken a position on “{wording}”.", taken, { all: of, wording: answerName(view.answers[answer].number) });
  return group("positions", t("Positions"), html`<p>${count}</p>
    ${taken && may(desk, "show_positions") ? button(t("Show the positions"), () => showPositions(desk), "small") : nothing}`);
}

function paperSheets(desk) {
  const { view } = desk;
  if (!view.course.tasks.evaluate || view.course.closed) return nothing;
  const forms = html`<div class="row">
    ${view.group.by_voice ? button(t("Enter a paper sheet"), () => desk.open("sheets"), "small") : nothing}
    ${may(desk, "reflect_on_leading") ? button(desk.me.reflection ? t("Your own form: answered") : t("Your own form"), () => desk.open("reflection"), "small quiet") : nothing}
  </div>`;
  return group("forms", t("Forms"), forms);
}

// While an outcome can be had: what stands in its way, and the way to it.
function outcomeNote(desk) {
  const { view } = desk;
  if (!view.course.tasks.conclude) return nothing;
  const item = outcome(view);
  const doubts = openDoubts(view).length;
  const open = () => desk.open("outcome");
  if (!item) {
    const standing = keptBeside(view, (currentAnswer(view) || {}).id).map((kept) => keptName(kept.kind));
    const told = doubts && view.course.stage !== "consensus"; // there they stand above
    const note = [told ? t("Open doubts: {n}", { n: doubts }) : "", ...new Set(standing)].filter(Boolean).join(" · ");
    return group("outcome", t("Outcome"), html`${note ? html`<p class="muted small">${note}</p>` : nothing}${may(desk, "propose_outcome") ? button(t("Propose an outcome"), open, "small") : nothing}`);
  }
  const { answered, of } = view.confirmation;
  const state = item.state === "settled" ? t("settled") : t("{n} of {all} answered", { n: answered, all: of });
  return group("outcome", t("Outcome"), html`<p>${outcomeName(item.kind)} <span class="muted small">${state}</span></p>${item.state === "settled" ? nothing : button(t("Go on with the outcome"), open, "small")}`);
}

const STAGE_GROUPS = [lived, approval, pointing, doubts, positions, paperSheets, outcomeNote];

export function now(desk) {
  return waits(desk.view) ? [] : STAGE_GROUPS.map((one) => one(desk)).filter((found) => found !== nothing);
}

// What somebody told the facilitator alone, until it is acknowledged.
export function unread(desk) {
  const { notes, about } = desk.view;
  const open = Object.keys(notes || {}).filter((id) => !notes[id].read);
  if (!open.length) return nothing;
  const row = (id) => html`<li class="note">
    <p>${said(notes[id].text, about.language)} <small class="muted">${notes[id].signature ? html`<bdi>${notes[id].signature}</bdi>` : t("unsigned")}</small></p>
    ${may(desk, "acknowledge_note") ? button(t("Read"), () => desk.ask("acknowledge_note", { note: id }), "small quiet") : nothing}
  </li>`;
  return group("notes", t("For you alone"), html`<ul role="list">${open.map(row)}</ul>`);
}
