/** What a phone reads off its views: what is one's own, on the wall or on its way there; what the group looks at. */
import { currentAnswer, sentences, statements } from "../wall/reading.js";

const SHOWN_WITHIN = 2000; // milliseconds between an ack and the view that shows it

/** Own items of a collection that still stand, oldest first: {id, text, standing, status, hidden, …}. */
export function ownItems(at, collection) {
  const { own } = at.me;
  const there = Object.keys(own)
    .filter((id) => own[id].collection === collection && !own[id].for)
    .map((id) => ({ ...own[id], id, status: "saved", standing: own[id].standing }));
  return there.filter((item) => item.standing === "up" || item.standing === "parked");
}

/** Asked from this device and not in the view yet. The view may come before the ack: then the words are there once. */
export function underWay(at, type, words = "text") {
  const claimed = new Set(at.items.map((item) => item.receipt));
  const there = Object.keys(at.me.own).filter((id) => !claimed.has(id)).map((id) => at.me.own[id].text);
  return at.items.filter((item) => {
    if (item.type !== type || item.status === "refused") return false;
    if (item.status === "saved") return item.receipt && !(item.receipt in at.me.own) && isNew(item);
    return !there.includes(item.data[words].trim());
  });
}

/** An ack comes a moment before the view; an old one whose item is gone is no news. */
function isNew(item) {
  return Date.now() - (item.settled || 0) < SHOWN_WITHIN;
}

/** The newest of these commands if the server has not taken it in yet, or so lately that the view may not show it. */
export function pending(at, ...types) {
  const asked = at.items.filter((item) => types.includes(item.type));
  const last = asked[asked.length - 1];
  if (!last || last.status === "refused") return null;
  return last.status !== "saved" || Date.now() - (last.settled || 0) < SHOWN_WITHIN ? last : null;
}

/** Own doubts that are open, with those on their way. A closing on its way counts as closed. */
export function ownDoubts(at) {
  const closing = new Set(
    at.items.filter((item) => item.type === "close_doubt" && item.status !== "refused").map((item) => item.data.doubt),
  );
  const there = ownItems(at, "doubts")
    .filter((item) => item.hidden || (at.view.doubts[item.id] && at.view.doubts[item.id].open && !closing.has(item.id)))
    .map((item) => ({ ...at.view.doubts[item.id], ...item }));
  const coming = underWay(at, "raise_doubt").map((item) => ({
    id: null,
    text: item.data.text,
    about: item.data.about,
    status: item.status,
    signature: item.data.signed ? at.me.seat.pseudonym : null,
  }));
  return there.concat(coming);
}

/** My hand as I last asked for it: "speak", "lost_thread" or null. */
export function myHand(at) {
  const asked = pending(at, "raise_hand", "lower_hand");
  if (!asked) return at.me.hand;
  return asked.type === "raise_hand" ? asked.data.reason : null;
}

const OF_STAGE = {
  narrative: ["sentences"],
  judgement: ["statements", "sentences"],
  principles: ["statements", "sentences"],
};

/** The id that changed last among what can be "current", or the one known before. */
export function changedLast(before, now, known) {
  if (!before || before === now) return known;
  if (before.narrative.heated !== now.narrative.heated && now.narrative.heated) return now.narrative.heated;
  for (const collection of ["statements", "sentences"]) {
    const old = before[collection];
    const items = now[collection];
    if (old === items) continue;
    const changed = Object.keys(items).filter((id) => !old[id] || old[id].text !== items[id].text);
    if (changed.length) return changed[changed.length - 1];
  }
  return known;
}

/** {item, collection} that a phone shows in this stage, or null. */
export function currentWords(view, stage, latest) {
  if (stage === "consensus") {
    const item = currentAnswer(view);
    return item ? { item, collection: "answers" } : null;
  }
  const collections = OF_STAGE[stage];
  if (!collections) return null;
  for (const collection of collections) {
    if (latest && view[collection][latest]) return { item: { ...view[collection][latest], id: latest }, collection };
  }
  const [first] = collections;
  const newest = first === "statements" ? last(byNumber(statements(view))) : null;
  if (newest) return { item: newest, collection: "statements" };
  const heated = view.narrative.heated;
  if (heated && view.sentences[heated]) return { item: { ...view.sentences[heated], id: heated }, collection: "sentences" };
  const sentence = last(sentences(view));
  return sentence ? { item: sentence, collection: "sentences" } : null;
}

const byNumber = (items) => items.sort((one, other) => one.number - other.number);
const last = (items) => items[items.length - 1];
