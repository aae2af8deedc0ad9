// What lies on the facilitator's desk and on nobody else's: the line being written, what is picked, what is open.
import { makeDrafts } from "../live/draft.js";
import { t } from "../i18n.js";
import { announce } from "../announce.js";
import { sentenceFor } from "../codes.js";

const EMPTY_LINE = { text: "", by: "", kind: null, after: null, editing: null, problem: "", at: null };
const FIRST_ROWS = 20; // what a laptop shows at once, and a little more
const TOAST_FOR = 10000; // milliseconds; undo stays in the bar after that

// The shared sentences speak to participants; these are the facilitator's own.
const OWN_SENTENCES = {
  not_allowed: () => t("That can't be entered for this person: choose a participant."),
  wrong_stage: () => t("That belongs to another stage. Go back to it first; nothing is lost."),
  room_full: () => t("There is no seat left. Remove one that is not used."),
  too_many: () => t("That was a lot at once. It is sent by itself in a moment."),
};

export function refusal(error) {
  const own = OWN_SENTENCES[error.code];
  return own ? own() : sentenceFor(error);
}

// draw(): show what changed. room: from join(). The desk is handed to every template, with the room's state on it.
export function makeDesk({ dialogue, room, draw }) {
  const drafts = makeDrafts(`${dialogue}/console`);
  const kept = JSON.parse(drafts.get("lines") || "{}");
  const begun = ((kept.line && kept.line.text) || "").trim(); // who was chosen for words that never came, is not
  let toastTimer = null;

  // An empty line that writes for the person of the open panel, or just did, goes along to the next one, and ends with
  // the last: so a pile of cards is entered.
  const goesAlong = (seat) => {
    const { line, panel } = desk;
    if (!panel || !panel.seat || line.text.trim()) return;
    if (line.by === panel.seat || (panel.wrote && !line.by)) line.by = seat || "";
  };

  const desk = {
    dialogue,
    room,
    view: null,
    me: null,
    presence: {},
    line: { ...EMPTY_LINE, ...(begun ? kept.line : {}) },
    aside: kept.aside || [], // [{kind, text, by}]: words that wait until their kind is written again (say/aside.js)
    kind: null, // the kind chosen by hand; null follows the course
    rows: FIRST_ROWS, // how many of each list on the wall are drawn
    picks: new Set(), // what the line rests on, or is about
    panel: null, // {name, seat}: what is open in the side column
    pane: "wall",
    asks: null, // a question before something grave
    toast: null,
    said: new Set(), // ready phrases used up
    talk: {}, // what is half written about how we work together; it outlives any panel
    form: {}, // what is half filled in on a panel, by name
    entry: null, // how the door is to be opened: {mode, latecomers_knock}
    keysOn: keysAreOn(),

    get now() {
      return room.state.now();
    },

    set(changed) {
      Object.assign(desk, changed);
      draw();
    },

    write(changed) {
      Object.assign(desk.line, changed);
      if ("text" in changed) desk.line.problem = "";
      desk.keep();
      draw();
    },

    // So that what is typed survives a reload.
    keep() {
      const { text, by, kind, editing } = desk.line;
      drafts.set("lines", JSON.stringify({ line: editing ? {} : { text, by, kind }, aside: desk.aside }));
    },

    // The line is free again. Picked items go too: they belonged to what was said; and who said it, so that nobody is
    // given the words of the next one.
    clear() {
      const { by } = desk.line;
      if (by && desk.panel && desk.panel.seat === by) desk.panel.wrote = true;
      desk.line = { ...EMPTY_LINE };
      desk.picks = new Set();
      desk.keep();
      draw();
    },

    // Somebody chosen at another stage, and no words yet: whoever is to be written for here is chosen here.
    newStage() {
      if (desk.line.text.trim()) return;
      desk.line.by = "";
      if (desk.panel) desk.panel.wrote = false;
      desk.keep();
    },

    unpick() {
      desk.picks = new Set();
      desk.line.at = null;
      draw();
    },

    ask(type, data = {}, label = "") {
      const asked = room.ask(type, data, { label });
      asked.done.then((ack) => {
        if (!ack.ok && ack.error.code !== "discarded") announce(refusal(ack.error));
        draw();
      });
      return asked;
    },

    // Asks first, then does; for what can't be undone.
    askFirst(asks) {
      const from = document.activeElement;
      const away = () => {
        desk.set({ asks: null });
        if (from && from.isConnected) from.focus();
      };
      const act = () => {
        away();
        asks.act();
      };
      const other = asks.other && { ...asks.other, act: () => { away(); asks.other.act(); } };
      desk.set({ asks: { ...asks, act, away, other } });
      announce(asks.text);
      focusSoon(".asking button");
    },

    open(name, seat = null, item = null) {
      goesAlong(seat);
      desk.set({ panel: { name, seat, item }, pane: "side", form: {} });
      focusSoon("#panel-head");
    },

    close() {
      goesAlong(null);
      desk.set({ panel: null, pane: "wall", form: {} });
    },

    fill(changed) {
      Object.assign(desk.form, changed);
      draw();
    },

    // What just happened, with the way back; shown while `holds()` says that it is still so.
    tell(text, undo, holds) {
      clearTimeout(toastTimer);
      desk.toast = { text, undo, holds };
      announce(text);
      toastTimer = setTimeout(() => desk.set({ toast: null }), TOAST_FOR);
      draw();
    },

    switchKeys() {
      const on = !desk.keysOn;
      remember(() => localStorage.setItem("dialogue-keys", on ? "on" : "off"));
      desk.set({ keysOn: on });
    },

    toLine() {
      desk.set({ pane: "wall" });
      focusSoon("#words");
    },
  };
  return desk;
}

export function focusSoon(selector) {
  requestAnimationFrame(() => {
    const found = document.querySelector(selector);
    if (found) found.focus();
  });
}

function keysAreOn() {
  return remember(() => localStorage.getItem("dialogue-keys")) !== "off";
}

function remember(work) {
  try {
    return work();
  } catch (blocked) {
    return null;
  }
}
