/**
 * Records that survive a reload: IndexedDB, or memory where the browser has none (private windows).
 *
 * A record is `{key, place, …}`; `place` is one seat of one dialogue, so that nobody sends what another person wrote
 * on a shared computer.
 */
import { isShared } from "./shared.js";

const BASE = "dialogue";
const TABLE = "kept";
const VERSION = 1;
const FORGOTTEN_AFTER = 14 * 24 * 3600 * 1000; // milliseconds; a sitting that was never closed

export async function openKeep(place) {
  const memory = new Map();
  const base = isShared() ? null : await open().catch(() => null);
  let durable = base !== null;

  /** One try; whatever the browser refuses stays in memory, and the screen is told by `durable`. */
  async function tried(work, otherwise) {
    if (!base) return otherwise;
    try {
      return await work();
    } catch (problem) {
      durable = false;
      return otherwise;
    }
  }

  const keep = {
    get durable() {
      return durable;
    },

    async all() {
      const stored = await tried(() => readPlace(base, place), []);
      const old = Date.now() - FORGOTTEN_AFTER;
      for (const record of stored) {
        if (record.at < old) keep.remove(record.id);
        else memory.set(record.id, record);
      }
      return Array.from(memory.values());
    },

    put(record) {
      memory.set(record.id, record);
      const row = Object.assign({}, record, { place, key: `${place}/${record.id}` });
      return tried(() => write(base, (table) => table.put(row)));
    },

    remove(id) {
      memory.delete(id);
      return tried(() => write(base, (table) => table.delete(`${place}/${id}`)));
    },

    async wipe() {
      const ids = (await keep.all()).map((record) => record.id);
      await Promise.all(ids.map((id) => keep.remove(id)));
    },
  };
  return keep;
}

function open() {
  return new Promise((resolve, reject) => {
    const request = window.indexedDB.open(BASE, VERSION);
    request.onupgradeneeded = () => {
      const table = request.result.createObjectStore(TABLE, { keyPath: "key" });
      table.createIndex("place", "place");
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });
}

function readPlace(base, place) {
  return new Promise((resolve, reject) => {
    const request = base.transaction(TABLE).objectStore(TABLE).index("place").getAll(place);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function write(base, change) {
  return new Promise((resolve, reject) => {
    const transaction = base.transaction(TABLE, "readwrite");
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
    change(transaction.objectStore(TABLE));
  });
}
