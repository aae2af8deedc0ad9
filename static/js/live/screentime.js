/**
 * For how long this device was used: the time in which a task was open and the page was seen, and somebody was at it.
 * A page that lies open on a table isn't used; nobody touched it for a minute. The sum stays on this device, by seat,
 * until it is told once for the group's median (method.md section 0).
 */
import { tryStorage } from "./mailbox.js";

const AT_IT = 60000; // milliseconds after the last touch, key, or new task
const TOUCHES = ["pointerdown", "keydown", "scroll"];

/** place: dialogue and seat. */
export function makeScreenTime(place, { page = document, clock = () => Date.now() } = {}) {
  const name = `dialogue-screen-time/${place}`;
  let sum = Number(tryStorage(() => localStorage.getItem(name))) || 0; // milliseconds
  let task = null; // the key of what is open
  let since = null; // it counts from here on, if it counts
  let touched = 0;

  /** Adds what has passed, and begins anew. */
  function settle() {
    const now = clock();
    if (since !== null) {
      const passed = Math.min(now, touched + AT_IT) - since;
      if (passed > 0) {
        sum += passed;
        tryStorage(() => localStorage.setItem(name, String(Math.round(sum))));
      }
    }
    since = task !== null && !page.hidden ? now : null;
  }

  function touch() {
    settle();
    touched = clock();
  }

  page.addEventListener("visibilitychange", touch);
  for (const kind of TOUCHES) page.addEventListener(kind, touch, { capture: true, passive: true });

  return {
    /** What is shown now: the key of an open task, or null. */
    look(open) {
      if (open === task) return;
      settle();
      task = open;
      touched = clock();
      since = null;
      settle();
    },

    /** So far, in whole seconds. */
    seconds() {
      settle();
      return Math.round(sum / 1000);
    },

    /** Nothing of it stays here. */
    forget() {
      sum = 0;
      task = null;
      since = null;
      tryStorage(() => localStorage.removeItem(name));
      page.removeEventListener("visibilitychange", touch);
      for (const kind of TOUCHES) page.removeEventListener(kind, touch, { capture: true });
    },
  };
}
