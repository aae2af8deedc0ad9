// The drawers of the desk come after it: fetched once the desk is drawn, and kept. What is needed at every moment of a
// dialogue does not wait for what is rarely opened.
let found = null;
let state = "none"; // "coming" | "there" | "failed"

export const drawers = () => found;
export const failed = () => state === "failed";

// Asks for them unless they are there or on the way; changed() is called when there is more to say.
export function fetchDrawers(changed) {
  if (state === "coming" || state === "there") return;
  state = "coming";
  import("./panels/index.js")
    .then((panels) => {
      found = panels;
      state = "there";
    })
    .catch((problem) => {
      console.warn("The drawers of the console could not be loaded.", problem);
      state = "failed";
    })
    .then(changed);
}
