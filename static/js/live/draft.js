/** Texts that are typed but not sent: they survive a reload, and never leave this device. */
import { tryStorage } from "./mailbox.js";

/** Drafts of one place (dialogue and seat); a draft's name says what it was meant for. */
export function makeDrafts(place) {
  const memory = new Map();
  const key = (name) => `dialogue-draft/${place}/${name}`;

  return {
    get(name) {
      if (memory.has(name)) return memory.get(name);
      return tryStorage(() => sessionStorage.getItem(key(name))) || "";
    },

    set(name, text) {
      memory.set(name, text);
      tryStorage(() => (text ? sessionStorage.setItem(key(name), text) : sessionStorage.removeItem(key(name))));
    },

    wipe() {
      memory.clear();
      tryStorage(() => {
        for (const name of Object.keys(sessionStorage)) {
          if (name.startsWith(`dialogue-draft/${place}/`)) sessionStorage.removeItem(name);
        }
      });
    },
  };
}
