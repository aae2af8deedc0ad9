// Where the group is in its plan, and what lies beside. Pure.
import { t, tn } from "../i18n.js";
import { stageName } from "../wall/names.js";
import { headWords } from "./door/heads.js";
import { inTheRoom, observers, participants } from "./people.js";

const MINUTE = 60000;

// Planned stages in order: [{key, place, step, minutes, visited}].
export function planned(view) {
  const { stages } = view.course;
  return Object.keys(stages)
    .map((key) => ({ ...stages[key], key }))
    .sort((a, b) => a.place - b.place);
}

// A stage without minutes is not a station of its own (a question that is given): one step passes it by, unless the
// question is still missing. Back goes where the group has been, whatever the plan thought of it.
export function beside(view) {
  const all = planned(view);
  const at = all.findIndex((stage) => stage.key === view.course.stage);
  if (at < 0) return { previous: null, next: null };
  const missing = (stage) => stage.key === "question" && !view.question.text;
  const stops = (stage) => stage.minutes > 0 || stage.key === "closing" || missing(stage);
  const before = all.slice(0, at).filter((stage) => stage.visited);
  return { previous: before[before.length - 1] || null, next: all.slice(at + 1).find(stops) || null };
}

// Nobody has come in and nobody can: the door is what to see to first.
export function doorFirst(view) {
  return view.course.stage === "opening" && !view.door.open && !participants(view).length && !observers(view).length;
}

// What speaks against going on now, in one sentence; "" when nothing does.
export function hesitation(view) {
  const { stage } = view.course;
  if (view.course.quiet) return t("The group still writes quietly; moving on shows all of it.");
  const silent = stage === "opening" ? inTheRoom(view).filter((seat) => !seat.agreed).length : 0;
  if (silent) return tn("{n} has not agreed to the rules yet.", "{n} have not agreed to the rules yet.", silent);
  const heads = stage === "opening" ? headWords(view) : "";
  if (heads && view.door.heads !== inTheRoom(view).length) return heads;
  if ((stage === "selection" || stage === "narrative") && !view.selection.chosen) return t("No experience is chosen yet.");
  const waiting = notReady(view);
  return waiting ? tn("{n} is not ready.", "{n} are not ready.", waiting) : "";
}

// How many are not done, when it is worth asking: somebody said that they are ready, and not everybody.
function notReady(view) {
  const room = inTheRoom(view);
  const ready = room.filter((seat) => seat.ready).length;
  return ready > 0 ? room.length - ready : 0;
}

const gone = (from, now) => Math.max(0, Math.floor((now - from) / MINUTE));

// {whole, stage}: soft minutes as sentences, from when the door was first opened; told, never counted down.
export function minutes(view, now) {
  const { stage, since, stages, began } = view.course;
  const start = began || now;
  const here = stages[stage];
  const whole = t("{n} of {all} min", { n: gone(start, now), all: view.about.minutes });
  if (!here || !here.minutes) return { whole, stage: here ? stageName(stage) : "" };
  const spent = gone(Math.max(since, start), now);
  return { whole, stage: t("{stage}: {n} of {all} min", { stage: stageName(stage), n: spent, all: here.minutes }) };
}
