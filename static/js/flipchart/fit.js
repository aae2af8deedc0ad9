/**
 * The least density (1 = largest text, 5 = smallest) at or above `from` at which the middle needs no scrolling.
 * The last step is for a wall that is full in every corner: everything stays in sight together.
 */
const TIGHT = 5;

export function fit(flipchart, from = 1) {
  const middle = flipchart.querySelector(".flip-main");
  for (let density = from; density <= TIGHT; density += 1) {
    flipchart.dataset.density = String(Math.min(density, TIGHT - 1));
    flipchart.classList.toggle("is-tight", density === TIGHT);
    if (!middle || middle.scrollHeight <= middle.clientHeight + 1) return density;
  }
  return TIGHT;
}
