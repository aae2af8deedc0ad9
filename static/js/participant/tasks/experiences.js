/** One thing that happened to me: its title goes on the wall, the rest is told aloud. */
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { LIMITS } from "../../texts.js";
import { fits, form, send, task, textField, textOf, tick, ticked } from "../fields.js";
import { ownItems, underWay } from "../reading.js";
import { listen, mainButton, sideways, statusLine } from "../parts.js";

/** Whether the plan asks for more than the title. */
const accounts = (at) => Boolean(at.view.about.options.accounts);

const SEEN = (at) => (accounts(at)
  ? t("The group sees both without your name. Managers never see titles or stories.")
  : t("The group sees the title without your name. Managers never see titles or stories."));

/** What happened, typed: an option of the plan, and of each person. */
function accountField(at, name) {
  if (!accounts(at)) return nothing;
  return textField(at, {
    name,
    label: t("What happened (if you like)"),
    hint: t("One occasion, one decisive moment: what did you do? No names."),
    limit: LIMITS.account,
    rows: 6,
    promise: SEEN(at),
    hints: true,
  });
}

const NOT_EXAMINED = () => t("I would rather not have this one examined.");
const ONLY_YOU = () => t("Only you know that you ticked this.");

export function title(at) {
  const submit = () => {
    if (!fits(at, "title", LIMITS.title)) return;
    const data = { title: textOf(at, "title"), not_for_examination: ticked(at, "not-examined") };
    if (accounts(at)) {
      if (!fits(at, "account", LIMITS.account, { optional: true })) return;
      const account = textOf(at, "account");
      if (account) data.account = account;
    }
    send(at, ["tell_experience", data, t("Experience")], ["title", "account", "not-examined"]);
  };
  return {
    key: "title",
    typing: ["title", "account"],
    task: true,
    body: html`${form(
      submit,
      html`${textField(at, {
        name: "title",
        label: t("One thing that happened to you"),
        hint: accounts(at)
          ? t("A short one. You can tell the rest aloud, too.")
          : t("Only a title now. You will tell it aloud, if you want to."),
        limit: LIMITS.title,
        promise: accounts(at) ? "" : SEEN(at),
        story: !accounts(at),
        hints: true,
      })}
      ${accountField(at, "account")}
      ${tick(at, { name: "not-examined", label: NOT_EXAMINED(), note: ONLY_YOU() })}`,
    )}
    ${at.ui.open ? sideways(t("Not now"), () => at.done()) : nothing}`,
    main: mainButton(t("Put it on the wall")),
  };
}

function card(at, item) {
  const parked = item.standing === "parked";
  return html`<li class="words">
    <p class="said" lang=${at.language} dir="auto">${item.text}</p>
    ${item.account ? html`<p class="said small" lang=${at.language} dir="auto">${item.account}</p>` : nothing}
    ${parked ? html`<p class="muted">${t("Taken off the wall by the facilitator. Only you see it here.")}</p>` : statusLine(item.hidden ? "hidden" : item.status)}
    ${item.not_for_examination ? html`<p class="muted small">${t("Not for examination. Only you know.")}</p>` : nothing}
    ${item.id && !parked && at.view.selection.chosen !== item.id
      ? html`<p class="row">
          <button class="button button-small" type="button" @click=${() => change(at, item)}>${t("Change")}</button>
          <button class="button button-small" type="button" @click=${() => at.sheet("withdraw", { item: item.id })}>
            ${t("Withdraw")}
          </button>
        </p>`
      : nothing}
  </li>`;
}

function change(at, item) {
  at.drafts.set("retitle", item.text);
  at.drafts.set("reaccount", item.account || "");
  at.drafts.set("still-not-examined", item.not_for_examination ? "yes" : "");
  at.open("retitle", { item: item.id });
}

export function mine(at) {
  return ownItems(at, "experiences").concat(
    underWay(at, "tell_experience", "title").map((item) => ({
      id: null,
      text: item.data.title,
      account: item.data.account,
      status: item.status,
      not_for_examination: item.data.not_for_examination,
    })),
  );
}

/** One at a time: the field, then what is up with a way to another. */
export function experiences(at) {
  const own = mine(at);
  if (!own.length) return title(at);
  const up = !at.view.course.quiet && own.every((item) => item.id && item.standing === "up");
  return {
    key: "titles",
    body: html`<h2 class="overline" tabindex="-1" data-heading>
        ${up ? t("Yours, on the wall without your name") : t("Yours, without your name")}
      </h2>
      <ul class="stack" role="list">${own.map((item) => card(at, item))}</ul>
      ${listen(at, { text: t("The stories are told aloud. Nothing to do here.") })}`,
    main: mainButton(t("Add another title"), () => at.open("title"), { primary: false }),
  };
}

export function retitle(at) {
  const { item } = at.ui.open;
  const known = at.me.own[item];
  if (!known || known.standing !== "up") return null;
  const ask = (title) => {
    const wish = ticked(at, "still-not-examined");
    if (wish !== Boolean(known.not_for_examination)) {
      at.ask("set_examination_preference", { experience: item, not_for_examination: wish }, t("Not for examination"));
    }
    const account = accounts(at) ? textOf(at, "reaccount") : "";
    if (account && account !== known.account) {
      at.ask("write_account", { experience: item, account }, t("What happened"));
    }
    return title === known.text ? null : ["retitle_experience", { experience: item, title }, t("Title")];
  };
  return task(at, {
    key: `retitle-${item}`,
    heading: t("Change the title"),
    field: { name: "retitle", label: t("Title"), limit: LIMITS.title, promise: accounts(at) ? "" : SEEN(at), story: !accounts(at), hints: true },
    also: html`${accountField(at, "reaccount")}
      ${tick(at, { name: "still-not-examined", label: NOT_EXAMINED(), note: ONLY_YOU() })}`,
    fit: () => !accounts(at) || fits(at, "reaccount", LIMITS.account, { optional: true }),
    ask,
    drafts: ["reaccount"],
    cancel: t("Leave it as it was"),
    forgets: true,
    main: t("Change it on the wall"),
  });
}
