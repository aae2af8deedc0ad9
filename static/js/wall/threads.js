/** Threads of "rests on": from the inline end of a line to the dot before a finding, and from dot to dot on the ladder. */
import { linksOf } from "./reading.js";

const NS = "http://www.w3.org/2000/svg";

function fixed(...numbers) {
  return numbers.map((n) => n.toFixed(1)).join(" ");
}

// Where threads may touch an item, in pixels of the wall's own box: they leave at `out`, arrive at `into`.
function anchors(item, box, rtl, gap) {
  const way = rtl ? -1 : 1;
  const side = (r, last) => ((rtl ? !last : last) ? r.right : r.left) - box.left;
  const middle = (r) => r.top + r.height / 2 - box.top;
  const words = (item.querySelector(".line-body") || item.querySelector(".said") || item).getBoundingClientRect();
  const kind = item.querySelector(".kind");
  const out = { x: side(item.getBoundingClientRect(), true) + way * 3, y: middle(words) };
  if (!kind) return { out, into: out };
  const r = kind.getBoundingClientRect();
  return { out, into: { x: side(r, false) - way * gap, y: middle(r) } };
}

function across(from, to) {
  const bend = (to.x - from.x) * 0.5;
  return `M${fixed(from.x, from.y)}C${fixed(from.x + bend, from.y, to.x - bend, to.y, to.x, to.y)}`;
}

// Along one ladder a thread bows into the gutter, further the longer it is; `lane` keeps parallel ones apart.
function along(from, to, way, em, lane) {
  const bow = way * (Math.min(2.2 * em, 0.7 * em + Math.abs(to.y - from.y) * 0.14) + lane * 0.3 * em);
  return `M${fixed(from.x, from.y)}C${fixed(from.x - bow, from.y, to.x - bow, to.y, to.x, to.y)}`;
}

/** [{d, x, y, heated}], those from the heated point last, so that they lie on top. */
export function threadPaths(wall, links) {
  const box = wall.getBoundingClientRect();
  const style = getComputedStyle(wall);
  const em = parseFloat(style.fontSize);
  const rtl = style.direction === "rtl";
  const items = {};
  for (const item of wall.querySelectorAll("[data-id]")) items[item.dataset.id] = item;
  const way = rtl ? -1 : 1;
  const ends = (id) => (items[id] ? anchors(items[id], box, rtl, em * 0.42) : null);
  const paths = [];
  let lane = 0;
  for (const { source, target, heated } of links) {
    const from = ends(source);
    const to = ends(target);
    if (!from || !to) continue;
    const beside = (to.into.x - from.out.x) * way > 0; // in a further column
    const d = beside ? across(from.out, to.into) : along(from.into, to.into, way, em, (lane += 1) % 3);
    paths.push({ d, x: to.into.x, y: to.into.y, heated: Boolean(heated) });
  }
  return paths.sort((a, b) => a.heated - b.heated);
}

function shape(name, heated, attributes) {
  const node = document.createElementNS(NS, name);
  node.setAttribute("class", heated ? `${attributes.class} is-heated` : attributes.class);
  for (const key of Object.keys(attributes)) if (key !== "class") node.setAttribute(key, attributes[key]);
  return node;
}

/** Draws the links of a view into the wall's own svg; where the style hides it (narrow screens) nothing is measured. */
export function drawThreads(root, view) {
  const wall = root.querySelector(".wall");
  const svg = wall && wall.querySelector(".threads");
  if (!svg) return;
  while (svg.firstChild) svg.removeChild(svg.firstChild);
  if (getComputedStyle(svg).display === "none") return;
  const radius = parseFloat(getComputedStyle(wall).fontSize) * 0.13;
  for (const { d, x, y, heated } of threadPaths(wall, linksOf(view))) {
    svg.appendChild(shape("path", heated, { class: "thread", d }));
    svg.appendChild(shape("circle", heated, { class: "thread-end", cx: x, cy: y, r: radius }));
  }
}

/** Calls `again` whenever what was measured may have moved: fonts arrived, the window or the wall changed its size. */
export function whenMoved(root, again) {
  let asked = 0;
  const soon = () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(again);
  };
  window.addEventListener("resize", soon);
  // Each time, not only the first: a font is fetched when the first words in it are shown.
  if (document.fonts && document.fonts.addEventListener) document.fonts.addEventListener("loadingdone", soon);
  if (typeof ResizeObserver === "function") new ResizeObserver(soon).observe(root);
}
