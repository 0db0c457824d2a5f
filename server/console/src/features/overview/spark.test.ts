import { describe, expect, it } from 'vitest';
import { curveOf } from './spark';

describe('curveOf', () => {
  it('goes from edge to edge, the most at the top', () => {
    expect(curveOf([0, 100])).toEqual({ path: 'M5 51L107 5', end: { x: 107, y: 5 } });
  });

  it('leaves a gap where a month has no figure, and ends at the last one', () => {
    expect(curveOf([10, null, 20, 20, null])).toEqual({ path: 'M5 51M56 5L81.5 5', end: { x: 81.5, y: 5 } });
  });

  it('is level where nothing changes', () => {
    expect(curveOf([7, 7, 7])?.path).toBe('M5 28L56 28L107 28');
  });

  it('is none of a single month', () => {
    expect(curveOf([null, 80, null])).toBeUndefined();
    expect(curveOf([])).toBeUndefined();
  });
});
