/** The sheets behind "My words": what is one's own, and taking it back. */
import { html, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { announce } from "../announce.js";
import { t } from "../i18n.js";
import { said } from "./parts.js";

const COLLECTIONS = {
  wordings: () => t("Suggested question"),
  experiences: () => t("Experience"),
  sentences: () => t("Sentence"),
  statements: () => t("Own version"),
  answers: () => t("Answer"),
  doubts: () => t("Doubt"),
  kept: () => t("Reservation or dissent"),
  choice_reasons: () => t("Reason"),
  clarifications: () => t("Question of fact"),
  notes: () => t("Note to the facilitator"),
  observations: () => t("Observation"),
  metas: () => t("Talk about how we work together"),
  meta_notes: () => t("Note on how we work together"),
};

const collectionName = (collection) => (COLLECTIONS[collection] ? COLLECTIONS[collection]() : collection);

const STANDINGS = {
  up: () => t("On the wall"),
  parked: () => t("Taken off the wall by the facilitator"),
  struck: () => t("Taken back by the facilitator"),
  withdrawn: () => t("Withdrawn"),
};

/** What goes to the facilitator alone never hangs on the wall. */
const PRIVATE = ["notes", "observations"];

function standing(item) {
  if (item.standing === "up" && item.hidden) return t("Hidden until all is shown.");
  if (item.standing === "up" && PRIVATE.includes(item.collection)) return t("Only the facilitator reads it.");
  return STANDINGS[item.standing]();
}

export function words(at) {
  const { own } = at.me;
  const mine = Object.keys(own).filter((id) => !own[id].for);
  const may = (id) => !at.view.course.closed && own[id].collection !== "metas" && (own[id].standing === "up" || own[id].standing === "parked");
  return {
    title: t("My words"),
    body: mine.length
      ? html`<p class="muted">${t("Only you see this list.")}</p>
          <ul class="list" role="list">
            ${mine.map(
              (id) => html`<li>
                <p class="kind">${collectionName(own[id].collection)}</p>
                ${own[id].text ? said(at, own[id].text) : nothing}
                <p class="list-row">
                  <span class="muted">${standing(own[id])}</span>
                  ${may(id)
                    ? html`<button class="button button-small" type="button" @click=${() => at.sheet("withdraw", { item: id })}>${t("Withdraw")}</button>`
                    : nothing}
                </p>
              </li>`,
            )}
          </ul>`
      : html`<p>${t("You have written nothing yet.")}</p>`,
  };
}

export function withdraw(at) {
  const known = at.me.own[at.ui.sheet.item];
  if (!known || known.standing === "withdrawn") return words(at);
  const press = () => {
    at.ask("withdraw_item", { item: at.ui.sheet.item }, t("Withdraw"));
    announce(t("Withdrawn."));
    at.sheet(null);
  };
  const takesAlong = known.collection === "experiences" && at.view.selection.chosen === at.ui.sheet.item;
  return {
    title: known.collection === "kept" ? t("Is it settled?") : t("Withdraw this?"),
    body: html`<div class="stack">
      ${known.text ? html`<div class="words">${said(at, known.text)}</div>` : nothing}
      <p>${t("The words are deleted for good, here and on the wall. You give no reason, and nobody is told who withdrew.")}</p>
      ${takesAlong ? html`<p>${t("The narrative that was told from it goes along.")}</p>` : nothing}
      <button class="button button-grave button-wide" type="button" @click=${press}>${t("Withdraw for good")}</button>
      <button class="button button-wide" type="button" @click=${() => at.sheet(null)}>${t("Keep it")}</button>
    </div>`,
  };
}
