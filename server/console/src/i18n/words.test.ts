import { describe, expect, it } from 'vitest';
import { en } from './en';
import { es } from './es';

type Leaf = { path: string; value: unknown };

function leaves(value: unknown, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}

const english = leaves(en);
const spanish = new Map(leaves(es).map(({ path, value }) => [path, value]));

// What a sentence makes of its parts: each is handed over under a name that can be found again.
function said(sentence: unknown): string {
  if (typeof sentence !== 'function') return String(sentence);
  const names = Array.from({ length: sentence.length }, (_, nth) => `part${nth}`);
  try {
    return String(sentence(...names));
  } catch {
    return String(sentence(...names.map((name) => [name])));
  }
}

const partsOf = (sentence: unknown) => [...new Set(said(sentence).match(/part\d/g))].sort();

// Read by programs, or the same word in both languages.
const same = ['app', 'exports.formats.ndjson', 'common.no', 'common.count', 'errors.told', 'officeReason'];

describe('Spanish', () => {
  it('has every sentence of English and no other', () => {
    expect([...spanish.keys()].sort()).toEqual(english.map(({ path }) => path).sort());
  });

  it.each(english)('$path has the same parts', ({ path, value }) => {
    expect(partsOf(spanish.get(path))).toEqual(partsOf(value));
  });

  it.each(english.filter(({ path }) => !same.includes(path)))('$path is not left in English', ({ path, value }) => {
    const [one, other] = [said(value), said(spanish.get(path))];
    // What is made of parts alone ("3 of 9") may be as short as it likes.
    if (/[a-z]{4}/i.test(one.replaceAll(/part\d/g, ''))) expect(other).not.toBe(one);
  });

  it('speaks of one and of many', () => {
    expect([0, 1, 2].map(es.records.found)).toEqual(['0 registros', '1 registro', '2 registros']);
    expect([0, 1, 2].map(en.records.found)).toEqual(['0 records', '1 record', '2 records']);
    expect(es.common.count(12345)).toBe('12,345');
  });

  it('says usted', () => {
    const all = [...spanish.values()].map(said).join('\n');
    expect(all).not.toMatch(/\b(tú|tus?|ti|vosotros|puedes|tienes|haz)\b/i);
  });
});
