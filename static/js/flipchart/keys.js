/** Keyboard and presenter's clicker. event.code stands in where a layout has other letters (Cyrillic, Greek). */
const LETTERS = { KeyF: "fill", KeyD: "turnDark", KeyB: "turnBlank", Period: "turnBlank" };
const NEXT = ["PageDown", "ArrowRight", "ArrowDown", " "];
const BACK = ["PageUp", "ArrowLeft", "ArrowUp"];

function scroll(room, way) {
  const middle = room.querySelector(".flip-main");
  if (middle) middle.scrollBy(0, way * middle.clientHeight * 0.8);
}

/** Where a key already has a meaning, it keeps it. */
function taken(event) {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return true;
  const at = event.target;
  if (!at || !at.closest) return false;
  return Boolean(at.closest("dialog, input, textarea, select") || (event.key === " " && at.closest("button, a")));
}

export function listenToKeys({ room, pages, tools }) {
  const rtl = () => document.documentElement.dir === "rtl";

  function act(event) {
    const { key, code } = event;
    const mirrored = rtl() && (key === "ArrowRight" || key === "ArrowLeft");
    if ((mirrored ? BACK : NEXT).includes(key)) return pages.next() || scroll(room, 1) || true;
    if ((mirrored ? NEXT : BACK).includes(key)) return pages.back() || scroll(room, -1) || true;
    if (key === "?") return tools.help() || true;
    // A clicker sends "." or "b" for a dark screen.
    const name = LETTERS[code] || (key === "." || key === "b" ? "turnBlank" : null);
    if (!name) return false;
    tools[name]();
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (taken(event)) return;
    if (tools.keysOff && event.key !== "?") return;
    if (act(event)) event.preventDefault();
  });

  awaken(room);
}

/** The tools fade while nobody touches the pointer, so that the wall is only the group's. */
function awaken(room) {
  let timer = 0;
  function wake() {
    room.classList.add("is-awake");
    clearTimeout(timer);
    timer = setTimeout(() => room.classList.remove("is-awake"), 3000);
  }
  for (const kind of ["pointermove", "pointerdown"]) document.addEventListener(kind, wake, { passive: true });
}
