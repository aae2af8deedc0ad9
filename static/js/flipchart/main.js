/**
 * The flipchart: what everybody in the room sees. It only reads; nothing here writes into the dialogue.
 * The page gives <body data-dialogue data-surface data-csrf data-address> and an empty #room.
 */
import { render } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { ready } from "../i18n.js";
import { join } from "../live/connection.js";
import { drawThreads, whenMoved } from "../wall/threads.js";
import { fit } from "./fit.js";
import { listenToKeys } from "./keys.js";
import { makePages } from "./pages.js";
import { screen } from "./screen.js";
import { isSilent } from "../wall/reading.js";
import { makeTools } from "./tools.js";

const { dialogue, csrf, address } = document.body.dataset;
const room = document.getElementById("room");
const pages = makePages(show);
const tools = makeTools(room, show);
const place = {
  address: address || location.host,
  dialogue,
};

let live = null;
let stage = null;
let density = 1;
let silence = 0;

function show() {
  if (!live) return;
  const { view } = live.state;
  const now = view ? view.course.stage : null;
  if (now !== stage) {
    stage = now;
    density = 1; // each stage starts large
    pages.reset();
  }
  room.classList.toggle("is-blank", tools.blank);
  render(screen(live.state, { pages, tools, place }), room);
  measure(density);
  if (view) wakeAfterSilence(view, live.state.now());
}

/** Nothing comes in when a silence is over: the wall comes back by itself. */
function wakeAfterSilence(view, at) {
  clearTimeout(silence);
  if (isSilent(view, at)) silence = setTimeout(show, view.turns.silence_until - at + 50);
}

/** Within a stage text only ever shrinks, so that nobody loses the line while reading. */
function measure(from) {
  density = fit(room, from);
  if (live && live.state.view) drawThreads(room, live.state.view);
}

ready.then(() => {
  live = join({ dialogue, surface: "flipchart", csrf, onChange: show });
  whenMoved(room, () => measure(1));
  listenToKeys({ room, pages, tools });
  show();
});
