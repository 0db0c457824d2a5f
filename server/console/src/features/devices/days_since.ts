const dayMs = 86_400_000;

// Whole days since a tablet was last heard; the office decides when that is long.
export function daysSince(at: string | null, nowMs: number): number {
  return at === null ? 0 : Math.max(0, Math.floor((nowMs - Date.parse(at)) / dayMs));
}
