// One key each while no field has the focus; they can be switched off. event.code, so that they work on every layout.
import { t } from "../i18n.js";
import { focusSoon } from "./desk.js";
import { openStrip } from "./item.js";
import { callMeta, next, previous, undo } from "./moves.js";
import { handsUp } from "./people.js";
import { may } from "./roles.js";
import { choose, kindNow } from "./say/send.js";
import { nextTask } from "./panels/tasks.js";
import { keepSilence } from "./turns.js";
import { openFlipchart } from "./windows.js";

function firstHand(desk) {
  const [hand] = handsUp(desk.view);
  if (hand && may(desk, "give_word")) desk.ask("give_word", { seat: hand.seat });
}

function nextPerson(desk) {
  const next = nextTask(desk, desk.panel && desk.panel.seat);
  if (next) desk.open("seat", next.seat.id);
}

export const SHORTCUTS = [
  { code: "Slash", shown: "/", does: () => t("To the input line"), act: (desk) => desk.toLine() },
  { code: "Digit", shown: "1–9", does: () => t("Kind of what is written"), act: chooseKind },
  { code: "KeyU", shown: "U", does: () => t("Undo"), act: undo },
  { code: "KeyL", shown: "L", does: () => t("What can be taken back"), act: (desk) => desk.open("undo") },
  { code: "KeyH", shown: "H", does: () => t("Give the first hand the word"), act: firstHand },
  { code: "KeyE", shown: "E", does: () => t("The speaker has finished"), act: (desk) => desk.view.hands.speaker && may(desk, "end_turn") && desk.ask("end_turn") },
  { code: "KeyS", shown: "S", does: () => t("A minute of silence"), act: keepSilence },
  { code: "KeyM", shown: "M", does: () => t("Pause: how we talk"), act: callMeta },
  { code: "KeyG", shown: "G", does: () => t("Guidance for this stage"), act: (desk) => desk.open("guidance") },
  { code: "KeyN", shown: "N", does: () => t("Next person to write for"), act: nextPerson },
  { code: "KeyP", shown: "P", does: () => t("People"), act: (desk) => desk.open("people") },
  { code: "KeyF", shown: "F", does: () => t("Open the flipchart"), act: openFlipchart },
  { code: "PageDown", shown: "Page ↓", does: () => t("Next stage"), act: next },
  { code: "PageUp", shown: "Page ↑", does: () => t("Previous stage"), act: previous },
  { code: "Escape", shown: "Esc", does: () => t("Close what is open; leave the line"), act: () => {} },
  { code: "?", shown: "?", does: () => t("This list"), act: (desk) => desk.open("keys") },
];

function chooseKind(desk, digit) {
  const { found, kind } = kindNow(desk);
  const wanted = found[digit - 1];
  if (!wanted || (kind && kind.key === "edit")) return;
  choose(desk, wanted.key);
  desk.toLine();
}

const typing = (target) => Boolean(target && target.closest && target.closest("input, textarea, select, [contenteditable]"));

function escape(desk) {
  if (desk.asks) desk.asks.away();
  else if (desk.linking) desk.set({ linking: null, picks: new Set() });
  else if (desk.line.editing) desk.clear();
  else if (desk.line.at || desk.picks.size || desk.line.after) {
    desk.unpick();
    desk.write({ after: null });
  } else if (desk.panel) {
    desk.close();
    focusSoon(".presence");
  } else if (document.activeElement) document.activeElement.blur();
}

function shortcut(event) {
  if (event.key === "?" || (event.shiftKey && event.code === "Slash")) return ["?"];
  if (event.shiftKey) return [null];
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
  return digit ? ["Digit", Number(digit[1])] : [event.code];
}

export function listen(desk) {
  document.addEventListener("keydown", (event) => {
    if (!desk.view || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.code === "Escape" || event.key === "Escape") {
      escape(desk);
      return;
    }
    if (!desk.keysOn || typing(event.target)) return;
    const [code, digit] = shortcut(event);
    const known = SHORTCUTS.find((one) => one.code === code);
    if (!known) return;
    event.preventDefault();
    known.act(desk, digit);
  });
  // A right click or a long press opens the strip even while something is written.
  document.addEventListener("contextmenu", (event) => {
    const item = event.target.closest && event.target.closest(".console-main [data-id]");
    if (!item || !desk.view || desk.view.course.closed) return;
    event.preventDefault();
    openStrip(desk, item.dataset.id);
  });
}
