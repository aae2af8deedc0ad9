// What can still be taken back, the newest first.

export function undoable(view) {
  return Object.keys(view.undo || {})
    .sort()
    .reverse()
    .map((key) => view.undo[key]);
}

export const newest = (view) => undoable(view)[0] || null;
