/** When the room does something other than the stage: it talks about itself, is silent, or rests. The wall stays, dimmed. */
import { html, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../i18n.js";
import { stageName } from "../wall/names.js";
import { inMeta, inOrder, isSilent } from "../wall/reading.js";

const sheet = (large, ...lines) => html`<section class="flip-sheet" aria-live="polite">
  <p class="flip-large">${large}</p>
  ${lines}
</section>`;
const muted = (text) => html`<p class="muted">${text}</p>`;

function meta(view) {
  const notes = inOrder(view.meta_notes).filter((note) => note.meta === view.level.meta);
  const list = notes.length
    ? html`<ul class="lines" role="list">${notes.map(({ text }) => html`<li class="said" lang=${view.about.language} dir="auto">${text}</li>`)}</ul>`
    : nothing;
  return sheet(t("We talk about how we are talking."), list, muted(t("Afterwards we go on where we were: {stage}.", { stage: stageName(view.course.stage) })));
}

/** The sheet that lies over the wall, or nothing. */
export function standstill(view, now) {
  if (view.course.closed) return nothing;
  if (view.course.resting) return sheet(t("We rest until our next sitting."), muted(t("Everything stays as it is. Your seat is kept.")));
  if (inMeta(view)) return meta(view);
  if (isSilent(view, now)) return sheet(t("Silence"), muted(t("Everyone thinks for themselves.")));
  return nothing;
}
