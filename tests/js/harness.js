/** Tests of the live client, run one by one inside Chromium by tests/browser/test_js_modules.py. */
const tests = new Map();

export function test(name, run) {
  tests.set(name, run);
}

export const run = (name) => tests.get(name)();

export function equal(found, wanted) {
  const [one, other] = [found, wanted].map((value) => JSON.stringify(value, ordered));
  if (one !== other) throw new Error(`found ${one}, wanted ${other}`);
}

export const soon = (milliseconds = 0) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until something is true; an error names it otherwise. */
export async function until(condition, what) {
  for (let turn = 0; turn < 200; turn += 1) {
    if (condition()) return;
    await soon(5);
  }
  throw new Error(`never happened: ${what}`);
}

function ordered(key, value) {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.keys(value).sort().reduce((sorted, name) => Object.assign(sorted, { [name]: value[name] }), {});
}
