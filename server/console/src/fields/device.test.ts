import { expect, it } from 'vitest';
import { sayBy } from './device';

it('names person and tablet, and the office once', () => {
  expect(sayBy('Marisol', 'Heron 1')).toBe('Marisol, Heron 1');
  expect(sayBy('Noor', 'office')).toBe('Noor, office');
  expect(sayBy('office', 'office')).toBe('office');
  expect(sayBy('', 'Heron 1')).toBe('Heron 1');
});
