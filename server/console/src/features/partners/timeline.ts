import type { Partner } from '@/api/contract';

export type Promise = NonNullable<Partner['promises']>['items'][number];

// One promise as it lies on the picture of a year, in the picture's own units.
export interface Line {
  promise: Promise;
  lane: number;
  from: number;
  to: number;
  // Where it was due, if it went on past that.
  due: number | undefined;
  // Its words stand behind it, or before it where there is no room behind.
  side: 'end' | 'start';
}

export interface Month {
  at: number;
  // 2026-11-01
  date: string;
}

export interface Timeline {
  lines: Line[];
  lanes: number;
  months: Month[];
  today: number;
  // Those for which there is no lane left.
  undrawn: number;
}

export const width = 780;
const margin = 8;
const gap = 14;
const letter = 6.9;
const mark = 14;
export const mostLanes = 9;
// Past today, so that what is due soon is on it.
const aheadDays = 30;
const dayMs = 86_400_000;

const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / dayMs;
const dateOf = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10);

// Of our promises, what the chart says beside each.
export const isLate = ({ state }: Promise) => state === 'kept_late' || state === 'overdue';

export function wordsWide(text: string): number {
  return text.length * letter;
}

function monthsIn(first: number, last: number, x: (day: number) => number): Month[] {
  const months: Month[] = [];
  const at = new Date(first * dayMs);
  at.setUTCDate(1);
  for (at.setUTCMonth(at.getUTCMonth() + 1); at.getTime() / dayMs <= last; at.setUTCMonth(at.getUTCMonth() + 1)) {
    months.push({ at: x(at.getTime() / dayMs), date: dateOf(at.getTime() / dayMs) });
  }
  return months;
}

// Where a promise ends on the picture: when it was done, else when it is due, or today if that is over.
function endOf(promise: Promise, today: number): number {
  if (promise.done_on !== null) return dayOf(promise.done_on);
  return promise.state === 'overdue' ? Math.max(today, dayOf(promise.due)) : dayOf(promise.due);
}

// Lays promises out from `from` to a month past `to`, the earliest first, each in the uppermost lane in which its line and its words
// have room. `label` is what stands beside it.
export function layTimeline(promises: Promise[], from: string, to: string, label: (promise: Promise) => string, most = mostLanes): Timeline {
  const [first, today] = [dayOf(from), dayOf(to)];
  const last = today + aheadDays;
  const x = (day: number) => margin + ((Math.min(Math.max(day, first), last) - first) / (last - first)) * (width - 2 * margin);
  const taken: [number, number][][] = [];
  const lines: Line[] = [];
  let undrawn = 0;
  for (const promise of promises) {
    const end = endOf(promise, today);
    const to = x(end);
    const start = Math.min(x(dayOf(promise.made_on)), to);
    const wide = wordsWide(label(promise));
    const side = to + mark + wide <= width ? 'end' : 'start';
    const room: [number, number] = side === 'end' ? [start - mark, to + mark + wide + gap] : [start - mark - wide - gap, to + mark];
    const free = taken.findIndex((lane) => lane.every(([a, b]) => room[1] <= a || b <= room[0]));
    const lane = free === -1 ? taken.length : free;
    if (lane >= most || room[0] < -wide) {
      undrawn += 1;
      continue;
    }
    (taken[lane] ??= []).push(room);
    const due = dayOf(promise.due);
    lines.push({ promise, lane, from: start, to, due: isLate(promise) && due < end ? x(due) : undefined, side });
  }
  return { lines, lanes: taken.length, months: monthsIn(first, last, x), today: x(today), undrawn };
}
