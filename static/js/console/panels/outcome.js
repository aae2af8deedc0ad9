// How the dialogue ends: proposed by the facilitator, confirmed by the group, recorded as the group left it.
import { html, live, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t, tn } from "../../i18n.js";
import { LIMITS, measure } from "../../texts.js";
import { keptName, outcomeName } from "../../wall/names.js";
import { currentAnswer, inOrder, keptBeside, openDoubts, outcome as outcomeOf } from "../../wall/reading.js";
import { OUTCOMES, outcomeMeans } from "../names.js";
import { button, group, said } from "../parts.js";
import { withoutDevice } from "../people.js";

// Why an outcome can't be proposed now, in a sentence; "" when it can. The server decides; this only spares a detour.
function hindrance(view, kind) {
  if (kind === "open" || kind === "not_reached") return "";
  const answer = currentAnswer(view);
  if (!answer) return t("There is no answer yet.");
  if (inOrder(view.doubts).some((doubt) => doubt.open)) return t("A doubt is open.");
  const kept = keptBeside(view, answer.id).map((item) => item.kind);
  if (kind === "consensus") return kept.length ? t("Reservations or dissents stand beside the answer.") : "";
  if (kept.includes("dissent")) return t("A dissent stands beside the answer.");
  return kept.length ? "" : t("There is no reservation.");
}

function choice(desk, kind) {
  const why = hindrance(desk.view, kind);
  const chosen = desk.form.kind === kind && !why;
  return html`<div class="choice">
    <input type="radio" name="outcome" id=${`outcome-${kind}`} value=${kind} ?disabled=${Boolean(why)} .checked=${live(chosen)} @change=${() => desk.fill({ kind })} />
    <label for=${`outcome-${kind}`}>${outcomeName(kind)} <small>${why || outcomeMeans(kind)}</small></label>
  </div>`;
}

function propose(desk) {
  const { kind, dividing = "" } = desk.form;
  const over = measure(dividing, LIMITS.question).over;
  const act = async () => {
    if (over) return;
    const data = { kind };
    if (kind === "open" && dividing.trim()) data.dividing_question = dividing.trim();
    await desk.ask("propose_outcome", data, t("Proposed outcome")).kept;
    desk.fill({ kind: null, dividing: "" });
  };
  const ready = kind && !hindrance(desk.view, kind);
  return html`<fieldset class="field">
      <legend class="vh">${t("How the dialogue ends")}</legend>
      ${OUTCOMES.map((one) => choice(desk, one))}
    </fieldset>
    ${kind === "open"
      ? html`<div class=${over ? "field is-bad" : "field"}>
          <label class="field-label" for="dividing">${t("The question that divides the group")}</label>
          <p class="field-hint small" id="dividing-hint">${t("May be left empty. At most {n} characters.", { n: LIMITS.question })}</p>
          <input class="input" id="dividing" dir="auto" autocomplete="off" aria-describedby="dividing-hint" aria-invalid=${over ? "true" : nothing} .value=${live(dividing)} @input=${(event) => desk.fill({ dividing: event.target.value })} />
        </div>`
      : nothing}
    ${ready ? html`<p class="panel-do">${button(t("Propose it to the group"), act, "wide")}</p>` : nothing}`;
}

// Who has not answered. Of those with a device only how many: nobody is told which of them.
function missing(desk) {
  const { answered, of } = desk.view.confirmation;
  const known = desk.me.written_for || {};
  const byVoice = withoutDevice(desk.view).filter((seat) => !seat.absent && !(known[seat.id] || {}).confirmed);
  const others = of - answered - byVoice.length;
  if (!byVoice.length && others <= 0) return nothing;
  const enter = ({ id, pseudonym }) => button(t("Enter it for {name}", { name: pseudonym }), () => desk.open("seat", id), "small");
  return html`<h3 class="overline">${t("Not answered yet")}</h3>
    ${byVoice.length ? html`<div class="row">${byVoice.map(enter)}</div>` : nothing}
    ${others > 0 ? html`<p class="small">${tn("{n} person with a device", "{n} people with a device", others)}</p>` : nothing}`;
}

function waiting(desk) {
  const { answered, of, objections } = desk.view.confirmation;
  const found = Object.keys(objections).map((key) => objections[key].text);
  const all = answered === of && !found.length;
  const settle = () => desk.ask("settle_outcome");
  const first = () => desk.askFirst({
    text: t("Not everyone has confirmed, so the outcome is recorded as “open”."),
    yes: t("Record it as open"),
    act: settle,
  });
  return html`<p>${t("{n} of {all} in the room have answered.", { n: answered, all: of })}</p>
    <progress class="minutes-bar" max=${of || 1} value=${answered}></progress>
    ${found.length
      ? html`<h3 class="overline">${t("Objections")}</h3>
          <ul class="list" role="list">
            ${found.map((text) => html`<li>${text ? said(text, desk.view.about.language) : html`<span class="muted">${t("Without a word")}</span>`}</li>`)}
          </ul>`
      : nothing}
    ${missing(desk)}
    <p class="muted small">${t("Whoever is not in the room is marked absent under People.")}</p>
    <p class="panel-do">${button(t("Record the outcome"), all ? settle : first, "wide")}</p>
    <p>${button(t("Take the proposal back"), () => desk.ask("take_back_outcome"), "small quiet")}</p>`;
}

function dividing(desk, item) {
  return item.text ? html`<p>${t("The question that divides the group:")} ${said(item.text, desk.view.about.language)}</p>` : nothing;
}

export function outcome(desk) {
  const item = outcomeOf(desk.view);
  if (!item) return { heading: t("Propose an outcome"), content: propose(desk) };
  const head = html`<p class="said outcome-kind">${outcomeName(item.kind)}</p>${dividing(desk, item)}`;
  if (item.state === "proposed") return { heading: t("Outcome proposed"), content: html`${head} ${waiting(desk)}` };
  return { heading: t("Outcome"), content: html`${head}<p class="muted small">${t("Settled. New words on the answer would open it again.")}</p>` };
}

// In the quiet column, while an outcome can be had.
export function outcomeNote(desk) {
  const { view } = desk;
  if (!view.course.tasks.conclude) return nothing;
  const item = outcomeOf(view);
  const doubts = openDoubts(view).length;
  const open = () => desk.open("outcome");
  if (!item) {
    const standing = keptBeside(view, (currentAnswer(view) || {}).id).map((kept) => keptName(kept.kind));
    const note = [doubts ? t("Open doubts: {n}", { n: doubts }) : "", ...new Set(standing)].filter(Boolean).join(" · ");
    return group("outcome", t("Outcome"), html`${note ? html`<p class="muted small">${note}</p>` : nothing}${button(t("Propose an outcome"), open, "small")}`);
  }
  const { answered, of } = view.confirmation;
  const state = item.state === "settled" ? t("settled") : t("{n} of {all} answered", { n: answered, all: of });
  return group("outcome", t("Outcome"), html`<p>${outcomeName(item.kind)} <span class="muted small">${state}</span></p>${item.state === "settled" ? nothing : button(t("Go on with the outcome"), open, "small")}`);
}
