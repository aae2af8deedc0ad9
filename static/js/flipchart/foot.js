/** The foot of the flipchart: the five steps, open doubts, the code while the door is open, and a lost connection. */
import { html, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { t, tn } from "../i18n.js";
import { leadWords } from "../wall/lead.js";
import { STEP_ORDER, stepName, stepNow } from "../wall/names.js";
import { openDoubts } from "../wall/reading.js";

const QUIET_FOR = 2000; // a short break is nobody's business

/** How many are in the room: those whose screen is here, those at a shared one, and those who take part by voice. */
export function hereSentence({ view, presence }) {
  const { people, by_voice: voice, shared } = view.group;
  const here = presence ? presence.here + presence.away + voice + shared : people;
  if (!here) return t("Nobody is here yet");
  const sentence = tn("{n} here", "{n} here", here);
  return voice ? t("{here}, {n} by voice", { here: sentence, n: voice }) : sentence;
}

/** Whoever only looks on was told at the door that everyone is told. */
function observing({ group }) {
  return group.observers ? tn("{n} observing", "{n} observing", group.observers) : null;
}

/** Whoever knocks sees by it that somebody knows. */
export function waitingSentence({ door }) {
  return door.waiting ? tn("{n} waits at the door", "{n} wait at the door", door.waiting) : null;
}

function steps(current) {
  const one = (step) =>
    html`<li><span class="step" aria-current=${step === current ? "step" : nothing}>${stepName(step)}</span></li>`;
  return html`<nav class="steps" aria-label=${t("Steps")}>
    <ol role="list">
      ${STEP_ORDER.map(one)}
    </ol>
  </nav>`;
}

function wayIn(view) {
  // In the opening the code stands large above.
  if (!view.door.open || view.course.stage === "opening") return null;
  return html`${t("join")} <strong><bdi>${view.door.code}</bdi></strong>`;
}

function lost(state) {
  if (state.connection === "connected" || state.connection === "slow" || !state.lostSince || Date.now() - state.lostSince < QUIET_FOR) return null;
  return html`<span class="state" data-state="offline">${t("Connection lost. This may not be the newest.")}</span>`;
}

export function foot(state) {
  const { view } = state;
  const doubts = openDoubts(view).length;
  const waiting = view.course.stage === "opening" ? null : waitingSentence(view); // there it stands above
  const led = leadWords(view.course);
  const parts = [lost(state), led ? html`<strong>${led}</strong>` : null, observing(view), waiting, doubts ? tn("{n} open doubt", "{n} open doubts", doubts) : null, wayIn(view)].filter(Boolean);
  return html`<footer class="flip-foot">
    ${steps(stepNow(view.course))}
    <p>${parts.map((part, n) => html`${n ? " · " : nothing}${part}`)}</p>
  </footer>`;
}
