// Two wordings side by side, the words that differ marked: struck through where they were, underlined where they are.
import { html, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { differences } from "../wall/diff.js";

const spaced = (runs, marked) => runs.map((run, n) => html`${n ? " " : nothing}${run.changed ? marked(run.words) : run.words}`);
const gone = (words) => html`<del class="differs">${words}</del>`;
const fresh = (words) => html`<ins class="differs">${words}</ins>`;

// {before, after} as people's words.
export function compared(before, after, language) {
  const found = differences(before, after);
  const said = (words) => html`<span class="said" lang=${language} dir="auto">${words}</span>`;
  return { before: said(spaced(found.before, gone)), after: said(spaced(found.after, fresh)) };
}

// before, after: {name, text}; beneath: what can be done with the latter.
export function sideBySide(before, after, language, beneath = nothing) {
  const words = compared(before.text, after.text, language);
  const one = (name, shown, more) => html`<div><h3 class="kind">${name}</h3><p>${shown}</p>${more}</div>`;
  return html`<div class="compared">${one(before.name, words.before, nothing)} ${one(after.name, words.after, beneath)}</div>`;
}
