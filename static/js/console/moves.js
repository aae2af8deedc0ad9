// From stage to stage. Reversible, so it just moves and offers the way back; it asks only when something is missing.
import { t } from "../i18n.js";
import { stageName } from "../wall/names.js";
import { setLinks } from "./item.js";
import { beside, hesitation } from "./course.js";
import { may, waits } from "./roles.js";
import { newest } from "./undoing.js";

export function moveTo(desk, stage) {
  const from = desk.view.course.stage;
  setLinks(desk); // tapped, and not yet set: moving on is no way to lose it
  const asked = desk.ask("move_to_stage", { stage }, t("Move to {stage}", { stage: stageName(stage) }));
  asked.done.then((ack) => {
    if (!ack.ok) return;
    const back = () => {
      desk.set({ toast: null });
      undoMove(desk, stage, from);
    };
    desk.tell(t("Everyone moved to {stage}.", { stage: stageName(stage) }), back, () => desk.view.course.stage === stage);
  });
  // A person's panel stays open over a move; what belonged to the stage does not.
  const panel = desk.panel && desk.panel.seat ? desk.panel : null;
  desk.set({ asks: null, linking: null, picks: new Set(), panel });
  desk.write({ at: null, problem: "" });
}

// The move as an action if it is still the newest one; otherwise simply the way back.
function undoMove(desk, stage, from) {
  const last = newest(desk.view);
  if (last && last.name === "stage_entered" && last.kind === stage) desk.ask("undo_action", { action: last.action });
  else if (desk.view.course.stage === stage) desk.ask("move_to_stage", { stage: from });
}

export function next(desk) {
  if (!may(desk, "move_to_stage") || waits(desk.view) || desk.view.course.closed) return;
  const { next: stage } = beside(desk.view);
  if (!stage) {
    closeDialogue(desk);
    return;
  }
  const text = hesitation(desk.view);
  if (!text) {
    moveTo(desk, stage.key);
    return;
  }
  desk.askFirst({ text, yes: t("Move anyway"), no: t("Stay"), act: () => moveTo(desk, stage.key) });
}

export function previous(desk) {
  const { previous: stage } = beside(desk.view);
  if (stage && may(desk, "move_to_stage") && !waits(desk.view)) moveTo(desk, stage.key);
}

export function undo(desk) {
  const last = newest(desk.view);
  if (last && may(desk, "undo_action")) desk.ask("undo_action", { action: last.action });
}

export function callMeta(desk) {
  if (desk.view.level.now === "meta" || desk.view.level.meta_state === "called") return;
  desk.ask("call_meta", { named: true }, t("Pause: how we talk"));
}

export function closeDialogue(desk) {
  if (!desk.view.course.tasks.conclude || !may(desk, "close_dialogue")) return;
  const outcome = Object.values(desk.view.outcomes)[0];
  if (outcome && outcome.state === "proposed") {
    desk.open("outcome");
    return;
  }
  const without = t("Close for good? No outcome was settled, so “not reached” is recorded. Nothing more is written afterwards.");
  desk.askFirst({
    text: outcome ? t("Close for good? Nothing is released then, and nothing more is written.") : without,
    yes: t("Close the dialogue"),
    grave: true,
    act: () => {
      desk.set({ toast: null });
      desk.ask("close_dialogue");
    },
  });
}
