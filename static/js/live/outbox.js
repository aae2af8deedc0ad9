/**
 * Commands on their way: one at a time, in the order in which they were asked, each under the same id until the server
 * has answered. What was acknowledged is kept until the sitting ends, to be offered again if an older backup is put
 * back; a ballot is not, it belongs to nobody. What the group's talk about itself keeps waiting is held until `release`.
 */
const FIRST_PAUSE = 500; // milliseconds, doubled after each failure
const LONGEST_PAUSE = 15000;
// Offering these again later would say something else than was meant, or tell whose ballot it was.
const HELD_BY = "meta_in_progress"; // asking again and again would not make that talk shorter
const NOT_KEPT = new Set([
  "answer_evaluation",
  "report_screen_time",
  "call_meta",
  "undo_action",
  "raise_hand",
  "lower_hand",
  "give_word",
  "end_turn",
  "pass_turn",
  "mark_ready",
  "open_door",
  "close_door",
  "leave_dialogue",
]);

/**
 * keep: from openKeep. deliver(command, failures): the server's ack; throws when there was none. changed(): something
 * to show. pause(ms): a promise.
 */
export function makeOutbox({ keep, deliver, changed, pause = wait, random = Math.random }) {
  const items = new Map();
  const waitingFor = new Map();
  let last = 0;
  let running = false;
  let stopped = false;
  let wake = () => {};

  function inOrder() {
    return Array.from(items.values()).sort((one, other) => one.order - other.order);
  }

  /** What is held lets others by, but not those of its own kind: the later wish has to arrive later. */
  function next() {
    const waiting = inOrder().filter((item) => item.status === "waiting");
    const held = new Set(waiting.filter((item) => item.held).map((item) => item.type));
    return waiting.find((item) => !held.has(item.type));
  }

  async function load() {
    for (const record of await keep.all()) {
      if (!items.has(record.id)) items.set(record.id, Object.assign({ failures: 0 }, record));
      last = Math.max(last, record.order);
    }
    changed();
    run();
  }

  function ask(type, data, { label = "" } = {}) {
    last += 1;
    const item = { id: newId(), type, data, label, order: last, at: Date.now(), status: "waiting", failures: 0 };
    items.set(item.id, item);
    const done = new Promise((resolve) => waitingFor.set(item.id, resolve));
    const kept = keep.put(record(item));
    changed();
    kept.then(run);
    return { id: item.id, done, kept };
  }

  async function run() {
    if (running || stopped) return;
    running = true;
    for (let item = next(); item && !stopped; item = next()) await attempt(item);
    running = false;
  }

  async function attempt(item) {
    item.flying = true;
    changed();
    let ack = null;
    try {
      ack = await deliver({ id: item.id, type: item.type, data: item.data }, item.failures);
    } catch (problem) {
      ack = null;
    }
    item.flying = false;
    if (stopped || !items.has(item.id)) return;
    if (ack && (ack.ok || !ack.error.temporary)) {
      await settle(item, ack);
      return;
    }
    item.error = ack ? ack.error : null;
    if (ack && ack.error.code === HELD_BY) {
      item.held = true;
      changed();
      return;
    }
    item.failures += 1;
    changed();
    const base = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (item.failures - 1));
    await Promise.race([pause(base * (0.5 + random())), new Promise((resolve) => (wake = resolve))]);
  }

  async function settle(item, ack) {
    item.failures = 0;
    item.error = ack.ok ? null : ack.error;
    item.status = ack.ok ? "saved" : "refused";
    item.settled = Date.now();
    if (ack.ok) item.receipt = ack.receipt;
    const forget = ack.ok ? NOT_KEPT.has(item.type) : item.again && !holdsWords(item);
    if (ack.ok && item.type === "withdraw_item") await forgetWordsOf(item.data.item);
    if (forget) {
      items.delete(item.id);
      await keep.remove(item.id);
    } else {
      await keep.put(record(item));
    }
    answer(item.id, ack);
    changed();
  }

  /** Withdrawn is withdrawn: the words must not come back from this device. */
  async function forgetWordsOf(wanted) {
    for (const item of inOrder()) {
      const about = item.receipt === wanted || Object.values(item.data).includes(wanted);
      if (about && item.type !== "withdraw_item") {
        items.delete(item.id);
        await keep.remove(item.id);
      }
    }
  }

  function answer(id, ack) {
    const resolve = waitingFor.get(id);
    waitingFor.delete(id);
    if (resolve) resolve(ack);
  }

  return {
    load,
    ask,
    inOrder,

    /** Don't wait out the pause: the connection is back, or someone pressed "Retry now". */
    hurry() {
      wake();
      run();
    },

    /** The group is back at the matter: what was held goes on its way. */
    release() {
      const held = inOrder().filter((item) => item.held);
      for (const item of held) item.held = false;
      if (held.length) run();
    },

    discard(id) {
      items.delete(id);
      answer(id, { ok: false, error: { code: "discarded", temporary: false } });
      changed();
      wake();
      return keep.remove(id);
    },

    /** Another history: the server may lack what it once acknowledged. It tells by the id which of it. */
    async offerAgain() {
      const lost = inOrder().filter((item) => item.status === "saved");
      for (const item of lost) {
        Object.assign(item, { status: "waiting", again: true, failures: 0 });
        await keep.put(record(item));
      }
      changed();
      run();
    },

    /** The dialogue is over: nothing of what was acknowledged stays on this device. */
    async forgetSaved() {
      for (const item of inOrder().filter((known) => known.status === "saved")) {
        items.delete(item.id);
        await keep.remove(item.id);
      }
    },

    async wipe() {
      stopped = true;
      items.clear();
      await keep.wipe();
    },

    stop() {
      stopped = true;
      wake();
    },
  };
}

/** 128 random bits as hex. `randomUUID` is missing on plain http. */
function newId() {
  const bytes = window.crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function record(item) {
  const { id, type, data, label, order, at, status, receipt, error, again } = item;
  return { id, type, data, label, order, at, status, receipt, error, again };
}

function holdsWords(item) {
  return ["title", "text", "account", "objection", "how", "what_we_change", "open_word"].some((field) => item.data[field]);
}

function wait(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
