// The load client: opens the screens of a scenario, says what is planned, and tells how long acks and screens took.
//
// Reads one JSON file (its path is the argument): {scenario, screens: [[at, …] per room], say}. Tells one JSON line.
// With `idle` it only opens the screens, says {"open": n}, and holds them until its input ends.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setImmediate as giveWay, setTimeout as sleep } from "node:timers/promises";

import { plan, textOf } from "./plan.js";
import { round, Samples } from "./samples.js";
import { Screen } from "./screen.js";

const AT_ONCE = 25; // screens that connect at the same time
const PATIENCE_MS = 17_000; // for the last screen after the last contribution

const given = JSON.parse(readFileSync(process.argv[2], "utf8"));
const acks = new Samples();
const shown = new Samples();
const refusals = {};
const said = []; // number -> {at, counts}
let due = 0; // showings that are owed
let delivered = 0;

const rooms = given.screens.map((seats) => seats.map((at) => new Screen(at, seen)));
const everyone = rooms.flat();
const began = performance.now();
for (let first = 0; first < everyone.length; first += AT_ONCE) {
  await Promise.all(everyone.slice(first, first + AT_ONCE).map((screen) => screen.open()));
}
const connectedMs = performance.now() - began;
if (given.idle) await hold();
else await load();
process.exit(0);

async function hold() {
  console.log(JSON.stringify({ open: everyone.length, connectedMs: round(connectedMs) }));
  await new Promise((resolve) => process.stdin.on("end", resolve).resume());
}

async function load() {
  await sleep(1500); // presence settles
  const planned = plan(given.scenario);
  for (const screen of everyone) screen.frames = screen.bytes = 0; // snapshots are not the contributions'
  const lag = monitorEventLoopDelay({ resolution: 5 });
  lag.enable();
  const from = Date.now() + given.scenario.warmUp * 1000;
  await say(planned);
  const lastAt = performance.now();
  while (delivered < due && performance.now() - lastAt < PATIENCE_MS) await sleep(20);
  lag.disable();
  const told = {
    ack: acks.told(),
    screen: shown.told(),
    delivered: due ? round(delivered / due) : null,
    waitedMs: round(performance.now() - lastAt),
    said: said.filter((one) => one?.counts).length,
    refusals,
    lost: everyone.filter((screen) => screen.closed !== null).length,
    connectedMs: round(connectedMs),
    framesPerContribution: perContribution((one) => one.frames),
    kbPerContribution: perContribution((one) => one.bytes / 1024),
    clientLagP99: round(lag.percentile(99) / 1e6 - 5),
    window: [from, Date.now()],
  };
  console.log(JSON.stringify(told));
}

async function say(planned) {
  const start = performance.now();
  for (const one of planned) {
    const early = one.due - (performance.now() - start);
    await (early > 1 ? sleep(early) : giveWay()); // a client that is late must still read
    const screen = speaker(one);
    if (screen) speak(screen, one);
    else refusals.everyone_busy = (refusals.everyone_busy ?? 0) + 1;
  }
}

// Whoever is planned, or someone of the room who isn't waiting for an ack.
function speaker({ room, seat, number }) {
  const seats = rooms[room];
  if (seat !== null) return seats[seat].busy ? null : seats[seat];
  for (let tried = 0; tried < seats.length; tried++) {
    const screen = seats[(number * 7 + tried) % seats.length];
    if (!screen.busy && screen.closed === null) return screen;
  }
  return null;
}

async function speak(screen, { room, number, counts }) {
  const text = textOf(number, given.scenario.characters);
  const data = { ...screen.at.data, text };
  const envelope = given.envelope ? { id: randomBytes(16).toString("hex"), type: given.envelope, data } : data;
  const at = performance.now();
  said[number] = { at, counts };
  if (counts) due += rooms[room].length;
  const ack = await screen.send(envelope);
  if (counts) acks.add(ack.at - at);
  if (ack.answer?.ok) return;
  if (counts) due -= rooms[room].length;
  const code = ack.answer?.error?.code ?? "unknown";
  refusals[code] = (refusals[code] ?? 0) + 1;
}

// Over all screens and everything that is said, warming up included.
function perContribution(of) {
  return round(everyone.reduce((sum, screen) => sum + of(screen), 0) / Math.max(1, said.length));
}

function seen(number, now) {
  const one = said[number];
  if (!one?.counts) return;
  delivered += 1;
  shown.add(now - one.at);
}
