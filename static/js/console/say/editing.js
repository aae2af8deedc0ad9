// The input line as an eraser: an item that stands is corrected, reworded, given another title.
import { t } from "../../i18n.js";
import { LIMITS } from "../../texts.js";
import { labels } from "../../wall/reading.js";
import { focusSoon } from "../desk.js";

const EDITS = {
  sentences: { limit: LIMITS.sentence, command: (id, text) => ["correct_sentence", { sentence: id, text }] },
  statements: { limit: LIMITS.statement, command: (id, text) => ["reword_statement", { statement: id, text }] },
  clarifications: { limit: LIMITS.sentence, command: (id, text, after) => ["answer_fact", after ? { clarification: id, text, after } : { clarification: id, text }] },
  experiences: { limit: LIMITS.title, command: (id, text) => ["retitle_experience", { experience: id, title: text }] },
};

const NAMES = {
  sentences: (label) => t("Correct {n}", { n: label }),
  statements: (label) => t("Reword {n}", { n: label }),
  experiences: (label) => t("New title for {n}", { n: label }),
  clarifications: () => t("The narrator answers"),
};

// Takes the present words into the line. What was being written there has to be sent or cleared first.
export function edit(desk, collection, id) {
  const item = desk.view[collection][id];
  if (desk.line.text.trim() && !desk.line.editing) {
    desk.write({ problem: t("Send or clear what is in the line first.") });
    return;
  }
  desk.picks = new Set([id]);
  desk.write({ editing: { collection, id }, text: item.text, at: null });
  desk.toLine();
  focusSoon("#words");
}

// The answer to a question of fact becomes a sentence of the narrative: after the one it is about, or after one that is
// tapped meanwhile.
export function answerFact(desk, id) {
  const asked = desk.view.clarifications[id];
  if (desk.line.text.trim() && !desk.line.editing) {
    desk.write({ problem: t("Send or clear what is in the line first.") });
    return;
  }
  desk.picks = new Set([id]);
  desk.write({ editing: { collection: "clarifications", id }, text: "", after: asked.about || null, at: null });
  desk.toLine();
}

// An edit as a kind of the input line, or null when nothing is being edited.
export function editKind({ view, line }) {
  if (!line.editing) return null;
  const { collection, id } = line.editing;
  const item = view[collection][id];
  if (!item) return null; // it was taken away meanwhile; the words stay in the line
  const label = collection === "experiences" ? item.number : labels(view)[id];
  return {
    key: "edit",
    name: () => NAMES[collection](label),
    hint: () => (collection === "clarifications" ? t("In the narrator's words … tap the sentence it belongs after") : ""),
    limit: EDITS[collection].limit,
    command: (desk, text) => EDITS[collection].command(id, text, desk.line.after),
  };
}
