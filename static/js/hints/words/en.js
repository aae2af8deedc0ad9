/**
 * What hints look for in English; phrases as ../finder.js reads them. Every language has the same:
 * general, hypothetical: phrases. hours: phrases with #. months, cell: names, with | between. counted: what may be
 * counted after "the cell" ("the cell 3 times"). titles: what stands before a name. capitals: what is no name although
 * it has a capital inside a sentence.
 */
const MANY = "(officers|prisoners|inmates|detainees|guards|colleagues|people|staff|managers|men|women)";

export const words = {
  general: [
    `(${MANY}|we|they|you|i|one) (always|often|usually|generally|normally|regularly|mostly|sometimes|tend to)`,
    `${MANY} (never|should|must|have to|ought to|need to|keep|don't)`,
    "(you|one|we) (should|must|ought to|has to)",
    "you (have|need) to",
    `(all|most|many|some) ${MANY}`,
    "every (time|day|night|week|shift|morning|evening)",
    "(whenever|nowadays|typically)",
    "(in general|as a rule|these days|time and again|again and again|it always|it often)",
  ],
  hypothetical: [
    "if i (were|was)",
    "if (i|you|he|she|they|we|someone|somebody) (ever|would|should)",
    "(would|could|should|might)(n't)? (not )?have",
    "(would|could|should|might)'ve",
    "(imagine|suppose) (that|a|an|you|we|someone)",
    "(supposing|hypothetically)",
    "(what if|in theory|let's say)",
    "i would (never|always|probably|rather|certainly)",
  ],
  hours: ["# ?(am|pm|a.m|p.m|hrs)", "# o'clock", "at # (sharp|exactly)"],
  months: "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|apr|aug|sept|oct|nov|dec",
  month_first: true,
  cell: "cells?",
  counted: "times|men|women|people|prisoners|officers|minutes|hours|days",
  titles: "mr|mrs|ms|miss|dr|officer|sergeant|captain|governor|inspector|warden",
  capitals: [
    "(i|i'm|i'd|i've|i'll|god|ok)",
    "(mon|tues|wednes|thurs|fri|satur|sun)days?",
    "(january|february|march|april|may|june|july|august|september|october|november|december)",
    "(christmas|easter|ramadan|eid|bible|qur'an|koran|muslim*|christian*|catholic*|orthodox|jewish)",
    "(english|albanian*|serb*|kosov*|bosnian*|roma|german*|french|dutch|norw*|finn*|eston*|ukrain*|russian*|turk*|europe*|british)",
    "(mr|mrs|ms|dr|officer|prisoner|sergeant|captain|governor|red cross|red|cross)",
  ],
};
