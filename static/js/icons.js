/**
 * Icons, brought into the page once: a symbol in another file is fetched when it is first shown, and "waiting for
 * connection" is shown when nothing can be fetched.
 */
import { html } from "../vendor/lit-html-3.3.3/lit-html.js";

const SPRITE = `${document.body.dataset.assetRoot || "/static"}/vendor/lucide-1.62.0/icons.svg`;
const OURS = "icon-"; // keeps their ids apart from the page's

let base = `${SPRITE}#`;

/** Settled when the icons are in the page, or can't be had; then each is looked for where it is. */
export const iconsReady = bring();

async function bring() {
  try {
    const answer = await fetch(SPRITE);
    const sprite = new DOMParser().parseFromString(await answer.text(), "image/svg+xml").documentElement;
    const symbols = Array.from(sprite.querySelectorAll("symbol"));
    if (!answer.ok || !symbols.length) return;
    for (const symbol of symbols) symbol.id = OURS + symbol.id;
    sprite.setAttribute("hidden", "");
    sprite.setAttribute("aria-hidden", "true");
    document.body.appendChild(document.importNode(sprite, true));
    base = `#${OURS}`;
  } catch (problem) {
    // An icon always has its word beside it.
  }
}

/** classes: "icon-small", "icon-full", "icon-turns". */
export function icon(name, classes = "") {
  return html`<svg class="icon ${classes}" aria-hidden="true" focusable="false"><use href="${base}${name}"></use></svg>`;
}
