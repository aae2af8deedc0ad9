/**
 * The line to the server: Socket.IO, kept up for as long as the page is open, and HTTP beside it where sockets are
 * blocked. Knows nothing of what travels on it.
 */
import { io } from "../../vendor/socket.io-client-4.8.4/socket.io.esm.min.js";

const PROTOCOL = 1;
const ANSWER_WITHIN = 8000; // milliseconds, for an ack and for a snapshot
const SILENT_AFTER = 25000; // the server's heart beats every 10 s
const LOOK_EVERY = 5000;
const SOCKET_TRIES = 2; // of one command, before it goes by HTTP

/**
 * heard: {snapshot, update, mine, presence, heartbeat, reload}, each called with what came.
 * status(up): the line came up or went down.
 */
export function openLine({ dialogue, surface, csrf, heard, status }) {
  const socket = io(location.origin, {
    path: `/d/${dialogue}/live/`,
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    auth: { protocol: PROTOCOL, surface, csrf },
    reconnectionDelay: 500,
    reconnectionDelayMax: 5000,
    timeout: ANSWER_WITHIN,
  });
  let lastHeard = Date.now();
  let asked = null; // the timer of a sync under way
  let again = null;
  let closed = false;

  function stopAsking() {
    clearTimeout(asked);
    asked = null;
  }

  function restart() {
    stopAsking();
    lastHeard = Date.now();
    socket.disconnect();
    clearTimeout(again);
    if (!closed) socket.connect();
  }

  /** Socket.IO does not come back by itself when the server said no or hung up. */
  function comeBack() {
    clearTimeout(again);
    if (closed || socket.active) return;
    again = setTimeout(() => socket.active || socket.connect(), 1000 + 4000 * Math.random());
  }

  socket.on("connect", () => {
    lastHeard = Date.now();
    status(true);
  });
  socket.on("disconnect", () => {
    stopAsking();
    status(false);
    comeBack();
  });
  socket.on("connect_error", (error) => {
    status(false);
    if (["protocol", "not_joined", "covered"].includes(error.message)) heard.reload({ reason: error.message });
    else comeBack();
  });
  for (const event of Object.keys(heard)) {
    socket.on(event, (what) => {
      lastHeard = Date.now();
      if (event === "snapshot") stopAsking();
      heard[event](what);
    });
  }

  const watch = setInterval(() => {
    if (!closed && socket.connected && Date.now() - lastHeard > SILENT_AFTER) restart();
  }, LOOK_EVERY);

  async function overHttp(place, options) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), ANSWER_WITHIN);
    try {
      const headers = {
        Accept: "application/json",
        "Content-Type": "application/json",
        "X-CSRF-Token": csrf,
        "X-Surface": surface,
      };
      const url = `/d/${dialogue}/api/v1/${place}`;
      const how = { headers, credentials: "same-origin", signal: stop.signal };
      const response = await fetch(url, Object.assign(how, options));
      return await response.json();
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    get up() {
      return socket.connected;
    },

    /** The server's ack of a command; throws when none came. */
    async deliver(command, failures) {
      if (closed) throw new Error("closed");
      if (failures >= SOCKET_TRIES) {
        return checkedAck(await overHttp("commands", { method: "POST", body: JSON.stringify(command) }));
      }
      if (!socket.connected) throw new Error("offline");
      return checkedAck(await socket.timeout(ANSWER_WITHIN).emitWithAck("command", command));
    },

    /** Ask for everything anew; the answer is a snapshot. One question at a time. */
    sync() {
      if (asked || !socket.connected) return;
      asked = setTimeout(restart, ANSWER_WITHIN);
      socket.emit("sync", {});
    },

    /** The snapshot by HTTP, for a screen whose sockets are blocked; null when that fails, too. */
    async snapshot() {
      try {
        const answer = await overHttp("snapshot", { method: "GET" });
        return answer && answer.view ? answer : null;
      } catch (problem) {
        return null;
      }
    },

    /** Nothing goes out or comes in for a while, and nobody tries; or it does again. */
    hold(on) {
      closed = on;
      if (on) socket.disconnect();
      else restart();
    },

    signal(what) {
      if (socket.connected) socket.volatile.emit("signal", what);
    },

    retry() {
      if (!socket.connected) restart();
    },

    /** A device that slept has missed heartbeats; ask at once instead of waiting for the next one. */
    awoke() {
      if (!socket.connected) restart();
      else this.sync();
    },

    close() {
      closed = true;
      clearInterval(watch);
      clearTimeout(again);
      stopAsking();
      socket.disconnect();
    },
  };
}

function checkedAck(answer) {
  if (!answer || (answer.ok !== true && !answer.error)) throw new Error("no ack");
  return answer;
}
