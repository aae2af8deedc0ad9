/** The planner follows what is chosen: a ready plan is filled in, minutes are added up. The server does so too. */
import "./counts.js";
import { ready, t } from "../i18n.js";

const form = document.querySelector("form[data-plans]");
const methods = form ? JSON.parse(form.dataset.plans) : {};
const all = (what) => Array.from(form.querySelectorAll(what));
const one = (what) => form.querySelector(what);

const chosen = (name) => one(`input[name="${name}"]:checked`).value;
const boxes = () => all('input[type="checkbox"][name="options"]');

/** Minutes of a step as they count: a step whose option is off, or that the method lacks, has none. */
function minutesOf(row) {
  const field = row.querySelector("input");
  const { needs } = field.dataset;
  const option = needs && one(`input[name="options"][value="${needs}"]`);
  const counted = !row.hidden && (!needs || Boolean(option && option.checked));
  row.classList.toggle("muted", !counted);
  return counted ? Math.max(0, Math.floor(Number(field.value)) || 0) : 0;
}

/** Minutes of each sitting, in order. A sitting whose first step is left out begins with the next one. */
function sittings() {
  const begins = new Set(all('select[name^="begins-"]').map((field) => field.value));
  const sums = [0];
  let due = false;
  for (const row of all("[data-stage]")) {
    due = due || (row.dataset.stage !== "opening" && begins.has(row.dataset.stage));
    const minutes = minutesOf(row);
    if (!minutes) continue;
    if (due) sums.push(0);
    due = false;
    sums[sums.length - 1] += minutes;
  }
  return sums;
}

function add() {
  const sums = sittings();
  const minutes = sums.reduce((sum, more) => sum + more, 0);
  const available = Math.floor(Number(one("#available").value)) || 0;
  const together = sums.length > 1 ? `${sums.join(" + ")} = ${minutes}` : String(minutes);
  one("[data-sum]").textContent = together;
  one('[data-now="steps"]').textContent = together;
  one('[data-now="method"]').textContent = one('input[name="method"]:checked').dataset.name;
  const tight = available > 0 && minutes > available && !one("#available-error");
  one("[data-tight]").textContent = tight
    ? t("The steps take {minutes} minutes, you have {available}. Shorten a step or leave one out.", { minutes, available })
    : "";
}

/** Shows what this method has, and fills in its ready plan of this length, or its shortest. */
function fill() {
  const method = methods[chosen("method")];
  for (const radio of all('input[name="length"]')) radio.disabled = !(radio.value in method.plans);
  if (!(chosen("length") in method.plans)) one(`#length-${Object.keys(method.plans)[0]}`).checked = true;
  const length = chosen("length");
  const plan = method.plans[length];
  one("#available").value = length;
  for (const row of all("[data-stage]")) {
    row.hidden = !method.stages.includes(row.dataset.stage);
    if (!row.hidden) row.querySelector("input").value = plan.minutes[row.dataset.stage];
  }
  for (const field of all('select[name^="begins-"]')) field.value = plan.begins[field.name.slice("begins-".length)] || "";
  for (const box of boxes()) {
    const line = box.closest("[data-option]");
    line.hidden = !method.offered.includes(box.value);
    box.disabled = method.central.includes(box.value);
    box.checked = plan.options.includes(box.value);
    line.querySelector("[data-central]").hidden = !box.disabled;
  }
  for (const radio of all('input[type="radio"][name="options"]')) {
    radio.checked = radio.value === "" || plan.options.includes(radio.value);
  }
  one('input[name="shown"]').value = `${chosen("method")} ${length}`;
}

if (form) {
  one("[data-show]").remove();
  const follow = () => {
    const said = one("#available-error"); // by the server, about what stood there then
    if (said) said.remove();
    add();
  };
  form.addEventListener("change", (event) => {
    if (event.target.name === "method" || event.target.name === "length") fill();
    follow();
  });
  form.addEventListener("input", follow);
  ready.then(add);
}
