// How to come in: code, address, QR code; the door is opened and closed here.
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { hostForPhones, onlyThisComputer } from "../../addresses.js";
import { notEncrypted } from "../../encryption.js";
import { t } from "../../i18n.js";
import { pictureOf } from "../../picture.js";
import { doorFirst } from "../course.js";
import { entryWords, openDoor } from "../door/entry.js";
import { drawers } from "../drawers.js";
import { button } from "../parts.js";
import { may } from "../roles.js";

// What belongs to the door and is rarely touched: a press away here, in full on its own panel.
const settings = (desk) => button(t("Who comes in, Wi-Fi, cards"), () => desk.open("door"), "small quiet");

export function doorway(desk, whole = false) {
  const { open, code } = desk.view.door;
  if (!open) {
    const first = doorFirst(desk.view);
    const code = desk.view.door.keeps_code
      ? t("Opened again, it has the same code: what was printed or copied stays good.")
      : t("Opened again, it gets a new code: cards that were printed open nothing.");
    return html`<p class="muted">${first ? t("The door is closed: nobody can join yet.") : t("The door is closed: nobody else can join. Those who are here stay.")}</p>
      ${first || !may(desk, "open_door") ? nothing : html`<p class="muted small">${code}</p>`}
      <p class="row">${may(desk, "open_door") ? button(t("Open the door"), () => openDoor(desk), first ? "primary" : "") : nothing} ${whole ? nothing : settings(desk)}</p>`;
  }
  const host = hostForPhones();
  const address = `${host}/join`;
  return html`<p class="join-code">${code}</p>
    <p>${t("Go to {address} and type the code, or scan:", { address })}</p>
    ${onlyThisComputer(host)
      ? html`<p class="muted small">${t("Only this computer can open that address. For phones, start it with “python start.py --lan”.")}</p>`
      : nothing}
    <p class="qr"><img src=${pictureOf(code, desk.dialogue)} width="176" height="176" alt=${t("QR code that leads to the door")} /></p>
    <p class="row">
      ${may(desk, "close_door")
        ? html`${button(t("Close the door"), () => desk.ask("close_door"), "small")} ${button(t("New code"), () => openDoor(desk), "small quiet")}`
        : nothing}
      ${whole ? nothing : settings(desk)}
    </p>
    ${whole ? nothing : html`<p class="muted small">${entryWords(desk.view)}</p>`}
    ${drawers() ? drawers().doorstep(desk) : nothing} ${notEncrypted()}
    ${desk.view.group.people < desk.view.about.threshold && desk.view.group.people
      ? html`<p class="muted small">${t("Fewer than {n} people: everyone is told at the door that they may be recognised.", { n: desk.view.about.threshold })}</p>`
      : nothing}`;
}
