// The facilitator's console: what is in the room comes in, what is asked goes out, the screen is drawn again.
import { render } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { ready, t, tn } from "../i18n.js";
import { announceSoon } from "../announce.js";
import { join } from "../live/connection.js";
import { makeDesk } from "./desk.js";
import { fetchDrawers } from "./drawers.js";
import { howMany, knocking } from "./door/knocking.js";
import { listen } from "./keys.js";
import { rowsOf } from "../wall/reading.js";
import { follow } from "./say/aside.js";
import { ended, screen } from "./screen.js";

const EVERY = 5000; // milliseconds: minutes pass, "Saved" fades

const root = document.getElementById("room");
const { dialogue, surface, csrf } = document.body.dataset;
let planned = false;
let drawn = false;
let worded = false; // the reader's words are there, or can't be had

const first = document.getElementById("first"); // a snapshot in the page: the wall does not wait for the socket
const room = join({ dialogue, surface, csrf, first: first && JSON.parse(first.textContent), onChange: take });
const desk = makeDesk({ dialogue, room, draw });

function take(state) {
  const before = desk.view;
  Object.assign(desk, { view: state.view, me: state.me, presence: state.presence || {} });
  if (before && state.view) speak(before, state.view);
  if (before && state.view && before.course.stage !== state.view.course.stage) desk.newStage();
  draw();
}

// What others put on the wall is told in batches; hands at once, since somebody is waiting.
function speak(before, now) {
  const more = (name) => Object.keys(now[name]).filter((id) => !before[name][id]).length;
  const told = [
    ["experiences", (n) => tn("{n} new title", "{n} new titles", n)],
    ["doubts", (n) => tn("{n} new doubt", "{n} new doubts", n)],
    ["wordings", (n) => tn("{n} new wording", "{n} new wordings", n)],
    ["clarifications", (n) => tn("{n} new question of fact", "{n} new questions of fact", n)],
    ["notes", (n) => tn("{n} note for you alone", "{n} notes for you alone", n)],
  ];
  if (now.level.meta_state === "called" && before.level.meta !== now.level.meta) {
    announceSoon("meta", () => t("A talk about how we work together is called. It begins after the present speaker."), 1);
  }
  const came = knocking(now).filter(({ id }) => !(before.door.knocking || {})[id]).length;
  if (came) announceSoon("door", () => (desk.view && knocking(desk.view).length ? howMany(knocking(desk.view)) : ""), came);
  for (const [name, word] of told) if (more(name)) announceSoon(name, word, more(name));
  const hands = Object.keys(now.hands.queue).length - Object.keys(before.hands.queue).length;
  if (hands > 0) announceSoon("hands", (n) => tn("{n} hand is up", "{n} hands are up", n), hands);
}

function draw() {
  if (planned) return;
  planned = true;
  Promise.resolve().then(() => {
    planned = false;
    if (!worded) return;
    if (!drawn && !desk.view && !room.state.ended) return; // the page's own "connecting" stands until there is more
    if (!drawn) root.textContent = "";
    drawn = true;
    follow(desk);
    render(page(), root);
    if (desk.view) afterwards();
  });
}

let begun = false;

// Once the desk is there to be used comes the rest of a long wall, and then the drawers.
function afterwards() {
  if (begun) return;
  begun = true;
  whenPainted(() => {
    drawMore();
    whenPainted(() => fetchDrawers(draw));
  });
}

// A page that lies behind others is not painted; it goes on all the same.
function whenPainted(act) {
  let due = true;
  const once = () => {
    if (due) act();
    due = false;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, 500);
}

function drawMore() {
  const all = desk.rows > rowsOf(desk.view);
  desk.set({ rows: all ? Infinity : 4 * desk.rows }); // the wall goes on growing
  if (!all) whenPainted(drawMore);
}

function page() {
  const { state } = room;
  if (state.ended) return ended(state.ended);
  return screen(desk);
}

ready.then(() => {
  worded = true;
  draw();
});
listen(desk);
setInterval(draw, EVERY);
