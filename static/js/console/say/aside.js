// Words under way keep the kind they were written as. When the group goes where that kind is not written, they are laid
// aside as a draft and the line is free; when it is written again, they are back. Never does a title become a reason.
import { kindNow } from "./send.js";

// Called before each look at the desk: the line and the kind it writes belong together.
export function follow(desk) {
  const { line, aside } = desk;
  if (!desk.view || line.editing) return;
  const { kind } = kindNow(desk);
  const key = kind ? kind.key : null;
  const was = line.kind;
  if (key !== was) {
    if (was && line.text.trim()) {
      aside.push({ kind: was, text: line.text, by: line.by });
      Object.assign(line, { text: "", by: "", after: null, at: null, problem: "" });
      desk.picks = new Set();
    }
    line.kind = key;
  }
  const waits = line.text ? -1 : aside.findIndex((one) => one.kind === key && (!line.by || line.by === one.by));
  if (waits >= 0) Object.assign(line, aside.splice(waits, 1)[0]);
  if (key !== was || waits >= 0) desk.keep();
}
