// Experiences: titles as they come, without authors. Choosing one: what could be chosen, and asking who told it.
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t, tn } from "../../i18n.js";
import { titles } from "../../wall/lines.js";
import { experiences } from "../../wall/reading.js";
import { button, group, said } from "../parts.js";
import { inTheRoom } from "../people.js";
import { tapped } from "../item.js";
import { may } from "../roles.js";
import { kindNow, send } from "../say/send.js";
import { criteria } from "./question.js";

const GOOD_EXPERIENCE = () => [
  t("One's own, in the first person"),
  t("One occasion, over and done"),
  t("With one decisive moment: a judgement or an act"),
  t("Others can put themselves into it"),
  t("Bearable to be questioned on; no pending case"),
  t("No names: “prisoner A”, “a colleague”"),
];

const GOOD_CHOICE = () => [t("First-hand"), t("Finished"), t("Bearable"), t("Typical"), t("Everyone can put themselves into it")];

function list(desk) {
  const count = Object.keys(desk.view.experiences).length;
  if (!count) return html`<p class="muted">${t("No title yet. They appear as they come, without a name.")}</p>`;
  return titles(desk.view, { onPick: tapped(desk), picked: desk.picks, current: desk.view.selection.chosen || desk.view.selection.asked });
}

function heading(desk) {
  const count = Object.keys(desk.view.experiences).length;
  return count ? tn("{n} title", "{n} titles", count) : t("Titles");
}

export function experiencesStage(desk) {
  return html`<div class="wall">
    <div class="wall-told">${group("titles", heading(desk), list(desk))}</div>
    <div class="wall-found">${criteria(t("An experience that can be examined"), GOOD_EXPERIENCE())}</div>
  </div>`;
}

// Why people could put themselves into one: shown with the marks, in no one's order, under its title.
function reasons({ view }) {
  const given = Object.keys(view.choice_reasons || {}).sort().map((id) => view.choice_reasons[id]);
  if (!given.length) return nothing;
  const of = (item) => given.filter((reason) => reason.experience === item.id);
  const row = (item) => html`<li><p><span class="num">${item.number}</span> ${said(item.text, view.about.language)}</p>
    ${of(item).map((reason) => html`<p class="reason-for">${said(reason.text, view.about.language)}</p>`)}</li>`;
  return html`<ul class="list" role="list">${experiences(view).filter((item) => of(item).length).map(row)}</ul>`;
}

function marks(desk) {
  if (desk.view.selection.shown) {
    return html`<p class="muted">${t("The marks are shown: who could put themselves into what is on the wall, without a count.")}</p>${reasons(desk)}`;
  }
  const show = () => desk.askFirst({
    text: t("Show all marks together? They can't be changed afterwards."),
    yes: t("Show the marks"),
    act: () => desk.ask("show_marks"),
  });
  const here = inTheRoom(desk.view).length;
  return html`<p class="muted">${t("Each one marks in quiet. Nobody sees a mark before all are shown.")}
      ${tn("{n} of {all} has marked something.", "{n} of {all} have marked something.", desk.view.leading.marked || 0, { all: here })}</p>
    ${may(desk, "show_marks") ? html`<p>${button(t("Show the marks"), show, "small")}</p>` : nothing}`;
}

// The title that is picked for the line, until its teller is asked.
function proposing(desk) {
  const { kind } = kindNow(desk);
  const [id] = kind && kind.key === "proposal" ? desk.picks : [];
  const item = id && desk.view.experiences[id];
  if (!item) return nothing;
  return html`<p>${t("To propose:")} ${said(item.text, desk.view.about.language)}</p>
    <p class="muted small">${t("Say why in the line below, if you like; Enter asks its teller.")}</p>
    <p>${button(t("Ask its teller"), () => send(desk), "small")}</p>`;
}

// A title from a slip of paper waits for nobody whom the console knows: its writer says so, or keeps silent.
function onPaper(desk, asked) {
  const { for: owner } = desk.me.own[asked] || {};
  if ((desk.view.seats[owner] || {}).role !== "slip") return nothing;
  return html`<p class="row"><span>${t("It came on a slip of paper. Whoever wrote it may say so, and shows the return slip.")}</span>
    ${button(t("Enter the return slip"), () => desk.open("slips"), "small")}</p>`;
}

function narrator(desk) {
  const { view } = desk;
  const { asked, chosen, declined, why } = view.selection;
  const title = (id) => said(view.experiences[id].text, view.about.language);
  const because = why ? html`<p>${t("Because:")} ${said(why, view.about.language)}</p>` : nothing;
  const refusedOnes = Object.keys(declined).filter((id) => view.experiences[id] && id !== asked && id !== chosen);
  const no = refusedOnes.length ? html`<p class="muted small">${t("Will not be told:")} ${refusedOnes.map((id, n) => html`${n ? ", " : ""}${title(id)}`)}</p>` : nothing;
  if (asked) return html`<p>${t("Asked:")} ${title(asked)}</p>${because}<p class="muted small">${t("Waiting for whoever told it. No reason is needed for a no.")}</p>${onPaper(desk, asked)}${no}`;
  if (chosen) return html`<p>${t("Chosen:")} ${title(chosen)}</p>${because}${no}`;
  return html`${desk.picks.size || !may(desk, "ask_narrator") ? nothing : html`<p class="muted">${t("Tap the title that the group proposes, say why in the line below, and ask.")}</p>`}${no}`;
}

export function selection(desk) {
  return html`<div class="wall">
    <div class="wall-told">${group("titles", heading(desk), list(desk))}</div>
    <div class="wall-found stack-loose">
      ${group("narrator", t("The choice"), html`<div class="stack">${proposing(desk)} ${narrator(desk)}</div>`)}
      ${group("marks", t("“I could put myself into this”"), html`<div class="stack">${marks(desk)}</div>`)}
      ${criteria(t("Look for"), GOOD_CHOICE())}
    </div>
  </div>`;
}
