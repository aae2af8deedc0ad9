/** Counts under fields of plain forms, from 80 % of the limit on; a text that is too long stays as it is. */
import { ready, t } from "../i18n.js";
import { measure } from "../texts.js";

function follow(note) {
  const field = document.getElementById(note.dataset.countOf);
  const limit = Number(note.dataset.limit);
  if (!field || !limit) return;
  const plain = note.textContent;
  const count = () => {
    const { length, shown, over } = measure(field.value, limit);
    note.classList.toggle("is-over", over);
    if (over) note.textContent = t("{n} of {limit}: {more} too many", { n: length, limit, more: length - limit });
    else note.textContent = shown ? t("{n} of {limit}", { n: length, limit }) : plain;
  };
  field.addEventListener("input", count);
  count();
}

ready.then(() => {
  for (const note of document.querySelectorAll("[data-count-of]")) follow(note);
  const summary = document.getElementById("error-summary");
  if (summary) summary.focus();
});
