// Turn taking: who has the word, whose hand is up, the round, the silence, who has not been heard.
import { html, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { t, tn } from "../i18n.js";
import { handsUp, inTheRoom, nameOf, notHeard } from "./people.js";
import { button, group, iconButton } from "./parts.js";
import { has, may, waits } from "./roles.js";

const SILENCE = 60; // seconds, unless it is ended before
const NEARLY = 10; // seconds: what is left of a silence is told in such steps

// A name that gives its owner the word; for a co-facilitator only a name.
function callOn(desk, seat, words, classes = "name") {
  const name = nameOf(desk.view, seat);
  if (!may(desk, "give_word")) return html`<span class=${classes}>${words}</span>`;
  const give = () => desk.ask("give_word", { seat });
  const what = t("Give {name} the word", { name });
  return html`<button class=${classes} type="button" title=${what} aria-label=${classes === "name" ? what : nothing} @click=${give}>${words}</button>`;
}

function hand(desk, { seat, reason }) {
  const name = nameOf(desk.view, seat);
  const down = may(desk, "give_word") || !(desk.view.seats[seat] || {}).device;
  const lost = reason === "lost_thread" ? html` <small>${t("lost the thread")}</small>` : nothing;
  return html`<li>
    ${callOn(desk, seat, html`${name}${lost}`)}${down ? iconButton("x", t("Take {name}'s hand down", { name }), () => desk.ask("lower_hand", { owner: seat }), "hand-down") : nothing}
  </li>`;
}

function speaker(desk) {
  const { view } = desk;
  if (!view.hands.speaker) return nothing;
  return html`<p class="speaks">
    <span>${t("{name} has the word.", { name: nameOf(view, view.hands.speaker) })}</span>
    ${may(desk, "end_turn") ? button(t("Has finished"), () => desk.ask("end_turn"), "small quiet") : nothing}
  </p>`;
}

// Whoever still has a turn, in the order of the round; a person may pass, and the facilitator enters it.
function round(desk) {
  const { round: now } = desk.view.turns;
  if (!now) return nothing;
  const order = now.order || {};
  const left = Object.keys(order).sort((a, b) => order[a] - order[b]);
  const mayPass = (seat) => may(desk, "start_round") || !(desk.view.seats[seat] || {}).device;
  const pass = (seat) => mayPass(seat) && html`<button class="link small muted" type="button" aria-label=${t("{name} passes", { name: nameOf(desk.view, seat) })} @click=${() => desk.ask("pass_turn", { owner: seat })}>${t("passes")}</button>`;
  return html`<p class="small muted">${tn("A round goes on: {n} person is left.", "A round goes on: {n} people are left.", now.left)}</p>
    <ul class="names round" role="list">${left.map((seat) => html`<li>${callOn(desk, seat, nameOf(desk.view, seat))}${pass(seat) || nothing}</li>`)}</ul>`;
}

// Told in steps, and never as a countdown; null when no silence is kept.
function silenceLeft(desk) {
  const until = desk.view.turns.silence_until;
  const left = until ? Math.ceil((until - desk.now) / 1000) : 0;
  return left > 0 ? Math.ceil(left / NEARLY) * NEARLY : null;
}

export const keepSilence = (desk) => may(desk, "keep_silence") && desk.ask("keep_silence", { seconds: SILENCE });

function silence(desk) {
  const left = silenceLeft(desk);
  if (left === null) return nothing;
  return html`<p class="speaks">
    <span>${tn("Silence, for about {n} second more.", "Silence, for about {n} seconds more.", left)}</span>
    ${may(desk, "end_silence") ? button(t("End it"), () => desk.ask("end_silence"), "small quiet") : nothing}
  </p>`;
}

const QUIET_AT = ["word_question", "tell_experiences", "write_statements", "doubt"];

// Everyone writes, and nothing is seen until all of it is shown together.
function quietly(desk) {
  const { course } = desk.view;
  const fits = course.stage !== "opening" && !course.tasks.evaluate && QUIET_AT.some((task) => course.tasks[task]);
  if (!has(desk.view, "quiet_writing") || course.quiet || waits(desk.view) || !fits) return nothing;
  return button(t("Quiet writing"), () => desk.ask("begin_quiet_writing"), "small quiet", { name: t("Begin quiet writing") });
}

function invitations(desk) {
  if (!may(desk, "start_round") || desk.view.course.resting) return nothing;
  const going = desk.view.turns.round
    ? button(t("End the round"), () => desk.ask("end_round"), "small quiet")
    : button(t("Round"), () => desk.ask("start_round"), "small quiet", { name: t("Start a round") });
  const quiet = silenceLeft(desk) === null ? button(t("Silence"), () => keepSilence(desk), "small quiet", { name: t("A minute of silence") }) : nothing;
  return html`<div class="row invitations">${going} ${quiet} ${quietly(desk)}</div>`;
}

export function turns(desk) {
  const up = handsUp(desk.view);
  const list = up.length
    ? html`<ul class="names" role="list">${up.map((one) => hand(desk, one))}</ul>`
    : html`<p class="muted">${t("No hand is up.")}</p>`;
  return group("hands", t("Hands"), html`${list} ${speaker(desk)} ${round(desk)} ${silence(desk)} ${invitations(desk)}`);
}

// A tap gives the word, so that who spoke without raising a hand counts as heard.
export function unheard(desk) {
  const found = notHeard(desk.view);
  // Nobody keeps count before anyone was given the word here.
  if (!found.length || !inTheRoom(desk.view).some((seat) => seat.heard)) return nothing;
  const name = ({ id, pseudonym }) => html`<li>${callOn(desk, id, pseudonym, "name name-quiet")}</li>`;
  return group("unheard", t("Not heard in this step"), html`<ul class="names" role="list">${found.map(name)}</ul>`);
}
