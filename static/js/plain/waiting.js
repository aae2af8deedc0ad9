/** Someone who has knocked: looks every few seconds whether they were let in, and then goes in. */
const place = document.querySelector("[data-waiting]");
const lost = place.querySelector("[data-lost]");

async function look() {
  try {
    const answer = await fetch(place.dataset.waiting, { headers: { Accept: "application/json" } });
    const { now, to } = await answer.json();
    lost.hidden = true;
    if (now === "in") location.replace(to);
    if (now === "away") location.reload();
    if (now !== "waiting") return;
  } catch (problem) {
    lost.hidden = false;
  }
  setTimeout(look, Number(place.dataset.every) * 1000);
}

setTimeout(look, Number(place.dataset.every) * 1000);
