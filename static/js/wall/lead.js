/** Who leads in whose place, so that nobody has to guess who has the wall in hand. "" as long as nobody took over.
    It is told to screens that don't know who is here, so it doesn't say whether the other is back. */
import { t } from "../i18n.js";

export function leadWords({ lead_taken: taken }) {
  if (!taken) return "";
  return taken.from ? t("{name} leads now in place of {other}.", { name: taken.by, other: taken.from }) : t("{name} leads now.", { name: taken.by });
}
