/** Which one thing this phone shows now, and the frame around it. */
import { html, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../i18n.js";
import { icon } from "../icons.js";
import { connectionNews, lineState } from "../live/news.js";
import { STEP_ORDER, stageName } from "../wall/names.js";
import { sheet } from "./more.js";
import { currentWords, myHand, pending } from "./reading.js";
import { listen, mainButton, paper, stateLine } from "./parts.js";
import { notAccepted } from "./refused.js";
import { confirming, consensus, objection, outcomeStands, outcomeToAnswer, remainder } from "./tasks/consensus.js";
import { doubt, settle } from "./tasks/doubts.js";
import { closed, closing, evaluation } from "./tasks/evaluation.js";
import { experiences, retitle, title } from "./tasks/experiences.js";
import { correct, narrative, version } from "./tasks/narrative.js";
import { agree, suggestQuestion, waitForStart } from "./tasks/opening.js";
import { asked, selection } from "./tasks/selection.js";

function where(course) {
  const step = STEP_ORDER.indexOf(course.step) + 1;
  const values = { stage: stageName(course.stage), n: step, of: STEP_ORDER.length };
  return t("{stage} · {n} of {of}", values);
}

/** What a person opened; each may answer null when there is nothing left to do there. */
const OPENED = { question: suggestQuestion, title, retitle, correct, version, doubt, settle, remainder, objection };

const SCREENS = {
  opening: waitForStart,
  question: waitForStart,
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

/** {key, body, main: wide button, typing: names of the drafts it holds, quiet: no controls, after: controls at the end}. */
export function thing(at) {
  if (at.audience !== "participant") return looking(at);
  const opened = at.ui.open && OPENED[at.ui.open.task](at);
  if (opened) return opened;
  at.shut();
  if (at.view.course.closed) return closed(at);
  if (at.view.course.tasks.agree && !at.me.seat.agreed && !pending(at, "agree_to_rules")) return agree(at);
  if (at.me.asked && !pending(at, "accept_narrating", "decline_narrating")) return asked(at);
  const proposed = outcomeToAnswer(at);
  if (proposed) return confirming(at, proposed);
  return (SCREENS[at.stage] || narrative)(at);
}

/** An observer reads the process and writes nothing. */
function looking(at) {
  if (at.view.course.closed) return closed(at);
  const current = currentWords(at.view, at.stage, at.ui.latest);
  const text = t("You are here as an observer.");
  return { key: `looking-${at.stage}`, body: html`${current ? paper(at, current) : nothing} ${listen(at, { text })}` };
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
      ${notAccepted(at)} ${shown.body}
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
  if (at.audience !== "participant" || shown.quiet) return nothing;
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

const ENDINGS = {
  left: () => [t("You have left"), t("Nothing of yours is left on this device.")],
  removed: () => [t("You are no longer in this dialogue"), t("If you think this is a mistake, speak to the facilitator.")],
  signed_out: () => [t("This device is not in the dialogue any more"), t("Join again with the code on the wall. What you had not sent is kept here.")],
};

/** There is no room to show: not yet, or not any more. */
export function outside(state, retry) {
  if (state.ended) {
    const [title, text] = ENDINGS[state.ended]();
    return html`<main class="phone-main" id="main">
      <div class="listen stack"><h1 tabindex="-1" data-heading>${title}</h1><p>${text}</p>
        <p><a class="button" href="/join">${t("Join with a code")}</a></p></div>
    </main>`;
  }
  const slow = Date.now() - state.lostSince > 10000;
  return html`<main class="phone-main" id="main">
    <div class="listen"><h1>${t("One moment")}</h1><p>${slow ? t("No connection yet. Trying again.") : t("Connecting…")}</p></div>
    ${slow ? mainButton(t("Retry now"), retry) : nothing}
  </main>`;
}
