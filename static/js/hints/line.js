/** One calm sentence below a field, for the most important hint; and the way to have none. */
import { html, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../i18n.js";
import { hintsFor } from "./hints.js";

const SENTENCES = {
  name_like: () => t("That looks like a name. Write “a colleague” or “prisoner A”."),
  cell_number: () => t("A cell's number can tell who it was. “A cell” is enough."),
  date_like: () => t("A date or an hour can tell who it was. “One evening” is enough."),
  general: () => t("This sounds like many occasions. Which one was it?"),
  hypothetical: () => t("This sounds like what might have been. What did happen?"),
};

/** The sentence for the most important hint of a text; an empty one when there is none. */
export function hintSentence(text, language) {
  const [first] = hintsFor(text, language);
  return first ? SENTENCES[first.key]() : "";
}

/** That sentence as a line. id: for the field's aria-describedby. off(): no more hints for this person. */
export function hintLine(text, language, { id, off }) {
  const sentence = hintSentence(text, language);
  if (!sentence) return nothing;
  return html`<p class="field-hint"><span id=${id}>${sentence}</span>
    <button class="link" type="button" @click=${off}>${t("Don't show hints")}</button></p>`;
}
