/**
 * A screen's place in a dialogue: what it shows, and the way for what it asks.
 *
 *   const room = join({dialogue, surface, csrf, first, onChange(state) {…}})
 *
 * first: a snapshot that came with the page, or nothing. state: view, me, presence, audience (all null before the first snapshot), connection "connected|connecting|lost|slow" (slow: by HTTP),
 * lostSince (UTC ms of this device, or null), broughtBack (items saved since the connection came back, while that is
 * news, else null), ended (null | "removed" | "signed_out" | "left" | "moved"), durable (texts survive a reload), now() (the
 * server's UTC ms). onChange is called at most once per turn of the event loop, and each second while the line is down.
 */
import { openLine } from "./line.js";
import { makeMailbox, tryStorage } from "./mailbox.js";
import { JUST_NOW } from "./news.js";
import { makePresence } from "./presence.js";
import { isShared } from "./shared.js";
import { makeClock, makeStore } from "./store.js";

const NEWS_FOR = 6000; // milliseconds that "Connected" stays
const NO_NEWS = 2000; // of silence before anyone is told
const READ_BY_HTTP_AFTER = 10000; // while sockets don't get through
const READ_BY_HTTP_EVERY = 15000;
const READ_SLOWLY_EVERY = 5000; // once HTTP is known to get through

