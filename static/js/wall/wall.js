/**
 * The wall: what was told, what grows from it, threads between. One look on flipchart, console and archive.
 *
 * wall(view, {surface, onPick, picked, current, settled, answers}) -> lit template
 *   surface   "flipchart" (threads, nothing to touch) | "console" (every item can be tapped, chips) | "participant"
 *   onPick    called with the id of an item that was tapped; without it nothing can be tapped
 *   picked    Set of ids shown as picked
 *   current   id of the line with the bar beside it
 *   settled   also show doubts that their raisers settled (default: only open ones)
 *   most      how many rows of each list are drawn; a screen that has just opened draws the first ones first
 *   answers   whether the current answer stands on top of the ladder (default: everywhere but the flipchart,
 *             which shows it large above the wall)
 * On the flipchart call drawThreads(root, view) from threads.js after each render, and again whenever whenMoved says so.
 */
import { html, nothing, repeat } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../i18n.js";
import { answerName } from "./names.js";
import { finding, line } from "./parts.js";
import { currentAnswer, doubtsAbout, labels, openFacts, restsOf, sentences, statements } from "./reading.js";

/** How a wall of this view is used; also for lists of titles and wordings (lines.js). */
export function usage(view, { onPick = null, picked = new Set(), current = null } = {}) {
  return { language: view.about.language, pick: onPick, picked, current };
}

function heading(view, surface) {
  const { title } = view.narrative;
  if (!title) return t("The narrative");
  // A title may run against the page: <bdi> keeps the comma where the sentence has it.
  const [before, after] = t("{title}, told by one of us", { title: "\u0000" }).split("\u0000");
  const words = html`<bdi lang=${view.about.language}>${title}</bdi>`;
  return surface === "flipchart" ? html`${before}${words}${after}` : words;
}

function doubtsOn(view, id, called, settled) {
  return doubtsAbout(view, id, settled).map((doubt) => ({
    ...doubt,
    linkLabel: doubt.link ? called[doubt.link] || null : null,
  }));
}

// The first of a list that make up this many rows, with the doubts about them.
function first(list, most, view, settled) {
  if (most === Infinity) return list;
  let rows = 0;
  return list.filter(({ id }) => {
    const fits = rows < most;
    rows += 1 + doubtsAbout(view, id, settled).length;
    return fits;
  });
}

function told(view, surface, on, { called, settled, most }) {
  const lines = first(sentences(view), most, view, settled);
  const shown = (sentence) =>
    line(
      {
        id: sentence.id,
        num: sentence.label,
        text: sentence.text,
        heated: sentence.id === view.narrative.heated,
        mark: view.narrative.pointed && view.narrative.pointed[sentence.id] ? pointed() : null,
        inserted: !/^\d+$/.test(sentence.label),
        doubts: doubtsOn(view, sentence.id, called, settled),
      },
      on
    );
  return html`<section class="wall-told" aria-labelledby="wall-told">
    <h2 class="overline" id="wall-told">${heading(view, surface)}</h2>
    ${lines.length
      ? html`<ol class="lines" role="list">
          ${repeat(lines, (sentence) => sentence.id, shown)}
        </ol>`
      : html`<p class="muted">${t("Nothing is written yet. It is told first.")}</p>`}
    ${facts(view, on, called)}
  </section>`;
}

// Somebody pointed at this sentence as answering the question; how many did is told nowhere.
const pointed = () => html`<span class="line-mark">${t("points to an answer")}</span>`;

// What the narrator was asked and has not answered yet: the answer becomes a sentence above.
function facts(view, on, called) {
  const open = openFacts(view);
  if (!open.length) return nothing;
  const one = (fact) =>
    line({ id: fact.id, num: fact.about && called[fact.about] ? t("to {n}", { n: called[fact.about] }) : "?", text: fact.text }, on);
  return html`<h3 class="overline wall-asked" id="wall-asked">${t("Asked: facts only")}</h3>
    <ul class="lines" role="list" aria-labelledby="wall-asked">${repeat(open, (fact) => fact.id, one)}</ul>`;
}

// One stretch of the ladder under its heading.
function grown(view, on, { id, title, rungs, called, settled, answer, most }) {
  if (!rungs.length) return nothing;
  const shown = (item) =>
    finding(
      {
        id: item.id,
        kind: item === answer ? answerName(item.number) : called[item.id],
        text: item.text,
        rests: restsOf(view, item, called),
        doubts: doubtsOn(view, item.id, called, settled),
      },
      on
    );
  return html`<section class="wall-found" aria-labelledby=${id}>
    <h2 class="overline" id=${id}>${title}</h2>
    <ol class="ladder" role="list">
      ${repeat(first(rungs, most, view, settled), (item) => item.id, shown)}
    </ol>
  </section>`;
}

// Rules and principles leave the story behind. On the flipchart, which has width to spare but no height, they stand apart.
const leavesTheStory = ({ kind }) => kind === "rule" || kind === "principle";

function ladder(view, on, how) {
  const items = statements(view);
  const near = how.apart ? items.filter((item) => !leavesTheStory(item)) : items;
  const far = how.apart ? items.filter(leavesTheStory) : [];
  const rungs = how.answer ? [how.answer, ...near] : near;
  return html`${grown(view, on, { ...how, id: "wall-found", title: t("What we found in it"), rungs })}
  ${grown(view, on, { ...how, id: "wall-beyond", title: t("What holds beyond it"), rungs: far })}`;
}

export function wall(view, options = {}) {
  const { surface = "flipchart", settled = false, most = Infinity, answers = surface !== "flipchart" } = options;
  const on = usage(view, options);
  const called = labels(view);
  const flipchart = surface === "flipchart";
  const apart = flipchart && statements(view).some(leavesTheStory);
  const how = { called, settled, most, apart, answer: answers ? currentAnswer(view) : null };
  return html`<div class=${apart ? "wall is-three" : "wall"}>
    ${told(view, surface, on, how)} ${ladder(view, on, how)}
    ${flipchart ? html`<svg class="threads" aria-hidden="true"></svg>` : nothing}
  </div>`;
}
