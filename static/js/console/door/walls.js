// How many flipcharts are open, and a way to darken those that somebody opened with the code.
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { announce } from "../../announce.js";
import { t, tn } from "../../i18n.js";
import { button, group } from "../parts.js";

async function darken(desk) {
  const response = await fetch(`/d/${desk.dialogue}/flipcharts/darken`, {
    method: "POST",
    credentials: "same-origin",
    headers: { "X-CSRF-Token": document.body.dataset.csrf },
  }).catch((problem) => console.warn("The flipcharts could not be darkened.", problem));
  announce(response && response.ok ? t("Dark.") : t("Not darkened. Look whether you are connected, and try again."));
}

export function walls(desk) {
  const open = desk.presence.walls || 0;
  if (!open) return nothing;
  const ask = () => desk.askFirst({
    text: t("Darken all flipcharts that were opened with the code? They can be opened again with it while the door is open."),
    yes: t("Darken"),
    act: () => darken(desk),
  });
  return group("walls", t("Flipcharts"), html`<p class="small">${tn("{n} flipchart is open.", "{n} flipcharts are open.", open)}</p>
    <p>${button(t("Darken those that were opened with the code"), ask, "small")}</p>`);
}
