// What the plan has beside the talk, switched on and off in the room; the end of a sitting and the next one.
import { html, live, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { OPTION_ORDER, optionName } from "../names.js";
import { button, group } from "../parts.js";
import { has, may } from "../roles.js";

function option(desk, key) {
  const { central } = desk.view.about;
  const turn = (event) => desk.ask("switch_option", { option: key, on: event.target.checked }, optionName(key));
  const locked = Boolean(central[key]);
  return html`<div class="choice">
    <input type="checkbox" id=${`option-${key}`} .checked=${live(has(desk.view, key))} ?disabled=${locked || !may(desk, "switch_option")} @change=${turn} />
    <label for=${`option-${key}`}>${optionName(key)} ${locked ? html`<small>${t("This method lives from it.")}</small>` : nothing}</label>
  </div>`;
}

function sitting(desk) {
  const { course } = desk.view;
  if (course.resting) return button(t("Begin the next sitting"), () => desk.ask("start_sitting"), "wide");
  const end = () => desk.askFirst({
    text: t("End this sitting? The dialogue rests: seats and words are kept, and the door is closed until you begin the next one."),
    yes: t("End the sitting"),
    act: () => desk.ask("end_sitting"),
  });
  return html`<p class="muted small">${t("This is sitting {n}. Between two sittings nothing is written, and everyone keeps their seat.", { n: course.sitting })}</p>
    <p>${button(t("End the sitting"), end, "small")}</p>`;
}

export function frame(desk) {
  const content = html`<p class="muted small">${t("Nothing here is needed. What is switched off stays written, and waits.")}</p>
    ${OPTION_ORDER.map((key) => option(desk, key))}
    ${may(desk, "end_sitting") ? group("sitting", t("Sitting"), sitting(desk)) : nothing}`;
  return { heading: t("Options and sittings"), content };
}
