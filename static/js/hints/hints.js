/**
 * What makes a told experience general, made up, or traceable to someone: found while it is written, on this device
 * only. Hints, never gates: a text with hints goes as well as one without. Nothing here sends or keeps anything.
 *
 *   await prepare("nb");  hintsFor("I celle 12 …", "nb")  ->  [{key: "cell_number", at: 2, length: 8}]
 *
 * at, length: in UTF-16 units of the text. What each language looks for stands in words/<language>.js.
 */
export const LANGUAGES = ["de", "en", "et", "fi", "fr", "nb", "nl", "sq", "sr", "uk"];

/** The most important first: what could tell who it was, then what keeps it from being one occasion. */
const KEYS = ["name_like", "cell_number", "date_like", "general", "hypothetical"];
const SAME = { no: "nb", nn: "nb", bs: "sr", hr: "sr" };

const finders = new Map(); // language -> what finds its hints; null while it is not there, and where it can't be had

function codeOf(language) {
  const [code] = String(language || "").toLowerCase().split("-");
  return SAME[code] || code;
}

/** Brings what a language looks for; then(), once it is there. A language without hints, or no network, is no error. */
export async function prepare(language, then = () => {}) {
  const code = codeOf(language);
  if (finders.has(code) || !LANGUAGES.includes(code)) return;
  finders.set(code, null);
  try {
    const [{ finderFor }, { words }] = await Promise.all([import("./finder.js"), import(`./words/${code}.js`)]);
    finders.set(code, finderFor(words));
  } catch (problem) {
    return; // Asked for and not there, or an engine without Unicode patterns: nobody misses a hint.
  }
  then();
}

/** Hints for a text, most important first; none before prepare() has brought the language. */
export function hintsFor(text, language) {
  const find = finders.get(codeOf(language));
  if (!find) return [];
  const found = find(text);
  return found.sort((one, other) => KEYS.indexOf(one.key) - KEYS.indexOf(other.key) || one.at - other.at);
}
