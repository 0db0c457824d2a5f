// Where to go from `current` in a list: to the one after or before it, or where it is not in it (it was just read), to the first.
export function neighbour(ids: string[], current: string | undefined, by: 1 | -1): string | undefined {
  const at = current === undefined ? -1 : ids.indexOf(current);
  if (at < 0) return ids[0];
  return ids[at + by] ?? ids[at];
}

// Which one comes up when `current` leaves the list: what followed it, else what stood before.
export function afterReading(ids: string[], current: string): string | undefined {
  const at = ids.indexOf(current);
  if (at < 0) return ids[0];
  return ids[at + 1] ?? ids[at - 1];
}
