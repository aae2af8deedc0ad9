/**
 * A computer that people use one after another. Before somebody goes, what they wrote is on its way or they are asked;
 * when nobody touches it the page covers itself, and the room behind it is out of the page until the return code comes.
 * The room says by <body data-unsent> how many things wait, and holds still on the event "cover"; its event "covered" says
 * that the server has covered the place already. A page without a room tells the server that somebody is there.
 */
const COVERED_AFTER = 2 * 60 * 1000; // milliseconds without a touch
const GONE_AFTER = 10 * 60 * 1000; // more, covered
const TOLD_EVERY = 30 * 1000; // while somebody touches it
const SENT_WITHIN = 8000; // then one may go all the same
const TOUCHES = ["pointerdown", "keydown", "input", "wheel", "touchstart"];

const { dialogue, csrf } = document.body.dataset;
const room = document.getElementById("room");
const bar = document.getElementById("next");
const asks = bar.querySelector(".shared-asks");
const stay = bar.querySelector("[data-stay]");
const go = bar.querySelector("[data-go]");
const done = go.textContent;
let touched = Date.now();
let cover = null;
let held = false; // the room holds still
let going = null; // the timer of somebody who waits to go

const unsent = () => Number(document.body.dataset.unsent || 0);
const typed = () => Array.from(room.querySelectorAll("textarea, input")).some((field) => !field.closest("[hidden]") && isWords(field) && field.value.trim());
const isWords = (field) => field.tagName === "TEXTAREA" || field.type === "text";

function ask(text, { anyway }) {
  asks.textContent = text;
  asks.hidden = false;
  stay.hidden = false;
  go.hidden = !anyway;
  go.textContent = go.dataset.go;
}

function calm() {
  clearTimeout(going);
  going = null;
  asks.hidden = true;
  stay.hidden = true;
  go.hidden = false;
  go.textContent = done;
}

/** What was sent goes first; what was only typed is asked about. */
function leave(event) {
  if (going === "asked" || (!unsent() && !typed())) return;
  event.preventDefault();
  if (!unsent()) {
    ask(asks.dataset.typed, { anyway: true });
    going = "asked";
    return;
  }
  ask(asks.dataset.unsent, { anyway: false });
  const since = Date.now();
  const look = () => {
    if (!unsent()) {
      calm();
      bar.requestSubmit ? bar.requestSubmit() : bar.submit();
    } else if (Date.now() - since > SENT_WITHIN) {
      ask(asks.dataset.unsent, { anyway: true });
      going = "asked";
    } else going = setTimeout(look, 250);
  };
  look();
}

function post(place, form) {
  return fetch(`/d/${dialogue}/${place}`, {
    method: "POST",
    body: form,
    headers: { Accept: "application/json", "X-CSRFToken": csrf },
    credentials: "same-origin",
  }).then((answer) => answer.json());
}

/**
 * The room goes on behind the cover until all that was sent has arrived; only then the seat is closed. Without an answer
 * it is asked for again: a reload must not show the room either.
 */
function closeSeat() {
  const again = () => setTimeout(closeSeat, 3000);
  if (!cover || held) return;
  if (unsent()) {
    again();
    return;
  }
  hold(true);
  post("cover", new FormData()).catch(() => {
    held = false;
    again();
  });
}

function hold(on) {
  held = on;
  document.dispatchEvent(new CustomEvent("cover", { detail: on }));
}

/** The line was gone for too long. What is on its way waits behind the cover, with what was only typed. */
function covered() {
  if (!cover) hide();
  hold(true);
}

/** The record has no line. Covered or taken away meanwhile, it is not read on. */
function tell() {
  if (cover || Date.now() - touched > TOLD_EVERY) return;
  fetch(`/d/${dialogue}/waiting/now`, { headers: { Accept: "application/json" }, credentials: "same-origin" })
    .then((answer) => answer.json())
    .then(({ now }) => now === "in" || window.location.reload())
    .catch(() => {});
}

function hide() {
  calm();
  cover = document.createElement("div");
  cover.append(document.getElementById("cover").content.cloneNode(true));
  cover.querySelector("[data-uncover]").addEventListener("submit", uncover);
  room.replaceWith(cover);
  bar.remove(); // it says who sat here
  closeSeat();
  cover.querySelector("[data-heading]").focus();
  touched = Date.now();
}

function uncover(event) {
  event.preventDefault();
  const form = event.target;
  const said = form.querySelector("[data-said]");
  post("uncover", new FormData(form))
    .then(({ ok }) => {
      if (ok) show();
      said.textContent = ok ? "" : form.dataset.wrong;
      said.hidden = ok;
    })
    .catch(() => {
      said.hidden = false;
      said.textContent = form.dataset.lost;
    });
}

function show() {
  cover.replaceWith(bar, room);
  cover = null;
  touched = Date.now();
  hold(false);
}

function look() {
  const idle = Date.now() - touched;
  if (!cover && idle > COVERED_AFTER) hide();
  else if (cover && idle > GONE_AFTER && !unsent()) {
    clearInterval(looking); // once: the second sending would find its token spent
    cover.querySelector("[data-next]").submit();
  }
}

for (const kind of TOUCHES) {
  document.addEventListener(kind, () => (touched = Date.now()), { capture: true, passive: true });
}
bar.addEventListener("submit", leave);
document.addEventListener("covered", covered);
if (!document.body.dataset.surface) setInterval(tell, TOLD_EVERY);
// Gone back to by the browser's own memory: what was shown last may be somebody else's, and is not to be seen meanwhile.
window.addEventListener("pagehide", () => (document.body.hidden = true));
window.addEventListener("pageshow", (event) => event.persisted && window.location.reload());
stay.addEventListener("click", calm);
const looking = setInterval(look, 1000);
