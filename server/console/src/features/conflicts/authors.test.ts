import { describe, expect, it } from 'vitest';
import { authorsOf, versionOf } from './authors';

const version = (user: string, device: string, at: string, value = user) => ({ user, device, at, value });
const ana = version('Ana', 'Heron 1', '2026-11-21T09:12:00Z');
const teo = version('Teo', 'Heron 2', '2026-11-21T08:47:00Z');

describe('authorsOf', () => {
  it('makes one column a person and device over all fields, the latest first', () => {
    const conflicts = { start: [teo, ana], notes: [version('Teo', 'Heron 2', '2026-11-21T08:50:00Z'), ana] };
    expect(authorsOf(conflicts).map(({ user, at }) => [user, at])).toEqual([
      ['Ana', '2026-11-21T09:12:00Z'],
      ['Teo', '2026-11-21T08:50:00Z'],
    ]);
  });

  it('keeps two versions of one device apart', () => {
    const twice = [version('Noor', 'console', '1', 'a'), version('Noor', 'console', '2', 'b')];
    const authors = authorsOf({ title: twice });
    expect(authors.map((author) => versionOf(twice, author)?.value)).toEqual(['b', 'a']);
  });

  it('has no version where an author did not touch the field', () => {
    const [first, second] = authorsOf({ start: [ana, teo] });
    expect(versionOf([ana], first!)).toBe(ana);
    expect(versionOf([ana], second!)).toBeUndefined();
  });
});
