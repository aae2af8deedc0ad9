// One screen on a raw websocket: just enough of Socket.IO 5 to connect, send with an ack, and look into what comes.
//
// The same code talks to Dialogue and to the relay. It parses as little as it can, so that what is measured is the
// server: a contribution is recognised in a frame by its mark, `{000123}`.
import WebSocket from "ws";

const MARK = /\{(\d{6})\}/g;
const CLOSE_TO_SERVER_ONLY = { perMessageDeflate: false, skipUTF8Validation: true };

export class Screen {
  // `at`: {url, path, headers, auth, event, shows}; `shows` are the events whose frames are looked into.
  constructor(at, onSeen) {
    this.at = at;
    this.busy = false; // one command in flight, as on every screen
    this.seen = new Set();
    this.frames = 0;
    this.bytes = 0;
    this.closed = null;
    this.onSeen = onSeen;
    this.beginnings = at.shows.map((name) => `42["${name}"`);
    this.acks = new Map();
    this.lastAck = 0;
  }

  // Resolves when the screen is connected and, if the server sends one, has its snapshot.
  open(timeoutMs = 60_000) {
    const address = `${this.at.url.replace(/^http/, "ws")}${this.at.path}?EIO=4&transport=websocket`;
    this.socket = new WebSocket(address, { headers: this.at.headers, origin: this.at.url, ...CLOSE_TO_SERVER_ONLY });
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error("a screen could not connect in time")), timeoutMs);
      this.ready = () => (clearTimeout(late), resolve(this));
      this.refused = (why) => (clearTimeout(late), reject(new Error(`a screen was not let in: ${why}`)));
      this.socket.on("message", (data) => this.read(data));
      this.socket.on("error", (error) => this.refused(error.message));
      this.socket.on("close", (code) => {
        this.closed = code;
        this.refused(`closed ${code}`);
      });
    });
  }

  send(data) {
    this.busy = true;
    const number = ++this.lastAck;
    return new Promise((resolve) => {
      this.acks.set(number, resolve);
      this.socket.send(`42${number}${JSON.stringify([this.at.event, data])}`);
    });
  }

  read(data) {
    const now = performance.now();
    this.frames += 1;
    this.bytes += data.length;
    const text = data.toString();
    if (text.startsWith("42")) return this.readEvent(text, now);
    if (text.startsWith("43")) return this.readAck(text, now);
    if (text === "2") return this.socket.send("3");
    if (text.startsWith("0")) return this.socket.send(`40${JSON.stringify(this.at.auth)}`);
    if (text.startsWith("44")) return this.refused(text.slice(2));
    if (text.startsWith("40") && !this.at.shows.includes("snapshot")) this.ready();
  }

  readEvent(text, now) {
    if (!this.beginnings.some((beginning) => text.startsWith(beginning))) return;
    for (const [, digits] of text.matchAll(MARK)) {
      const number = Number(digits);
      if (this.seen.has(number)) continue;
      this.seen.add(number);
      this.onSeen(number, now);
    }
    if (text.startsWith('42["snapshot"')) this.ready();
  }

  readAck(text, now) {
    const bracket = text.indexOf("[");
    const number = Number(text.slice(2, bracket));
    this.busy = false;
    this.acks.get(number)?.({ at: now, answer: JSON.parse(text.slice(bracket))[0] });
    this.acks.delete(number);
  }

  close() {
    this.socket.terminate();
  }
}
