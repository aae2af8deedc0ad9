// Who comes in by the door: whoever has the code, or each one let in; and whether latecomers knock.
import { html, live, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { may } from "../roles.js";

// As it is; before it was opened, as it was chosen here. Whoever comes late knocks, unless somebody decides otherwise.
export function entryOf(desk) {
  const { door, course } = desk.view;
  if (!door.open && desk.entry) return desk.entry;
  if (!door.open && !course.began) return { mode: "open", latecomers_knock: true };
  return { mode: door.mode, latecomers_knock: door.latecomers_knock };
}

// A door that is open gets a new code by it; one that was closed in this sitting keeps the code that it had.
export function openDoor(desk) {
  desk.ask("open_door", entryOf(desk));
  desk.set({ entry: null });
}

function change(desk, changed) {
  const entry = { ...entryOf(desk), ...changed };
  if (desk.view.door.open) desk.ask("set_door", entry);
  else desk.set({ entry });
}

export function entry(desk) {
  const now = entryOf(desk);
  const locked = !may(desk, "set_door");
  const way = (mode, label, hint) => html`<div class="choice">
    <input type="radio" name="entry" id=${`entry-${mode}`} .checked=${live(now.mode === mode)} ?disabled=${locked} @change=${() => change(desk, { mode })} />
    <label for=${`entry-${mode}`}>${label} <small>${hint}</small></label>
  </div>`;
  const late = (event) => change(desk, { latecomers_knock: event.target.checked });
  return html`<fieldset>
    <legend class="overline">${t("Who comes in")}</legend>
    ${way("open", t("Whoever has the code"), t("At once, without asking you."))}
    ${way("admission", t("Each one is let in"), t("They knock; you see their name and decide."))}
    ${now.mode === "admission"
      ? nothing
      : html`<div class="choice">
          <input type="checkbox" id="entry-late" .checked=${live(now.latecomers_knock)} ?disabled=${locked} @change=${late} />
          <label for="entry-late">${t("Who comes after the opening knocks")}</label>
        </div>`}
  </fieldset>`;
}

// In one line, beside the code.
export function entryWords({ door }) {
  if (door.mode === "admission") return t("Whoever comes knocks; each one is let in here.");
  if (door.admits) return t("The opening is over: whoever comes now knocks.");
  return door.latecomers_knock ? t("Whoever has the code comes in; after the opening they knock.") : t("Whoever has the code comes in, at any time.");
}
