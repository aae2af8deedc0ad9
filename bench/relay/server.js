// A raw Socket.IO relay, to compare with: it passes texts on and does nothing else. No checks, no decisions, no disk.
//
// A screen names its room when it connects; `say {text}` is acked and goes to every screen of the room as `said`: one
// message per text, or, with COALESCE_MS set, all texts of that many milliseconds in one message. PORT 0: any free one.
import { createServer } from "node:http";
import { Server } from "socket.io";

const COALESCE_MS = Number(process.env.COALESCE_MS ?? 0);

const http = createServer((request, response) => response.end("relay\n"));
const io = new Server(http, { transports: ["websocket"], serveClient: false, perMessageDeflate: false });
const waiting = new Map(); // room -> texts

io.on("connection", (socket) => {
  const room = String(socket.handshake.auth.room);
  socket.join(room);
  socket.on("say", (said, ack) => {
    if (typeof ack !== "function") return;
    pass(room, said);
    ack({ ok: true });
  });
});

function pass(room, said) {
  if (!COALESCE_MS) {
    io.to(room).emit("said", said);
    return;
  }
  if (!waiting.has(room)) {
    waiting.set(room, []);
    setTimeout(() => {
      io.to(room).emit("said", waiting.get(room));
      waiting.delete(room);
    }, COALESCE_MS);
  }
  waiting.get(room).push(said);
}

http.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () => {
  console.log(JSON.stringify({ url: `http://127.0.0.1:${http.address().port}` }));
});
process.on("SIGTERM", () => process.exit(0));
