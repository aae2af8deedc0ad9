/** How long a text is as a person counts it, and how long it may be (dialogue/commands/limits.py, in graphemes). */
export const LIMITS = {
  pseudonym: 40,
  network: 32,
  networkPassword: 63,
  question: 200,
  title: 80,
  account: 2000,
  sentence: 400,
  statement: 280,
  answer: 400,
  doubt: 400,
  reason: 400,
  remark: 600,
  comment: 600,
};

const SAID_FROM = 0.8; // of the limit: from here on the count is shown

let segmenter; // made when first needed: it costs a slow processor a tenth of a second

/** The server has the last word; where a browser can't tell graphemes, code points stand in for them. */
export function graphemes(text) {
  if (/^[\x00-\x7f]*$/.test(text)) return text.length;
  if (segmenter === undefined) {
    segmenter = window.Intl && Intl.Segmenter ? new Intl.Segmenter(undefined, { granularity: "grapheme" }) : null;
  }
  return segmenter ? Array.from(segmenter.segment(text)).length : Array.from(text).length;
}

/** {length, limit, shown, over} of what is about to be sent: blank edges don't count. */
export function measure(text, limit) {
  const length = graphemes(text.trim());
  return { length, limit, shown: length >= SAID_FROM * limit, over: length > limit };
}
