// When which seat says something: made beforehand and from a seed, so that every server is given the same.
import { seeded } from "./samples.js";

const LETTERS = "abcdefghijklmnopqrstuvwxyz     ";

// [{due (ms from the start), room, seat, number, counts}], in order. `counts` is false while warming up.
export function plan({ rooms, screens, rate, seconds, warmUp, once }, seed = 7) {
  const random = seeded(seed);
  const due = once ? everyoneOnce(random, rooms, screens, seconds) : atRandom(random, rooms, rate, seconds + warmUp);
  return due.map((one, number) => ({ seat: null, ...one, number, counts: one.due >= warmUp * 1000 }));
}

// People don't take turns: gaps are exponential, so that some fall together.
function atRandom(random, rooms, rate, seconds) {
  const planned = [];
  for (let due = gap(random, rate); due < seconds * 1000; due += gap(random, rate)) {
    planned.push({ due, room: Math.floor(random() * rooms) });
  }
  return planned;
}

const gap = (random, rate) => (-Math.log(1 - random()) / rate) * 1000;

function everyoneOnce(random, rooms, screens, seconds) {
  const planned = [];
  for (let room = 0; room < rooms; room++) {
    for (let seat = 0; seat < screens; seat++) planned.push({ due: random() * seconds * 1000, room, seat });
  }
  return planned.sort((one, other) => one.due - other.due);
}

// A text of `length` characters that carries its number.
export function textOf(number, length) {
  const random = seeded(number + 1);
  let text = `{${String(number).padStart(6, "0")}} `;
  while (text.length < length - 1) text += LETTERS[Math.floor(random() * LETTERS.length)];
  return `${text}.`;
}
