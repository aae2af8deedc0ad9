/** Pages of a list. They turn by hand only: a list that moves by itself takes the line from whoever is reading it. */
const MOST = 7; // items in sight at once

export function makePages(changed) {
  let page = 0;
  let last = 0;

  function turn(to) {
    const next = Math.max(0, Math.min(last, to));
    if (next === page) return false;
    page = next;
    changed();
    return true;
  }

  return {
    /** The items of the page in sight: {items, page, last}, both counted from 0. */
    of(all) {
      last = Math.max(0, Math.ceil(all.length / MOST) - 1);
      page = Math.min(page, last);
      return { items: all.slice(page * MOST, (page + 1) * MOST), page, last };
    },
    /** A screen without a list has nothing to turn. */
    none() {
      last = 0;
    },
    next: () => turn(page + 1),
    back: () => turn(page - 1),
    reset() {
      page = 0;
      last = 0;
    },
  };
}
