/** The tool's own words: sentences, counts, drafts, what is announced. */
import { announce, announceSoon, mute } from "/static/js/announce.js";
import { sentenceFor } from "/static/js/codes.js";
import { ready, t, tn } from "/static/js/i18n.js";
import { makeDrafts } from "/static/js/live/draft.js";
import { connectionNews, lineState } from "/static/js/live/news.js";
import { graphemes, measure } from "/static/js/texts.js";
import { equal, soon, test, until } from "./harness.js";

test("a sentence is filled, and a count finds its form", async () => {
  await ready;
  equal(t("{n} of {of} have answered.", { n: 3, of: 5 }), "3 of 5 have answered.");
  equal(t("An {unknown} place stays"), "An {unknown} place stays");
  equal([tn("{n} doubt", "{n} doubts", 1), tn("{n} doubt", "{n} doubts", 2)], ["1 doubt", "2 doubts"]);
});

test("length is counted as people count it", () => {
  equal(graphemes("Надія"), 5);
  equal(graphemes("e\u0301te\u0301"), 3);
  equal(graphemes("👩‍👩‍👧"), 1);
});

test("the count is shown from 80 % of the limit, and blank edges don't count", () => {
  equal(measure("x".repeat(63), 80).shown, false);
  equal(measure("x".repeat(64), 80).shown, true);
  equal(measure(`  ${"x".repeat(80)}  `, 80).over, false);
  equal(measure("x".repeat(81), 80).over, true);
});

test("a refusal says what to do, a length names its limit", () => {
  equal(sentenceFor({ code: "too_long", limit: 80 }), "It is too long: at most 80 characters. Shorten it.");
  equal(sentenceFor({ code: "from_a_newer_server", message: "Wait a little." }), "Wait a little.");
  equal(sentenceFor({ code: "from_a_newer_server" }).length > 0, true);
});

test("a draft outlives the page and belongs to one seat", () => {
  makeDrafts("d1/ash").set("title", "Half a ti");
  equal(makeDrafts("d1/ash").get("title"), "Half a ti");
  equal(makeDrafts("d1/birch").get("title"), "");
  makeDrafts("d1/birch").set("title", "Other");
  makeDrafts("d1/ash").wipe();
  equal(makeDrafts("d1/ash").get("title"), "");
  equal(makeDrafts("d1/birch").get("title"), "Other");
});

const lost = (ago) => ({ connection: "lost", lostSince: Date.now() - ago, broughtBack: null });

test("a short break is not worth a word, a long one asks to speak instead", () => {
  equal(connectionNews(lost(1000)), null);
  equal(connectionNews(lost(3000)), { tone: "warn", text: "Reconnecting. Your text is kept on this device.", retry: false });
  equal(connectionNews(lost(11000)).retry, true);
  equal(connectionNews(lost(61000)).text.includes("you can speak instead"), true);
  equal(connectionNews({ connection: "connected", broughtBack: null }), null);
  equal(connectionNews({ connection: "connected", broughtBack: 2 }).text, "Connected. 2 items sent.");
});

test("the corner tells the worst of what is under way", () => {
  const connected = { connection: "connected" };
  const items = [{ status: "saved", settled: 0 }, { status: "waiting" }, { status: "waiting" }];
  equal(lineState(connected, items), { state: "waiting", text: "Waiting for connection (2)" });
  equal(lineState(connected, items.concat({ status: "refused" })).state, "refused");
  equal(lineState(connected, [{ status: "saved", settled: Date.now() }]).text, "Saved");
  equal(lineState(connected, []).text, "Connected");
  equal(lineState({ connection: "lost" }, []).state, "offline");
});

const spoken = () => document.getElementById("live-status").textContent;

test("own actions are announced at once, others' together and not while muted", async () => {
  announce("You agreed.");
  equal(spoken(), "You agreed.");
  announceSoon("titles", (n) => `${n} new titles.`);
  announceSoon("titles", (n) => `${n} new titles.`);
  await until(() => spoken().includes("2 new titles."), "the batch");
  announceSoon("doubts", (n) => `${n} new doubts.`);
  mute(true);
  await soon(50);
  equal(spoken().includes("new doubts"), false);
  mute(false);
});
