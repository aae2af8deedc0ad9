/**
 * Turns one language's words into a function that finds hints in a text. In the phrases of words/:
 *
 *   _  any one word     stem*  the word with any ending     #  an hour     (a|b)  either     a space: any room between
 *
 * No lookbehind: engines of 2018 don't know it.
 */
const LETTER = "\\p{L}\\p{M}\\p{N}";
const HOUR = "(?:[01]?\\d|2[0-4])(?:[.:][0-5]\\d)?";
const DATES = [
  "\\d{1,2}[./] ?\\d{1,2}[./] ?(?:\\d{4}|\\d{2})",
  "\\d{1,2}\\. ?\\d{1,2}\\.",
  "\\d{4}-\\d{2}-\\d{2}",
  "\\d{1,2}-\\d{1,2}-\\d{4}",
  "(?:[01]?\\d|2[0-3]):[0-5]\\d",
];
const CELL = "(?:(?:no|nr|nro|br|бр|n°|№|#|number|nummer|numéro|numri|broj|број)\\.?\\s*)?\\p{L}{0,2}[-/]?\\d+(?:[-/.]\\d+)*\\p{L}?";
const WORD = /[\p{L}\p{M}][\p{L}\p{M}\p{N}-]*/gu; // of d'Arben and Arben's, the name alone
const SENTENCE_BEGINS = /(^|[.!?…:;"“”„«»‘(\n–—]|\s['’])\s*['’]?$/u;

/** find(text) -> [{key, at, length}], in no order. words: as words/en.js says. */
export function finderFor(words) {
  const ends = `(?![${LETTER}])`;
  const numbered = words.cell_before ? [`\\d+\\.? ${words.cell_before}`] : [];
  const patterns = [
    ["general", whole(words.general.map(phrase), "giu")],
    ["hypothetical", whole(words.hypothetical.map(phrase), "giu")],
    ["date_like", whole([...DATES, ...daysOf(words), ...words.hours.map(phrase)], "giu")],
    ["cell_number", whole([...numbered, `(?:${phrase(words.cell)})\\s+${CELL}${ends}(?!\\s+(?:${phrase(words.counted)})${ends})`].map(spaced), "giu")],
    ["name_like", whole([`(?:${anyCase(words.titles)})\\.?\\s+\\p{Lu}[\\p{L}'’-]+`], "gu")],
  ];
  if (words.roles) patterns.push(["name_like", whole([`(?:${anyCase(words.roles)})\\s+\\p{Lu}\\p{Ll}+`], "gu")]);
  if (words.given) patterns.push(["name_like", whole([`(?:${words.given})(?:\\s+\\p{Lu}\\p{Ll}+)?`], "gu")]);
  const known = words.capitals && new RegExp(`^(?:${words.capitals.map(phrase).join("|")})$`, "iu");

  return (text) => {
    const found = [];
    for (const [key, pattern] of patterns) {
      pattern.lastIndex = 0;
      for (let hit = pattern.exec(text); hit; hit = pattern.exec(text)) {
        found.push({ key, at: hit.index + hit[1].length, length: hit[2].length });
      }
    }
    return known ? found.concat(capitals(text, known, found)) : found;
  };
}

/** Words with a capital inside a sentence, where a language writes only names so. */
function capitals(text, known, found) {
  const all = [];
  WORD.lastIndex = 0;
  for (let hit = WORD.exec(text); hit; hit = WORD.exec(text)) {
    const before = text.slice(Math.max(0, hit.index - 8), hit.index);
    all.push({ word: hit[0], at: hit.index, named: /^\p{Lu}.*\p{Ll}/u.test(hit[0]), begins: SENTENCE_BEGINS.test(before) });
  }
  const long = all.slice(1).filter(({ word }) => word.length > 2);
  if (long.length > 2 && long.every(({ named }) => named)) return []; // A Title Written Like This One
  return all
    .filter(({ word, at, named, begins }) => named && !begins && !known.test(word) && !within(found, at))
    .map(({ word, at }) => ({ key: "name_like", at, length: word.length }));
}

const within = (found, at) => found.some((hit) => hit.key !== "general" && at >= hit.at && at < hit.at + hit.length);

/** One of these, as whole words; what stands before it is the first group. */
const whole = (alternatives, flags) => new RegExp(`(^|[^${LETTER}])(${alternatives.join("|")})(?![${LETTER}])`, flags);

const spaced = (pattern) => pattern.replace(/ /g, "\\s+");

function phrase(text) {
  const pattern = text
    .replace(/\./g, "\\.")
    .replace(/#/g, HOUR)
    .replace(/\*/g, `[${LETTER}]*`)
    .replace(/['’]/g, "['’]")
    .replace(/(^|[ (|])_(?=$|[ )|])/g, `$1[${LETTER}'’-]+`);
  return pattern.replace(/ /g, "[\\s,]+");
}

/** A day and its month: 3 March, the 3rd of March; where it is usual, March 3. */
function daysOf({ months, month_first }) {
  const any = `(?:${phrase(months)})`;
  const days = [`\\d{1,2}(?:\\.|st|nd|rd|th|er|e|-?го)?\\s+(?:(?:of|de)\\s+)?${any}`];
  return month_first ? [...days, `${any}\\s+\\d{1,2}(?:st|nd|rd|th)?`] : days;
}

/** mr|officer -> [Mm]r|[Oo]fficer: a small first letter or a large one. */
const anyCase = (words) => words.split("|").map((word) => `[${word[0].toUpperCase()}${word[0]}]${word.slice(1)}`).join("|");
