// One person: what the facilitator can do for them, and for someone without a device everything a phone could.
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { button, group } from "../parts.js";
import { kindsFor } from "../say/kinds.js";
import { choose } from "../say/send.js";
import { standing } from "./people.js";
import { answersOutcome } from "./seat-outcome.js";
import { paper } from "./paper.js";
import { marking, narrating, ownWords } from "./seat-words.js";

// The input line in this person's name, with what they would most likely say at this stage.
function writeFor(desk, seat) {
  const kinds = kindsFor(desk.view);
  const own = kinds.find((kind) => kind.who === "needed") || kinds.find((kind) => kind.who);
  if (!own) return nothing;
  const act = () => {
    const chosen = kinds.find((one) => desk.kind && one.key === desk.kind.key);
    if (!chosen || !chosen.who) choose(desk, own.key);
    desk.write({ by: seat.id });
    desk.toLine();
  };
  return button(t("Write down what {name} says", { name: seat.pseudonym }), act, "small");
}

function turns(desk, seat) {
  const hand = ((desk.me.written_for || {})[seat.id] || {}).hand;
  const owner = seat.id;
  const raise = (reason) => () => desk.ask("raise_hand", { reason, owner });
  return html`<div class="row">
    ${button(t("Give the word"), () => desk.ask("give_word", { seat: seat.id }), "small")}
    ${seat.device
      ? nothing
      : html`${hand
          ? button(t("Hand down"), () => desk.ask("lower_hand", { owner }), "small")
          : html`${button(t("Hand up"), raise("speak"), "small")} ${button(t("Lost the thread"), raise("lost_thread"), "small")}`}
        ${button(t("Ready"), () => desk.ask("mark_ready", { ready: !seat.ready, owner }), "small", { pressed: seat.ready })}`}
  </div>`;
}

function agreement(desk, seat) {
  if (seat.agreed) return html`<p class="muted small">${t("Agreed to the rules.")}</p>`;
  if (seat.device || !desk.view.course.tasks.agree) return html`<p class="muted small">${t("Has not agreed to the rules yet.")}</p>`;
  return html`<p>${button(t("{name} says “I agree”", { name: seat.pseudonym }), () => desk.ask("agree_to_rules", { owner: seat.id }), "wide")}</p>`;
}

function place(desk, seat) {
  const remove = () => desk.askFirst({
    text: t("Remove {name} from the dialogue? What they said stays; their screen is closed.", { name: seat.pseudonym }),
    yes: t("Remove"),
    grave: true,
    act: () => {
      desk.ask("remove_seat", { seat: seat.id });
      desk.open("people");
    },
  });
  const absent = () => desk.ask("mark_presence", { seat: seat.id, absent: !seat.absent });
  return html`<div class="row">
    ${button(seat.absent ? t("Is in the room again") : t("Mark absent"), absent, "small")} ${button(t("Remove"), remove, "small grave")}
  </div>`;
}

export function seat(desk) {
  const { view } = desk;
  const known = view.seats[desk.panel.seat];
  if (!known || known.gone) return { heading: t("Gone"), content: html`<p class="muted">${t("This person has left the dialogue.")}</p>` };
  const person = { ...known, id: desk.panel.seat };
  const part = person.role === "participant" && !view.course.closed;
  const voice = part && !person.device;
  const content = html`<p class="muted small">${standing(desk, person)}${voice ? html` · ${t("you write for them")}` : nothing}</p>
    ${part ? html`${agreement(desk, person)} ${turns(desk, person)} ${writeFor(desk, person)}` : nothing}
    ${voice ? html`${narrating(desk, person)} ${marking(desk, person)} ${answersOutcome(desk, person)} ${paper(desk, person)} ${ownWords(desk, person)}` : nothing}
    ${view.course.closed ? nothing : group("place", t("Their place"), place(desk, person))}`;
  return { heading: person.pseudonym, content };
}
