const dayMs = 86_400_000;

// Whole days since something was: a tablet was heard, a record came. The office decides when that is long.
export function daysSince(at: string | null, nowMs: number): number {
  return at === null ? 0 : Math.max(0, Math.floor((nowMs - Date.parse(at)) / dayMs));
}
