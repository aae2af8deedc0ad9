// Who stands before the door and why they may be stuck, in words; what helps whom, to unfold. Numbers come from
// GET /d/<dialogue>/doorstep while this is in sight: the console draws itself every few seconds, and asks then.
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t, tn } from "../../i18n.js";

const EVERY = 4500; // milliseconds, a little less than the console's own beat
const MINUTE = 60; // seconds

let report = null;
let asked = 0;
let under = false; // way

async function ask(desk) {
  if (under || document.hidden || Date.now() - asked < EVERY) return;
  under = true;
  asked = Date.now();
  try {
    const response = await fetch(`/d/${desk.dialogue}/doorstep`, { credentials: "same-origin" });
    if (response.ok) {
      report = await response.json();
      desk.set({});
    }
  } catch (problem) {
    report = null; // the line above the wall says that there is no connection
  }
  under = false;
}

const REFUSED = {
  name_taken: (n) => tn("{n} name was refused: taken already, or like one that is.", "{n} names were refused: taken already, or like one that is.", n),
  name_reserved: (n) => tn("{n} name was refused: it is the word for a role.", "{n} names were refused: they are words for a role.", n),
  too_long: (n) => tn("{n} name was refused: too long.", "{n} names were refused: too long.", n),
  empty: (n) => tn("{n} name was refused: nothing was written.", "{n} names were refused: nothing was written.", n),
  bad_character: (n) => tn("{n} name was refused: it has signs that nobody can read.", "{n} names were refused: they have signs that nobody can read.", n),
};

function naming({ naming: n, oldest_naming_s: oldest }) {
  if (!n) return "";
  const minutes = Math.floor(oldest / MINUTE);
  if (!minutes) return tn("{n} phone is at the page for the name.", "{n} phones are at the page for the name.", n);
  const since = tn("{n} minute", "{n} minutes", minutes);
  return tn("{n} phone is at the page for the name, for {since}.", "{n} phones are at the page for the name, the first for {since}.", n, { since });
}

function lines(found) {
  const wrong = found.wrong_codes || 0;
  return [
    found.elsewhere ? "" : t("No other device has reached this server yet."),
    naming(found),
    ...(found.refused || []).map(({ code, n }) => (REFUSED[code] ? REFUSED[code](n) : tn("{n} name was refused.", "{n} names were refused.", n))),
    found.full ? tn("{n} phone has the right code and finds no place left. Let in who knocks, or remove whoever has gone home.", "{n} phones have the right code and find no place left. Let in who knocks, or remove whoever has gone home.", found.full) : "",
    wrong ? tn("{n} code was typed that opens nothing. Read the code aloud once more.", "{n} codes were typed that open nothing. Read the code aloud once more.", wrong) : "",
    found.no_line ? tn("{n} phone is in, but its page does not speak with the server.", "{n} phones are in, but their pages do not speak with the server.", found.no_line) : "",
    found.siege ? t("Very many wrong codes are being tried: whoever comes now knocks. Let in whom you know.") : "",
  ].filter(Boolean);
}

// What the phone shows, what that is, what to do.
const HELP = [
  () => [t("The page does not come up"), t("The phone is in another network, or this network keeps devices apart from each other."), t("Join the same Wi-Fi and leave mobile data off. If that does not help, use a phone's hotspot for all, this computer included.")],
  () => [t("A page to sign in or accept terms"), t("The network asks everyone first (a captive portal)."), t("Do that first, then open the address again; or use another network.")],
  () => [t("“Not secure” in front of the address"), t("This server speaks without encryption, inside your network."), t("It is expected here. Use it on a network that you trust.")],
  () => [t("“No dialogue can be joined with this code now”"), t("A letter is wrong, the code is an older one, or the door is closed."), t("Read the code aloud: there is no I, L, O or U in it. If it stays wrong, make a new code.")],
  () => [t("The page is there but says “Reconnecting”"), t("The network does not let the quick line through."), t("It goes on by a slower way within half a minute. Nothing that is written is lost.")],
  () => [t("The phone can't do any of it"), t("It is too old, or there is none."), t("Give them a seat without a device, or a shared computer. They count like everyone.")],
];

const help = (one) => {
  const [shows, why, what] = one();
  return html`<div><dt>${shows}</dt><dd class="muted">${why}</dd><dd>${what}</dd></div>`;
};

export function stuck(desk) {
  if (!desk.view.door.open) return nothing;
  ask(desk);
  const found = report ? lines(report) : [];
  return html`<div class="doorstep">
    ${found.map((line) => html`<p class="small">${line}</p>`)}
    <details>
      <summary>${t("Someone can't get in")}</summary>
      <dl class="guide-list small">${HELP.map(help)}</dl>
    </details>
  </div>`;
}
