/**
 * Lines, findings and doubts as lit templates. People's words are text nodes in .said, never markup.
 * `on` says how a wall is used: {language, pick(id) or null, picked: Set, current: id or null}.
 */
import { html, nothing } from "../../vendor/lit-html-3.3.3/lit-html.js";
import { t } from "../i18n.js";

/** The anchor of an item in the page; an item stands at most once on a wall. */
export const place = (id) => `on-${id}`;
const pressed = (on, id) => (on.picked && on.picked.has(id) ? "true" : "false");
const names = (...list) => list.filter(Boolean).join(" ");

export const said = (text, on) => html`<span class="said" lang=${on.language} dir="auto">${text}</span>`;

function body(id, content, on) {
  if (!on.pick) return html`<div class="line-body">${content}</div>`;
  const press = () => on.pick(id);
  return html`<button class="line-body" type="button" aria-pressed=${pressed(on, id)} @click=${press}>${content}</button>`;
}

/** A numbered line: a sentence, a title, a wording. mark: a quiet sign after the words. */
export function line({ id, num, text, heated = false, inserted = false, mark = null, doubts = [] }, on) {
  const current = on.current === id;
  const content = html`<span class="num">${num}</span>
    ${heated ? html`<span class="vh">${t("Heated point.")}</span>` : nothing} ${said(text, on)}${mark || nothing}`;
  return html`<li
    class=${names("line", heated && "is-heated", inserted && "is-inserted", current && "is-current")}
    id=${place(id)}
    data-id=${id}
  >
    ${body(id, content, on)} ${doubtList(doubts, on)}
  </li>`;
}

function chip({ id, label, heated, elsewhere }, on) {
  const look = names("chip", heated && "is-heated");
  // Inside a button a link would be a target within a target; and to what stands elsewhere no link leads.
  return on.pick || elsewhere ? html`<span class=${look}>${label}</span>` : html`<a class=${look} href="#${place(id)}">${label}</a>`;
}

const commas = (list, on) => list.map((rest, n) => html`${n ? html`<span class="vh">, </span>` : nothing}${chip(rest, on)}`);

function chips(look, list, on) {
  return list.length ? html` <span class=${look}><span class="vh">${t("rests on")} </span>${commas(list, on)}</span>` : nothing;
}

/** What it rests on, as chips. Where threads are drawn they stand for these, but none leads to what is elsewhere. */
export function restsOn(list, on) {
  const here = list.filter(({ elsewhere }) => !elsewhere);
  const away = list.filter(({ elsewhere }) => elsewhere);
  return html`${chips("rests", here, on)}${chips("rests is-elsewhere", away, on)}`;
}

/** What grows from the narrative: a statement or an answer. rests: null where resting on nothing is no remark. */
export function finding({ id, kind, text, rests, doubts = [] }, on) {
  const loose = rests !== null && !rests.length;
  const words = html`${text}${restsOn(rests || [], on)}${
    loose ? html`<span class="vh">${t("(rests on nothing yet)")}</span>` : nothing
  }`;
  const content = on.pick
    ? body(
        id,
        html`<span class="finding-text"
          ><span class="kind">${kind}</span> <span class="said" lang=${on.language} dir="auto">${words}</span></span
        >`,
        on
      )
    : html`<p class="kind">${kind}</p>
        <p class="said" lang=${on.language} dir="auto">${words}</p>`;
  return html`<li class=${names("finding", loose && "is-loose")} id=${place(id)} data-id=${id}>
    ${content} ${doubtList(doubts, on)}
  </li>`;
}

const sign = (doubt) => (doubt.open ? t("Open doubt:") : t("Settled doubt:"));

function doubt(item, on) {
  const words = html`<span class="vh">${sign(item)}</span> ${item.text}`;
  const tapped = on.pick
    ? body(item.id, html`<span class="said" lang=${on.language} dir="auto">${words}</span>`, on)
    : html`<p class="said" lang=${on.language} dir="auto">${words}</p>`;
  const link = item.linkLabel ? html`<small>${t("About the link to {n}", { n: item.linkLabel })}</small>` : nothing;
  const signed = item.signature ? html`<small><bdi>${item.signature}</bdi></small>` : nothing;
  const how = item.open || !item.how ? nothing : html`<small>${t("Settled:")} <bdi>${item.how}</bdi></small>`;
  return html`<li class=${names("doubt", !item.open && "is-settled")} id=${place(item.id)} data-id=${item.id}>
    <div>${tapped} ${link} ${signed} ${how}</div>
  </li>`;
}

export function doubtList(doubts, on) {
  if (!doubts.length) return nothing;
  return html`<ul class="doubts" role="list">
    ${doubts.map((item) => doubt(item, on))}
  </ul>`;
}
