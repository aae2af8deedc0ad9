// For someone without a device: personal choices that are entered once and then not shown again.
import { html, live, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { LIMITS, measure } from "../../texts.js";
import { answerName } from "../../wall/names.js";
import { sentences } from "../../wall/reading.js";
import { POSITION_ORDER, positionName } from "../names.js";
import { button, group, said } from "../parts.js";
import { has } from "../roles.js";

const knownOf = (desk, seat) => (desk.me.written_for || {})[seat.id] || {};
const entered = (is) => html`<p class="muted small">${is ? t("Entered. Not shown again; entering anew replaces it.") : t("Entered once and then not shown again.")}</p>`;

export function lived(desk, seat) {
  const { question, course } = desk.view;
  if (!course.tasks.word_question || !question.wording) return nothing;
  const mark = (yes) => async () => {
    await desk.ask("mark_has_experience", { wording: question.wording, has: yes, owner: seat.id }).kept;
    desk.fill({ lived: yes });
  };
  return group("lived-by", t("Has an experience for this wording?"), html`<div class="row">
      ${button(t("Has one"), mark(true), "small", { pressed: desk.form.lived === true })} ${button(t("Has none"), mark(false), "small", { pressed: desk.form.lived === false })}
    </div>`);
}

export function pointing(desk, seat) {
  const { view } = desk;
  const told = sentences(view);
  if (!view.course.tasks.point || !has(view, "pointing") || view.narrative.pointing_shown || !told.length) return nothing;
  const chosen = desk.form.pointing || new Set();
  const turn = (id) => {
    const changed = new Set(chosen);
    if (!changed.delete(id)) changed.add(id);
    desk.fill({ pointing: changed });
  };
  const enter = async () => {
    await desk.ask("point_at_sentences", { sentences: Array.from(chosen), owner: seat.id }, t("Pointing")).kept;
    desk.fill({ pointing: new Set() });
  };
  const row = ({ id, label, text }) => html`<div class="choice">
    <input type="checkbox" id=${`point-${id}`} .checked=${live(chosen.has(id))} @change=${() => turn(id)} />
    <label for=${`point-${id}`}>${label} ${said(text, view.about.language, 60)}</label>
  </div>`;
  return group("pointing-for", t("Points at what answers the question"), html`${told.map(row)} ${entered(knownOf(desk, seat).pointed)}
    <p>${button(t("Enter the pointing"), enter, "small")}</p>`);
}

const NEEDS_WORDS = new Set(["agree_with_reservation", "disagree"]);
const MAY_HAVE_WORDS = new Set([...NEEDS_WORDS, "not_yet_clear"]);

export function position(desk, seat) {
  const { view } = desk;
  const { answer, shown } = view.positions;
  if (!view.course.tasks.take_positions || !answer || !view.answers[answer] || shown) return nothing;
  const { stance, stanceWords = "", stanceProblem = "" } = desk.form;
  const over = measure(stanceWords, LIMITS.comment).over;
  const enter = async () => {
    if (over) return;
    if (NEEDS_WORDS.has(stance) && !stanceWords.trim()) {
      desk.fill({ stanceProblem: t("Write what they say: it is shown in their words.") });
      return;
    }
    const data = { answer, position: stance, owner: seat.id };
    if (MAY_HAVE_WORDS.has(stance) && stanceWords.trim()) data.text = stanceWords.trim();
    await desk.ask("take_position", data, t("Position")).kept;
    desk.fill({ stance: null, stanceWords: "", stanceProblem: "" });
  };
  const choice = (key) => html`<div class="choice">
    <input type="radio" name="stance" id=${`stance-${key}`} .checked=${live(stance === key)} @change=${() => desk.fill({ stance: key, stanceProblem: "" })} />
    <label for=${`stance-${key}`}>${positionName(key)}</label>
  </div>`;
  const words = MAY_HAVE_WORDS.has(stance)
    ? html`<div class=${over || stanceProblem ? "field is-bad" : "field"}>
        <label class="field-label small" for="stance-words">${t("In their words")}</label>
        ${stanceProblem ? html`<p class="field-error small">${stanceProblem}</p>` : nothing}
        <input class="input" id="stance-words" dir="auto" autocomplete="off" aria-invalid=${over || stanceProblem ? "true" : nothing} .value=${live(stanceWords)} @input=${(event) => desk.fill({ stanceWords: event.target.value, stanceProblem: "" })} @keydown=${(event) => event.key === "Enter" && !event.isComposing && enter()} />
      </div>`
    : nothing;
  return group("position-for", t("Position on “{wording}”", { wording: answerName(view.answers[answer].number) }), html`${POSITION_ORDER.map(choice)} ${words} ${entered(knownOf(desk, seat).position)}
    ${stance ? html`<p>${button(t("Enter the position"), enter, "small")}</p>` : nothing}`);
}
