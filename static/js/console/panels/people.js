// Everyone at the table. A tap on a person opens what can be done for them.
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { LIMITS, measure } from "../../texts.js";
import { button } from "../parts.js";
import { coFacilitators, observers, participants, standing } from "../people.js";
import { may } from "../roles.js";
import { heads } from "../door/heads.js";
import { invitation } from "./invitation.js";

function row(desk, seat) {
  const notes = [standing(desk, seat)];
  if (seat.role === "participant") notes.push(seat.agreed ? t("agreed") : t("not agreed yet"));
  if (seat.ready) notes.push(t("ready"));
  if (seat.leads_others) notes.push(t("leads others"));
  if (desk.view.leading.scribe === seat.id) notes.push(t("writes it down"));
  return html`<li>
    <button class="menu-item" type="button" @click=${() => desk.open("seat", seat.id)}>
      <span>${seat.pseudonym}</span><small class="muted push">${notes.join(" · ")}</small>
    </button>
  </li>`;
}

async function seatSomeone(desk, event) {
  event.preventDefault();
  const pseudonym = (desk.form.pseudonym || "").trim();
  if (!pseudonym || measure(pseudonym, LIMITS.pseudonym).over) return;
  const asked = desk.ask("seat_someone", { pseudonym }, t("Seat someone"));
  await asked.kept;
  desk.fill({ pseudonym: "" });
}

export function people(desk) {
  const { view } = desk;
  const group = participants(view);
  const watching = observers(view);
  const helping = coFacilitators(view);
  const content = html`<p class="muted small">
      ${t("{agreed} of {all} agreed. Presence is shown to you alone.", { agreed: view.group.agreed, all: view.group.people })}
    </p>
    <ul class="menu" role="list">${group.map((seat) => row(desk, seat))}</ul>
    ${watching.length ? html`<h3 class="overline">${t("Observers")}</h3><ul class="menu" role="list">${watching.map((seat) => row(desk, seat))}</ul>` : nothing}
    ${helping.length || may(desk, "open_door") ? html`<h3 class="overline">${t("Co-facilitators")}</h3>${helping.length ? html`<ul class="menu" role="list">${helping.map((seat) => row(desk, seat))}</ul>` : nothing}` : nothing}
    ${view.course.closed || !may(desk, "open_door") ? nothing : invitation(desk)}
    ${view.course.closed
      ? nothing
      : html`<form class="field" @submit=${(event) => seatSomeone(desk, event)}>
          <label class="field-label" for="pseudonym">${t("Someone without a device")}</label>
          <p class="field-hint small" id="pseudonym-hint">${t("A name for this dialogue only. You write for them; they are counted like everyone.")}</p>
          <input class="input" id="pseudonym" autocomplete="off" aria-describedby="pseudonym-hint" .value=${desk.form.pseudonym || ""} @input=${(event) => desk.fill({ pseudonym: event.target.value })} />
          <p class="panel-do"><button class="button button-small" type="submit">${t("Give them a seat")}</button></p>
        </form>
        ${heads(desk, "heads-people")}`}
    <div class="row">
      ${view.course.closed ? nothing : button(t("Door and join code"), () => desk.open("door"), "small quiet")}
      ${view.course.closed ? nothing : button(t("Paper slips"), () => desk.open("slips"), "small quiet")}
    </div>`;
  return { heading: t("People"), content };
}
