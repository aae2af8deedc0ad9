/** What a screen reader hears of the room: own actions at once, others' in batches, the connection when it matters. */
import { alarm, announce, announceSoon } from "../announce.js";
import { sentenceFor } from "../codes.js";
import { t, tn } from "../i18n.js";
import { connectionNews } from "../live/news.js";

const OTHERS = {
  experiences: (n) => tn("{n} new title on the wall.", "{n} new titles on the wall.", n),
  sentences: (n) => tn("{n} new sentence.", "{n} new sentences.", n),
  statements: (n) => tn("{n} new statement.", "{n} new statements.", n),
  doubts: (n) => tn("{n} new doubt.", "{n} new doubts.", n),
  answers: () => t("There is a new wording of the answer."),
};

export function makeTellings() {
  const status = new Map();
  let news = "";

  function others(before, now) {
    if (!before) return;
    for (const collection of Object.keys(OTHERS)) {
      if (before[collection] === now[collection]) continue;
      const fresh = Object.keys(now[collection]).filter((id) => !(id in before[collection])).length;
      if (fresh) announceSoon(collection, OTHERS[collection], fresh);
    }
  }

  function mine(items) {
    for (const item of items) {
      const was = status.get(item.id);
      status.set(item.id, item.status);
      if (!was || was === item.status) continue;
      if (item.status === "saved" && item.label) announce(t("Saved: {what}", { what: item.label }));
      if (item.status === "refused") alarm(`${t("Not accepted.")} ${sentenceFor(item.error)}`);
    }
  }

  return {
    own: announce,
    told(before, now, state, items) {
      others(before, now);
      mine(items);
      const said = connectionNews(state);
      const text = said ? said.text : "";
      if (text && text !== news) announce(text);
      news = text;
    },
  };
}
