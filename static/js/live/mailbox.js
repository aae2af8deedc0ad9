/**
 * The outbox of whoever sits at this screen. It belongs to a seat, so it opens when the seat is known; what is asked
 * earlier waits. Remembers with it which history of the server it was acknowledged in.
 */
import { openKeep } from "./keep.js";
import { makeOutbox } from "./outbox.js";
import { isShared } from "./shared.js";

/** store: makeStore's. deliver, changed: as for makeOutbox. */
export function makeMailbox({ store, deliver, changed }) {
  let outbox = null;
  let keep = null;
  let place = null;
  let early = [];

  const nameOfHistory = () => `dialogue-history/${place}`;

  function remember() {
    if (store.history) tryStorage(() => localStorage.setItem(nameOfHistory(), store.history));
  }

  async function open(wanted) {
    if (wanted === place) {
      if (outbox) remember();
      return;
    }
    place = wanted;
    if (outbox) outbox.stop();
    outbox = null;
    const opened = await openKeep(wanted);
    if (place !== wanted) return;
    keep = opened;
    outbox = makeOutbox({ keep, deliver, changed });
    const last = tryStorage(() => localStorage.getItem(nameOfHistory()));
    await outbox.load();
    store.rememberHistory(last);
    remember();
    for (const send of early.splice(0)) send(outbox);
  }

  return {
    /** wanted: the dialogue and the seat. */
    open,

    get durable() {
      return keep ? keep.durable : false;
    },

    ask(type, data, how) {
      if (outbox) return outbox.ask(type, data, how);
      const asked = new Promise((resolve) => early.push((ready) => resolve(ready.ask(type, data, how))));
      return { id: null, kept: asked.then((item) => item.kept), done: asked.then((item) => item.done) };
    },

    /** up: whether the line is; without it "sending" would be a promise. */
    items(up) {
      if (!outbox) return [];
      const status = (item) => {
        if (item.status !== "waiting") return item.status;
        if (item.held) return "held";
        return up && item.failures === 0 ? "sending" : "waiting";
      };
      return outbox.inOrder().map((item) => ({ ...item, status: status(item) }));
    },

    /** How many wait for the server, whatever for. */
    unsent: () => early.length + (outbox ? outbox.inOrder().filter((item) => item.status === "waiting").length : 0),

    discard: (id) => outbox && outbox.discard(id),
    hurry: () => outbox && outbox.hurry(),
    release: () => outbox && outbox.release(),
    stop: () => outbox && outbox.stop(),
    forgetSaved: () => outbox && outbox.forgetSaved(),

    /** The server went back to an older backup. */
    restored() {
      if (!outbox) return;
      outbox.offerAgain();
      remember();
    },

    async wipe() {
      if (!outbox) return;
      await outbox.wipe();
      tryStorage(() => localStorage.removeItem(nameOfHistory()));
    },
  };
}

/** Browsers may refuse storage altogether; on a shared computer nothing is to stay there. */
export function tryStorage(work) {
  try {
    return isShared() ? null : work();
  } catch (blocked) {
    return null;
  }
}
