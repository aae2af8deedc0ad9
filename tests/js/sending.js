/** Commands on their way: none lost, none doubled, in order. */
import { openKeep } from "/static/js/live/keep.js";
import { makeOutbox } from "/static/js/live/outbox.js";
import { equal, soon, test, until } from "./harness.js";

const OK = (receipt) => ({ ok: true, receipt });
const NO = (code, temporary = false) => ({ ok: false, error: { code, message: "", temporary } });

let count = 0;
const freshPlace = () => `test/${Date.now()}-${(count += 1)}`;

/** A server that answers as told, and remembers what it was asked. */
function server(answers = []) {
  const heard = [];
  const deliver = async (command, failures) => {
    heard.push({ ...command, failures });
    const answer = answers.length ? answers.shift() : OK(`item-${heard.length}`);
    if (answer === "silence") throw new Error("no ack");
    return typeof answer === "function" ? answer(command) : answer;
  };
  return { heard, deliver };
}

async function box(deliver, { place = freshPlace(), pause = () => soon(1) } = {}) {
  const keep = await openKeep(place);
  const outbox = makeOutbox({ keep, deliver, changed: () => {}, pause });
  await outbox.load();
  return { outbox, keep, place };
}

const types = (heard) => heard.map(({ type }) => type);
const statuses = (outbox) => outbox.inOrder().map(({ status }) => status);

test("one command flies at a time and their order is kept", async () => {
  let flying = 0;
  let most = 0;
  const order = [];
  const { outbox } = await box(async ({ data }) => {
    flying += 1;
    most = Math.max(most, flying);
    await soon(data.n === 1 ? 30 : 1);
    order.push(data.n);
    flying -= 1;
    return OK("");
  });
  const asked = [1, 2, 3].map((n) => outbox.ask("raise_doubt", { n }));
  await Promise.all(asked.map(({ done }) => done));
  equal(order, [1, 2, 3]);
  equal(most, 1);
});

test("without an ack the same command is sent again under the same id", async () => {
  const { heard, deliver } = server(["silence", "silence", "silence", OK("d1")]);
  const { outbox } = await box(deliver);
  const ack = await outbox.ask("raise_doubt", { text: "Is it?" }).done;
  equal(ack.receipt, "d1");
  equal(heard.length, 4);
  equal(new Set(heard.map(({ id }) => id)).size, 1);
  equal(heard.map(({ failures }) => failures), [0, 1, 2, 3]);
});

test("an id is 32 hex characters and never the same twice", async () => {
  const { heard, deliver } = server();
  const { outbox } = await box(deliver);
  for (let n = 0; n < 20; n += 1) await outbox.ask("raise_hand", { reason: "speak" }).done;
  equal(heard.every(({ id }) => /^[0-9a-f]{32}$/.test(id)), true);
  equal(new Set(heard.map(({ id }) => id)).size, 20);
});

test("a temporary refusal is asked again, a permanent one keeps the text and lets the next one go", async () => {
  const { heard, deliver } = server([NO("try_again", true), NO("wrong_stage"), OK("x")]);
  const { outbox } = await box(deliver);
  const first = outbox.ask("tell_experience", { title: "The file" });
  const second = outbox.ask("raise_doubt", { text: "?" });
  equal((await first.done).error.code, "wrong_stage");
  equal((await second.done).ok, true);
  equal(types(heard), ["tell_experience", "tell_experience", "raise_doubt"]);
  equal(statuses(outbox), ["refused", "saved"]);
  equal(outbox.inOrder()[0].data.title, "The file");
  await outbox.discard(first.id);
  equal(statuses(outbox), ["saved"]);
});

test("what was not sent survives a reload, in order and under its id", async () => {
  const place = freshPlace();
  const before = await box(() => new Promise(() => {}), { place });
  const ids = [before.outbox.ask("tell_experience", { title: "One" }), before.outbox.ask("tell_experience", { title: "Two" })];
  await Promise.all(ids.map(({ kept }) => kept));
  before.outbox.stop();
  const { heard, deliver } = server();
  const { outbox } = await box(deliver, { place });
  await until(() => heard.length === 2, "both are sent");
  equal(heard.map(({ id }) => id), ids.map(({ id }) => id));
  await until(() => statuses(outbox).join() === "saved,saved", "both are saved");
});

test("nothing is sent by another seat of the same device", async () => {
  const before = await box(() => new Promise(() => {}));
  await before.outbox.ask("tell_experience", { title: "Mine" }).kept;
  const { heard, deliver } = server();
  await box(deliver);
  await soon(30);
  equal(heard, []);
});

