// One person: what the facilitator can do for them, and for someone without a device everything a phone could.
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { button, group } from "../parts.js";
import { nameOf, standing } from "../people.js";
import { kindsFor } from "../say/offered.js";
import { choose } from "../say/send.js";
import { answersOutcome } from "./seat-outcome.js";
import { paper } from "./paper.js";
import { remove } from "./removing.js";
import { has, inMeta, may } from "../roles.js";
import { lived, pointing, position } from "./seat-choices.js";
import { marking, narrating, ownWords } from "./seat-words.js";
import { claiming } from "./slips.js";
import { nextTask } from "./tasks.js";

// The input line in this person's name, with what they would most likely say at this stage.
function writeFor(desk, seat) {
  const kinds = kindsFor(desk);
  const own = kinds.find((kind) => kind.who === "needed") || kinds.find((kind) => kind.who);
  if (!own) return nothing;
  const act = () => {
    const chosen = kinds.find((one) => desk.kind && one.key === desk.kind.key);
    if (!chosen || !chosen.who) choose(desk, own.key);
    desk.write({ by: seat.id });
    desk.toLine();
  };
  return button(t("Write down what {name} says", { name: nameOf(desk.view, seat.id) }), act, "small");
}

function turns(desk, seat) {
  const hand = ((desk.me.written_for || {})[seat.id] || {}).hand;
  const owner = seat.id;
  const raise = (reason) => () => desk.ask("raise_hand", { reason, owner });
  return html`<div class="row">
    ${may(desk, "give_word") ? button(t("Give the word"), () => desk.ask("give_word", { seat: seat.id }), "small") : nothing}
    ${seat.device
      ? nothing
      : html`${hand
          ? button(t("Hand down"), () => desk.ask("lower_hand", { owner }), "small")
          : html`${button(t("Hand up"), raise("speak"), "small")} ${button(t("Lost the thread"), raise("lost_thread"), "small")}`}
        ${!has(desk.view, "ready_marks") ? nothing : button(t("Ready"), () => desk.ask("mark_ready", { ready: !seat.ready, owner }), "small", { pressed: seat.ready })}`}
  </div>`;
}

// Nobody can refuse it; called without a name unless they want theirs beside it.
function meta(desk, seat) {
  if (inMeta(desk.view) || desk.view.level.meta_state === "called") return nothing;
  return button(t("Calls a talk about how we work together"), () => desk.askFirst({
    text: t("Call it in the name of {name}? Without a name, nobody is told who called.", { name: seat.pseudonym }),
    yes: t("Without a name"),
    act: () => desk.ask("call_meta", { named: false }),
    other: { label: t("In their name"), act: () => desk.ask("call_meta", { named: true, owner: seat.id }) },
  }), "small quiet");
}

// What a person is here beside a participant: who writes the narrative down, who leads others.
function roles(desk, seat) {
  const { scribe } = desk.view.leading;
  const writes = scribe === seat.id;
  const scribing = seat.device && !seat.leads_others && may(desk, "assign_scribe")
    ? button(writes ? t("No longer writes it down") : t("Writes the narrative down"), () => desk.ask("assign_scribe", { seat: writes ? null : seat.id }), "small", { pressed: writes })
    : nothing;
  const turn = () => desk.ask("mark_leads_others", { seat: seat.id, leads_others: !seat.leads_others });
  return group("roles", t("Role"), html`<div class="row">${scribing} ${button(t("Leads others here"), turn, "small", { pressed: Boolean(seat.leads_others) })}</div>
    ${seat.leads_others ? html`<p class="muted small">${t("Can't write for others, scribe or chair. Speaks last where the plan says so.")}</p>` : nothing}`);
}

// What a pile of marks, cards or answers is entered by: one person after the other.
function goOn(desk, seat) {
  const next = nextTask(desk, seat.id);
  if (!next) return nothing;
  const { pseudonym, id } = next.seat;
  return html`<p class="row">${button(t("Next: {name}", { name: pseudonym }), () => desk.open("seat", id), "small", { symbol: "arrow-right", turns: true, trailing: true })}
    <small class="muted">${next.label}</small></p>`;
}

function agreement(desk, seat) {
  if (seat.agreed) return nothing;
  if (seat.device || !desk.view.course.tasks.agree) return html`<p class="muted small">${t("Has not agreed to the rules yet.")}</p>`;
  return html`<p>${button(t("{name} says “I agree”", { name: seat.pseudonym }), () => desk.ask("agree_to_rules", { owner: seat.id }), "wide")}</p>`;
}

function place(desk, seat) {
  const absent = () => desk.ask("mark_presence", { seat: seat.id, absent: !seat.absent });
  return html`<div class="row">
    ${button(seat.absent ? t("Is in the room again") : t("Mark absent"), absent, "small")} ${may(desk, "remove_seat") ? button(t("Remove"), () => remove(desk, seat), "small grave") : nothing}
  </div>`;
}

export function seat(desk) {
  const { view } = desk;
  const known = view.seats[desk.panel.seat];
  if (!known || known.gone) return { heading: t("Gone"), content: html`<p class="muted">${t("This person has left the dialogue.")}</p>` };
  const person = { ...known, id: desk.panel.seat };
  if (person.role === "slip") return slip(desk, person);
  const part = person.role === "participant" && !view.course.closed;
  const voice = part && !person.device;
  // What is asked of somebody now stands before what can be done for them at any time.
  const content = html`<p class="muted small">${standing(desk, person)}${voice ? html` · ${person.shared ? t("you may write for them, too") : t("you write for them")}` : nothing}${part && person.agreed ? html` · ${t("agreed")}` : nothing}</p>
    ${voice ? goOn(desk, person) : nothing} ${part ? agreement(desk, person) : nothing}
    ${voice ? html`${narrating(desk, person)} ${answersOutcome(desk, person)} ${marking(desk, person)} ${pointing(desk, person)} ${position(desk, person)}` : nothing}
    ${voice ? paper(desk, person) : nothing} ${part ? html`${writeFor(desk, person)} ${turns(desk, person)}` : nothing}
    ${voice ? html`${lived(desk, person)} ${ownWords(desk, person)}` : nothing}
    ${part ? roles(desk, person) : nothing} ${voice ? meta(desk, person) : nothing}
    ${view.course.closed ? nothing : group("place", t("Their place"), place(desk, person))}`;
  return { heading: person.pseudonym, content };
}

// A slip of paper: its words, taken back by whoever has the return slip; or claimed, to be narrated.
function slip(desk, known) {
  const closed = desk.view.course.closed;
  const content = html`<p class="muted small">${t("Whose it is stands nowhere. With the return slip its words can be taken back until the release.")}</p>
    ${ownWords(desk, known)} ${closed ? nothing : html`${writeFor(desk, known)} ${claiming(desk, known)}`}`;
  return { heading: t("Slip {n}", { n: known.pseudonym }), content };
}
