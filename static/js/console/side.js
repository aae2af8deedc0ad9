// The quiet column that only those who lead see: hands, what the stage needs, who has not been heard, people without a
// device, what is worth noticing, what one could say. An open panel takes the place of all but the hands.
import { html, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../i18n.js";
import { focusSoon } from "./desk.js";
import { INTERVENTIONS, interventionWords } from "../wall/interventions.js";
import { drawers, failed, fetchDrawers } from "./drawers.js";
import { now, unread } from "./now.js";
import { handsUp, withoutDevice } from "./people.js";
import { button, group, iconButton } from "./parts.js";
import { may, waits } from "./roles.js";
import { turns, unheard } from "./turns.js";
import { openTask } from "./panels/tasks.js";
import { prompts, whenToMoveOn } from "./prompts.js";

// Hands, open tasks and hints need the room more than a third phrase does.
const promptsShown = (desk, taken) => Math.max(1, 3 - taken - (handsUp(desk.view).length ? 1 : 0));

function byVoice(desk) {
  const found = withoutDevice(desk.view);
  if (!found.length) return nothing;
  const row = (seat) => {
    const task = openTask(desk, seat);
    return html`<li class=${task ? "voice-row is-asked" : "voice-row"}>
      <button class="name" type="button" aria-label=${t("Write for {name}", { name: seat.pseudonym })} @click=${() => desk.open("seat", seat.id)}>${seat.pseudonym}</button>
      ${task ? button(task.label, task.act, "small quiet") : nothing}
    </li>`;
  };
  return group("voices", t("Without a device"), html`<ul class="voices" role="list">${found.map(row)}</ul>`);
}

// Tapped when it was said; the sign beside it puts it on the wall.
function phrases(desk, taken) {
  const found = prompts(desk.view, desk.said, promptsShown(desk, taken));
  if (!found.length) return nothing;
  const use = (key) => {
    const used = new Set(desk.said);
    if (!used.delete(key)) used.add(key);
    desk.set({ said: used });
  };
  const show = (words) => desk.ask("show_intervention", keyOf(words) ? { key: keyOf(words) } : { key: "own_words", text: words });
  const phrase = ({ key, words }) => html`<div class="phrase-row">
    <button class="phrase" type="button" title=${t("Tap when you have said it")} aria-pressed=${String(desk.said.has(key))} @click=${() => use(key)}>${words}</button>
    ${may(desk, "show_intervention") ? iconButton("presentation", t("Show on the wall: {words}", { words }), () => show(words), "on-the-wall") : nothing}
  </div>`;
  return group("prompts", t("You could say"), html`${found.map(phrase)}`);
}

const keyOf = (words) => INTERVENTIONS.find((key) => interventionWords(key) === words);

// Until the drawers are there; asked for again by hand where they could not be fetched.
function unopened(desk) {
  const again = () => {
    fetchDrawers(() => desk.set({}));
    desk.set({});
  };
  if (!failed()) return { heading: t("One moment …"), content: nothing };
  return { heading: t("Not loaded"), content: html`<p>${t("This could not be loaded. The dialogue goes on without it.")}</p><p>${button(t("Try again"), again, "small")}</p>` };
}

function panel(desk) {
  const { heading, content } = drawers() ? drawers().PANELS[desk.panel.name](desk) : unopened(desk);
  const away = () => {
    desk.close();
    focusSoon(".presence");
  };
  return html`<section class="panel" aria-labelledby="panel-head">
    <div class="sheet-head">
      <h2 id="panel-head" tabindex="-1">${heading}</h2>
      ${iconButton("x", t("Close"), away)}
    </div>
    ${content}
  </section>`;
}

function quietColumn(desk) {
  const { view } = desk;
  const home = html`<p class="muted">${t("Thank you. What was written can be read, and nothing more is added.")}</p>
    <p><a class="button button-small" href="/">${t("Home")}</a></p>`;
  if (view.course.closed) return html`${home}`;
  const tasks = now(desk);
  const hints = drawers() ? drawers().coachHints(desk) : nothing;
  const rest = waits(view) ? nothing : html`${phrases(desk, tasks.length + (hints === nothing ? 0 : 1))} ${guidance(desk)}`;
  return html`${turns(desk)} ${unread(desk)} ${tasks} ${waits(view) ? nothing : hints} ${unheard(desk)} ${byVoice(desk)} ${rest}`;
}

// When to move on, and the way to the whole guidance of the stage.
function guidance(desk) {
  const words = whenToMoveOn(desk.view);
  const open = button(t("Guidance for this stage"), () => desk.open("guidance"), "small quiet");
  return group("when", t("When to move on"), html`${words ? html`<p class="muted small">${words}</p>` : nothing} ${open}`, "at-end");
}

export function side(desk) {
  const opened = () => html`${handsUp(desk.view).length ? turns(desk) : nothing} ${panel(desk)}`;
  return html`<aside class="console-side" aria-label=${t("Only you see this")}>${desk.panel ? opened() : quietColumn(desk)}</aside>`;
}
