// A link for a co-facilitator, made by whoever leads: it works once, and for a day.
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { announce } from "../../announce.js";
import { copy } from "../../copy.js";
import { t } from "../../i18n.js";
import { button } from "../parts.js";
import { coFacilitators } from "../people.js";

async function invite(desk) {
  desk.fill({ invitation: { coming: true } });
  try {
    const response = await fetch(`/d/${desk.dialogue}/invitation`, {
      method: "POST",
      credentials: "same-origin",
      headers: { "X-CSRF-Token": document.body.dataset.csrf },
    });
    if (response.status === 403) return desk.fill({ invitation: { failed: t("Whoever leads by a link for a while can't invite. Those with an account can.") } });
    if (!response.ok) throw new Error(`invitation: ${response.status}`);
    const { link, until } = await response.json();
    desk.fill({ invitation: { link, until, known: Object.keys(desk.view.seats) } });
  } catch (problem) {
    console.warn("The link could not be made.", problem);
    desk.fill({ invitation: { failed: t("The link could not be made. Look whether you are connected, and try again.") } });
  }
}

/** Whoever came in to help since the link was made: by it, most likely, and then it is used up. */
const cameSince = (desk, known) => coFacilitators(desk.view).find((seat) => !known.includes(seat.id));

export function invitation(desk) {
  const { link, until, known, coming, failed } = desk.form.invitation || {};
  const came = link && cameSince(desk, known);
  if (!link || came || desk.now >= until) {
    return html`${came ? html`<p class="small">${t("{name} came in to help. For one more, make a new link.", { name: came.pseudonym })}</p>` : nothing}
      <p class="field-hint small">${t("Colleagues who have an account: share it with them, and it stands under their “Your dialogues”. For anybody else: a link, which works once.")}</p>
      ${failed ? html`<p class="field-error" role="alert">${failed}</p>` : nothing}
      <div class="row">${button(t("Invite a co-facilitator"), () => coming || invite(desk), "small")}
        <a class="button button-small button-quiet" href=${`/d/${desk.dialogue}/sharing`} target="_blank" rel="noopener">${t("Share with colleagues")}</a></div>`;
  }
  const taken = () => {
    const done = copy(link);
    announce(done ? t("Copied.") : t("Not copied. Mark the link and copy it."));
    desk.fill({ invitation: { link, until, known, copied: done } });
  };
  return html`<div class="field">
    <label class="field-label small" for="invitation">${t("Link for a co-facilitator")}</label>
    <p class="field-hint small" id="invitation-hint">${t("It works once, and for a day. Whoever opens it sees what you see, and can take the lead when you are offline.")}</p>
    <input class="input" id="invitation" readonly aria-describedby="invitation-hint" .value=${link} @focus=${(event) => event.target.select()} />
    <p class="panel-do">${button(desk.form.invitation.copied ? t("Copied") : t("Copy the link"), taken, "small")}</p>
  </div>`;
}
