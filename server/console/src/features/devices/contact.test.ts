import { describe, expect, it } from 'vitest';
import type { Device } from '@/api/contract';
import { contactOf, heardToday } from './contact';

const now = Date.parse('2026-11-21T17:00:00Z');
const device = (last_seen: string | null, revoked = false): Device => ({
  id: 'd',
  name: 'Heron 1',
  person: 'Marisol',
  role: 'worker',
  enrolled_at: '2026-11-01T08:00:00Z',
  last_seen,
  revoked,
});

describe('contactOf', () => {
  it('calls a tablet quiet after two days', () => {
    expect(contactOf(device('2026-11-19T18:00:00Z'), now)).toEqual({ state: 'fresh' });
    expect(contactOf(device('2026-11-18T12:00:00Z'), now)).toEqual({ state: 'quiet', days: 3 });
  });

  it('does not take silence before the first word for a fault', () => {
    expect(contactOf(device(null), now)).toEqual({ state: 'never' });
  });

  it('says revoked before anything else', () => {
    expect(contactOf(device(null, true), now)).toEqual({ state: 'revoked' });
  });
});

describe('heardToday', () => {
  it('counts the last 24 hours', () => {
    expect(heardToday([device('2026-11-21T08:00:00Z'), device('2026-11-20T08:00:00Z'), device(null)], now)).toBe(1);
  });
});
