// Who is in the dialogue, as the console knows them. Pure.
import { t } from "../i18n.js";
import { presenceName } from "./names.js";

const named = (seats) => Object.keys(seats || {}).map((id) => ({ ...seats[id], id }));

export const participants = (view) => named(view.seats).filter((seat) => seat.role === "participant" && !seat.gone);
export const observers = (view) => named(view.seats).filter((seat) => seat.role === "observer" && !seat.gone);
export const withoutDevice = (view) => participants(view).filter((seat) => !seat.device && !seat.shared);
export const atSharedComputers = (view) => participants(view).filter((seat) => seat.shared);
export const inTheRoom = (view) => participants(view).filter((seat) => !seat.absent);
export const notHeard = (view) => inTheRoom(view).filter((seat) => !seat.heard);
export const coFacilitators = (view) => named(view.seats).filter((seat) => seat.role === "co_facilitator" && !seat.gone);

// Numbered slips of paper, by their numbers: a seat without a device that nobody counts.
export const slips = (view) =>
  named(view.seats)
    .filter((seat) => seat.role === "slip" && !seat.gone)
    .sort((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1));

export function nameOf(view, id) {
  const seat = view.seats[id];
  if (!seat) return "";
  return seat.role === "slip" ? t("slip {n}", { n: seat.pseudonym }) : seat.pseudonym;
}

// Hands in the order in which they went up: [{seat, reason}].
export function handsUp(view) {
  const { queue } = view.hands;
  return Object.keys(queue).sort().map((key) => queue[key]);
}

// People in the room: with a device and connected, at a shared computer, and by voice.
export function headcount(view, presence) {
  const present = (seats) => seats.filter((seat) => !seat.absent).length;
  const byVoice = present(withoutDevice(view));
  return { here: (presence.here || 0) + present(atSharedComputers(view)) + byVoice, byVoice };
}

// What stands and was written for someone without a device, one collection or all.
export function writtenFor(me, seat, collection = null) {
  return Object.keys(me.own || {})
    .map((id) => ({ ...me.own[id], id }))
    .filter((item) => item.for === seat && item.standing !== "withdrawn" && (!collection || item.collection === collection));
}

// Where a person is, in a word.
export function standing(desk, seat) {
  if (seat.absent) return t("absent");
  if (seat.shared) return t("at a shared computer");
  if (!seat.device) return t("by voice");
  const known = (desk.presence.seats || {})[seat.id];
  return presenceName(known || "offline");
}
