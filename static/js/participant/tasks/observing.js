/** An observer looks on, and notes what was seen of the method, for the facilitator's sake and for nobody else. */
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { LIMITS } from "../../texts.js";
import { oneOf, chosenOf, task } from "../fields.js";
import { currentWords, ownItems, pending } from "../reading.js";
import { listen, mainButton, paper, sideways } from "../parts.js";

const POINTS = {
  no_own_opinion: () => t("The facilitator kept their own opinion out of it."),
  worked_from_the_concrete: () => t("The group worked from what was told, not from general talk."),
  understanding_checked: () => t("People made sure that they understood each other."),
  question_held: () => t("The group held on to its question."),
  open_questions_asked: () => t("Open questions were asked."),
  doubts_taken_up: () => t("Doubts were taken up."),
  everyone_heard: () => t("Everyone was heard."),
  pace_gave_time_to_think: () => t("The pace gave time to think."),
  safety_kept: () => t("People were kept safe: nobody was judged or pressed."),
};
const SEEN = {
  clearly: () => t("Clearly"),
  partly: () => t("Partly"),
  not_yet: () => t("Not yet"),
};

export function looking(at) {
  const current = currentWords(at.view, at.stage, at.ui.latest);
  const text = t("You are here as an observer.");
  return {
    key: `looking-${at.stage}`,
    body: html`${current ? paper(at, current) : nothing} ${listen(at, { text })}`,
    main: at.view.course.closed ? nothing : mainButton(t("Note what I saw"), () => at.open("observe"), { primary: false }),
  };
}

/** What I noted last of each point: {point: {seen, text}}. */
function noted(at) {
  const found = {};
  for (const item of ownItems(at, "observations")) found[item.point] = item;
  const asked = pending(at, "note_observation");
  if (asked) found[asked.data.point] = asked.data;
  return found;
}

export function observe(at) {
  const { point } = at.ui.open;
  return POINTS[point] ? one(at, point) : checklist(at);
}

function checklist(at) {
  const known = noted(at);
  const begin = (point) => () => {
    const last = known[point];
    at.drafts.set("seen", last ? last.seen : "");
    at.drafts.set("observation", last ? last.text : "");
    at.open("observe", { point });
  };
  return {
    key: "checklist",
    task: true,
    body: html`<h2 tabindex="-1" data-heading>${t("What did you see?")}</h2>
      <p class="promise">${t("Only the facilitator reads this. Note what helped, and what could be tried.")}</p>
      <ul class="lines" role="list">
        ${Object.keys(POINTS).map(
          (point) => html`<li class="line">
            <button class="line-body" type="button" @click=${begin(point)}>
              <span class="finding-text">${POINTS[point]()}</span>
              ${known[point] ? html`<span class="kind">${SEEN[known[point].seen]()}</span>` : nothing}
            </button>
          </li>`,
        )}
      </ul>
      ${sideways(t("Back to the dialogue"), () => at.done())}`,
  };
}

function one(at, point) {
  const seen = chosenOf(at, "seen", null);
  return task(at, {
    key: `observe-${point}`,
    heading: POINTS[point](),
    before: oneOf(at, { name: "seen", legend: t("How much of it did you see?"), choices: Object.keys(SEEN).map((key) => [key, SEEN[key]()]), none: true }),
    field: {
      name: "observation",
      label: t("What exactly did you see? (if you like)"),
      limit: LIMITS.comment,
      rows: 3,
      optional: true,
      promise: t("Only the facilitator reads it. No names."),
    },
    ask: (text) => ["note_observation", { point, seen, text }, t("Observation")],
    drafts: ["seen"],
    cancel: t("Another point"),
    back: () => at.open("observe"),
    main: seen && t("Note it"),
  });
}
