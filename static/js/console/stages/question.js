// Question: candidates in the order in which they came, the criteria beside them.
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { candidates } from "../../wall/lines.js";
import { wordings } from "../../wall/reading.js";
import { sideBySide } from "../compare.js";
import { button, group, said } from "../parts.js";
import { may } from "../roles.js";
import { tapped } from "../item.js";

const CRITERIA = () => [
  t("General, and one short plain sentence"),
  t("Everyone here has lived something that it is about"),
  t("To be answered by thinking, not by measuring or looking up"),
  t("In positive form, without an answer hidden in it"),
  t("It matters to this group"),
  t("Not “how do we carry out X?”"),
];

export function criteria(heading, list) {
  return group("criteria", heading, html`<ul class="criteria" role="list">${list.map((words) => html`<li>${words}</li>`)}</ul>`);
}

// The wording that the group works on, beside the one that was tapped, or the newest other one.
function comparison(desk) {
  const { view } = desk;
  const all = wordings(view);
  if (all.length < 2) return nothing;
  const now = all.find(({ id }) => id === view.question.wording) || all[0];
  const others = all.filter(({ id }) => id !== now.id);
  const other = others.find(({ id }) => desk.picks.has(id)) || others[others.length - 1];
  const name = ({ number }) => t("Wording {n}", { n: number });
  const work = may(desk, "choose_question") && view.course.tasks.word_question
    ? html`<p class="row">${button(t("Work on wording {n}", { n: other.number }), () => desk.ask("choose_question", { wording: other.id }), "small")}</p>`
    : nothing;
  return group("compared", t("Compared"), sideBySide({ ...now, name: name(now) }, { ...other, name: name(other) }, view.about.language, work), "wall-more");
}

function why({ view }) {
  return view.question.why ? html`<p class="muted">${t("Chosen because:")} ${said(view.question.why, view.about.language)}</p>` : nothing;
}

export function question(desk) {
  const none = html`<p class="muted">${t("No wording yet. Write the first one below.")}</p>`;
  const list = Object.keys(desk.view.wordings).length ? candidates(desk.view, { onPick: tapped(desk), picked: desk.picks }) : none;
  return html`<div class="wall">
    <div class="wall-told">${group("wordings", t("Wordings"), html`${list} ${why(desk)}`)}</div>
    <div class="wall-found">${criteria(t("A good question"), CRITERIA())}</div>
  </div>
  ${comparison(desk)}`;
}
