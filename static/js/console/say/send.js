// From the line to the outbox. The line is cleared only when its words are kept there.
import { t } from "../../i18n.js";
import { measure } from "../../texts.js";
import { announce } from "../../announce.js";
import { focusSoon } from "../desk.js";
import { editKind } from "./editing.js";
import { kindsFor, likely } from "./offered.js";

const SAID_ONCE = new Set([
  "core_statement", "judgement", "own_version", "doubt", "reservation", "dissent", "seat", "choice", "fact", "strategy", "on_the_wall",
]);

// {found, kind}: the kinds that may be written now, and the one the line writes.
export function kindNow(desk) {
  const found = kindsFor(desk);
  const editing = editKind(desk);
  const by = (key) => found.find((one) => one.key === key);
  const underWay = desk.line.text.trim() && by(desk.line.kind);
  const chosen = desk.kind && desk.kind.stage === desk.view.course.stage && by(desk.kind.key);
  return { found, kind: editing || underWay || chosen || (found.length ? likely(desk.view, found) : null) };
}

// Chosen by hand, so that what is in the line goes along.
export function choose(desk, key) {
  desk.line.problem = "";
  desk.line.kind = desk.line.text.trim() ? key : null;
  desk.set({ kind: { key, stage: desk.view.course.stage } });
}

function missing(desk, kind, text) {
  if (!text && !kind.mayBeEmpty) return t("Nothing is written yet.");
  if (measure(text, kind.limit).over) return t("Shorten it to {n} characters; nothing is cut off.", { n: kind.limit });
  if (kind.who === "needed" && !desk.line.by) return t("Choose who said it.");
  return "";
}

function problem(desk, sentence) {
  announce(sentence);
  desk.write({ problem: sentence });
}

export async function send(desk) {
  const { kind } = kindNow(desk);
  if (!kind || desk.sending) return;
  const text = desk.line.text.trim();
  const lack = missing(desk, kind, text);
  if (lack) {
    problem(desk, lack);
    return;
  }
  const command = kind.command(desk, text, desk.picks);
  if (typeof command === "string") {
    problem(desk, command);
    return;
  }
  desk.sending = true;
  const asked = desk.ask(command[0], command[1], kind.name());
  try {
    await asked.kept;
  } finally {
    desk.sending = false;
  }
  if (SAID_ONCE.has(kind.key)) desk.kind = null;
  // Words typed while the outbox was taking the old ones are not the old ones.
  if (desk.line.text.trim() === text) desk.clear();
  else desk.unpick();
  // Sent from the list of names: the next words go where the last ones stood.
  if (document.activeElement && document.activeElement.id === "voice") focusSoon("#words");
}

const KIND_OF = {
  seat_someone: "seat",
  word_question: "wording",
  tell_experience: "title",
  ask_narrator: "proposal",
  write_sentence: "sentence",
  word_answer: "answer",
  raise_doubt: "doubt",
  choose_question: "choice",
  give_choice_reason: "choice_reason",
  ask_fact: "fact",
  mark_strategy: "strategy",
  write_meta_note: "meta_note",
};

const EDIT_OF = {
  correct_sentence: ["sentences", "sentence"],
  reword_statement: ["statements", "statement"],
  retitle_experience: ["experiences", "experience"],
  answer_fact: ["clarifications", "clarification"],
};

export const wordsOf = ({ data }) =>
  ["text", "title", "pseudonym", "why", "dividing_question", "objection", "how", "open_word", "note", "account", "what_we_change"].map((field) => data[field]).find(Boolean) || "";

// How the line would write a refused command again: {kind} or {editing}; null when this stage doesn't write such.
export function wayBack(desk, { type, data }) {
  const [collection, field] = EDIT_OF[type] || [];
  if (collection) return desk.view[collection][data[field]] ? { editing: { collection, id: data[field] } } : null;
  const own = type === "show_intervention" && data.text ? "on_the_wall" : null;
  const key = KIND_OF[type] || own || (type === "write_statement" || type === "voice_remainder" ? data.kind : null);
  return kindsFor(desk).some((kind) => kind.key === key) ? { kind: key } : null;
}

const PICKED_TITLE = new Set(["ask_narrator", "give_choice_reason"]);

// Puts refused words back into the line, as they were.
export function putBack(desk, item) {
  const { data } = item;
  if (desk.line.text.trim()) {
    problem(desk, t("Send or clear what is in the line first."));
    return;
  }
  const { kind, editing = null } = wayBack(desk, item);
  desk.room.discard(item.id);
  if (kind) choose(desk, kind);
  desk.picks = new Set(data.rests_on || [data.about, data.link, PICKED_TITLE.has(item.type) && data.experience, data.wording].filter(Boolean));
  desk.write({ text: wordsOf(item), by: data.owner || "", after: data.after || null, editing });
  desk.toLine();
}
