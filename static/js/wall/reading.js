/** What a view says, in the order in which it is read. Pure: a view goes in, plain lists come out. */
import { KIND_ORDER, answerName, experienceName, kindName } from "./names.js";
import { once } from "./once.js";

/** A collection {id: item} as a list of items that carry their id, least key first. */
export function inOrder(collection, key = "number") {
  return Object.keys(collection || {})
    .map((id) => ({ ...collection[id], id }))
    .sort((a, b) => a[key] - b[key]);
}

export const sentences = once((view) => inOrder(view.sentences, "place"));
export const experiences = (view) => inOrder(view.experiences);
export const wordings = (view) => inOrder(view.wordings);

/** From the narrative upwards; statements of one kind in the order in which they came. */
export const statements = once((view) => {
  const rank = (statement) => {
    const place = KIND_ORDER.indexOf(statement.kind);
    return place < 0 ? KIND_ORDER.length : place;
  };
  return inOrder(view.statements).sort((a, b) => rank(a) - rank(b) || a.number - b.number);
});

/** The newest version is the one the group works on; null before the first. */
export function currentAnswer(view) {
  const versions = inOrder(view.answers);
  return versions.length ? versions[versions.length - 1] : null;
}

export const keptBeside = (view, answer) => inOrder(view.kept).filter((item) => item.answer === answer);
export const outcome = (view) => inOrder(view.outcomes)[0] || null;
export const openDoubts = once((view) => inOrder(view.doubts).filter((doubt) => doubt.open));

/** Questions of fact that no sentence answers yet. */
export const openFacts = (view) => inOrder(view.clarifications).filter((fact) => !fact.answered_by);

/** What the other experiences say of one wording, in the order in which they were tested. */
export const testsOf = (view, answer) => inOrder(view.tests).filter((test) => test.answer === answer && view.experiences[test.experience]);

/** Why people could put themselves into an experience: in the order of random ids, so that nobody reads who was first. */
export function reasonsFor(view, experience) {
  return Object.keys(view.choice_reasons || {})
    .sort()
    .map((id) => ({ ...view.choice_reasons[id], id }))
    .filter((reason) => reason.experience === experience);
}

export const inMeta = (view) => view.level.now === "meta";
export const isSilent = (view, now) => Boolean(view.turns.silence_until && view.turns.silence_until > now);

// {id of what is doubted: its doubts in their order}
const doubtsByPlace = once((view) => {
  const found = {};
  for (const doubt of inOrder(view.doubts)) (found[doubt.about] = found[doubt.about] || []).push(doubt);
  return found;
});

export function doubtsAbout(view, id, settled = false) {
  return (doubtsByPlace(view)[id] || []).filter((doubt) => doubt.open || settled);
}

/** How many rows a wall has: what was told and what was found, and the doubts. */
export const rowsOf = (view) =>
  ["sentences", "statements", "answers", "doubts"].reduce((sum, name) => sum + Object.keys(view[name]).length, 0);

/**
 * What each item is called in the room: "3a" for a sentence, "Reason 2" for a statement, {id: label}.
 * A kind is counted only when there are several of it.
 */
export const labels = once((view) => {
  const found = {};
  for (const sentence of sentences(view)) found[sentence.id] = sentence.label;
  const several = {};
  const all = statements(view);
  for (const { kind } of all) several[kind] = (several[kind] || 0) + 1;
  const counted = {};
  for (const { id, kind } of all) {
    counted[kind] = (counted[kind] || 0) + 1;
    found[id] = kindName(kind, several[kind] > 1 ? counted[kind] : 0);
  }
  for (const { id, number } of inOrder(view.answers)) found[id] = answerName(number);
  return found;
});

/** What an item rests on and still stands, in the wall's order, then experiences, which stand elsewhere: [{id, label, heated, elsewhere}]. */
export function restsOf(view, item, called = labels(view)) {
  const order = Object.keys(called);
  const told = (id) => (called[id] ? null : (view.experiences || {})[id]);
  const place = (id) => (told(id) ? order.length + told(id).number : order.indexOf(id));
  return Object.keys(item.rests_on || {})
    .filter((id) => called[id] || told(id))
    .sort((a, b) => place(a) - place(b))
    .map((id) => ({
      id,
      label: called[id] || experienceName(told(id).number),
      heated: id === view.narrative.heated,
      elsewhere: !called[id],
    }));
}

/** Every "rests on" between two things on the wall: [{source, target, heated}]. */
export function linksOf(view, items = statements(view)) {
  const called = labels(view);
  const links = [];
  for (const item of items) {
    for (const { id, heated } of restsOf(view, item, called)) links.push({ source: id, target: item.id, heated });
  }
  return links;
}
