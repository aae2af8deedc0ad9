// What helps somebody who can't get in: what the phone shows, what that is, what to do; the network and the cards at hand.
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { isEncrypted } from "../../addresses.js";
import { t } from "../../i18n.js";
import { wifiPicture } from "../../picture.js";
import { focusSoon } from "../desk.js";
import { button } from "../parts.js";

const ROWS = {
  network: () => [t("The page does not come up"), t("The phone is in another network, or this network keeps devices apart from each other."), t("Join the same Wi-Fi and leave mobile data off. If that does not help, use a phone's hotspot for all, this computer included.")],
  portal: () => [t("A page to sign in or accept terms, or the page is gone again"), t("The network asks everyone first (a captive portal), or the phone left it because it has no internet."), t("Accept first, tell the phone to stay in the Wi-Fi, and open the address again; or use another network.")],
  unencrypted: () => [t("“Not secure” in front of the address"), t("This server speaks without encryption, inside your network."), t("It is expected here. Use it on a network that you trust.")],
  code: () => [t("“No dialogue can be joined with this code now”"), t("The door is closed, there is no place left, the code is an older one, or a letter is wrong."), t("Read the code aloud: there is no I, L, O or U in it. If it stays wrong, make a new code.")],
  line: () => [t("The page is there but says “Reconnecting”"), t("The network does not let the quick line through."), t("It goes on by a slower way within half a minute. Nothing that is written is lost.")],
  device: () => [t("The phone can't do any of it"), t("It is too old, or there is none."), t("Give them a seat without a device, or a shared computer. They count like everyone.")],
};

function row(key) {
  const [shows, why, what] = ROWS[key]();
  return html`<div><dt>${shows}</dt><dd class="muted">${why}</dd><dd>${what}</dd></div>`;
}

// To where it is noted; what is half typed there stays.
function toWifi(desk) {
  if (!desk.panel || desk.panel.name !== "door") desk.open("door");
  focusSoon("#wifi-name");
}

function network(desk) {
  const { wifi } = desk.view.door;
  if (!wifi) return nothing;
  return html`<p class="small">${t("Wi-Fi")} <strong><bdi>${wifi.name}</bdi></strong>${wifi.password ? html` · ${t("Password")} <strong dir="ltr">${wifi.password}</strong>` : nothing}</p>
    <p class="qr"><img src=${wifiPicture(wifi.name, wifi.password, desk.dialogue)} width="140" height="140" alt=${t("QR code that leads into the Wi-Fi")} /></p>`;
}

// `key`: the row that comes first, where something points to one.
export function helpFor(desk, key) {
  const keys = Object.keys(ROWS).filter((one) => one !== key && (one !== "unencrypted" || !isEncrypted()));
  return html`<dl class="guide-list small">${(key ? [key, ...keys] : keys).map(row)}</dl>
    ${network(desk)}
    <p class="row">
      <a class="small" href=${`/d/${desk.dialogue}/card`} target="_blank" rel="noopener">${t("Cards with the code, to print")}</a>
      ${button(desk.view.door.wifi ? t("Change the Wi-Fi") : t("Note the Wi-Fi"), () => toWifi(desk), "small quiet")}
    </p>`;
}
