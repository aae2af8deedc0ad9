// A talk about how we work together: its notes, who chairs it, what changes. The place is kept, dimmed, beneath it.
import { html, live, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { LIMITS, measure } from "../../texts.js";
import { inOrder } from "../../wall/reading.js";
import { button, group, said } from "../parts.js";
import { nameOf, participants } from "../people.js";
import { may } from "../roles.js";

function chair(desk, meta) {
  const assign = (event) => desk.ask("assign_chair", { seat: event.target.value || null });
  if (!may(desk, "assign_chair")) {
    return html`<p>${meta.chair ? t("{name} chairs it.", { name: nameOf(desk.view, meta.chair) }) : t("The facilitator chairs it.")}</p>`;
  }
  const could = participants(desk.view).filter((seat) => !seat.leads_others);
  return html`<p class="meta-chair"><label for="chair">${t("Chaired by")}</label>
    <select class="say-kind" id="chair" @change=${assign}>
      <option value="" .selected=${live(!meta.chair)}>${t("you")}</option>
      ${could.map((seat) => html`<option value=${seat.id} .selected=${live(seat.id === meta.chair)}>${seat.pseudonym}</option>`)}
    </select></p>`;
}

function ending(desk) {
  const { change = "", share = false } = desk.talk;
  const set = (changed) => desk.set({ talk: { ...desk.talk, ...changed } });
  const lack = measure(change, LIMITS.reason).over;
  const resume = async () => {
    if (lack || !change.trim()) {
      set({ problem: lack ? t("Shorten it to {n} characters; nothing is cut off.", { n: LIMITS.reason }) : t("Write in one line what you change, even if it is nothing.") });
      return;
    }
    const ack = await desk.ask("end_meta", { what_we_change: change.trim(), share_notes: share }, t("What we change")).done;
    if (ack.ok) desk.set({ talk: {} });
  };
  const { problem } = desk.talk;
  return html`<div class=${problem ? "field is-bad" : "field"}>
      <label class="field-label" for="change">${t("What we change")}</label>
      ${problem ? html`<p class="field-error" id="change-problem">${problem}</p>` : nothing}
      <input class="input" id="change" dir="auto" autocomplete="off" aria-invalid=${problem ? "true" : nothing} aria-describedby=${problem ? "change-problem" : nothing} .value=${live(change)} @input=${(event) => set({ change: event.target.value, problem: "" })} />
    </div>
    <div class="choice">
      <input type="checkbox" id="share" .checked=${live(share)} @change=${(event) => set({ share: event.target.checked })} />
      <label for="share">${t("The notes may leave the room")} <small>${t("Only if the group agrees.")}</small></label>
    </div>
    <p>${button(t("Resume where we were"), resume, "primary")}</p>`;
}

export function metaTalk(desk, place) {
  const { view } = desk;
  const meta = view.metas[view.level.meta] || {};
  const notes = inOrder(view.meta_notes).filter((note) => note.meta === view.level.meta);
  const called = meta.signature ? t("Called by {name}.", { name: meta.signature }) : t("Called without a name.");
  const list = notes.length
    ? html`<ol class="list" role="list">${notes.map((note) => html`<li>${said(note.text, view.about.language)}</li>`)}</ol>`
    : html`<p class="muted">${t("No note yet. Write it in the line below; notes are kept apart from the record of the matter.")}</p>`;
  return html`<section class="meta-talk" aria-labelledby="meta-head">
      <h2 class="question" id="meta-head">${t("We talk about how we are talking")}</h2>
      <div class="columns">
        <div class="stack"><p class="muted">${called}</p>${group("meta-notes", t("Notes"), list)}</div>
        <div class="stack">${chair(desk, meta)} ${ending(desk)}</div>
      </div>
    </section>
    <div class="kept-place" inert><p class="overline">${t("Kept as it was:")}</p>${place}</div>`;
}
