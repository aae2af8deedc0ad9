/** The archive reader with script: search and filters at once, hits marked, links to places copied, printing. */
import { ready, t, tn } from "../i18n.js";
import { announce } from "../announce.js";
import { copy } from "../copy.js";
import { mark, unmark } from "./marks.js";

const form = document.querySelector("[data-filters]");
const found = document.querySelector("[data-found]");

const chosen = (name) => Array.from(form.querySelectorAll(`input[name="${name}"]:checked`), (box) => box.value);

/** Entries that fit are shown, and so are the sections that still have one. Nothing is asked of the server. */
function filter() {
  const words = form.elements.q.value.trim();
  const stages = chosen("stage");
  const kinds = chosen("kind");
  const asked = Boolean(words || stages.length || kinds.length);
  unmark(document);
  let hits = 0;
  for (const section of document.querySelectorAll("[data-stage]")) {
    const here = !stages.length || stages.includes(section.dataset.stage);
    let shown = 0;
    for (const entry of section.querySelectorAll("[data-entry]")) {
      const fits = here && (!kinds.length || kinds.includes(entry.dataset.kind));
      const marked = fits && words ? mark(entry, words) : 0;
      entry.hidden = !fits || Boolean(words && !marked);
      if (!entry.hidden) shown += 1;
      hits += marked;
    }
    section.hidden = asked && !shown;
  }
  found.textContent = words ? tn("{n} hit", "{n} hits", hits) : "";
}

function showEverything(event) {
  event.preventDefault();
  form.elements.q.value = "";
  for (const box of form.querySelectorAll("input:checked")) box.checked = false;
  filter();
}

/** A link leads to what it names, also when a filter has hidden it. */
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  const entry = target.closest("[data-entry]");
  for (const part of [target, entry, target.closest("[data-stage]")]) if (part) part.hidden = false;
  target.scrollIntoView();
}

function copyLink(event) {
  const link = event.target.closest("[data-permalink]");
  if (!link) return;
  if (copy(link.href)) announce(t("The link is copied."));
}

ready.then(() => {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    filter();
  });
  form.addEventListener("input", filter);
  document.querySelector("[data-clear]").addEventListener("click", showEverything);
  document.addEventListener("click", copyLink);
  window.addEventListener("hashchange", reveal);
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  filter();
  if (location.hash) reveal();
});
