/** The least density (1 = largest text, 4 = smallest) at or above `from` at which the middle needs no scrolling. */
export function fit(flipchart, from = 1) {
  const middle = flipchart.querySelector(".flip-main");
  for (let density = from; density <= 4; density += 1) {
    flipchart.dataset.density = String(density);
    if (!middle || middle.scrollHeight <= middle.clientHeight + 1) return density;
  }
  return 4;
}
