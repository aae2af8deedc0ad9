// The door, from any stage: who knocks, the code, who comes in, heads in the room, flipcharts, the network, join cards.
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { entry } from "../door/entry.js";
import { heads } from "../door/heads.js";
import { howMany, knocking, letAllIn, rows } from "../door/knocking.js";
import { walls } from "../door/walls.js";
import { wifi } from "../door/wifi.js";
import { button, group } from "../parts.js";
import { doorway } from "../stages/doorway.js";

function atTheDoor(desk) {
  const found = knocking(desk.view);
  if (!found.length) return nothing;
  return html`<section aria-labelledby="knocks">
    <h3 class="overline" id="knocks">${howMany(found)}</h3>
    ${found.length > 1 ? button(t("Let all in"), () => letAllIn(desk, found), "small") : nothing} ${rows(desk, found)}
  </section>`;
}

export function door(desk) {
  // In the opening the code stands large in the middle.
  const code = desk.view.course.stage === "opening" ? nothing : doorway(desk, true);
  const content = html`${atTheDoor(desk)} ${code} ${entry(desk)} ${heads(desk, "heads-door")}
    ${walls(desk)} ${group("wifi", t("Wi-Fi"), wifi(desk))}
    <p><a class="small" href=${`/d/${desk.dialogue}/card`} target="_blank" rel="noopener">${t("Join cards, to print")}</a></p>`;
  return { heading: t("Door and join code"), content };
}
