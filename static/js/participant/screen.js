/** Which one thing this phone shows now, and the frame around it. */
import { html, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../i18n.js";
import { icon } from "../icons.js";
import { connectionNews, lineState } from "../live/news.js";
import { STEP_ORDER, stageName, stepNow } from "../wall/names.js";
import { asides, passButton, speaking } from "./asides.js";
import { sheet } from "./more.js";
import { myHand, pending } from "./reading.js";
import { listen, stateLine } from "./parts.js";
import { notAccepted } from "./refused.js";
import { confirming, consensus, objection, outcomeStands, outcomeToAnswer, remainder } from "./tasks/consensus.js";
import { doubt, settle } from "./tasks/doubts.js";
import { closed, closing, evaluation } from "./tasks/evaluation.js";
import { experiences, retitle, title } from "./tasks/experiences.js";
import { answerFact, fact } from "./tasks/facts.js";
import { endMeta, pause } from "./tasks/meta.js";
import { narrative, version } from "./tasks/narrative.js";
import { note } from "./tasks/note.js";
import { looking, observe } from "./tasks/observing.js";
import { agree, waitForStart } from "./tasks/opening.js";
import { point } from "./tasks/pointing.js";
import { position } from "./tasks/positions.js";
import { question, suggestQuestion } from "./tasks/question.js";
import { asked, choiceReason, selection } from "./tasks/selection.js";
import { correct, sentence } from "./tasks/telling.js";

function where(course) {
  const [stage, step] = [stageName(course.stage), stepNow(course)];
  return step ? t("{stage} · {n} of {of}", { stage, n: STEP_ORDER.indexOf(step) + 1, of: STEP_ORDER.length }) : stage;
}

/** What a person opened; each may answer null when there is nothing left to do there. */
const OPENED = {
  question: suggestQuestion,
  title,
  retitle,
  choiceReason,
  sentence,
  correct,
  fact,
  answerFact,
  point,
  version,
  doubt,
  settle,
  position,
  remainder,
  objection,
  note,
  endMeta,
};
/** These don't wait while the group talks about itself, or rests. */
const WHENEVER = { note, endMeta };
const OBSERVERS = { note, observe };

const SCREENS = {
  opening: waitForStart,
  question,
  experiences,
  selection,
  narrative,
  judgement: narrative,
  principles: narrative,
  consensus: (at) => outcomeStands(at) || consensus(at),
  evaluation,
  closing,
  closed,
};

/** What is open of these; null when there is nothing left to do there. */
function opened(at, tasks) {
  const known = at.ui.open && tasks[at.ui.open.task];
  return known ? known(at) : null;
}

/**
 * {key, body, main: wide button, task: whether there is something to do, typing: names of the drafts it holds,
 * quiet: no controls, after: controls at the end}.
 */
export function thing(at) {
  const found = at.audience === "participant" ? ofParticipant(at) : ofObserver(at);
  if (found.task || found.quiet) return found;
  if (at.me.speaks) return { ...found, main: speaking(at) };
  if (at.me.your_turn) return { ...found, main: passButton(at) };
  return silent(at) ? silence(at) : found;
}

function ofParticipant(at) {
  const { course, level } = at.view;
  const waits = !course.closed && (level.now === "meta" ? pause : course.resting ? resting : null);
  const here = opened(at, waits ? WHENEVER : OPENED);
  if (here) return here;
  if (!waits) at.shut();
  if (course.closed) return closed(at);
  if (course.tasks.agree && !at.me.seat.agreed && !pending(at, "agree_to_rules")) return agree(at);
  if (waits) return waits(at);
  if (at.me.asked && !pending(at, "accept_narrating", "decline_narrating")) return asked(at);
  const proposed = outcomeToAnswer(at);
  if (proposed) return confirming(at, proposed);
  return (SCREENS[at.stage] || narrative)(at);
}

/** An observer reads the process, and notes what they saw of it. */
function ofObserver(at) {
  const { course, level } = at.view;
  if (course.closed) return closed(at);
  const here = opened(at, OBSERVERS);
  if (here) return here;
  at.shut();
  const found = looking(at);
  if (level.now === "meta") return { ...found, ...pause(at) };
  return course.resting ? { ...found, ...resting(at) } : found;
}

function resting(at) {
  const title = t("The dialogue rests until the next sitting");
  return { key: "resting", quiet: true, body: listen(at, { title, text: t("Your seat is kept, and so is everything that was written.") }) };
}

/** Until when the group is silent together, in the server's milliseconds; nobody counts them down. */
const silent = (at) => at.view.turns.silence_until > at.state.now();

function silence(at) {
  return { key: "silence", body: listen(at, { title: t("Silence"), text: t("A time to think.") }) };
}

export function frame(at, shown) {
  return html`<header class="phone-head">
      <p class="where">${where(at.view.course)}</p>
      ${stateLine(lineState(at.state, at.items))}
      <button class="button button-quiet more" type="button" aria-haspopup="dialog" aria-label=${t("More")} @click=${() => at.sheet("menu")}>
        ${icon("ellipsis")}
      </button>
    </header>
    ${news(at)} ${moved(at, shown)}
    <main class="phone-main" id="main" tabindex="-1">
      <h1 class="question" lang=${at.language} dir="auto" tabindex="-1">${at.view.question.text || at.view.about.title}</h1>
      <h2 class="vh" tabindex="-1" data-stage>${stageName(at.stage)}</h2>
      ${asides(at, shown)} ${notAccepted(at)} ${shown.body}
    </main>
    ${controls(at, shown)} ${sheet(at)}`;
}

function news(at) {
  const said = connectionNews(at.state);
  if (!said) return nothing;
  return html`<div class="banner" data-tone=${said.tone}>
    <p>${said.text}</p>
    ${said.retry ? html`<button class="button button-small" type="button" @click=${() => at.room.retry()}>${t("Retry now")}</button>` : nothing}
  </div>`;
}

/** The group went on while someone was writing. What is written can be finished where that is still welcome. */
function moved(at) {
  if (!at.ui.moved || at.ui.moved.finishing) return nothing;
  const stage = stageName(at.view.course.stage);
  return html`<div class="banner" data-tone="calm">
    <p>${t("The group moved on to: {stage}. Your text is kept.", { stage })}</p>
    <p class="row">
      <button class="button button-small" type="button" @click=${() => at.finish()}>${t("Finish")}</button>
      <button class="button button-small" type="button" @click=${() => at.goThere()}>${t("Go there")}</button>
    </p>
  </div>`;
}

function controls(at, shown) {
  if (shown.quiet) return nothing;
  if (at.audience !== "participant") return shown.main ? html`<footer class="phone-controls">${shown.main}</footer>` : nothing;
  const hand = myHand(at);
  const signal = (reason, calm, raised, symbol) => html`<button
    class="button"
    type="button"
    aria-pressed=${hand === reason ? "true" : "false"}
    @click=${() => (hand === reason ? at.lowerHand() : at.raiseHand(reason))}
  >${symbol ? icon(symbol) : nothing}<span>${hand === reason ? raised : calm}</span></button>`;
  return html`<footer class=${shown.after ? "phone-controls is-after" : "phone-controls"}>
    ${shown.main || nothing}
    <div class="pair">
      ${signal("speak", t("Raise hand"), t("Hand is up"), "hand")}
      ${signal("lost_thread", t("I lost the thread"), t("Lost the thread: told"))}
    </div>
  </footer>`;
}
