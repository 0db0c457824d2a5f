import { afterEach, describe, expect, it } from 'vitest';
import { fromLocalInput, toLocalInput } from '@/fields/draft';
import { saidAt, saidDate } from './dates';
import { foreignZone, keepTimeOf, offsetMinutes } from './zone';

const evening = '2026-11-28T01:30:00Z';
const now = new Date('2026-11-28T03:00:00Z');

afterEach(() => keepTimeOf(undefined));

describe('the programme’s zone', () => {
  it('decides the day and the hour', () => {
    keepTimeOf('America/Chicago');
    expect(saidAt(evening, now)).toBe('today 19:30');
    keepTimeOf('Asia/Tokyo');
    expect(saidAt(evening, now)).toBe('today 10:30');
    expect(saidAt('2026-11-27T14:00:00Z', now)).toBe('Fri 23:00');
  });

  it('does not move a calendar date', () => {
    keepTimeOf('Pacific/Kiritimati');
    expect(saidDate('2026-11-28', now)).toBe('Sat 28 Nov');
  });

  it('is what an editor shows and sends, in winter and in summer', () => {
    keepTimeOf('America/Chicago');
    expect(toLocalInput(evening)).toBe('2026-11-27T19:30');
    expect(fromLocalInput('2026-11-27T19:30')).toBe('2026-11-27T19:30:00-06:00');
    expect(fromLocalInput('2026-07-04T10:00')).toBe('2026-07-04T10:00:00-05:00');
    // The clock goes from 02:00 to 03:00 on 8 March.
    expect(fromLocalInput('2026-03-08T03:30')).toBe('2026-03-08T03:30:00-05:00');
    expect(fromLocalInput('2026-03-08T01:30')).toBe('2026-03-08T01:30:00-06:00');
  });

  it('knows zones that are half an hour off', () => {
    keepTimeOf('Asia/Kathmandu');
    expect(offsetMinutes(now)).toBe(345);
    expect(fromLocalInput('2026-11-28T12:00')).toBe('2026-11-28T12:00:00+05:45');
  });

  it('is named to whoever lives in another one', () => {
    keepTimeOf('Antarctica/Troll');
    expect([undefined, 'Troll']).toContain(foreignZone(now));
    keepTimeOf('Etc/GMT+12');
    expect(foreignZone(now)).toBe('GMT+12');
    keepTimeOf('Not/AZone');
    expect(foreignZone(now)).toBeUndefined();
  });
});
