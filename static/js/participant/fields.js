/** Fields that keep what is typed as a draft on this device, and the sending of it. */
import { html, live, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { alarm } from "../announce.js";
import { prepare } from "../hints/hints.js";
import { hintLine } from "../hints/line.js";
import { t, tn } from "../i18n.js";
import { measure } from "../texts.js";
import { limitsBeside, mainButton, sideways } from "./parts.js";

/**
 * A text field. name: of its draft, and its id. rows: more than one makes an area.
 * promise: who will see this, in words. story: whether one could be told in it; then the limits stand beside it, too.
 * hints: whether an experience is told here, so that hints help (../hints/).
 */
export function textField(at, { name, label, hint = "", limit, rows = 1, promise = "", story = true, hints = false }) {
  const text = at.drafts.get(name);
  const size = measure(text, limit);
  const error = at.ui.error && at.ui.error.name === name ? at.ui.error.text : "";
  const aid = hints ? hinted(at, name, text) : nothing;
  const notes = [hint && `${name}-hint`, aid !== nothing && `${name}-aid`, error && `${name}-error`, size.shown && `${name}-count`].filter(Boolean).join(" ");
  const type = (event) => {
    at.drafts.set(name, event.target.value);
    at.ui.error = null;
    at.room.signal({ writing: true });
    at.redraw();
  };
  return html`<div class="field ${error ? "is-bad" : ""}">
      <label class="field-label" for=${name}>${label}</label>
      ${hint ? html`<p class="field-hint" id="${name}-hint">${hint}</p>` : nothing}
      ${error ? html`<p class="field-error" id="${name}-error"><span class="vh">${t("Error:")}</span> ${error}</p>` : nothing}
      ${rows > 1
        ? html`<textarea class="input said" id=${name} rows=${rows} dir="auto" aria-describedby=${notes}
            aria-invalid=${error ? "true" : "false"} .value=${live(text)} @input=${type}></textarea>`
        : html`<input class="input said" id=${name} dir="auto" autocomplete="off" enterkeyhint="send"
            aria-describedby=${notes} aria-invalid=${error ? "true" : "false"} .value=${live(text)} @input=${type}>`}
      <p class="field-count ${size.over ? "is-over" : ""}" id="${name}-count" ?hidden=${!size.shown}>
        ${size.over
          ? tn("{n} character too many", "{n} characters too many", size.length - limit)
          : t("{n} of {limit}", { n: size.length, limit })}
      </p>
      ${aid}
    </div>
    ${promise || story ? html`<div class="promise">${promise ? html`<p>${promise}</p>` : nothing}${story ? limitsBeside(at) : nothing}</div>` : nothing}`;
}

/** Found on this device, shown to who writes, and to be had no more: a word in the drafts, gone when they leave. */
function hinted(at, name, text) {
  if (at.drafts.get("no-hints")) return nothing;
  prepare(at.language, at.redraw);
  const off = () => {
    at.drafts.set("no-hints", "yes");
    document.getElementById(name).focus();
    at.redraw();
  };
  return hintLine(text, at.language, { id: `${name}-aid`, off });
}

export function tick(at, { name, label, note = "" }) {
  const change = (event) => {
    at.drafts.set(name, event.target.checked ? "yes" : "");
    at.redraw();
  };
  return html`<div class="choice">
    <input type="checkbox" id=${name} .checked=${live(Boolean(at.drafts.get(name)))} @change=${change}>
    <label for=${name}>${label} ${note ? html`<small>${note}</small>` : nothing}</label>
  </div>`;
}

/** One of several: the first is chosen until another one is, or with `none` nothing is. choices: [[value, label, note]]. */
export function oneOf(at, { name, legend, choices, none = false }) {
  const chosen = chosenOf(at, name, none ? null : choices[0][0]);
  const change = (value) => () => {
    at.drafts.set(name, value);
    at.redraw();
  };
  return html`<fieldset class="field">
    <legend class="field-label">${legend}</legend>
    ${choices.map(
      ([value, label, note], place) => html`<div class="choice">
        <input type="radio" name=${name} id="${name}-${place}" .checked=${live(chosen === value)} @change=${change(value)}>
        <label for="${name}-${place}">${label} ${note ? html`<small>${note}</small>` : nothing}</label>
      </div>`,
    )}
  </fieldset>`;
}

/** One of many, where radio buttons would fill the screen. choices: [[value, label]]; the first until another is chosen. */
export function selectOne(at, { name, label, choices }) {
  const chosen = chosenOf(at, name, choices[0][0]);
  const change = (event) => {
    at.drafts.set(name, event.target.value);
    at.redraw();
  };
  return html`<div class="field">
    <label class="field-label" for=${name}>${label}</label>
    <select class="input" id=${name} @change=${change}>
      ${choices.map(([value, text]) => html`<option value=${value} .selected=${live(chosen === value)}>${text}</option>`)}
    </select>
  </div>`;
}

export const chosenOf = (at, name, first) => at.drafts.get(name) || first;
export const ticked = (at, name) => Boolean(at.drafts.get(name));
export const textOf = (at, name) => at.drafts.get(name).trim();

/** Signed is the exception, and one's own choice. */
export function signing(at, name) {
  return tick(at, {
    name,
    label: t("Sign it with my name here"),
    note: t("Otherwise nobody is told whose it is."),
  });
}

/** Whether a text can go; says at the field why not, and takes the focus there. */
export function fits(at, name, limit, { optional = false } = {}) {
  const { length, over } = measure(at.drafts.get(name), limit);
  const wrong = over
    ? tn("Shorten it by {n} character. Nothing is cut off.", "Shorten it by {n} characters. Nothing is cut off.", length - limit)
    : !length && !optional && t("Nothing is written yet.");
  if (!wrong) return true;
  at.ui.error = { name, text: wrong };
  at.redraw();
  alarm(wrong);
  document.getElementById(name).focus();
  return false;
}

/** Ask, and clear the fields once the text lies in the outbox. Then back to where the group is. */
export async function send(at, [type, data, label], drafts) {
  const asked = at.ask(type, data, label);
  at.room.signal({ writing: false });
  await asked.kept;
  for (const name of drafts) at.drafts.set(name, "");
  at.done();
  return asked;
}

/**
 * A task with one text, opened from somewhere: {key, typing, body, main}.
 * field: of textField, may be `optional`. also: further fields. ask(text): [type, data, label], or null when there is
 * nothing to ask. fit(): whether further fields can go, too. drafts: of further fields. cancel: the way back, and
 * whether it forgets what is written (`forgets`) or leads elsewhere (`back`).
 */
export function task(at, wanted) {
  const { key, heading, before = nothing, field, also = nothing, after = nothing, main } = wanted;
  const { ask, fit = () => true, drafts = [], cancel = t("Not now"), forgets = false, back } = wanted;
  const { name, limit, optional } = field;
  const submit = () => {
    if (!fits(at, name, limit, { optional }) || !fit()) return;
    const asked = ask(textOf(at, name));
    const all = [name, ...drafts];
    if (asked) send(at, asked, all);
    else at.done({ forget: all });
  };
  return {
    key,
    typing: [name],
    task: true,
    body: html`<h2 tabindex="-1" data-heading>${heading}</h2>
      ${before} ${form(submit, html`${textField(at, field)} ${also}`)} ${after}
      ${sideways(cancel, back || (() => at.done({ forget: forgets ? [name] : [] })))}`,
    main: main ? mainButton(main) : nothing,
  };
}

/** A form around fields; its button stands at the thumb. */
export function form(submit, content) {
  const press = (event) => {
    event.preventDefault();
    submit();
  };
  return html`<form class="stack" id="task" autocomplete="off" novalidate @submit=${press}>${content}</form>`;
}
