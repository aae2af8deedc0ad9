/**
 * The tool's own words in the reader's language. The English sentence is the key; a language's catalogue is an ES
 * module `{messages: {english: translated | [forms]}, plural(n): index}` named by <html data-catalogue="…">.
 *
 *   t("{n} here", {n: 5})     tn("{n} doubt", "{n} doubts", 3)
 */
let catalogue = { messages: {}, plural: (n) => (n === 1 ? 0 : 1) };

/** Settled when the catalogue is there, or is not needed, or can't be had; then the English sentences stand. */
export const ready = load(document.documentElement.dataset.catalogue);

async function load(address) {
  if (!address) return;
  try {
    catalogue = await import(address);
  } catch (problem) {
    console.warn("The words of this language could not be loaded.", problem);
  }
}

/** A sentence with its {places} filled. */
export function t(english, values) {
  const translated = catalogue.messages[english];
  return filled(typeof translated === "string" ? translated : english, values);
}

/** A sentence that counts; {n} is the number. */
export function tn(one, many, n, values) {
  const forms = catalogue.messages[one];
  const sentence = Array.isArray(forms) ? forms[catalogue.plural(n)] : n === 1 ? one : many;
  return filled(sentence, Object.assign({ n: number(n) }, values));
}

/** A number as the reader's language writes it. */
export function number(n) {
  return new Intl.NumberFormat(document.documentElement.lang || "en").format(n);
}

function filled(sentence, values) {
  if (!values) return sentence;
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}
