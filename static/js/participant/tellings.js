/** What a screen reader hears of the room: own actions at once, others' in batches, the connection when it matters. */
import { alarm, announce, announceSoon } from "../announce.js";
import { sentenceFor } from "../codes.js";
import { t, tn } from "../i18n.js";
import { connectionNews } from "../live/news.js";
import { interventionWords } from "../wall/interventions.js";
import { leadWords } from "../wall/lead.js";

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
  let turn = {}; // my own slice, as it was told last

  function others(before, now) {
    if (!before) return;
    for (const collection of Object.keys(OTHERS)) {
      if (before[collection] === now[collection]) continue;
      const fresh = Object.keys(now[collection]).filter((id) => !(id in before[collection])).length;
      if (fresh) announceSoon(collection, OTHERS[collection], fresh);
    }
  }

  /** What concerns this person, or stops the matter: at once. */
  function turned(before, now, me) {
    if (!before) return;
    if (me.speaks && !turn.speaks) announce(t("You have the word"));
    else if (me.your_turn && !turn.your_turn) announce(t("Your turn comes; you may pass."));
    turn = me;
    const led = leadWords(now.course);
    if (led && led !== leadWords(before.course)) announce(led);
    const { intervention } = now.course;
    if (intervention && intervention !== before.course.intervention) {
      announce(interventionWords(intervention.key, intervention.text));
    }
    if (now.level.meta_state === "called" && before.level.meta_state !== "called") {
      announce(t("A talk about how we work together is called. It begins after the present speaker."));
    }
  }

  function mine(items) {
    for (const item of items) {
      const was = status.get(item.id);
      status.set(item.id, item.status);
      if (!was || was === item.status) continue;
      if (item.status === "saved" && item.label) announce(t("Saved: {what}", { what: item.label }));
      if (item.status === "refused" && item.label) alarm(`${t("Not accepted.")} ${sentenceFor(item.error)}`);
    }
  }

  return {
    own: announce,
    told(before, state, items) {
      others(before, state.view);
      turned(before, state.view, state.me);
      mine(items);
      const said = connectionNews(state);
      const text = said ? said.text : "";
      if (text && text !== news) announce(text);
      news = text;
    },
  };
}
