/** Where the picture of a join code is had from. The code itself must not stand in an address: addresses get logged. */
let shown = null;
let opening = Date.now();

/** A new code is a new picture at a new address. */
export function pictureOf(code, dialogue) {
  if (code !== shown) {
    shown = code;
    opening += 1;
  }
  return `/d/${encodeURIComponent(dialogue)}/qr.svg?opening=${opening}`;
}
