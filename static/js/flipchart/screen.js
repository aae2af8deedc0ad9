/** Which screen a stage has: the question above, one thing in the middle, steps and the way in below. */
import { html, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../i18n.js";
import { wall } from "../wall/wall.js";
import { asides } from "./asides.js";
import { consensus } from "./consensus.js";
import { result, thanks } from "./endings.js";
import { foot } from "./foot.js";
import { candidateList, experienceList, selection } from "./lists.js";
import { lobby } from "./lobby.js";
import { standstill } from "./standstill.js";
import { toolbar } from "./toolbar.js";

const SCREENS = {
  opening: (state, around) => lobby(state, around),
  question: (state, around) => candidateList(state.view, around),
  experiences: (state, around) => experienceList(state.view, around),
  selection: (state, around) => selection(state.view, around),
  narrative: (state) => wall(state.view),
  judgement: (state) => wall(state.view),
  principles: (state) => wall(state.view),
  consensus: (state) => consensus(state.view),
  evaluation: (state) => thanks(state.view),
  closing: (state) => result(state.view),
  closed: (state) => result(state.view),
};

function head(view) {
  const { text } = view.question;
  return text
    ? html`<h1 class="question" lang=${view.about.language} dir="auto">${text}</h1>`
    : html`<h1 class="question" lang=${view.about.language} dir="auto">${view.about.title}</h1>`;
}

function waiting(state) {
  if (state.ended) return t("This flipchart was closed. Open it again from the console.");
  return state.connection === "lost" ? t("Connection lost. Trying again.") : t("Connecting …");
}

export function screen(state, around) {
  const { view } = state;
  if (!view || state.ended) {
    return html`<main class="flip-main" id="main"><div class="flip-middle"><p class="muted">${waiting(state)}</p></div></main>`;
  }
  around.pages.none();
  const middle = SCREENS[view.course.stage] || (() => nothing);
  const over = standstill(view, state.now());
  return html`<header class="flip-head">${head(view)}${toolbar(around.tools)}</header>
    <div class=${over === nothing ? "flip-room" : "flip-room is-frozen"}>
      <main class="flip-main" id="main">${middle(state, around)}</main>
      ${over}
    </div>
    ${over === nothing ? asides(view) : nothing} ${foot(state)}`;
}
