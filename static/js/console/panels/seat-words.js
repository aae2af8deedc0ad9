// For someone without a device: being asked to narrate, marking titles, and what stands in their name.
import { html, live, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { LIMITS, measure } from "../../texts.js";
import { experiences } from "../../wall/reading.js";
import { withdraw } from "../item.js";
import { button, group, said } from "../parts.js";
import { writtenFor } from "../people.js";
import { has } from "../roles.js";
import { edit } from "../say/editing.js";

export function narrating(desk, seat) {
  const { view, me } = desk;
  const own = writtenFor(me, seat.id, "experiences").map((item) => item.id);
  const { asked, chosen } = view.selection;
  if (view.course.tasks.choose_experience && own.includes(asked)) {
    const answer = (type) => () => desk.ask(type, { experience: asked });
    return group("narrating", t("Asked to tell"), html`<p>${said(view.experiences[asked].text, view.about.language)}</p>
      <div class="row">${button(t("Will tell it"), answer("accept_narrating"), "small")} ${button(t("Rather not"), answer("decline_narrating"), "small")}</div>`);
  }
  if (view.course.tasks.write_narrative && own.includes(chosen) && Object.keys(view.sentences).length) {
    const done = view.narrative.approved;
    return group("narrating", t("Narrator"), done
      ? html`<p class="muted small">${t("Has approved the narrative as it stands.")}</p>`
      : html`<p>${button(t("Approves the narrative as it stands"), () => desk.ask("approve_narrative"), "small")}</p>`);
  }
  return nothing;
}

// Marks are a personal choice: what was entered is not shown again, it can be entered anew.
export function marking(desk, seat) {
  const { view, me } = desk;
  if (!view.course.tasks.choose_experience || view.selection.shown) return nothing;
  const marks = desk.form.marks || new Set();
  const known = (me.written_for || {})[seat.id] || {};
  const turn = (id) => {
    const changed = new Set(marks);
    if (changed.has(id)) changed.delete(id);
    else changed.add(id);
    desk.fill({ marks: changed, marksKept: false });
  };
  const enter = async () => {
    await desk.ask("mark_experiences", { experiences: Array.from(marks), owner: seat.id }, t("Marks")).kept;
    desk.fill({ marks: new Set(), marksKept: true });
  };
  const row = ({ id, number, text }) => html`<div class="choice">
    <input type="checkbox" id=${`mark-${id}`} .checked=${live(marks.has(id))} @change=${() => turn(id)} />
    <label for=${`mark-${id}`}>${number} ${said(text, view.about.language)}</label>
  </div>`;
  return group("marking", t("Could put themselves into"), html`${experiences(view).map(row)}
    <p class="muted small">${known.marked || desk.form.marksKept ? t("Entered. Not shown again; entering anew replaces it.") : t("Entered once and then not shown again.")}</p>
    <p>${button(t("Enter the marks"), enter, "small")}</p>`);
}

function doubt(desk, item) {
  const known = desk.view.doubts[item.id];
  if (!known || !known.open || !desk.view.course.tasks.doubt) return nothing;
  const field = `how-${item.id}`;
  const how = desk.form[field] || "";
  const over = measure(how, LIMITS.remark).over;
  const settle = async () => {
    if (over) return;
    await desk.ask("close_doubt", how.trim() ? { doubt: item.id, how: how.trim() } : { doubt: item.id }, t("Doubt")).kept;
    desk.fill({ [field]: "" });
  };
  return html`<div class="field">
    <label class="vh" for=${field}>${t("Closing remark, if wanted")}</label>
    <input class="input" id=${field} dir="auto" autocomplete="off" placeholder=${t("Closing remark, if wanted")} aria-invalid=${over ? "true" : nothing} .value=${live(how)} @input=${(event) => desk.fill({ [field]: event.target.value })} />
    <p class="panel-do">${button(t("The doubt is settled"), settle, "small")}</p>
  </div>`;
}

// An account typed for whoever told it, where the plan has accounts.
function account(desk, item) {
  if (!has(desk.view, "accounts") || desk.view.selection.chosen) return nothing;
  const field = `account-${item.id}`;
  const words = desk.form[field] === undefined ? item.account || "" : desk.form[field];
  const over = measure(words, LIMITS.account).over;
  const keep = async () => {
    if (over || !words.trim()) return;
    const ack = await desk.ask("write_account", { experience: item.id, account: words.trim() }, t("Account")).done;
    if (ack.ok) desk.fill({ [field]: undefined });
  };
  return html`<div class=${over ? "field is-bad" : "field"}>
    <label class="field-label small" for=${field}>${t("Account, if they want one typed")}</label>
    <p class="promise small">${said(desk.view.about.limits, desk.view.about.language)}</p>
    <textarea class="input said" id=${field} dir="auto" rows="3" aria-invalid=${over ? "true" : nothing} .value=${live(words)} @input=${(event) => desk.fill({ [field]: event.target.value })}></textarea>
    <p class="panel-do">${button(t("Keep the account"), keep, "small")}</p>
  </div>`;
}

function title(desk, item) {
  const { tasks } = desk.view.course;
  if (!tasks.tell_experiences || !desk.view.experiences[item.id]) return nothing;
  const turn = (event) => desk.ask("set_examination_preference", { experience: item.id, not_for_examination: event.target.checked });
  return html`<div class="choice">
      <input type="checkbox" id=${`not-${item.id}`} .checked=${live(Boolean(item.not_for_examination))} @change=${turn} />
      <label for=${`not-${item.id}`}>${t("Would rather not have it examined")} <small>${t("Only you two know.")}</small></label>
    </div>
    ${account(desk, item)}
    ${desk.view.selection.chosen === item.id ? nothing : button(t("New title"), () => edit(desk, "experiences", item.id), "small")}`;
}

const STANDING = { parked: () => t("parked"), struck: () => t("struck out") };

export function ownWords(desk, seat) {
  // A narrator takes the narrative back with its experience; its sentences are on the wall.
  const items = writtenFor(desk.me, seat.id).filter((item) => item.collection !== "sentences");
  if (!items.length) return nothing;
  const row = (item) => html`<li>
    <p>${said(item.text, desk.view.about.language)} ${STANDING[item.standing] ? html`<small class="muted">${STANDING[item.standing]()}</small>` : nothing}</p>
    ${item.collection === "experiences" ? title(desk, item) : item.collection === "doubts" ? doubt(desk, item) : nothing}
    ${item.standing === "struck" ? nothing : button(t("Withdraw"), () => withdraw(desk, item.id, seat.id), "small quiet")}
  </li>`;
  return group("own-words", t("Their words"), html`<ul class="list" role="list">${items.map(row)}</ul>`);
}
