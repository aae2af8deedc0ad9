// Small parts that the console's templates share.
import { html, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../i18n.js";

const sprite = () => `${document.body.dataset.assetRoot || "/static"}/vendor/lucide-1.62.0/icons.svg`;

// turns: mirrored where reading runs from right to left (arrows, undo).
export function icon(name, turns = false) {
  return html`<svg class="icon ${turns ? "icon-turns" : ""}" aria-hidden="true" focusable="false">
    <use href="${sprite()}#${name}"></use>
  </svg>`;
}

// look: "primary", "quiet", "grave", "small" or several of them; more: {symbol, trailing, turns, pressed, name}.
export function button(label, press, look = "", more = {}) {
  const classes = ["button", ...look.split(" ").filter(Boolean).map((one) => `button-${one}`)].join(" ");
  const symbol = more.symbol ? icon(more.symbol, more.turns) : nothing;
  return html`<button
    class=${classes}
    type="button"
    aria-label=${more.name || nothing}
    aria-pressed=${more.pressed === undefined ? nothing : String(more.pressed)}
    @click=${press}
  >
    ${more.trailing ? nothing : symbol}<span>${label}</span>${more.trailing ? symbol : nothing}
  </button>`;
}

export function iconButton(symbol, name, press, classes = "button button-quiet button-small") {
  return html`<button class=${classes} type="button" aria-label=${name} title=${name} @click=${press}>
    ${icon(symbol)}
  </button>`;
}

// People's words, shortened where they only serve to tell one thing from another.
export function said(text, language, most = 0) {
  const letters = most ? Array.from(text) : [];
  const shown = letters.length > most && most ? `${letters.slice(0, most).join("").trimEnd()}…` : text;
  return html`<span class="said" lang=${language} dir="auto">${shown}</span>`;
}

// A heading with what belongs under it, in the quiet column or on a page of it.
export function group(id, heading, content, classes = "") {
  return html`<section class=${classes} aria-labelledby=${id}>
    <h2 class="overline" id=${id}>${heading}</h2>
    ${content}
  </section>`;
}

// A question that has to be answered before something that can't be taken back. ask: {text, yes, no, act, grave}, and
// where there are two ways, other: {label, act}.
export function asking(ask) {
  return html`<div class="banner asking" data-tone=${ask.grave ? "bad" : "calm"} role="group" aria-label=${ask.text}>
    <p>${ask.text}</p>
    <div class="row">
      ${button(ask.yes, ask.act, ask.grave ? "small grave" : "small")} ${ask.other ? button(ask.other.label, ask.other.act, "small") : nothing} ${button(ask.no || t("Not yet"), ask.away, "small quiet")}
    </div>
  </div>`;
}
