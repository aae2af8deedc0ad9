// How the dialogue ends: proposed by the facilitator, confirmed by the group, recorded as the group left it.
import { html, live, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t, tn } from "../../i18n.js";
import { LIMITS, measure } from "../../texts.js";
import { outcomeName } from "../../wall/names.js";
import { currentAnswer, inOrder, keptBeside, outcome as outcomeOf } from "../../wall/reading.js";
import { OUTCOMES, outcomeMeans } from "../names.js";
import { button, said } from "../parts.js";
import { atSharedComputers, withoutDevice } from "../people.js";
import { may } from "../roles.js";

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
  const open = (seat) => !seat.absent && !(known[seat.id] || {}).confirmed;
  const byVoice = withoutDevice(desk.view).filter(open);
  const shared = atSharedComputers(desk.view).filter(open).length;
  const others = of - answered - byVoice.length - shared;
  if (!byVoice.length && !shared && others <= 0) return nothing;
  const enter = ({ id, pseudonym }) => button(t("Enter it for {name}", { name: pseudonym }), () => desk.open("seat", id), "small");
  return html`<h3 class="overline">${t("Not answered yet")}</h3>
    ${byVoice.length ? html`<div class="row">${byVoice.map(enter)}</div>` : nothing}
    ${others > 0 ? html`<p class="small">${tn("{n} person with a device", "{n} people with a device", others)}</p>` : nothing}
    ${shared ? html`<p class="small">${tn("{n} person at a shared computer", "{n} people at a shared computer", shared)}</p>` : nothing}`;
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
    ${may(desk, "settle_outcome")
      ? html`<p class="panel-do">${button(t("Record the outcome"), all ? settle : first, "wide")}</p>
          <p>${button(t("Take the proposal back"), () => desk.ask("take_back_outcome"), "small quiet")}</p>`
      : nothing}`;
}

function dividing(desk, item) {
  return item.text ? html`<p>${t("The question that divides the group:")} ${said(item.text, desk.view.about.language)}</p>` : nothing;
}

export function outcome(desk) {
  const item = outcomeOf(desk.view);
  if (!item && !may(desk, "propose_outcome")) return { heading: t("Outcome"), content: html`<p class="muted">${t("No outcome is proposed.")}</p>` };
  if (!item) return { heading: t("Propose an outcome"), content: propose(desk) };
  const head = html`<p class="said outcome-kind">${outcomeName(item.kind)}</p>${dividing(desk, item)}`;
  if (item.state === "proposed") return { heading: t("Outcome proposed"), content: html`${head} ${waiting(desk)}` };
  return { heading: t("Outcome"), content: html`${head}<p class="muted small">${t("Settled. New words on the answer would open it again.")}</p>` };
}
