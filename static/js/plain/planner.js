/** The planner adds the minutes up while they are typed; the server does so when the form comes back. */
import "./counts.js";

const table = document.querySelector("[data-minutes]");
const sum = document.querySelector("[data-sum]");

/** A step that an option switches on counts only while the option is on. */
function counts(field) {
  const { needs } = field.dataset;
  const option = needs && document.querySelector(`input[name="options"][value="${needs}"]`);
  return !needs || Boolean(option && option.checked);
}

function add() {
  let all = 0;
  for (const field of table.querySelectorAll("input")) {
    const counted = counts(field);
    field.closest("tr").classList.toggle("muted", !counted);
    if (counted) all += Math.max(0, Math.floor(Number(field.value)) || 0);
  }
  sum.textContent = String(all);
}

if (table && sum) {
  table.addEventListener("input", add);
  for (const option of document.querySelectorAll('input[name="options"]')) option.addEventListener("change", add);
  add();
}
