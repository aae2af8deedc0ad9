// What can be open in the side column: name -> {heading, content}.
import { account } from "./account.js";
import { coachHints as hintsOfTheCoach, guidancePanel } from "../guidance/panel.js";
import { course } from "./course.js";
import { door } from "./door.js";
import { beforeTheDoor, stuck } from "../door/stuck.js";
import { frame } from "./frame.js";
import { keys } from "./keys.js";
import { more } from "./more.js";
import { notes } from "./notes.js";
import { outcome } from "./outcome.js";
import { sheets } from "./paper.js";
import { parked } from "./parked.js";
import { people } from "./people.js";
import { reflection } from "./reflection.js";
import { seat } from "./seat.js";
import { slips } from "./slips.js";
import { test } from "./test.js";
import { undo } from "./undo.js";

export const PANELS = {
  account, course, door, frame, guidance: guidancePanel, keys, more, notes, outcome, parked, people, reflection, seat, sheets, slips, test, undo,
};

export const coachHints = hintsOfTheCoach;
export const doorstep = stuck;
export const before = beforeTheDoor;
