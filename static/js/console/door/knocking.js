// Who knocks, at whatever stage: a calm strip above the wall, with a way to let each of them in.
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { announce } from "../../announce.js";
import { t, tn } from "../../i18n.js";
import { button } from "../parts.js";

const MOST = 4; // one under the other; the rest of a crowd is a panel away

// In the order in which they came: [{id, pseudonym, role, leads_others, shared}].
export function knocking(view) {
  const found = view.door.knocking || {};
  return Object.keys(found)
    .map((id) => ({ ...found[id], id }))
    .sort((a, b) => a.place - b.place);
}

// What those who let people in should know of them before.
function about(one) {
  const notes = [];
  if (one.role === "observer") notes.push(t("would observe"));
  if (one.leads_others) notes.push(t("leads others"));
  if (one.shared) notes.push(t("at a shared computer"));
  return notes.length ? html` <small class="muted">${notes.join(" · ")}</small>` : nothing;
}

// The next one is at hand when the row that was tapped is gone.
function goOn() {
  requestAnimationFrame(() => {
    const next = document.querySelector(".knock .button") || document.querySelector(".presence");
    if (next && document.activeElement === document.body) next.focus();
  });
}

function letIn(desk, { id, pseudonym }) {
  desk.ask("admit_seat", { seat: id }).done.then((ack) => {
    if (ack.ok) announce(t("{name} is in.", { name: pseudonym }));
    goOn();
  });
}

function turnAway(desk, { id, pseudonym }) {
  desk.askFirst({
    text: t("Turn {name} away? Their screen says that they were not let in; they may knock again.", { name: pseudonym }),
    yes: t("Turn away"),
    act: () => desk.ask("turn_away", { seat: id }).done.then(goOn),
  });
}

function row(desk, one) {
  const { pseudonym: name } = one;
  return html`<li class="knock">
    <span><bdi>${name}</bdi>${about(one)}</span>
    <span class="row">
      ${button(t("Let in"), () => letIn(desk, one), "small", { name: t("Let in: {name}", { name }) })}
      ${button(t("Turn away"), () => turnAway(desk, one), "small quiet", { name: t("Turn away: {name}", { name }) })}
    </span>
  </li>`;
}

export function rows(desk, found) {
  return html`<ul role="list">${found.map((one) => row(desk, one))}</ul>`;
}

export function letAllIn(desk, found) {
  for (const one of found) desk.ask("admit_seat", { seat: one.id });
  announce(tn("{n} person is let in.", "{n} people are let in.", found.length));
}

export const howMany = (found) => tn("{n} person knocks at the door.", "{n} people knock at the door.", found.length);

export function knocks(desk) {
  const found = knocking(desk.view);
  if (!found.length) return nothing;
  // With the door's own panel open, each of them stands there.
  const whole = desk.panel && desk.panel.name === "door";
  const more = found.length - MOST;
  const all = html`<div class="row">
    ${button(t("Let all in"), () => letAllIn(desk, found), "small")}
    ${more > 0 ? button(tn("{n} more …", "{n} more …", more), () => desk.open("door"), "small quiet") : nothing}
  </div>`;
  return html`<div class="banner knocks" data-tone="calm" role="group" aria-label=${t("At the door")}>
    <p>${howMany(found)}</p>
    ${whole ? nothing : html`${found.length > 1 ? all : nothing} ${rows(desk, found.slice(0, MOST))}`}
  </div>`;
}
