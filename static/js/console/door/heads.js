// Heads counted in the room against the seats that are taken: whoever should not be here, and who is not in yet.
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { announce } from "../../announce.js";
import { t, tn } from "../../i18n.js";
import { inTheRoom } from "../people.js";

// What the count means, in words; "" without a count.
export function headWords(view, count = view.door.heads) {
  if (count === undefined || count === null) return "";
  const here = inTheRoom(view).length;
  if (count === here) return t("As many in the room as here: {n}.", { n: here });
  return count > here
    ? tn("{n} more in the room than here: someone is not in yet, or needs a seat.", "{n} more in the room than here: someone is not in yet, or needs a seat.", count - here)
    : tn("{n} more here than in the room: look who does not belong.", "{n} more here than in the room: look who does not belong.", here - count);
}

// `id` tells two such fields on one screen apart.
export function heads(desk, id) {
  const { heads: count } = desk.view.door;
  const words = headWords(desk.view);
  const take = ({ target }) => {
    if (target.validity.badInput) return;
    const typed = target.value.trim();
    const counted = typed ? Math.round(Number(typed)) : null;
    desk.ask("count_heads", { count: counted }).done.then((ack) => {
      if (ack.ok) announce(headWords(desk.view, counted));
    });
  };
  return html`<div class="field heads">
    <p class="heads-row">
      <label class="field-label small" for=${id}>${t("People in the room")}</label>
      <input class="input" id=${id} type="number" min="0" max="1100" step="1" inputmode="numeric" autocomplete="off"
        aria-describedby=${`${id}-words`} .value=${count === undefined ? "" : String(count)} @change=${take} />
    </p>
    <p class=${words ? "small" : "field-hint small"} id=${`${id}-words`}>${words || t("Count who takes part: without you, other facilitators and observers.")}</p>
  </div>`;
}
