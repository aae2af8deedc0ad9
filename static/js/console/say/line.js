// The one input line: kind, words, what they rest on, who said them.
import { html, live, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { measure } from "../../texts.js";
import { labels } from "../../wall/reading.js";
import { nameOf, participants, slips } from "../people.js";
import { icon, iconButton } from "../parts.js";
import { choose, kindNow, send } from "./send.js";

function kindPicker(desk, found, kind) {
  if (kind.key === "edit") return html`<span class="say-kind say-fixed">${kind.name()}</span>`;
  const change = (event) => choose(desk, event.target.value);
  return html`<label class="vh" for="kind">${t("What is written")}</label>
    <select class="say-kind" id="kind" @change=${change}>
      ${found.map((one) => html`<option value=${one.key} .selected=${live(one.key === kind.key)}>${one.name()}</option>`)}
    </select>`;
}

function voice(desk, kind) {
  if (!kind.who) return nothing;
  const change = (event) => desk.write({ by: event.target.value, problem: "" });
  // A name is found by its first letters; Enter then sends, as it does in the words. The list itself opens by Space.
  const enter = (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    change(event);
    send(desk);
  };
  const paper = slips(desk.view);
  const one = ({ id }) => html`<option value=${id} .selected=${live(id === desk.line.by)}>${nameOf(desk.view, id)}</option>`;
  const nobody = kind.who === "needed" ? t("Who?") : t("Said by …");
  return html`<label class="vh" for="voice">${t("Who said it")}</label>
    <select class="say-kind say-voice" id="voice" @change=${change} @keydown=${enter}>
      <option value="" .selected=${live(!desk.line.by)}>${nobody}</option>
      ${participants(desk.view).map(one)}
      ${paper.length ? html`<optgroup label=${t("From a slip of paper")}>${paper.map(one)}</optgroup>` : nothing}
    </select>`;
}

// What is picked, as the chips it will have on the wall; tapping one takes it away.
function chips(desk, kind) {
  if (!kind.picks || !desk.picks.size) return nothing;
  const called = labels(desk.view);
  const numbered = (id) => desk.view.experiences[id] || desk.view.wordings[id];
  const label = (id) => called[id] || (numbered(id) ? String(numbered(id).number) : null);
  const shown = Array.from(desk.picks).filter(label);
  const drop = (id) => {
    desk.picks.delete(id);
    desk.set({ picks: new Set(desk.picks) });
  };
  return html`<span class="rests"
    ><span class="vh">${kind.picks === "rests" ? t("rests on") : t("about")}</span>${shown.map(
      (id) => html`<button
        class=${id === desk.view.narrative.heated ? "chip is-heated" : "chip"}
        type="button"
        aria-label=${t("Take {n} away", { n: label(id) })}
        @click=${() => drop(id)}
      >
        ${label(id)}
      </button>`
    )}</span
  >`;
}

function after(desk) {
  const sentence = desk.line.after && desk.view.sentences[desk.line.after];
  if (!sentence) return nothing;
  return html`<button class="chip" type="button" aria-label=${t("Not after {n}", { n: sentence.label })} @click=${() => desk.write({ after: null })}>
    ${t("after {n}", { n: sentence.label })}
  </button>`;
}

function count(desk, kind) {
  const { length, limit, shown, over } = measure(desk.line.text, kind.limit);
  if (!shown) return nothing;
  return html`<span class=${over ? "field-count is-over" : "field-count"} id="words-count">${t("{n} of {all}", { n: length, all: limit })}</span>`;
}

export function say(desk) {
  const { found, kind } = kindNow(desk);
  if (!kind) return html`<p class="say-none muted">${desk.view.course.closed ? nothing : t("Nothing is written here now.")}</p>`;
  const submit = (event) => {
    event.preventDefault();
    send(desk);
  };
  const input = (event) => {
    if (!kind.picks && kind.key !== "edit") desk.picks = new Set();
    desk.write({ text: event.target.value, at: null });
    desk.room.signal({ writing: Boolean(event.target.value) });
  };
  const ready = desk.line.text.trim() || kind.mayBeEmpty && desk.picks.size;
  return html`<form class="say" @submit=${submit} novalidate>
    ${kindPicker(desk, found, kind)} ${after(desk)}
    <label class="vh" for="words">${kind.name()}</label>
    <input
      class="say-text said"
      id="words"
      dir="auto"
      autocomplete="off"
      autocapitalize="sentences"
      enterkeyhint="send"
      placeholder=${kind.hint(desk)}
      aria-invalid=${desk.line.problem ? "true" : nothing}
      aria-describedby="line-state"
      .value=${live(desk.line.text)}
      @input=${input}
    />
    ${chips(desk, kind)} ${count(desk, kind)} ${voice(desk, kind)}
    ${kind.key === "edit" ? iconButton("x", t("Leave it as it was"), () => desk.clear(), "say-do") : nothing}
    <button class=${ready ? "say-do is-ready" : "say-do"} type="submit" aria-label=${t("Write it")} title=${t("Write it (Enter)")}>${icon("check")}</button>
  </form>`;
}
