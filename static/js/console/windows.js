// Windows of this dialogue beside the console.

export function openFlipchart(desk) {
  window.open(`/d/${desk.dialogue}/flipchart`, `flipchart-${desk.dialogue}`);
}
