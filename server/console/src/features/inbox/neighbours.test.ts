import { expect, it } from 'vitest';
import { afterReading, neighbour } from './neighbours';

const ids = ['a', 'b', 'c'];

it('goes on and back, and stays at the ends', () => {
  expect(neighbour(ids, 'a', 1)).toBe('b');
  expect(neighbour(ids, 'c', 1)).toBe('c');
  expect(neighbour(ids, 'b', -1)).toBe('a');
  expect(neighbour(ids, 'a', -1)).toBe('a');
});

it('begins at the top where nothing is chosen, or what was is gone', () => {
  expect(neighbour(ids, undefined, 1)).toBe('a');
  expect(neighbour(ids, 'x', 1)).toBe('a');
  expect(neighbour([], 'x', 1)).toBeUndefined();
});

it('brings up what followed the one that was read, else what stood before it', () => {
  expect(afterReading(ids, 'a')).toBe('b');
  expect(afterReading(ids, 'c')).toBe('b');
  expect(afterReading(['a'], 'a')).toBeUndefined();
});
