// What is asked of a person without a device now, and has not been entered: one line in the quiet column.
import { t } from "../../i18n.js";
import { withoutDevice, writtenFor } from "../people.js";
import { has, waits } from "../roles.js";

// {label, act} or null. Agreement is said aloud and entered by one tap; the rest opens the person's panel.
export function openTask(desk, seat) {
  const { view, me } = desk;
  const { tasks } = view.course;
  const known = (me.written_for || {})[seat.id] || {};
  const own = (collection) => writtenFor(me, seat.id, collection);
  const open = (label) => ({ label, act: () => desk.open("seat", seat.id) });
  if (seat.absent) return { label: t("absent"), act: () => desk.open("seat", seat.id) };
  if (waits(view)) return null;
  // What the group waits for comes first.
  if (tasks.choose_experience && own("experiences").some((item) => item.id === view.selection.asked)) return open(t("is asked to tell"));
  const outcome = Object.values(view.outcomes)[0];
  if (tasks.conclude && outcome && outcome.state === "proposed" && !known.confirmed) return open(t("to confirm the outcome"));
  if (tasks.agree && !seat.agreed) return { label: t("says “I agree”"), act: () => desk.ask("agree_to_rules", { owner: seat.id }) };
  if (tasks.tell_experiences && !tasks.choose_experience && !own("experiences").length) return open(t("no title yet"));
  if (tasks.choose_experience && !view.selection.shown && !known.marked) return open(t("to mark titles"));
  if (tasks.point && has(view, "pointing") && !view.narrative.pointing_shown && Object.keys(view.sentences).length && !known.pointed) return open(t("to point at sentences"));
  if (tasks.take_positions && view.positions.answer && !view.positions.shown && !known.position) return open(t("to take a position"));
  if (tasks.evaluate && !known.evaluated) return open(t("to evaluate, on paper"));
  return null;
}

// The next person, in the order of the seats and then from the first again, of whom something is asked: {seat, label},
// or null. Whoever is not in the room is passed over.
export function nextTask(desk, from) {
  const all = withoutDevice(desk.view).filter((seat) => !seat.absent);
  const at = all.findIndex(({ id }) => id === from);
  const others = [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))];
  const tasks = others.map((seat) => ({ seat, task: openTask(desk, seat) }));
  const found = tasks.find(({ task }) => task);
  return found ? { seat: found.seat, label: found.task.label } : null;
}
