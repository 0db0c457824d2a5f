import { describe, expect, it } from 'vitest';
import type { FieldType } from '@/api/contract';
import { isEmpty, same, say } from './say';

const field = (over: Partial<FieldType>): FieldType => ({
  name: 'f',
  label: { en: 'F' },
  kind: 'text',
  rule: 'ask',
  class: 1,
  required: false,
  ...over,
});

describe('say', () => {
  it('uses the label of an enumerator, and a readable name for one it has not heard of', () => {
    const kind = field({ kind: 'enumeration', values: [{ name: 'in_person', label: { en: 'In person' } }] });
    expect(say(kind, 'in_person')).toBe('In person');
    expect(say(kind, 'by_pigeon')).toBe('By pigeon');
  });

  it('says where the scale of a rating ends', () => {
    expect(say(field({ kind: 'number', rule: 'latest', widget: 'rating', least: 0, most: 3 }), 2)).toBe('2 of 3');
  });

  it('reads the state out of a status', () => {
    expect(say(field({ rule: 'status', kind: 'enumeration' }), { generation: 2, state: 'open' })).toBe('Open');
  });

  it('joins lists, and names languages', () => {
    expect(say(field({ kind: 'language', rule: 'union' }), ['es', 'ar'])).toBe('Spanish, Arabic');
  });

  it('keeps zero and false, which are answers', () => {
    expect(say(field({ kind: 'number' }), 0)).toBe('0');
    expect(say(field({ kind: 'boolean' }), false)).toBe('No');
    expect(isEmpty(0)).toBe(false);
  });

  it('keeps text that only looks like markup', () => {
    expect(say(field({}), '<b>x</b>')).toBe('<b>x</b>');
  });

  it('says the cells of a row with their labels', () => {
    const due = field({ kind: 'row', rule: 'append', cells: [field({ name: 'reason', label: { en: 'Reason' } })] });
    expect(say(due, [{ reason: 'rain' }])).toBe('Reason rain');
  });

  it('leaves out the id by which a row is known', () => {
    const clauses = field({ kind: 'row', rule: 'rows', cells: [field({ name: 'wording', label: { en: 'Wording' } })] });
    expect(say(clauses, [{ id: '01930000-0000-7000-8000-00000000d001', wording: 'Mondays' }])).toBe('Wording Mondays');
  });
});

describe('same', () => {
  it('compares by value', () => {
    expect(same({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
    expect(same(['a'], ['b'])).toBe(false);
    expect(same(null, '')).toBe(false);
  });
});
