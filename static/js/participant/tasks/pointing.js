/** Pointing at the sentences that answer the question: privately, shown together and uncounted. */
import { html } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { announce } from "../../announce.js";
import { t } from "../../i18n.js";
import { sentences } from "../../wall/reading.js";
import { pending } from "../reading.js";
import { lineButton, mainButton, sideways } from "../parts.js";

/** Whether it is asked for and still open. */
export const canPoint = (at) =>
  at.view.about.options.pointing && at.view.course.tasks.point && !at.view.narrative.pointing_shown && sentences(at.view).length > 0;

/** As last sent: the whole set travels each time. */
function pointed(at) {
  const waiting = pending(at, "point_at_sentences");
  return new Set(waiting ? waiting.data.sentences : Object.keys(at.me.pointing));
}

/** Once the story is up, it comes before anything else for whoever has not pointed yet. */
export const pointsFirst = (at) =>
  canPoint(at) && pointed(at).size === 0 && (at.view.narrative.approved || at.stage !== "narrative");

export const pointButton = (at) => mainButton(t("Point at sentences"), () => at.open("point"), { primary: false });

export function point(at) {
  if (!canPoint(at)) return null;
  const kept = at.drafts.get("pointing");
  const chosen = kept ? new Set(JSON.parse(kept)) : pointed(at);
  const all = sentences(at.view);
  const toggle = (id) => () => {
    if (chosen.has(id)) chosen.delete(id);
    else chosen.add(id);
    at.drafts.set("pointing", JSON.stringify(Array.from(chosen)));
    at.redraw();
  };
  const press = () => {
    const standing = all.map((item) => item.id).filter((id) => chosen.has(id));
    at.ask("point_at_sentences", { sentences: standing }, t("Pointing"));
    announce(t("Sent. You can change it until it is shown."));
    at.done({ forget: ["pointing"] });
  };
  return {
    key: "point",
    task: true,
    body: html`<h2 tabindex="-1" data-heading>${t("Which sentences answer the question?")}</h2>
      <ol class="lines" role="list">${all.map((item) => lineButton(at, item, { press: toggle(item.id), pressed: chosen.has(item.id) }))}</ol>
      <p class="promise">${t("Shown together, without names and without numbers. You can change it until then.")}</p>
      ${sideways(t("Not now"), () => at.done({ forget: ["pointing"] }))}`,
    main: mainButton(t("Send it"), press),
  };
}
