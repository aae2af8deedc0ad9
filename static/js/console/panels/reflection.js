// The facilitator's own closing form, which matches the group's. Nobody else reads it.
import { html } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { closingForm } from "../forms.js";

export function reflection(desk) {
  const before = desk.me.reflection;
  if (before && !desk.form.begun) Object.assign(desk.form, { begun: true, items: { ...before.items }, open: before.open_word });
  const enter = async (given) => {
    const ack = await desk.ask("reflect_on_leading", given, t("Your own form")).done;
    if (ack.ok) desk.close();
  };
  const content = html`<p class="muted small">${t("Answer it before you see what the group said. Only you read it; the last answer counts.")}</p>
    ${closingForm(desk, enter, { label: before ? t("Answer anew") : t("Keep my answers"), own: true })}`;
  return { heading: t("Your own form"), content };
}
