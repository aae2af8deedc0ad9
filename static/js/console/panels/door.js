// The door, from any stage.
import { t } from "../../i18n.js";
import { doorway } from "../stages/doorway.js";

export function door(desk) {
  return { heading: t("Door and join code"), content: doorway(desk) };
}
