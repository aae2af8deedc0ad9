/**
 * What screen readers are told, through the page's two standing live regions. Own actions at once; what others do in
 * batches, so that a room of twelve does not talk over itself.
 */
const BATCH = 10000; // milliseconds between two batches
const CLEAR_AFTER = 3000; // so that the same sentence can be spoken again

let muted = false;
let last = 0;
let timer = null;
const waiting = new Map();

/** Of one's own action: spoken now. */
export function announce(sentence) {
  say("live-status", sentence);
}

/** What must not be missed. */
export function alarm(sentence) {
  say("live-alert", sentence);
}

/** Of others' doing: counted under `topic`, and worded when it is spoken. word(n): the sentence. */
export function announceSoon(topic, word, n = 1) {
  const known = waiting.get(topic);
  waiting.set(topic, { word, n: n + (known ? known.n : 0) });
  if (timer) return;
  timer = setTimeout(speakBatch, Math.max(0, last + BATCH - Date.now()));
}

/** Others' doings are no longer told, or again. */
export function mute(on) {
  muted = on;
}

function speakBatch() {
  timer = null;
  last = Date.now();
  const sentences = Array.from(waiting.values(), ({ word, n }) => word(n));
  waiting.clear();
  if (!muted) say("live-status", sentences.join(" "));
}

function say(region, sentence) {
  const place = document.getElementById(region);
  if (!place) return;
  const line = document.createElement("p");
  line.textContent = sentence;
  place.appendChild(line);
  setTimeout(() => line.remove(), CLEAR_AFTER);
}
