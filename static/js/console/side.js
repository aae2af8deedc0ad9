// The quiet column that only the facilitator sees: hands, who has not been heard, people without a device, what one
// could say, when to move on. An open panel takes the place of all but the hands.
import { html, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../i18n.js";
import { focusSoon } from "./desk.js";
import { handsUp, nameOf, notHeard, withoutDevice } from "./people.js";
import { button, group, iconButton } from "./parts.js";
import { PANELS } from "./panels/index.js";
import { openTask } from "./panels/tasks.js";
import { prompts, whenToMoveOn } from "./prompts.js";
import { outcomeNote } from "./panels/outcome.js";

// Hands and open tasks need the room more than a third phrase does.
const promptsShown = (view) => (handsUp(view).length ? 2 : 3);

function hand(desk, { seat, reason }) {
  const name = nameOf(desk.view, seat);
  const lost = reason === "lost_thread";
  return html`<li>
    <button class="name" type="button" aria-label=${t("Give {name} the word", { name })} @click=${() => desk.ask("give_word", { seat })}>
      ${name}${lost ? html` <small>${t("lost the thread")}</small>` : nothing}</button
    >${iconButton("x", t("Take {name}'s hand down", { name }), () => desk.ask("lower_hand", { owner: seat }), "hand-down")}
  </li>`;
}

function hands(desk) {
  const { view } = desk;
  const up = handsUp(view);
  const { speaker } = view.hands;
  const speaks = speaker ? html`<p class="small muted">${t("{name} has the word.", { name: nameOf(view, speaker) })}</p>` : nothing;
  const list = up.length
    ? html`<ul class="names" role="list">${up.map((one) => hand(desk, one))}</ul>`
    : html`<p class="muted">${t("No hand is up.")}</p>`;
  return group("hands", t("Hands"), html`${list} ${speaks}`);
}

// A tap gives the word, so that who spoke without raising a hand counts as heard.
function unheard(desk) {
  const found = notHeard(desk.view);
  if (!found.length) return nothing;
  const name = ({ id, pseudonym }) => html`<li>
    <button class="name name-quiet" type="button" title=${t("Give {name} the word", { name: pseudonym })} @click=${() => desk.ask("give_word", { seat: id })}>${pseudonym}</button>
  </li>`;
  return group("unheard", t("Not heard in this step"), html`<ul class="names" role="list">${found.map(name)}</ul>`);
}

function byVoice(desk) {
  const found = withoutDevice(desk.view);
  if (!found.length) return nothing;
  const row = (seat) => {
    const task = openTask(desk, seat);
    return html`<li class="voice-row">
      <button class="name" type="button" aria-label=${t("Write for {name}", { name: seat.pseudonym })} @click=${() => desk.open("seat", seat.id)}>${seat.pseudonym}</button>
      ${task ? button(task.label, task.act, "small quiet") : nothing}
    </li>`;
  };
  return group("voices", t("Without a device"), html`<ul role="list">${found.map(row)}</ul>`);
}

function phrases(desk) {
  const found = prompts(desk.view, desk.said, promptsShown(desk.view));
  if (!found.length) return nothing;
  const use = (key) => {
    const used = new Set(desk.said);
    if (used.has(key)) used.delete(key);
    else used.add(key);
    desk.set({ said: used });
  };
  const phrase = ({ key, words }) => html`<button
    class="phrase"
    type="button"
    title=${t("Tap when you have said it")}
    aria-pressed=${String(desk.said.has(key))}
    @click=${() => use(key)}
  >
    ${words}
  </button>`;
  return group("prompts", t("You could say"), html`${found.map(phrase)}`);
}

function moveOn(desk) {
  const words = whenToMoveOn(desk.view);
  return words ? group("when", t("When to move on"), html`<p class="muted small">${words}</p>`, "at-end") : nothing;
}

function panel(desk) {
  const { heading, content } = PANELS[desk.panel.name](desk);
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

export function side(desk) {
  const closed = desk.view.course.closed;
  const home = html`<p class="muted">${t("Thank you. What was written can be read, and nothing more is added.")}</p>
    <p><a class="button button-small" href="/">${t("Home")}</a></p>`;
  const quiet = html`${closed ? home : html`${outcomeNote(desk)} ${hands(desk)} ${unheard(desk)} ${byVoice(desk)}`} ${phrases(desk)} ${moveOn(desk)}`;
  const opened = () => html`${handsUp(desk.view).length ? hands(desk) : nothing} ${panel(desk)}`;
  return html`<aside class="console-side" aria-label=${t("Only you see this")}>${desk.panel ? opened() : quiet}</aside>`;
}