export function join({ dialogue, surface, csrf, first = null, onChange }) {
  const clock = makeClock();
  const store = makeStore({ restored: () => mailbox.restored() });
  const mailbox = makeMailbox({ store, deliver, changed });
  let lostSince = Date.now();
  let wasUp = false;
  let back = null; // {since, worthTelling}
  let sent = 0; // since the line went down; some may go by HTTP before it is back
  let ended = null;
  let unsent = []; // what had not arrived when it ended: its words stay on the screen, and nowhere else
  let leaving = false;
  let planned = false;
  let lastRead = 0;
  let held = false; // a shared computer is covered
  let slow = false; // sockets don't get through, and HTTP does

  const line = openLine({
    dialogue,
    surface,
    csrf,
    status: lineTurned,
    heard: {
      snapshot: takeSnapshot,
      update: (update) => took(store.takeUpdate(update)),
      mine: (mine) => took(store.takeMine(mine)),
      presence: (presence) => took(store.takePresence(presence)),
      heartbeat: (beat) => took(store.takeHeartbeat(beat)),
      reload: takeReload,
    },
  });
  const presence = makePresence((what) => line.signal(what));
  const ticking = setInterval(tick, 1000);

  function lineTurned(up) {
    if (up) {
      slow = false;
      if (wasUp && lostSince) back = { since: Date.now(), worthTelling: Date.now() - lostSince > NO_NEWS };
      wasUp = true;
      lostSince = null;
      presence.tellAgain();
      mailbox.hurry();
    } else if (!lostSince) {
      lostSince = Date.now();
      back = null;
      sent = 0;
    }
    changed();
  }

  function took(what) {
    if (what === "sync") line.sync();
    if (what === "changed") changed();
    if (store.view && store.view.course.closed) mailbox.forgetSaved();
    if (store.view && store.view.level.now !== "meta") mailbox.release();
  }

  function takeSnapshot(snapshot) {
    clock.set(snapshot.now);
    took(store.takeSnapshot(snapshot));
    const { seat } = store.me;
    if (seat && seat.gone) end(leaving ? "left" : "removed");
    else mailbox.open(`${dialogue}/${seat ? seat.id : surface}`);
  }

  async function deliver(command, failures) {
    const ack = await line.deliver(command, failures);
    if (!ack.ok) {
      if (ack.error.code === "covered") coverUp();
      return ack;
    }
    sent += 1;
    if (!line.up) readByHttp();
    setTimeout(changed, JUST_NOW + 50);
    return ack;
  }

  async function readByHttp() {
    lastRead = Date.now();
    const snapshot = await line.snapshot();
    if (line.up || ended) return;
    slow = Boolean(snapshot);
    if (snapshot) takeSnapshot(snapshot);
    else changed();
  }

  /** An old page, or a token that ran out: a fresh page from the server knows better. Otherwise it is over here. */
  function takeReload({ reason }) {
    if (reason === "covered") {
      coverUp();
      return;
    }
    const fresh = reason === "protocol" || reason === "not_joined";
    if (fresh && reloadOnce()) return;
    if (reason === "removed") end(leaving ? "left" : "removed");
    else if (reason === "moved") end("moved");
    else if (reason !== "protocol") end("signed_out");
  }

  async function end(reason) {
    if (ended) return;
    ended = reason;
    close();
    // Signed out is not gone: the same person may come back, and finds what was not sent.
    if (reason !== "signed_out") {
      // A shared computer shows the next person nothing.
      unsent = isShared() ? [] : mailbox.items(false).filter((item) => item.status !== "saved");
      await mailbox.wipe();
    }
    changed();
  }

  function tick() {
    if (back && Date.now() - back.since > NEWS_FOR) {
      back = null;
      changed();
    }
    if (!lostSince || held) return;
    changed();
    const every = slow ? READ_SLOWLY_EVERY : READ_BY_HTTP_EVERY;
    if (Date.now() - lostSince > READ_BY_HTTP_AFTER && Date.now() - lastRead > every) readByHttp();
  }

  function comeForward() {
    if (!document.hidden) line.awoke();
  }
  document.addEventListener("visibilitychange", comeForward);
  window.addEventListener("online", comeForward);

  /** The server has heard nothing of a shared computer for a while: it opens nothing until the return code is typed. */
  const coverUp = () => document.dispatchEvent(new CustomEvent("covered"));

  /** A shared computer that nobody touches (plain/shared.js): what it holds stays in memory, and nothing moves. */
  function cover({ detail }) {
    held = detail;
    line.hold(detail);
  }
  if (isShared()) document.addEventListener("cover", cover);

  function close() {
    document.removeEventListener("cover", cover);
    clearInterval(ticking);
    document.removeEventListener("visibilitychange", comeForward);
    window.removeEventListener("online", comeForward);
    presence.stop();
    line.close();
    mailbox.stop();
  }

  const state = {
    get view() { return store.view; },
    get me() { return store.me; },
    get presence() { return store.presence; },
    get audience() { return store.audience; },
    get connection() { return slow ? "slow" : lostSince ? (wasUp ? "lost" : "connecting") : "connected"; },
    get lostSince() { return lostSince; },
    get broughtBack() { return back && back.worthTelling ? sent : null; },
    get ended() { return ended; },
    get unsent() { return unsent; },
    get durable() { return mailbox.durable; },
    now: () => clock.now(),
  };

  function changed() {
    if (planned) return;
    planned = true;
    Promise.resolve().then(() => {
      planned = false;
      if (isShared()) document.body.dataset.unsent = mailbox.unsent();
      onChange(state);
    });
  }

  if (first) takeSnapshot(first);

  return {
    state,

    /** Ask the server for something. {id, kept: in the outbox, done: Promise<ack>}; done waits for as long as it takes. */
    ask: (type, data = {}, how = {}) => mailbox.ask(type, data, how),

    /** What was asked from here: {id, type, data, label, status: sending|saved|waiting|held|refused, error, receipt, settled}. */
    items: () => mailbox.items(line.up || slow),

    discard: (id) => mailbox.discard(id),
    signal: ({ writing }) => presence.write(Boolean(writing)),

    /** Don't wait for the next try. */
    retry() {
      line.retry();
      mailbox.hurry();
    },

    /** Leave one's seat. When the server agreed nothing is left on this device, and state.ended is "left". */
    async leave() {
      leaving = true;
      const ack = await mailbox.ask("leave_dialogue", {}).done;
      leaving = ack.ok;
      if (ack.ok) await end("left");
      return ack;
    },

    /** Hang up; what was not sent stays for the next time. */
    close,
  };
}

/** Whether the page is loaded anew. Once a minute: a server that keeps asking for it must not make the page flicker. */
function reloadOnce() {
  const mark = "dialogue-reloaded";
  const last = Number(tryStorage(() => sessionStorage.getItem(mark)) || 0);
  if (Date.now() - last < 60000) return false;
  tryStorage(() => sessionStorage.setItem(mark, String(Date.now())));
  location.reload();
  return true;
}
