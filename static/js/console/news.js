// What holds for the whole room and not for a stage: the line, who leads, the level of the talk, quiet writing, what is
// shown on the wall, the rest between two sittings. In the flow, above the wall; most of the time there is nothing.
import { html, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { t, tn } from "../i18n.js";
import { connectionNews } from "../live/news.js";
import { leadWords } from "../wall/lead.js";
import { interventionWords } from "../wall/interventions.js";
import { openDoor } from "./door/entry.js";
import { knocks } from "./door/knocking.js";
import { drawers } from "./drawers.js";
import { button, said } from "./parts.js";
import { nameOf } from "./people.js";
import { helps, inMeta, may } from "./roles.js";

const LONG_AWAY = 60000; // milliseconds

const banner = (words, buttons = nothing, tone = "calm") =>
  html`<div class="banner" data-tone=${tone}><p>${words}</p>${buttons === nothing ? nothing : html`<div class="row">${buttons}</div>`}</div>`;

function connection(desk) {
  const { state } = desk.room;
  const found = connectionNews(state);
  if (!found) return nothing;
  const long = state.lostSince && Date.now() - state.lostSince > LONG_AWAY;
  const text = long ? t("No connection. The talk goes on without it; what you write is kept on this device.") : found.text;
  return banner(text, found.retry ? button(t("Retry now"), () => desk.room.retry(), "small") : nothing, found.tone);
}

function lead(desk) {
  const { leading } = desk.view;
  const taking = (words) => button(words, () => desk.ask("take_lead"), "small");
  const name = nameOf(desk.view, leading.facilitator);
  const mine = desk.me.seat.id === leading.lead_from; // it was taken from me
  if (helps(desk) && leading.lead_offered) {
    if (mine) return banner(t("{name} has been offline for 30 seconds. Lead again?", { name }), taking(t("Take the lead back")), "warn");
    const words = leading.lead_from
      ? t("{name} has been offline for 30 seconds. Lead the dialogue?", { name })
      : t("The facilitator has been offline for 30 seconds. Lead the dialogue?");
    return banner(words, taking(t("Take the lead")), "warn");
  }
  if (!leading.lead_from) return nothing;
  if (mine) return banner(t("You are back. {name} leads now.", { name }), taking(t("Take the lead back")));
  if (helps(desk)) return banner(leadWords(desk.view.course));
  return inPlaceOf(desk, leading.lead_from);
}

function inPlaceOf(desk, seat) {
  const name = nameOf(desk.view, seat);
  const back = !["offline", "left", undefined].includes((desk.presence.seats || {})[seat]);
  const words = back ? t("{name} is back. You lead in their place.", { name }) : t("You lead in place of {name}.", { name });
  const left = desk.view.seats[seat].gone; // there is nobody to hand it back to
  return banner(words, left ? nothing : button(t("Hand the lead back"), () => desk.ask("hand_back_lead"), "small"));
}

// A latecomer before a closed door has the right code, and is told nothing of it.
function outside(desk) {
  const words = drawers() ? drawers().before(desk) : "";
  if (!words) return nothing;
  return banner(words, may(desk, "open_door") ? button(t("Open the door"), () => openDoor(desk), "small") : nothing);
}

function called(desk) {
  const { level: now, turns } = desk.view;
  if (now.meta_state !== "called" || inMeta(desk.view)) return nothing;
  const done = turns.speaking && may(desk, "end_turn") ? button(t("The speaker has finished"), () => desk.ask("end_turn"), "small") : nothing;
  return banner(t("A talk about how we work together is called. It begins after the present speaker."), done);
}

function level(desk) {
  const { level: now } = desk.view;
  if (now.now !== "strategy") return nothing;
  const back = may(desk, "resume_content") ? button(t("Back to the matter"), () => desk.ask("resume_content"), "small") : nothing;
  return banner(html`${t("Which way next:")} ${said(now.strategy || "", desk.view.about.language)}`, back);
}

export function showQuietWriting(desk) {
  desk.askFirst({
    text: t("Show everything that was written quietly? It stays shown."),
    yes: t("Show all together"),
    act: () => desk.ask("show_quiet_writing"),
  });
}

function quiet(desk) {
  const { course } = desk.view;
  if (!course.quiet) return nothing;
  const written = course.written || 0;
  const words = written
    ? tn("Quiet writing: {n} entry is written. Only its author sees it.", "Quiet writing: {n} entries are written. Only their authors see them.", written)
    : t("Quiet writing: nothing is written yet. Only its author will see it.");
  return banner(words, may(desk, "show_quiet_writing") ? button(t("Show all together"), () => showQuietWriting(desk), "small") : nothing);
}

function resting(desk) {
  const { course } = desk.view;
  if (!course.resting) return nothing;
  const start = may(desk, "start_sitting") ? button(t("Begin the next sitting"), () => desk.ask("start_sitting"), "small") : nothing;
  return banner(t("The dialogue rests until the next sitting. Seats and words are kept; the door is closed."), start);
}

function onTheWall(desk) {
  const { intervention } = desk.view.course;
  const words = intervention ? interventionWords(intervention.key, intervention.text) : "";
  if (!words) return nothing;
  const away = may(desk, "hide_intervention") ? button(t("Take it away"), () => desk.ask("hide_intervention"), "small quiet") : nothing;
  return banner(html`${t("On the wall:")} “<bdi>${words}</bdi>”`, away);
}

export function news(desk) {
  const standing = desk.view.course.closed ? [] : [knocks, outside, lead, called, level, resting, quiet, onTheWall];
  return html`<div class="console-news">${connection(desk)} ${standing.map((one) => one(desk))}</div>`;
}