test("what was acknowledged is offered again to an older backup, before what is new", async () => {
  const { heard, deliver } = server();
  const { outbox } = await box(deliver);
  await outbox.ask("tell_experience", { title: "One" }).done;
  await outbox.ask("raise_hand", { reason: "speak" }).done;
  await outbox.ask("raise_doubt", { text: "Two" }).done;
  const first = heard.splice(0);
  await outbox.offerAgain();
  await until(() => heard.length === 2 && statuses(outbox).join() === "saved,saved", "both again");
  equal(heard.map(({ id }) => id), [first[0].id, first[2].id]);
});

test("a repeated offer that is refused keeps words, and drops what holds none", async () => {
  const { deliver } = server([OK("a"), OK("b"), NO("wrong_stage"), NO("wrong_stage")]);
  const { outbox } = await box(deliver);
  await outbox.ask("tell_experience", { title: "One" }).done;
  await outbox.ask("agree_to_rules", {}).done;
  await outbox.offerAgain();
  await until(() => statuses(outbox).join() === "refused", "one is left");
  equal(outbox.inOrder()[0].data.title, "One");
});

test("a ballot leaves no trace once it is acknowledged", async () => {
  const { outbox, keep } = await box(server().deliver);
  await outbox.ask("answer_evaluation", { items: { spoke_freely: 4 }, open_word: "Enough time." }).done;
  await soon(10);
  equal(outbox.inOrder(), []);
  equal(await keep.all(), []);
});

test("withdrawn words are not kept on the device", async () => {
  const { outbox, keep } = await box(server([OK("e1"), OK("e1"), OK("")]).deliver);
  await outbox.ask("tell_experience", { title: "The file" }).done;
  await outbox.ask("retitle_experience", { experience: "e1", title: "The missing file" }).done;
  await outbox.ask("withdraw_item", { item: "e1" }).done;
  await soon(10);
  equal(outbox.inOrder().map(({ type }) => type), ["withdraw_item"]);
  equal(JSON.stringify(await keep.all()).includes("missing file"), false);
});

test("leaving wipes everything and sends nothing more", async () => {
  const { outbox, keep } = await box(() => new Promise(() => {}));
  await outbox.ask("tell_experience", { title: "One" }).kept;
  await outbox.wipe();
  equal(outbox.inOrder(), []);
  equal(await keep.all(), []);
});

test("at the end of the sitting only what was refused stays", async () => {
  const { outbox } = await box(server([OK("a"), NO("dialogue_closed")]).deliver);
  await outbox.ask("tell_experience", { title: "One" }).done;
  await outbox.ask("tell_experience", { title: "Two" }).done;
  await outbox.forgetSaved();
  equal(outbox.inOrder().map(({ data }) => data.title), ["Two"]);
});

test("a connection that is back cuts the pause short", async () => {
  const { heard, deliver } = server(["silence", OK("a")]);
  const { outbox } = await box(deliver, { pause: () => new Promise(() => {}) });
  const { done } = outbox.ask("tell_experience", { title: "One" });
  await until(() => heard.length === 1, "the first try");
  await soon(10);
  outbox.hurry();
  equal((await done).ok, true);
});

test("a browser without a database still sends, from memory", async () => {
  const original = Object.getOwnPropertyDescriptor(Window.prototype, "indexedDB") || Object.getOwnPropertyDescriptor(window, "indexedDB");
  Object.defineProperty(window, "indexedDB", { configurable: true, get: () => undefined });
  try {
    const { outbox, keep } = await box(server().deliver);
    equal(keep.durable, false);
    equal((await outbox.ask("tell_experience", { title: "One" }).done).ok, true);
  } finally {
    delete window.indexedDB;
    if (!window.indexedDB) Object.defineProperty(window, "indexedDB", original);
  }
});

test("what waits for the talk about the talk is asked once, and lets others by", async () => {
  const { heard, deliver } = server([NO("meta_in_progress", true), OK("hand")]);
  const { outbox } = await box(deliver);
  outbox.ask("raise_doubt", { text: "Is it?" });
  await outbox.ask("raise_hand", {}).done;
  await soon(50);
  equal(types(heard), ["raise_doubt", "raise_hand"]);
  equal(statuses(outbox), ["waiting"]);
});

test("what was held goes when the group is back at the matter, the earlier wish first", async () => {
  const { heard, deliver } = server([NO("meta_in_progress", true)]);
  const { outbox } = await box(deliver);
  outbox.ask("mark_experiences", { experiences: ["e1"] });
  await until(() => heard.length === 1, "the first is asked");
  const second = outbox.ask("mark_experiences", { experiences: ["e1", "e2"] });
  await soon(30);
  equal(heard.length, 1);
  outbox.release();
  await second.done;
  equal(heard.map(({ data }) => data.experiences.length), [1, 1, 2]);
  equal(heard[0].id, heard[1].id);
});
