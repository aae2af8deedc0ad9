/** What the person at the projector can do: dark room, blank screen, full screen, print; and whether keys are on. */
const KEYS_OFF = "dialogue-flipchart-keys-off";

function remembered(work) {
  try {
    return work(window.localStorage);
  } catch (blocked) {
    return null; // a locked-down browser keeps no settings
  }
}

export function makeTools(room, changed) {
  const page = document.documentElement;
  let blank = false;
  let keysOff = remembered((storage) => storage.getItem(KEYS_OFF)) === "yes";

  return {
    get dark() {
      return page.dataset.theme === "dark";
    },
    get blank() {
      return blank;
    },
    get keysOff() {
      return keysOff;
    },
    get full() {
      return Boolean(document.fullscreenElement);
    },
    canFill: Boolean(page.requestFullscreen),
    turnDark() {
      page.dataset.theme = page.dataset.theme === "dark" ? "light" : "dark";
      changed();
    },
    turnBlank() {
      blank = !blank;
      changed();
    },
    turnKeys() {
      keysOff = !keysOff;
      remembered((storage) => storage.setItem(KEYS_OFF, keysOff ? "yes" : ""));
      changed();
    },
    fill() {
      if (!page.requestFullscreen) return;
      const done = document.fullscreenElement ? document.exitFullscreen() : page.requestFullscreen();
      if (done && done.catch) done.catch(() => {}); // refused by the browser: nothing to say, nothing changed
    },
    print: () => window.print(),
    help() {
      const sheet = room.querySelector("dialog");
      if (sheet && sheet.showModal && !sheet.open) sheet.showModal();
    },
  };
}
