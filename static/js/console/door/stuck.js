// Who stands before the door and why they may be stuck, in words; what helps whom, to unfold. Numbers come from
// GET /d/<dialogue>/doorstep while this is in sight: the console draws itself every few seconds, and asks then.
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { beforeClosed, first, lines } from "./diagnosis.js";
import { helpFor } from "./help.js";

const EVERY = 4500; // milliseconds, a little less than the console's own beat

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

export function stuck(desk) {
  if (!desk.view.door.open) return nothing;
  ask(desk);
  const said = report ? lines(report, desk.view) : [];
  return html`<div class="doorstep">
    ${said.map((line) => html`<p class="small">${line}</p>`)}
    <details>
      <summary>${t("Someone can't get in")}</summary>
      ${helpFor(desk, report ? first(report, desk.view) : "")}
    </details>
  </div>`;
}

/** Whether somebody stands before the door that was closed, with its code; in words, or "". */
export function beforeTheDoor(desk) {
  const { open, keeps_code: closed } = desk.view.door;
  if (open || !closed) return "";
  ask(desk);
  return report ? beforeClosed(report) : "";
}
