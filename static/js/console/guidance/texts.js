/**
 * The guidance of a method, asked of the server once, when it is first wanted; kept as long as the page is open.
 * A line that fails loses nothing: the panel says so, and asking again is one tap.
 */
const known = new Map(); // address -> {state: "coming" | "there" | "failed", stages}

const addressOf = (method, language) => `/guidance/${encodeURIComponent(method)}.json?lang=${encodeURIComponent(language)}`;

/** What is known of it now: {state, stages}. Asks for it the first time; changed() is called when there is more. */
export function guidanceOf(method, language, changed) {
  const address = addressOf(method, language);
  if (!known.has(address)) ask(address, changed);
  return known.get(address);
}

/** Asks again after a failure. */
export function askAgain(method, language, changed) {
  ask(addressOf(method, language), changed);
}

function ask(address, changed) {
  const entry = { state: "coming", stages: {} };
  known.set(address, entry);
  fetch(address, { credentials: "same-origin" })
    .then((response) => {
      if (!response.ok) throw new Error(`guidance: ${response.status}`);
      return response.json();
    })
    .then(({ stages }) => Object.assign(entry, { state: "there", stages }))
    .catch((problem) => {
      console.warn("The guidance could not be loaded.", problem);
      entry.state = "failed";
    })
    .then(changed);
}
