/** Copies a text; true when that worked. On a plain-http network browsers offer only the old way. */
export function copy(text) {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "vh";
  document.body.append(field);
  const focused = document.activeElement;
  field.select();
  let done = false;
  try {
    done = document.execCommand("copy");
  } catch (refused) {
    done = false;
  }
  field.remove();
  if (focused && focused.focus) focused.focus();
  return done;
}
