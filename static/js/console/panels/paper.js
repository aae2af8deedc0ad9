// Closing forms on paper, entered. A detached ballot: it is not shown again.
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t, tn } from "../../i18n.js";
import { closingForm } from "../forms.js";
import { group } from "../parts.js";
import { withoutDevice } from "../people.js";

const anonymous = () => html`<p class="muted small">${t("Anything may be left out. It is kept without a name and not shown again.")}</p>`;

// For one person, who says what they answer.
export function paper(desk, seat) {
  if (!desk.view.course.tasks.evaluate) return nothing;
  const { evaluated } = (desk.me.written_for || {})[seat.id] || {};
  if (evaluated) return group("paper", t("Evaluation on paper"), html`<p class="muted">${t("Entered. Thank you.")}</p>`);
  const enter = async (given) => {
    await desk.ask("answer_evaluation", { ...given, owner: seat.id }, t("Evaluation")).kept;
    desk.fill({ items: {}, open: "" });
  };
  return group("paper", t("Evaluation on paper"), html`${closingForm(desk, enter, { label: t("Enter the form") })} ${anonymous()}`);
}

// From a pile of sheets that bear no name: each counts for anyone here without a device.
export function sheets(desk) {
  const { view, me } = desk;
  const known = me.written_for || {};
  const left = withoutDevice(view).filter((seat) => !(known[seat.id] || {}).evaluated).length;
  const enter = async (given) => {
    const ack = await desk.ask("answer_evaluation", { ...given, on_paper: true }, t("Evaluation")).done;
    if (ack.ok) desk.fill({ items: {}, open: "" });
  };
  const content = left
    ? html`<p>${tn("{n} sheet is left to enter.", "{n} sheets are left to enter.", left)}</p>${closingForm(desk, enter, { label: t("Enter the sheet") })} ${anonymous()}`
    : html`<p class="muted">${t("As many sheets are entered as there are people without a device. Thank you.")}</p>`;
  return { heading: t("Paper sheets"), content };
}
