// The room's wireless network, noted so that the wall and the join card can tell it.
import { html, nothing } from "../../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../../i18n.js";
import { LIMITS, measure } from "../../texts.js";
import { button } from "../parts.js";

export function wifi(desk) {
  const noted = desk.view.door.wifi;
  const given = { ...(noted || { name: "", password: "" }), ...desk.form.wifi };
  const name = given.name.trim();
  const password = given.password.trim();
  const tooLong = measure(name, LIMITS.network).over || measure(password, LIMITS.networkPassword).over;
  const nameless = Boolean(password) && !name;
  const changed = (noted ? noted.name !== name || noted.password !== password : Boolean(name || password)) && !tooLong && !nameless;
  const put = (field) => (event) => desk.fill({ wifi: { ...desk.form.wifi, [field]: event.target.value } });
  const note = async (event) => {
    event.preventDefault();
    if (!changed) return;
    const ack = await desk.ask("note_wifi", { name, password }).done;
    if (ack.ok) desk.fill({ wifi: null });
  };
  const forget = () => {
    desk.ask("note_wifi", { name: "", password: "" });
    desk.fill({ wifi: null });
  };
  return html`<form class="field" @submit=${note}>
    <p class="muted small">${t("On the wall while the door is open, as words and as a code to scan, and on the join card. Leave out the password of an open network.")}</p>
    <label class="field-label small" for="wifi-name">${t("Name of the network")}</label>
    <input class="input" id="wifi-name" autocomplete="off" autocapitalize="off" spellcheck="false" .value=${given.name} @input=${put("name")} />
    <label class="field-label small" for="wifi-password">${t("Its password")}</label>
    <input class="input" id="wifi-password" autocomplete="off" autocapitalize="off" spellcheck="false" .value=${given.password} @input=${put("password")} />
    ${nameless ? html`<p class="field-error">${t("Write the name of the network, too.")}</p>` : nothing}
    ${tooLong ? html`<p class="field-error">${t("A network's name has at most 32 characters, its password 63.")}</p>` : nothing}
    <p class="row panel-do">
      <button class="button button-small" type="submit" ?disabled=${!changed}>${t("Show it at the door")}</button>
      ${noted ? button(t("Forget it"), forget, "small quiet") : nothing}
    </p>
  </form>`;
}
