/**
 * What this screen knows of the room, and whether it knows all of it.
 *
 * Each `take…` answers with what has to be done: "changed" (show it), "same" (nothing new) or "sync" (something was
 * missed: ask for a snapshot). `restored` is told when the server's history is another one than the last known: a
 * backup was put back, and what was acknowledged here may be missing there.
 */
const NOTHING = { stream: null, history: null, n: 0, m: 0, audience: null, view: null, me: null, presence: {} };

export function makeStore({ history = null, restored = () => {} } = {}) {
  let known = Object.assign({}, NOTHING, { history });

  function noticeHistory(theirs) {
    if (!theirs) return;
    const before = known.history;
    known.history = theirs;
    if (before && before !== theirs) restored(theirs);
  }

  return {
    get view() {
      return known.view;
    },
    get me() {
      return known.me;
    },
    get presence() {
      return known.presence;
    },
    get audience() {
      return known.audience;
    },
    get history() {
      return known.history;
    },

    /** The history this device last saw, remembered over a reload. Known only once the seat is. */
    rememberHistory(last) {
      const theirs = known.history;
      known.history = last || theirs;
      noticeHistory(theirs);
    },

    takeSnapshot(snapshot) {
      const { stream, n, m, audience, view, me, presence } = snapshot;
      noticeHistory(snapshot.history);
      const asBefore = known.view && stream === known.stream && n === known.n && m === known.m && audience === known.audience;
      if (asBefore) return this.takePresence(presence || {}); // counted alike is alike: what is drawn may stay
      Object.assign(known, { stream, n, m, audience, view, me: me || {}, presence: presence || {} });
      return "changed";
    },

    takeUpdate({ stream, n, changes }) {
      if (!known.view || stream !== known.stream) return "sync";
      if (n <= known.n) return "same";
      if (n !== known.n + 1) return "sync";
      known.n = n;
      known.view = merged(known.view, changes);
      return "changed";
    },

    takeMine({ stream, m, changes }) {
      if (!known.view || stream !== known.stream) return "sync";
      if (m <= known.m) return "same";
      if (m !== known.m + 1) return "sync";
      known.m = m;
      known.me = merged(known.me, changes);
      return "changed";
    },

    takePresence(presence) {
      known.presence = presence;
      return "changed";
    },

    takeHeartbeat({ stream, history, n, m }) {
      noticeHistory(history);
      const behind = stream !== known.stream || n > known.n || (Number.isInteger(m) && m > known.m);
      return behind ? "sync" : "same";
    },
  };
}

function isMap(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/**
 * The view after a JSON Merge Patch (RFC 7396), as dialogue/views.py makes it: null removes, a map merges, anything else
 * replaces. What did not change stays the same object, so that a screen can tell by identity.
 */
export function merged(view, patch) {
  const result = Object.assign({}, isMap(view) ? view : {});
  for (const key of Object.keys(patch)) {
    const value = patch[key];
    if (value === null) delete result[key];
    else if (isMap(value)) result[key] = merged(result[key], value);
    else result[key] = value;
  }
  return result;
}

/** The server's time on this device: phones' clocks are wrong by minutes, timers must not be. */
export function makeClock(local = () => Date.now()) {
  let ahead = 0;
  return {
    /** `serverNow`: UTC milliseconds as the server just told them. */
    set(serverNow) {
      if (Number.isFinite(serverNow)) ahead = serverNow - local();
    },
    now() {
      return local() + ahead;
    },
  };
}
