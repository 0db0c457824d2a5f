import type { HistoryEntry, Operation, Value, Version } from '@/api/contract';
import { same } from '@/fields/say';

// What a field held before people changed it apart.
export type Before = { known: true; value: Value } | { known: false };

interface Write {
  entry: HistoryEntry;
  operation: Operation;
}

const counterOf = (number: string | null | undefined) => Number(number?.split(':').at(-1) ?? NaN);

function writesOf(history: HistoryEntry[], field: string): Write[] {
  return history
    .filter((entry) => (entry.verdict === 'applied' || entry.verdict === 'reviewed') && entry.number !== null)
    .flatMap((entry) => entry.operations.filter((one) => one.field === field).map((operation) => ({ entry, operation })))
    .sort((a, b) => counterOf(b.entry.number) - counterOf(a.entry.number));
}

const isVersion = ({ entry, operation }: Write, versions: Version[]) =>
  versions.some(({ user, device, value }) => user === entry.user && device === entry.device && same(value, operation.value));

// The newest write that every author had been shown (`seen`). Where the history does not say what they had seen,
// the newest write that is itself none of the versions.
export function beforeOf(history: HistoryEntry[], complete: boolean, field: string, versions: Version[]): Before {
  const writes = writesOf(history, field);
  const heads = writes.filter((write) => isVersion(write, versions));
  const seen = heads.map(({ operation }) => counterOf(operation.seen));
  const shown = seen.length > 0 && seen.every(Number.isFinite) ? Math.min(...seen) : Infinity;
  const base = writes.find((write) => !heads.includes(write) && counterOf(write.entry.number) <= shown);
  if (base !== undefined) return { known: true, value: base.operation.value };
  return complete ? { known: true, value: null } : { known: false };
}
