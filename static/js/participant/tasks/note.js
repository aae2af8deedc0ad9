/** A private note to the facilitator; who wrote it stands nowhere unless it is signed. */
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { LIMITS } from "../../texts.js";
import { signing, task, ticked } from "../fields.js";
import { ownItems, underWay } from "../reading.js";
import { said, statusLine } from "../parts.js";

export function note(at) {
  const signed = ticked(at, "note-signed");
  return task(at, {
    key: "note",
    heading: t("A note to the facilitator"),
    field: {
      name: "note",
      label: t("What should the facilitator know?"),
      limit: LIMITS.comment,
      rows: 4,
      promise: signed
        ? t("Only the facilitators read it, with your name here.")
        : t("Only the facilitators read it. They are not told whose it is."),
    },
    also: signing(at, "note-signed"),
    ask: (text) => ["send_note", { text, signed }, t("Note")],
    drafts: ["note-signed"],
    after: notesOfMine(at),
    main: t("Send the note"),
  });
}

function notesOfMine(at) {
  const own = ownItems(at, "notes").concat(underWay(at, "send_note").map((item) => ({ text: item.data.text, status: item.status })));
  if (!own.length) return nothing;
  return html`<section class="stack">
    <h3 class="overline">${t("Your notes")}</h3>
    <ul class="stack" role="list">
      ${own.map((item) => html`<li>${said(at, item.text)}
        ${item.id ? html`<p class="muted">${item.read ? t("Read by the facilitator.") : t("Not read yet.")}</p>` : statusLine(item.status)}</li>`)}
    </ul>
  </section>`;
}
