/** How two wordings differ, word by word. Pure: two texts go in, runs of words come out. */

const wordsOf = (text) => text.split(/\s+/).filter(Boolean);
const same = (one, other) => one.normalize("NFC") === other.normalize("NFC");

// Lengths of the longest common subsequences of what is left of both, from each pair of places on.
function shared(before, after) {
  const table = Array.from({ length: before.length + 1 }, () => new Array(after.length + 1).fill(0));
  for (let a = before.length - 1; a >= 0; a -= 1) {
    for (let b = after.length - 1; b >= 0; b -= 1) {
      table[a][b] = same(before[a], after[b]) ? table[a + 1][b + 1] + 1 : Math.max(table[a + 1][b], table[a][b + 1]);
    }
  }
  return table;
}

function add(runs, word, changed) {
  const last = runs[runs.length - 1];
  if (last && last.changed === changed) last.words += ` ${word}`;
  else runs.push({ words: word, changed });
}

/**
 * {before, after}: each a list of runs {words, changed}, in reading order. What both have in common, in the same
 * order, is not changed. Joined by spaces the runs give the text again, its blanks made single.
 */
export function differences(before, after) {
  const old = wordsOf(before);
  const fresh = wordsOf(after);
  const table = shared(old, fresh);
  const found = { before: [], after: [] };
  let a = 0;
  let b = 0;
  while (a < old.length || b < fresh.length) {
    if (a < old.length && b < fresh.length && same(old[a], fresh[b])) {
      add(found.before, old[a], false);
      add(found.after, fresh[b], false);
      a += 1;
      b += 1;
    } else if (b >= fresh.length || (a < old.length && table[a + 1][b] >= table[a][b + 1])) {
      add(found.before, old[a], true);
      a += 1;
    } else {
      add(found.after, fresh[b], true);
      b += 1;
    }
  }
  return found;
}
