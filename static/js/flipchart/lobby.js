/** The way in: code, picture of the code, address in words; the rules and the limits beside them. */
import { html, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { onlyThisComputer } from "../addresses.js";
import { notEncrypted } from "../encryption.js";
import { t } from "../i18n.js";
import { pictureOf, wifiPicture } from "../picture.js";
import { hereSentence, waitingSentence } from "./foot.js";

const paragraphs = (text) => text.split(/\n+/).map((one) => one.trim()).filter(Boolean);

function houseText(id, title, text, language) {
  const parts = paragraphs(text || "");
  if (!parts.length) return nothing;
  return html`<section aria-labelledby=${id}>
    <h2 class="overline" id=${id}>${title}</h2>
    <div class="house-text" lang=${language} dir="auto">${parts.map((one) => html`<p>${one}</p>`)}</div>
  </section>`;
}

function wayIn(view, place) {
  const { open, code } = view.door;
  // Where nobody has a device, nobody waits at a door.
  const { people, by_voice: byVoice } = view.group;
  if (!open && people && byVoice === people) return nothing;
  if (!open) return html`<p class="muted">${t("The door is closed. Ask the facilitator to open it.")}</p>`;
  if (view.door.wifi && !onlyThisComputer(place.address)) return twoSteps(view, place);
  const shown = html`<p class="muted">${t("Join with this code")}</p>
    <p class="join-code"><bdi>${code}</bdi></p>`;
  if (onlyThisComputer(place.address)) return html`${shown}<p class="muted">${t("Only this computer can open it.")}</p>`;
  return html`${shown}
    <p class="muted">${t("at")} <strong><bdi>${place.address}</bdi></strong></p>
    <p><span class="qr"><img src=${pictureOf(code, place.dialogue)} alt=${t("Picture of the code, to scan with a phone")} /></span></p>`;
}

/** Two pictures to scan, one after the other: into the network, then to the page. In words for who can't scan. */
function twoSteps({ door }, place) {
  const { name, password } = door.wifi;
  return html`<ol class="flip-ways" role="list">
    <li class="stack">
      <h2>${t("1 Join the network")}</h2>
      <p><span class="qr"><img src=${wifiPicture(name, password, place.dialogue)} alt=${t("Picture of the network, to scan with a phone")} /></span></p>
      <p><span class="muted">${t("Wi-Fi")}</span> <strong><bdi>${name}</bdi></strong></p>
      ${password ? html`<p><span class="muted">${t("Password")}</span> <strong class="flip-typed"><bdi>${password}</bdi></strong></p>` : nothing}
    </li>
    <li class="stack">
      <h2>${t("2 Open the page")}</h2>
      <p><span class="qr"><img src=${pictureOf(door.code, place.dialogue)} alt=${t("Picture of the code, to scan with a phone")} /></span></p>
      <p><strong><bdi>${place.address}</bdi></strong></p>
      <p><span class="muted">${t("Code")}</span> <strong class="join-code"><bdi>${door.code}</bdi></strong></p>
    </li>
  </ol>`;
}

export function lobby(state, { place }) {
  const { view } = state;
  const { rules, limits, language } = view.about;
  return html`<div class="flip-lobby">
    <div class="stack">${wayIn(view, place)}<p class="flip-here">${[hereSentence(state), waitingSentence(view)].filter(Boolean).join(" · ")}</p>${notEncrypted()}</div>
    <div class="stack">
      ${houseText("house-rules", t("What we agree on"), rules, language)}
      ${houseText("house-limits", t("What cannot stay confidential"), limits, language)}
    </div>
  </div>`;
}
