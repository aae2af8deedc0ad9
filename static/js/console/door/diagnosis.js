// What the numbers of the door mean, in words, and which help comes first. `found`: the answer of …/doorstep.
import { hostForPhones, onlyThisComputer } from "../../addresses.js";
import { t, tn } from "../../i18n.js";
import { knocking } from "./knocking.js";

const MINUTE = 60; // seconds
const LONG = 2 * MINUTE; // nobody gets so far for so long: something is in the way

const REFUSED = {
  name_taken: (n) => tn("{n} name was refused: taken already, or like one that is.", "{n} names were refused: taken already, or like one that is.", n),
  name_reserved: (n) => tn("{n} name was refused: it is the word for a role.", "{n} names were refused: they are words for a role.", n),
  too_long: (n) => tn("{n} name was refused: too long.", "{n} names were refused: too long.", n),
  empty: (n) => tn("{n} name was refused: nothing was written.", "{n} names were refused: nothing was written.", n),
  bad_character: (n) => tn("{n} name was refused: it has signs that nobody can read.", "{n} names were refused: they have signs that nobody can read.", n),
};

function naming({ naming: n, oldest_naming_s: oldest }) {
  if (!n) return "";
  const minutes = Math.floor(oldest / MINUTE);
  if (!minutes) return tn("{n} phone is at the page for the name.", "{n} phones are at the page for the name.", n);
  const since = tn("{n} minute", "{n} minutes", minutes);
  return tn("{n} phone is at the page for the name, for {since}.", "{n} phones are at the page for the name, the first for {since}.", n, { since });
}

// Nobody has come by a device, and nobody knocks.
const nobodyOn = (view) => !knocking(view).length
  && !Object.values(view.seats).some((seat) => !seat.gone && (seat.device || seat.shared) && (seat.role === "participant" || seat.role === "observer"));

const unreached = (found, view) => !found.elsewhere && nobodyOn(view);
const unreachedForLong = (found, view) => unreached(found, view) && found.open_s >= LONG && !onlyThisComputer(hostForPhones());
// Names that are refused are no matter of the network.
const stopsAtNames = (found, view) => Boolean(found.naming) && found.oldest_naming_s >= LONG && !found.refused.length && nobodyOn(view);

function reach(found, view) {
  if (!unreached(found, view)) return [];
  if (!unreachedForLong(found, view)) return [t("No other device has reached this computer yet.")];
  const { wifi } = view.door;
  return [
    t("No phone has reached this computer yet: they are probably in another network, or in one that keeps devices apart."),
    t("Phones type {address}.", { address: `${hostForPhones()}/join` }),
    wifi ? t("They belong in the Wi-Fi “{name}”.", { name: wifi.name }) : "",
  ];
}

// Of a closed door one thing is known: somebody stands before it. Its code is right, so that opening helps.
export const beforeClosed = ({ closed }) =>
  closed ? tn("{n} phone has the right code, and the door is closed.", "{n} phones have the right code, and the door is closed.", closed) : "";

// One line for each thing that is known.
export function lines(found, view) {
  const { full, wrong_codes: wrong, no_line: silent, plain } = found;
  return [
    ...reach(found, view),
    naming(found),
    stopsAtNames(found, view) ? t("Nobody has come on from there: their phones may have left a Wi-Fi without internet, or are asked to accept its terms.") : "",
    ...found.refused.map(({ code, n }) => (REFUSED[code] ? REFUSED[code](n) : tn("{n} name was refused.", "{n} names were refused.", n))),
    full ? tn("{n} phone has the right code and finds no place left. Let in who knocks, or remove whoever has gone home.", "{n} phones have the right code and find no place left. Let in who knocks, or remove whoever has gone home.", full) : "",
    wrong ? tn("Somewhere in this house {n} code was typed that opens nothing. If it was here, read the code aloud once more.", "Somewhere in this house {n} codes were typed that open nothing. If it was here, read the code aloud once more.", wrong) : "",
    silent ? tn("{n} phone is in, but its page does not speak with the server.", "{n} phones are in, but their pages do not speak with the server.", silent) : "",
    plain ? tn("{n} phone takes part by plain pages: what is new comes when it loads its page again.", "{n} phones take part by plain pages: what is new comes when they load their page again.", plain) : "",
    found.siege ? t("Very many wrong codes are being tried: whoever comes now knocks. Let in whom you know.") : "",
  ].filter(Boolean);
}

// The row of help (help.js) that fits best; "" where nothing points to one.
export function first(found, view) {
  if (unreachedForLong(found, view)) return "network";
  if (stopsAtNames(found, view)) return "portal";
  if (found.no_line) return "line";
  return found.wrong_codes ? "code" : "";
}
