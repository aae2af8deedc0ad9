/** Where the picture of a join code is had from. The code itself must not stand in an address: addresses get logged. */
const shown = {};
let opening = Date.now();

// What is drawn anew has a new address.
function address(name, words, dialogue) {
  if (!shown[name] || shown[name].words !== words) {
    opening += 1;
    shown[name] = { words, opening };
  }
  return `/d/${encodeURIComponent(dialogue)}/${name}.svg?opening=${shown[name].opening}`;
}

/** A new code is a new picture at a new address. */
export const pictureOf = (code, dialogue) => address("qr", code, dialogue);

/** And so it is with the picture of a wireless network. */
export const wifiPicture = (name, password, dialogue) => address("wifi", `${name}\n${password}`, dialogue);
