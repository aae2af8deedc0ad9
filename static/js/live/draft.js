/** Texts that are typed but not sent: they survive a reload, and never leave this device. */

/** Drafts of one place (dialogue and seat); a draft's name says what it was meant for. */
export function makeDrafts(place) {
  const memory = new Map();
  const key = (name) => `dialogue-draft/${place}/${name}`;

  return {
    get(name) {
      if (memory.has(name)) return memory.get(name);
      try {
        return sessionStorage.getItem(key(name)) || "";
      } catch (blocked) {
        return "";
      }
    },

    set(name, text) {
      memory.set(name, text);
      try {
        if (text) sessionStorage.setItem(key(name), text);
        else sessionStorage.removeItem(key(name));
      } catch (blocked) {
        // Then it lives as long as the page.
      }
    },

    wipe() {
      memory.clear();
      try {
        for (const name of Object.keys(sessionStorage)) {
          if (name.startsWith(`dialogue-draft/${place}/`)) sessionStorage.removeItem(name);
        }
      } catch (blocked) {
        // Nothing was written either.
      }
    },
  };
}
