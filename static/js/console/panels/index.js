// What can be open in the side column: name -> {heading, content}.
import { course } from "./course.js";
import { door } from "./door.js";
import { keys } from "./keys.js";
import { more } from "./more.js";
import { outcome } from "./outcome.js";
import { parked } from "./parked.js";
import { people } from "./people.js";
import { seat } from "./seat.js";

export const PANELS = { course, door, keys, more, outcome, parked, people, seat };
