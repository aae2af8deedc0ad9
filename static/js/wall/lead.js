/** Who leads in whose place, so that nobody has to guess who has the wall in hand. "" as long as nobody took over. */
import { t } from "../i18n.js";

export function leadWords({ lead_taken: taken }) {
  if (!taken) return "";
  return taken.from ? t("{name} leads now, until {other} is back.", { name: taken.by, other: taken.from }) : t("{name} leads now.", { name: taken.by });
}
