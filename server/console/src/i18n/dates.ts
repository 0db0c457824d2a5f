import { words } from '.';
import { inZone, wallTimeMs } from './zone';

// Times as people say them: "today 17:05", "Fri 09:03", "Tue 17 Nov 14:20", "17 Nov 2025 14:20". 24 hours.

const shapes = {
  clock: { hour: '2-digit', minute: '2-digit', hour12: false },
  weekday: { weekday: 'short' },
  dayMonth: { weekday: 'short', day: 'numeric', month: 'short' },
  dayMonthYear: { day: 'numeric', month: 'short', year: 'numeric' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

const made = new Map<string, Intl.DateTimeFormat>();

function said(shape: keyof typeof shapes, date: Date, zone: { timeZone?: string } = inZone()): string {
  const key = `${words.locale} ${shape} ${zone.timeZone ?? ''}`;
  let format = made.get(key);
  if (format === undefined) made.set(key, (format = new Intl.DateTimeFormat(words.locale, { ...shapes[shape], ...zone })));
  return plain(format.format(date));
}

// "Tue, 17 Sept": the comma is one too many in front of a time, and months have three letters.
function plain(text: string): string {
  return text.replaceAll(',', '').replace(/\b(sep)t\b/i, '$1');
}

const dayMs = 86_400_000;

// Days since 1970 on the wall's calendar.
const dayOf = (date: Date) => Math.floor(wallTimeMs(date) / dayMs);
const yearOf = (date: Date) => new Date(wallTimeMs(date)).getUTCFullYear();

function day(date: Date, now: Date): string {
  const ago = dayOf(now) - dayOf(date);
  if (ago === 0) return words.common.today;
  if (ago > 0 && ago < 7) return said('weekday', date);
  return said(yearOf(date) === yearOf(now) ? 'dayMonth' : 'dayMonthYear', date);
}

// An instant in the programme's time zone. What cannot be read is shown as it came.
export function saidAt(at: string, now: Date = new Date()): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? at : `${day(date, now)} ${said('clock', date)}`;
}

// The same, but today's needs no day.
export function saidShort(at: string, now: Date = new Date()): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  return dayOf(date) === dayOf(now) ? said('clock', date) : saidAt(at, now);
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
  const date = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])));
  return said(date.getUTCFullYear() === yearOf(now) ? 'dayMonth' : 'dayMonthYear', date, { timeZone: 'UTC' });
}

// The same with its year, whichever it is.
export function saidDateAndYear(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? text : said('dayMonthYear', date, { timeZone: 'UTC' });
}

// "9:41" of what is left; never below 0:00.
export function countdown(untilMs: number, nowMs: number): string {
  const seconds = Math.max(0, Math.ceil((untilMs - nowMs) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
