/** Beside a password a button that shows what was typed; without script it stays hidden, as browsers do. */
import { t } from "../i18n.js";

for (const field of document.querySelectorAll("input[data-show]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-small button-quiet";
  const draw = () => {
    const shown = field.type === "text";
    button.textContent = shown ? t("Hide") : t("Show");
    button.setAttribute("aria-label", shown ? t("Hide the password") : t("Show the password"));
  };
  button.addEventListener("click", () => {
    field.type = field.type === "text" ? "password" : "text";
    draw();
  });
  // Nothing of it is kept by the browser as an ordinary text.
  field.form.addEventListener("submit", () => {
    field.type = "password";
  });
  draw();
  field.insertAdjacentElement("afterend", button);
}
