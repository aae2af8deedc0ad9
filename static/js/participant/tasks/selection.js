/** Which one could I put myself into? And, for the one who is asked: will you tell it? */
import { html, live, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { announce } from "../../announce.js";
import { t } from "../../i18n.js";
import { LIMITS } from "../../texts.js";
import { inOrder } from "../../wall/reading.js";
import { chosenOf, oneOf, task } from "../fields.js";
import { ownItems, pending, underWay } from "../reading.js";
import { eitherOr, linesOf, listen, said, sideways, statusLine } from "../parts.js";

/** The group asks for an experience of mine. Only this phone shows it. */
export function asked(at) {
  const experience = at.me.asked;
  const title = at.view.experiences[experience] || at.me.own[experience];
  const answer = (type) => () => {
    at.ask(type, { experience }, t("Answer"));
    announce(t("Answered."));
    at.redraw();
  };
  const { why } = at.view.selection;
  return {
    key: `asked-${experience}`,
    task: true,
    body: html`<h2 tabindex="-1" data-heading>${t("Will you tell it?")}</h2>
      <div class="words">${said(at, title.text)}</div>
      ${why ? html`<div><p class="overline">${t("Why this one")}</p>${said(at, why)}</div>` : nothing}
      <p class="promise">
        ${t("If you tell it, the group knows that it is yours. If you would rather not, nobody is told whose it is, and you give no reason.")}
      </p>`,
    main: eitherOr(
      { text: t("I will tell it"), press: answer("accept_narrating") },
      { text: t("I would rather not"), press: answer("decline_narrating") },
    ),
  };
}

/** Marks as last asked for: the whole set travels each time. */
function marksOf(at) {
  const waiting = pending(at, "mark_experiences");
  return new Set(waiting ? waiting.data.experiences : Object.keys(at.me.marks));
}

function marking(at) {
  const marks = marksOf(at);
  const titles = inOrder(at.view.experiences);
  const change = (id) => (event) => {
    if (event.target.checked) marks.add(id);
    else marks.delete(id);
    const standing = titles.map((item) => item.id).filter((known) => marks.has(known));
    at.ask("mark_experiences", { experiences: standing }, t("Marks"));
    at.redraw();
  };
  const waiting = pending(at, "mark_experiences");
  return html`<fieldset class="field">
      <legend class="field-label" tabindex="-1" data-heading>${t("Into which ones could you put yourself?")}</legend>
      <p class="field-hint">${t("Several, if you like. Change it until the group looks at the marks.")}</p>
      ${titles.map(
        (item) => html`<div class="choice">
            <input type="checkbox" id="mark-${item.id}" .checked=${live(marks.has(item.id))} @change=${change(item.id)}>
            <label for="mark-${item.id}"><span class="said" lang=${at.language} dir="auto">${item.text}</span>
              ${at.me.own[item.id] && !at.me.own[item.id].for ? html`<small>${t("Yours")}</small>` : nothing}</label>
          </div>
          ${item.account ? html`<details><summary>${t("What happened")}</summary>${linesOf(at, item.account)}</details>` : nothing}`,
      )}
    </fieldset>
    ${waiting ? statusLine(waiting.status) : marks.size ? statusLine("saved") : nothing}
    <p class="promise">${t("The marks are shown together, without names and without numbers.")}</p>
    ${reasonsOfMine(at)}
    ${marks.size ? sideways(t("Say why, for one of them"), () => at.open("choiceReason")) : nothing}`;
}

function reasonsOfMine(at) {
  const own = ownItems(at, "choice_reasons").concat(
    underWay(at, "give_choice_reason").map((item) => ({ text: item.data.text, status: item.status })),
  );
  return own.map((item) => html`<div>${said(at, item.text)} ${statusLine(item.status)}</div>`);
}

/** Why I could put myself into one of those that I marked. */
export function choiceReason(at) {
  const marks = marksOf(at);
  const marked = inOrder(at.view.experiences).filter((item) => marks.has(item.id));
  if (!marked.length || at.view.selection.shown || !at.view.course.tasks.choose_experience) return null;
  const known = chosenOf(at, "reason-for", marked[0].id);
  const experience = marks.has(known) ? known : marked[0].id;
  const choices = marked.map((item) => [item.id, item.text]);
  return task(at, {
    key: "choice-reason",
    heading: t("Why could you put yourself into it?"),
    before: marked.length > 1 ? oneOf(at, { name: "reason-for", legend: t("Into which one?"), choices }) : said(at, marked[0].text),
    field: {
      name: "choice-reason",
      label: t("Your reason"),
      limit: LIMITS.reason,
      rows: 3,
      promise: t("It is shown together with the marks, without your name."),
    },
    ask: (text) => ["give_choice_reason", { experience, text }, t("Reason")],
    drafts: ["reason-for"],
    main: t("Send it"),
  });
}

/** What could be imagined and why: in the order of the wall, which says nothing about how many. */
function together(at) {
  const { marked } = at.view.selection;
  const reasons = Object.values(at.view.choice_reasons);
  const shown = inOrder(at.view.experiences).filter((item) => marked[item.id]);
  return html`<ul class="stack" role="list">
    ${shown.map(
      (item) => html`<li>
        <div class="words">${said(at, item.text)}</div>
        ${reasons.filter((reason) => reason.experience === item.id).map((reason) => said(at, reason.text))}
      </li>`,
    )}
  </ul>`;
}

export function selection(at) {
  const { shown, asked: open, chosen } = at.view.selection;
  const looking = chosen || open;
  const another = sideways(t("Add a title of your own"), () => at.open("title"));
  if (looking && at.view.experiences[looking]) {
    const mine = chosen ? at.me.narrates : pending(at, "accept_narrating");
    const words = mine
      ? { title: t("You tell it"), text: t("Tell it aloud. What you say is written down; you can correct it here.") }
      : {
          text: chosen
            ? t("This one is told and examined. Look at the wall.")
            : t("The group would like to hear this one. Whoever it belongs to decides."),
        };
    return {
      key: `looking-${looking}-${Boolean(mine || chosen)}`,
      body: html`<div class="words">${said(at, at.view.experiences[looking].text)}</div>${listen(at, words)}`,
    };
  }
  if (shown || !Object.keys(at.view.experiences).length) {
    return { key: "shown", body: html`${shown ? together(at) : nothing}${listen(at, { text: t("Say aloud why: which one should we look at?") })}${another}` };
  }
  return { key: "marking", task: true, body: html`${marking(at)}${another}` };
}
