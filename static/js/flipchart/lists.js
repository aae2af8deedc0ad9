/** Lists before the narrative: candidates for the question, titles of experiences, and the choice among them. */
import { html, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../i18n.js";
import { candidates, titles } from "../wall/lines.js";
import { experiences, reasonsFor, wordings } from "../wall/reading.js";
import { icon } from "./toolbar.js";

function turning({ page, last }, pages) {
  if (!last) return nothing;
  const button = (name, label, turn, off) =>
    html`<button class="button button-quiet" type="button" ?disabled=${off} aria-label=${label} @click=${turn}>
      ${icon(name)}
    </button>`;
  return html`<nav class="flip-pages" aria-label=${t("Pages")}>
    ${button("arrow-left", t("Page before"), pages.back, page === 0)}
    <p>${t("Page {n} of {m}", { n: page + 1, m: last + 1 })}</p>
    ${button("arrow-right", t("Next page"), pages.next, page === last)}
  </nav>`;
}

const few = (...lines) => html`<div class="flip-middle">${lines}</div>`;
const quiet = (text) => html`<p class="muted">${text}</p>`;

/** Everything that was suggested, as it came; what the group works on now is marked and stands above. */
export function candidateList(view, { pages }) {
  const all = wordings(view);
  const { why, lived_by_all: lived } = view.question;
  const beside = [why ? html`<p class="said muted" lang=${view.about.language} dir="auto">${why}</p>` : nothing, lived ? quiet(t("Everyone here has an experience for this.")) : nothing];
  // The one that was chosen stands above already.
  if (!all.some(({ id }) => id !== view.question.wording)) {
    return few(
      all.length ? nothing : html`<p class="flip-large">${t("Which question is worth our time?")}</p>`,
      beside,
      quiet(t("A good question is short and plain, and everyone here can answer it from experience."))
    );
  }
  const shown = pages.of(all);
  return html`<h2 class="overline">${t("Questions we could work on")}</h2>
    ${candidates(view, { items: shown.items })} ${turning(shown, pages)} ${beside}`;
}

export function experienceList(view, { pages }) {
  const all = experiences(view);
  if (!all.length) {
    return few(
      html`<p class="flip-large">${t("Think of one occasion of your own.")}</p>`,
      quiet(t("You were there, it is over, and at one moment you had to judge or to act. First only a title.")),
      quiet(t("No names: “a colleague”, “prisoner A”."))
    );
  }
  const shown = pages.of(all);
  return html`<h2 class="overline">${t("Our experiences")}</h2>
    ${titles(view, { items: shown.items })} ${turning(shown, pages)}`;
}

function choice(view, id, heading) {
  const { why } = view.selection;
  const { language } = view.about;
  return html`<div class="flip-choice">
    <p class="kind">${heading}</p>
    <p class="said flip-large" lang=${language} dir="auto">${view.experiences[id].text}</p>
    ${why ? html`<p class="said" lang=${language} dir="auto">${why}</p>` : nothing}
    ${reasonsFor(view, id).map(({ text }) => html`<p class="said muted" lang=${language} dir="auto">${text}</p>`)}
  </div>`;
}

/** Titles, quietly marked once the marks are shown; then the choice and its reason. Nothing is counted. */
export function selection(view, { pages }) {
  const { chosen, asked } = view.selection;
  if (chosen && view.experiences[chosen]) return few(choice(view, chosen, t("We look closely at this one")));
  const shown = pages.of(experiences(view));
  const proposed = asked && view.experiences[asked] ? choice(view, asked, t("Proposed; whoever lived it decides")) : nothing;
  return html`<h2 class="overline">${t("Which of these could you put yourself into?")}</h2>
    ${titles(view, { items: shown.items, current: asked })} ${turning(shown, pages)} ${proposed}`;
}
