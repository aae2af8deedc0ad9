/** What a room says about its connection: nothing, or one calm line in flow. Shared by every live screen. */
import { t, tn } from "../i18n.js";

const SAY_AFTER = 2000; // milliseconds
const RETRY_AFTER = 10000;
const SPEAK_AFTER = 60000;
export const JUST_NOW = 8000; // "Saved" stays so long, then it is "Connected" again

/** {tone, text, retry} for a `.banner`, or null. */
export function connectionNews(state) {
  if (state.connection === "connected") {
    if (state.broughtBack === null) return null;
    const text = state.broughtBack
      ? tn("Connected. {n} item sent.", "Connected. {n} items sent.", state.broughtBack)
      : t("Connected.");
    return { tone: "ok", text, retry: false };
  }
  if (state.connection === "slow") {
    return { tone: "ok", text: t("Connected by a slower way. What others write is here within seconds."), retry: false };
  }
  const away = Date.now() - state.lostSince;
  if (away < SAY_AFTER) return null;
  const text = away > SPEAK_AFTER
    ? t("No connection. Tell your facilitator; you can speak instead. Your text is kept on this device.")
    : t("Reconnecting. Your text is kept on this device.");
  return { tone: "warn", text, retry: away > RETRY_AFTER };
}

/** What stands in the corner: {state, text} for a `.state`. `items`: room.items(). */
export function lineState(state, items) {
  const count = (status) => items.filter((item) => item.status === status).length;
  const refused = count("refused");
  if (refused) return { state: "refused", text: tn("Not accepted ({n})", "Not accepted ({n})", refused) };
  const waiting = count("waiting");
  if (waiting) return { state: "waiting", text: tn("Waiting for connection ({n})", "Waiting for connection ({n})", waiting) };
  const held = count("held");
  if (held) return { state: "waiting", text: tn("Kept until the group goes on ({n})", "Kept until the group goes on ({n})", held) };
  if (count("sending")) return { state: "sending", text: t("Sending…") };
  if (state.connection !== "connected" && state.connection !== "slow") return { state: "offline", text: t("Connecting…") };
  const justNow = items.some((item) => item.status === "saved" && Date.now() - (item.settled || 0) < JUST_NOW);
  return justNow ? { state: "saved", text: t("Saved") } : { state: "connected", text: t("Connected") };
}

