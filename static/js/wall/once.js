/**
 * What is read out of a view, once per view: a view is never changed, a new one comes in its place. The answers are
 * shared by all who ask, and so are read only.
 */
export function once(read) {
  const known = new WeakMap();
  return (view) => {
    if (!known.has(view)) known.set(view, read(view));
    return known.get(view);
  };
}
