// The bar below: back, the one input line, undo, next. Above it what needs a word first.
import { html, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { t, tn } from "../i18n.js";
import { stageName } from "../wall/names.js";
import { beside, doorFirst } from "./course.js";
import { refusal } from "./desk.js";
import { strip } from "./item.js";
import { callMeta, next, previous, undo } from "./moves.js";
import { undoName } from "./names.js";
import { inMeta, may, waits } from "./roles.js";
import { newest } from "./undoing.js";
import { asking, button, icon, said } from "./parts.js";
import { nameOfKind } from "./say/offered.js";
import { say } from "./say/line.js";
import { putBack, wayBack, wordsOf } from "./say/send.js";

const SAVED_FOR = 4000; // milliseconds

function back(desk) {
  const { previous: stage } = beside(desk.view);
  if (!stage || waits(desk.view) || !may(desk, "move_to_stage")) return nothing;
  return button(stageName(stage.key), () => previous(desk), "", { symbol: "arrow-left", turns: true, name: t("Back: {stage}", { stage: stageName(stage.key) }) });
}

function forward(desk) {
  if (desk.view.course.closed) return html`<a class="button button-primary bar-next" href=${`/d/${desk.dialogue}/archive`}>${t("Read the archive")}</a>`;
  if (waits(desk.view) || !may(desk, "move_to_stage")) return nothing;
  const { next: stage } = beside(desk.view);
  const label = stage ? html`<span class="vh">${t("Next:")} </span>${stageName(stage.key)}` : t("Close the dialogue");
  const look = doorFirst(desk.view) ? "button bar-next" : "button button-primary bar-next";
  return html`<button class=${look} type="button" @click=${() => next(desk)}>
    <span>${label}</span>${stage ? icon("arrow-right", true) : nothing}
  </button>`;
}

function undoing(desk) {
  const { view } = desk;
  const last = newest(view);
  if (view.course.closed || !last || waits(view) || !may(desk, "undo_action")) return nothing;
  const name = t("Undo “{name}”", { name: undoName(last) });
  return html`<button class="button button-quiet button-undo" type="button" aria-label=${name} title=${name} @click=${() => undo(desk)}>
    <span class="bar-long">${name}</span><span class="bar-short">${t("Undo")}</span>${icon("undo-2", true)}
  </button>`;
}

// What the server did not take. Its words stay until the facilitator has decided about them.
function refused(desk, items) {
  const [item] = items;
  if (!item) return nothing;
  const text = wordsOf(item);
  const again = text && wayBack(desk, item);
  return html`<div class="banner" data-tone="bad" role="group" aria-label=${t("Not accepted")}>
    <p>
      <strong>${t("Not accepted.")}</strong> ${refusal(item.error)} ${text ? said(text, desk.view.about.language) : nothing}
      ${items.length > 1 ? html`<small>${tn("{n} more", "{n} more", items.length - 1)}</small>` : nothing}
    </p>
    <div class="row">
      ${again ? button(t("Put it back into the line"), () => putBack(desk, item), "small") : nothing}
      ${button(text ? t("Discard") : t("OK"), () => desk.room.discard(item.id), "small quiet")}
    </div>
  </div>`;
}

const STATES = { sending: "loader-circle", waiting: "wifi-off", saved: "check", aside: "pause", refused: "triangle-alert" };

function lineState(desk, items) {
  const count = (status) => items.filter((item) => item.status === status).length;
  const shown = (state, text) => html`<span class="state" data-state=${state}>${icon(STATES[state])} ${text}</span>`;
  if (desk.line.problem) return shown("refused", desk.line.problem);
  if (count("waiting")) return shown("waiting", tn("Waiting for connection ({n})", "Waiting for connection ({n})", count("waiting")));
  if (count("held")) return shown("waiting", tn("Kept until the group goes on ({n})", "Kept until the group goes on ({n})", count("held")));
  if (count("sending")) return shown("sending", t("Sending…"));
  const fresh = items.some((item) => item.status === "saved" && Date.now() - (item.settled || 0) < SAVED_FOR);
  const aside = new Set(desk.aside.map(({ kind }) => nameOfKind(kind)));
  return html`${fresh ? shown("saved", t("Saved")) : nothing}
    ${aside.size ? shown("aside", t("Kept as a draft: {kinds}", { kinds: Array.from(aside).join(", ") })) : nothing}`;
}

// In the flow of the bar, so that it covers neither the wall nor a button.
function toasts(desk) {
  const { toast } = desk;
  if (!toast || !toast.holds()) return nothing;
  return html`<div class="toasts">
    <div class="toast"><p>${toast.text}</p>${button(t("Undo"), toast.undo, "quiet")}</div>
  </div>`;
}

// Anyone may call it; here it is called with the name of whoever leads.
function pause(desk) {
  const { view } = desk;
  if (view.course.closed || view.course.resting || inMeta(view) || view.level.meta_state === "called" || view.course.stage === "opening") return nothing;
  const words = html`<span class="bar-long">${t("Pause: how we talk")}</span><span class="bar-short">${t("Pause")}</span>`;
  return html`<button class="button bar-pause" type="button" aria-label=${t("Pause: how we talk")} @click=${() => callMeta(desk)}>${words}</button>`;
}

export function bar(desk) {
  const items = desk.room.items();
  const rejected = items.filter((item) => item.status === "refused");
  return html`<footer class="console-bar">
    <div class="bar-news">
      ${toasts(desk)} ${refused(desk, rejected)} ${desk.asks ? asking(desk.asks) : nothing} ${strip(desk)}
      <p class="line-state" id="line-state">${lineState(desk, items)}</p>
    </div>
    ${back(desk)} ${say(desk)} ${undoing(desk)} ${pause(desk)} ${forward(desk)}
  </footer>`;
}
