/** Hits of a search, marked inside people's words. The text itself stays as it is. */

/** The same letter in capital and small, composed and not; no longer or shorter than the text where it can be. */
const plain = (text) => text.toLocaleLowerCase();

/** Marks every place of `words` below `root` and says how many there are. */
export function mark(root, words) {
  const wanted = plain(words.normalize("NFC"));
  let hits = 0;
  for (const holder of root.querySelectorAll("[data-text]")) hits += markIn(holder, wanted);
  return hits;
}

function markIn(holder, wanted) {
  const text = holder.textContent.normalize("NFC");
  const lower = plain(text);
  // A few letters change their length with their case: then the words are found, but not marked inside.
  const same = lower.length === text.length;
  const parts = document.createDocumentFragment();
  let hits = 0;
  let from = 0;
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) {
    hits += 1;
    if (!same) continue;
    parts.append(text.slice(from, at), marked(text.slice(at, at + wanted.length)));
    from = at + wanted.length;
  }
  if (hits && same) {
    parts.append(text.slice(from));
    holder.textContent = "";
    holder.append(parts);
  }
  return hits;
}

function marked(text) {
  const node = document.createElement("mark");
  node.textContent = text;
  return node;
}

export function unmark(root) {
  for (const holder of root.querySelectorAll("[data-text]")) {
    if (holder.querySelector("mark")) holder.textContent = holder.textContent;
  }
}
