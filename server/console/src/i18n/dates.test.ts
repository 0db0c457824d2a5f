import { describe, expect, it } from 'vitest';
import { countdown, saidAt, saidDate, saidDateAndYear, saidShort } from './dates';

const now = new Date(2026, 10, 21, 18, 0);
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();

describe('saidAt', () => {
  it('names the day as far as the reader needs it', () => {
    expect(saidAt(at(2026, 10, 21, 17, 5), now)).toBe('today 17:05');
    expect(saidAt(at(2026, 10, 20, 9, 3), now)).toBe('Fri 09:03');
    expect(saidAt(at(2026, 10, 10, 14, 20), now)).toBe('Tue 10 Nov 14:20');
    expect(saidAt(at(2025, 10, 10, 14, 20), now)).toBe('10 Nov 2025 14:20');
  });

  it('shows what it cannot read as it came', () => expect(saidAt('soon', now)).toBe('soon'));
  it('leaves out today', () => expect(saidShort(at(2026, 10, 21, 8, 0), now)).toBe('08:00'));
});

describe('saidDate', () => {
  it('does not shift with the time zone', () => expect(saidDate('2026-11-28', now)).toBe('Sat 28 Nov'));
  it('says the year where two of them stand side by side', () => expect(saidDateAndYear('2026-11-28')).toBe('28 Nov 2026'));
});

describe('countdown', () => {
  it('counts minutes and seconds, and stops at nothing', () => {
    expect(countdown(581_000, 0)).toBe('9:41');
    expect(countdown(0, 5000)).toBe('0:00');
  });
});
