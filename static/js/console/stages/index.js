// What lies in the middle of the desk at each stage; from the narrative on it is the wall, to the end.
import { guard, html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { tapped } from "../item.js";
import { wall } from "../../wall/wall.js";
import { ending } from "./ending.js";
import { experiencesStage, selection } from "./experiences.js";
import { opening } from "./opening.js";
import { question } from "./question.js";
import { inMeta } from "../roles.js";
import { metaTalk } from "./meta.js";
import { others } from "./others.js";
import { remainders } from "./remainders.js";
import { tests } from "./tests.js";

function theWall(desk) {
  const { view, picks, rows } = desk;
  // Not drawn anew while someone types: hundreds of entries would be gone through for each letter.
  const kept = guard([view, Array.from(picks).join(), rows], () =>
    wall(view, { surface: "console", onPick: view.course.closed ? null : tapped(desk), picked: picks, most: rows })
  );
  const note = view.course.stage === "narrative" ? narrativeNote(view) : nothing;
  return html`${note} ${kept} ${others(desk)} ${tests(desk)} ${remainders(desk)}`;
}

function narrativeNote(view) {
  if (!view.narrative.experience) {
    return html`<p class="banner" data-tone="calm"><span>${t("No experience is chosen yet. Go back to “Choosing one”, and ask the narrator there.")}</span></p>`;
  }
  return view.narrative.approved ? html`<p class="muted small">${t("The narrator has approved it as it stands.")}</p>` : nothing;
}

const STAGES = { opening, question, experiences: experiencesStage, selection, evaluation: ending, closing: ending, closed: ending };

export function stage(desk) {
  return inMeta(desk.view) ? metaTalk(desk, place(desk)) : place(desk);
}

function place(desk) {
  const special = STAGES[desk.view.course.stage];
  if (!special) return theWall(desk);
  return special(desk, theWall);
}
