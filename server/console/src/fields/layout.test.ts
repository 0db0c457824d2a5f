import { describe, expect, it } from 'vitest';
import type { FieldType, RecordType } from '@/api/contract';
import { isNeeded, layoutOf } from './layout';

const field = (name: string, over: Partial<FieldType> = {}): FieldType => ({
  name,
  label: { en: name },
  kind: 'text',
  rule: 'ask',
  class: 1,
  required: false,
  ...over,
});

const type: RecordType = {
  name: 'agreement',
  label: { en: 'Agreement' },
  plural: { en: 'Agreements' },
  icon: '',
  area: 'agreements',
  everyday: false,
  answered: false,
  title: [],
  readers: [],
  writers: [],
  groups: [
    { name: 'terms', label: { en: 'Terms' } },
    { name: 'data', label: { en: 'Sharing data' } },
  ],
  fields: [
    field('kind', { kind: 'enumeration' }),
    field('items', { group: 'data', shown_when: { kind: ['data_sharing'] } }),
    field('measures', { group: 'terms' }),
    field('notes', { group: 'of a newer form' }),
  ],
};

const named = (fields: Record<string, string>) =>
  layoutOf(type, fields).map(({ heading, fields: inside }) => [heading?.name ?? '', ...inside.map(({ name }) => name)]);

describe('isNeeded', () => {
  const items = field('items', { required_when: { kind: ['data_sharing'] } });

  it('asks for what must be there, and for what must be there in this case', () => {
    expect(isNeeded(field('title', { required: true }), {})).toBe(true);
    expect(isNeeded(field('title', { required: true }), { title: 'x' })).toBe(false);
    expect(isNeeded(items, { kind: 'data_sharing' })).toBe(true);
    expect(isNeeded(items, { kind: 'contract' })).toBe(false);
    expect(isNeeded(field('notes'), {})).toBe(false);
  });
});

describe('layoutOf', () => {
  it('puts fields under their headings, and what has none first', () => {
    expect(named({ kind: 'data_sharing' })).toEqual([
      ['', 'kind', 'notes'],
      ['terms', 'measures'],
      ['data', 'items'],
    ]);
  });

  it('leaves out what does not apply, with its heading', () => {
    expect(named({ kind: 'contract' })).toEqual([
      ['', 'kind', 'notes'],
      ['terms', 'measures'],
    ]);
  });

  it('shows what holds something, whether it applies or not', () => {
    expect(named({ kind: 'contract', items: 'Counts' }).at(-1)).toEqual(['data', 'items']);
  });
});
