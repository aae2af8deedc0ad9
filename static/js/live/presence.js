/** What a screen lets others see of its person: writing, away. Never stored, told only when it changes. */

const QUIET_AFTER = 6000; // milliseconds without a key: no longer writing
const TELL_AGAIN = 10000;

/** tell({writing} | {away}). */
export function makePresence(tell, page = document) {
  let writing = false;
  let told = 0;
  let quiet = null;

  function write(now) {
    clearTimeout(quiet);
    if (now) quiet = setTimeout(() => write(false), QUIET_AFTER);
    if (now === writing && (!now || Date.now() - told < TELL_AGAIN)) return;
    writing = now;
    told = Date.now();
    tell({ writing });
  }

  function look() {
    tell({ away: page.hidden });
  }

  page.addEventListener("visibilitychange", look);
  return {
    write,
    /** After a new connection the server knows nothing of it. */
    tellAgain() {
      if (page.hidden) tell({ away: true });
      if (writing) tell({ writing: true });
    },
    stop() {
      clearTimeout(quiet);
      page.removeEventListener("visibilitychange", look);
    },
  };
}
