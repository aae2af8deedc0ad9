/** What a screen knows, and whether it knows all of it. */
import { makeClock, makeStore, merged } from "/static/js/live/store.js";
import { changedLast, currentWords } from "/static/js/participant/reading.js";
import { equal, test } from "./harness.js";

const snapshot = (more = {}) => ({
  stream: "s1", history: "h1", n: 4, m: 2, audience: "participant", view: { doubts: {} }, me: { own: {} }, presence: {}, ...more,
});

test("a merge patch does what RFC 7396 says in its own examples", () => {
  const cases = [
    [{ a: "b" }, { a: "c" }, { a: "c" }],
    [{ a: "b" }, { b: "c" }, { a: "b", b: "c" }],
    [{ a: "b", b: "c" }, { a: null }, { b: "c" }],
    [{ a: ["b"] }, { a: "c" }, { a: "c" }],
    [{ a: { b: "c" } }, { a: { b: "d", c: null } }, { a: { b: "d" } }],
    [{ a: [{ b: "c" }] }, { a: [1] }, { a: [1] }],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [{ a: "foo" }, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ];
  for (const [before, patch, after] of cases) equal(merged(before, patch), after);
});

test("what a patch does not name stays the same object", () => {
  const before = { sentences: { a: {} }, doubts: { b: {} } };
  const after = merged(before, { doubts: { c: { text: "Why?" } } });
  equal(after.sentences === before.sentences, true);
  equal(after.doubts === before.doubts, false);
  equal(Object.keys(before.doubts), ["b"]);
});

test("updates are taken in order, once, and a gap asks for everything", () => {
  const store = makeStore();
  equal(store.takeUpdate({ stream: "s1", n: 1, changes: {} }), "sync");
  store.takeSnapshot(snapshot());
  equal(store.takeUpdate({ stream: "s1", n: 5, changes: { doubts: { d: { text: "?" } } } }), "changed");
  equal(store.view.doubts.d.text, "?");
  equal(store.takeUpdate({ stream: "s1", n: 5, changes: { doubts: { d: null } } }), "same");
  equal(store.takeUpdate({ stream: "s1", n: 7, changes: {} }), "sync");
  equal(store.takeUpdate({ stream: "s2", n: 6, changes: {} }), "sync");
  equal(store.view.doubts.d.text, "?");
});

test("one's own slice has a count of its own", () => {
  const store = makeStore();
  store.takeSnapshot(snapshot());
  equal(store.takeMine({ stream: "s1", m: 3, changes: { own: { e: { text: "The file" } } } }), "changed");
  equal(store.me.own.e.text, "The file");
  equal(store.takeMine({ stream: "s1", m: 5, changes: {} }), "sync");
});

test("a heartbeat that is ahead tells that the last update was lost", () => {
  const store = makeStore();
  store.takeSnapshot(snapshot());
  equal(store.takeHeartbeat({ stream: "s1", history: "h1", n: 4, m: 2 }), "same");
  equal(store.takeHeartbeat({ stream: "s1", history: "h1", n: 5, m: 2 }), "sync");
  equal(store.takeHeartbeat({ stream: "s1", history: "h1", n: 4, m: 3 }), "sync");
  equal(store.takeHeartbeat({ stream: "s2", history: "h1", n: 4, m: 2 }), "sync");
});

test("another history is noticed once, over a reload too", () => {
  let restored = 0;
  const store = makeStore({ restored: () => (restored += 1) });
  store.takeSnapshot(snapshot());
  equal(restored, 0);
  store.takeHeartbeat({ stream: "s2", history: "h2", n: 1, m: 0 });
  store.takeSnapshot(snapshot({ stream: "s2", history: "h2" }));
  equal(restored, 1);
  const reloaded = makeStore({ restored: () => (restored += 1) });
  reloaded.takeSnapshot(snapshot({ history: "h3" }));
  reloaded.rememberHistory("h2");
  equal(restored, 2);
  equal(reloaded.history, "h3");
});

test("the clock follows the server's, whatever this device believes", () => {
  let local = 1000;
  const clock = makeClock(() => local);
  clock.set(500000);
  local += 2500;
  equal(clock.now(), 502500);
});

const wall = (more) => ({ sentences: {}, statements: {}, answers: {}, narrative: { heated: null }, ...more });

test("a phone shows the words that changed last", () => {
  const before = wall({ sentences: { a: { text: "One.", label: "1", place: 1 }, b: { text: "Two.", label: "2", place: 2 } } });
  const now = { ...before, sentences: { ...before.sentences, a: { text: "One, late.", label: "1", place: 1 } } };
  equal(currentWords(before, "narrative", null).item.id, "b");
  const latest = changedLast(before, now, null);
  equal(latest, "a");
  equal(currentWords(now, "narrative", latest).item.text, "One, late.");
});

test("a heated point that is marked becomes the current words", () => {
  const before = wall({ sentences: { a: { text: "One.", label: "1", place: 1 }, b: { text: "Two.", label: "2", place: 2 } } });
  const now = { ...before, narrative: { heated: "a" } };
  equal(changedLast(before, now, "b"), "a");
});

test("in consensus the newest wording of the answer is current", () => {
  const view = wall({ answers: { x: { text: "First", number: 1 }, y: { text: "Second", number: 2 } } });
  equal(currentWords(view, "consensus", null).item.text, "Second");
  equal(currentWords(wall({}), "consensus", null), null);
});
