// The time zone in which instants are told: the programme's, so that everybody reads the same clock; the reader's own where
// nobody said.
let zone: string | undefined;

export function keepTimeOf(name: string | undefined): void {
  zone = name !== undefined && isZone(name) ? name : undefined;
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
}

// To spread into the options of a format.
export function inZone(): { timeZone?: string } {
  return zone === undefined ? {} : { timeZone: zone };
}

export function zoneKey(): string {
  return zone ?? '';
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(): Intl.DateTimeFormat {
  let clock = clocks.get(zoneKey());
  if (clock === undefined) {
    const parts = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
    clock = new Intl.DateTimeFormat('en-US', { ...parts, ...inZone(), hourCycle: 'h23', calendar: 'gregory' });
    clocks.set(zoneKey(), clock);
  }
  return clock;
}

// What a clock on the wall shows at an instant, as if it were UTC.
export function wallTimeMs(instant: Date): number {
  const parts = Object.fromEntries(clockOf().formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(parts['year']!, parts['month']! - 1, parts['day'], parts['hour'], parts['minute'], parts['second']);
}

const minuteMs = 60_000;

// How far the clock on the wall is ahead of UTC.
export function offsetMinutes(instant: Date): number {
  return Math.round((wallTimeMs(instant) - instant.getTime()) / minuteMs);
}

// The instant at which the clock on the wall shows this time; the first one where it shows it twice.
export function instantOf(wallMs: number): Date {
  const guess = new Date(wallMs - offsetMinutes(new Date(wallMs)) * minuteMs);
  return new Date(wallMs - offsetMinutes(guess) * minuteMs);
}

// The zone's name for people, where its clock is not the reader's own; nothing where it is.
export function foreignZone(now: Date): string | undefined {
  if (zone === undefined || offsetMinutes(now) === -now.getTimezoneOffset()) return undefined;
  return zone.split('/').at(-1)!.replaceAll('_', ' ');
}
