/**
 * We talk about how we are talking: the matter waits, drafts stay where they are. Whoever chairs it notes what was said
 * and ends it with what we change.
 */
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { LIMITS } from "../../texts.js";
import { inOrder } from "../../wall/reading.js";
import { fits, form, send, task, textField, textOf, tick, ticked } from "../fields.js";
import { listen, mainButton, said, sideways } from "../parts.js";

const goesOn = (at) => at.view.level.now === "meta";

function notes(at) {
  const shown = inOrder(at.view.meta_notes).filter((note) => note.meta === at.view.level.meta);
  return shown.length ? html`<ul class="stack" role="list">${shown.map((note) => html`<li>${said(at, note.text)}</li>`)}</ul>` : nothing;
}

export function pause(at) {
  if (at.me.chairs) return chairing(at);
  const kept = at.ui.open || at.items.some((item) => item.status === "held");
  const text = kept ? t("What you began is kept on this phone. The matter goes on where it was.") : t("The matter waits, and goes on where it was.");
  return { key: "meta", body: html`${notes(at)} ${listen(at, { title: t("We talk about how we are talking"), text })}` };
}

function chairing(at) {
  const submit = () => {
    if (!fits(at, "meta-note", LIMITS.comment)) return;
    send(at, ["write_meta_note", { text: textOf(at, "meta-note") }, t("Note")], ["meta-note"]);
  };
  return {
    key: "chairing",
    typing: ["meta-note"],
    task: true,
    body: html`<h2 tabindex="-1" data-heading>${t("We talk about how we are talking. You chair it.")}</h2>
      ${notes(at)}
      ${form(submit, textField(at, {
        name: "meta-note",
        label: t("What was said about how we work together"),
        limit: LIMITS.comment,
        rows: 3,
        promise: t("Kept apart from the matter. It leaves the room only if the group agrees."),
      }))}
      ${sideways(t("End it: what do we change?"), () => at.open("endMeta"))}`,
    main: mainButton(t("Note it")),
  };
}

export function endMeta(at) {
  if (!goesOn(at) || !at.me.chairs) return null;
  return task(at, {
    key: "end-meta",
    heading: t("What do we change?"),
    field: {
      name: "what-we-change",
      label: t("In one line"),
      hint: t("Ask the group to say it. “Nothing” is an answer, too."),
      limit: LIMITS.reason,
      rows: 2,
      promise: t("The group sees it."),
      story: false,
    },
    also: tick(at, { name: "share-notes", label: t("The group agreed that the notes may leave the room.") }),
    ask: (text) => ["end_meta", { what_we_change: text, share_notes: ticked(at, "share-notes") }, t("What we change")],
    drafts: ["share-notes"],
    cancel: t("Not yet"),
    main: t("End it, and go on where we were"),
  });
}
