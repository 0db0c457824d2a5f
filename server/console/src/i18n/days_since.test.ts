import { expect, it } from 'vitest';
import { daysSince } from './days_since';

const now = Date.parse('2026-11-21T17:00:00Z');

it('counts whole days', () => {
  expect(daysSince('2026-11-18T12:00:00Z', now)).toBe(3);
  expect(daysSince('2026-11-21T16:00:00Z', now)).toBe(0);
});

it('does not count into the future, nor from never', () => {
  expect(daysSince('2026-11-23T00:00:00Z', now)).toBe(0);
  expect(daysSince(null, now)).toBe(0);
});
