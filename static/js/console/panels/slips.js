// Numbered slips of paper: printed, entered from the line ("from a slip of paper"), found again by their number.
import { html, live, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t, tn } from "../../i18n.js";
import { button, group } from "../parts.js";
import { participants, slips as slipsOf } from "../people.js";

const MOST = 60; // for one dialogue, as the server has it

async function print(desk) {
  const count = Math.floor(Number(desk.form.slipCount || 0));
  if (!(count > 0) || count > MOST) {
    desk.fill({ slipProblem: t("Say how many: 1 to {n} in one dialogue.", { n: MOST }) });
    return;
  }
  // Opened at once, since a window that opens later is taken for an advertisement.
  const sheet = window.open("", "_blank");
  const ack = await desk.ask("print_slips", { count }, t("Slips")).done;
  if (!ack.ok) {
    if (sheet) sheet.close();
    return;
  }
  desk.fill({ slipCount: "", slipProblem: "" });
  if (sheet) sheet.location = `/d/${desk.dialogue}/paper/slips`;
}

function find(desk, event) {
  event.preventDefault();
  const wanted = (desk.form.slipNumber || "").trim();
  const found = slipsOf(desk.view).find(({ pseudonym }) => pseudonym === wanted);
  if (found) desk.open("seat", found.id);
  else desk.fill({ slipProblem: t("There is no slip with that number.") });
}

export function slips(desk) {
  const printed = slipsOf(desk.view).length;
  const { slipCount = "", slipNumber = "", slipProblem = "" } = desk.form;
  const content = html`<p class="muted small">${t("Each has a random number and a return slip. People write, fold and shuffle; you enter them in the line, as said by the slip. Nobody knows whose it is.")}</p>
    ${slipProblem ? html`<p class="field-error" role="alert">${slipProblem}</p>` : nothing}
    <p>${printed ? tn("{n} slip is made.", "{n} slips are made.", printed) : t("No slip is made yet.")}
      ${printed ? html`<a href=${`/d/${desk.dialogue}/paper/slips`} target="_blank" rel="noopener">${t("Print them again")}</a>` : nothing}</p>
    <form class="field" @submit=${(event) => { event.preventDefault(); print(desk); }}>
      <label class="field-label small" for="slip-count">${t("How many more")}</label>
      <input class="input input-short" id="slip-count" inputmode="numeric" autocomplete="off" .value=${live(slipCount)} @input=${(event) => desk.fill({ slipCount: event.target.value, slipProblem: "" })} />
      <p class="panel-do"><button class="button button-small" type="submit">${t("Make them and print")}</button></p>
    </form>
    ${printed
      ? html`<form class="field" @submit=${(event) => find(desk, event)}>
          <label class="field-label small" for="slip-number">${t("Somebody comes with a return slip: its number")}</label>
          <input class="input input-short" id="slip-number" inputmode="numeric" autocomplete="off" .value=${live(slipNumber)} @input=${(event) => desk.fill({ slipNumber: event.target.value, slipProblem: "" })} />
          <p class="panel-do"><button class="button button-small" type="submit">${t("Find its words")}</button></p>
        </form>`
      : nothing}`;
  return { heading: t("Paper slips"), content };
}

// Whoever says aloud that a slip is theirs may narrate it; from then on its words are that person's.
export function claiming(desk, slip) {
  const { claimer = "" } = desk.form;
  const claim = () => {
    desk.ask("claim_slip", { slip: slip.id, owner: claimer });
    desk.open("seat", claimer);
  };
  return group("claim", t("Somebody says it is theirs"), html`<p><label class="vh" for="claimer">${t("Whose slip it is")}</label>
      <select class="say-kind" id="claimer" @change=${(event) => desk.fill({ claimer: event.target.value })}>
        <option value="" .selected=${live(!claimer)}>${t("Who?")}</option>
        ${participants(desk.view).map(({ id, pseudonym }) => html`<option value=${id} .selected=${live(id === claimer)}>${pseudonym}</option>`)}
      </select></p>
    ${claimer ? html`<p>${button(t("It is theirs"), claim, "small")}</p>` : nothing}`);
}
