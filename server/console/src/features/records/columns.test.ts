import { describe, expect, it } from 'vitest';
import type { FieldType, RecordType } from '@/api/contract';
import { columnsOf } from './columns';

const field = (name: string, over: Partial<FieldType> = {}): FieldType => ({
  name,
  label: { en: name },
  kind: 'text',
  rule: 'latest',
  class: 1,
  required: false,
  ...over,
});

const type = (fields: FieldType[]): RecordType => ({
  name: 't',
  label: { en: 't' },
  plural: { en: 't' },
  icon: '',
  area: 'partners',
  everyday: false,
  answered: false,
  title: ['title'],
  readers: [],
  writers: [],
  groups: [],
  fields,
});

describe('columnsOf', () => {
  it('shows one of each kind before a second of any, in the order of the declaration', () => {
    const fields = [
      field('title'),
      field('start', { kind: 'date_time', required: true }),
      field('end', { kind: 'date_time' }),
      field('kind', { kind: 'enumeration' }),
      field('place', { kind: 'place' }),
      field('status', { kind: 'enumeration', rule: 'status' }),
    ];
    expect(columnsOf(type(fields), []).map(({ name }) => name)).toEqual(['start', 'kind', 'place', 'status']);
  });

  it('leaves out what is long or nobody else’s business', () => {
    const fields = [field('story', { kind: 'long_text' }), field('health', { class: 3 }), field('size', { kind: 'number' })];
    expect(columnsOf(type(fields), []).map(({ name }) => name)).toEqual(['size']);
  });

  it('leaves out what no record fills', () => {
    const fields = [field('since', { kind: 'date' }), field('kind', { kind: 'enumeration' }), field('size', { kind: 'number' })];
    const rows = [{ fields: { kind: 'school' } }, { fields: { size: 0 } }];
    expect(columnsOf(type(fields), rows).map(({ name }) => name)).toEqual(['kind', 'size']);
  });
});
