import { words } from '.';

// Times as people say them: "today 17:05", "Fri 09:03", "Tue 17 Nov 14:20", "17 Nov 2025 14:20". 24 hours.

const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(words.locale, options);
const clock = format({ hour: '2-digit', minute: '2-digit', hour12: false });
const weekday = format({ weekday: 'short' });
const dayMonth = format({ weekday: 'short', day: 'numeric', month: 'short' });
const dayMonthYear = format({ day: 'numeric', month: 'short', year: 'numeric' });
const long = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

const dayMs = 86_400_000;

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

// en-GB writes "Tue, 17 Sept": the comma is one too many in front of a time, and months have three letters.
function plain(text: string): string {
  return text.replaceAll(',', '').replace('Sept ', 'Sep ').replace(/Sept$/, 'Sep');
}

function day(date: Date, now: Date): string {
  const ago = Math.round((startOfDay(now) - startOfDay(date)) / dayMs);
  if (ago === 0) return words.common.today;
  if (ago > 0 && ago < 7) return weekday.format(date);
  return plain((date.getFullYear() === now.getFullYear() ? dayMonth : dayMonthYear).format(date));
}

// An instant in the reader's time zone. What cannot be read is shown as it came.
export function saidAt(at: string, now: Date = new Date()): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? at : `${day(date, now)} ${clock.format(date)}`;
}

// The same, but today's needs no day.
export function saidShort(at: string, now: Date = new Date()): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  return startOfDay(date) === startOfDay(now) ? clock.format(date) : saidAt(at, now);
}

// The day of an instant, without the hour.
export function saidDay(at: string, now: Date = new Date()): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? at : day(date, now);
}

// A calendar date (2026-11-28), which has no time zone.
export function saidDate(text: string, now: Date = new Date()): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return text;
  const date = new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  return plain((date.getFullYear() === now.getFullYear() ? dayMonth : dayMonthYear).format(date));
}

export function saidLong(date: Date): string {
  return plain(long.format(date));
}

// "9:41" of what is left; never below 0:00.
export function countdown(untilMs: number, nowMs: number): string {
  const seconds = Math.max(0, Math.ceil((untilMs - nowMs) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
