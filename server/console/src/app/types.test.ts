import { describe, expect, it } from 'vitest';
import type { FieldType, RecordType } from '@/api/contract';
import { labelOf } from '@/i18n';
import { fieldOf } from './types';

const wording: FieldType = { name: 'wording', label: { en: 'Wording' }, kind: 'text', rule: 'ask', class: 1, required: false };
const clauses: FieldType = { ...wording, name: 'clauses', label: { en: 'Clauses' }, kind: 'row', rule: 'rows', cells: [wording] };
const pact: RecordType = {
  name: 'pact',
  label: { en: 'Pact' },
  plural: { en: 'Pacts' },
  icon: '',
  area: '',
  everyday: false,
  answered: false,
  title: [],
  readers: [],
  writers: [],
  groups: [],
  fields: [clauses],
};
const row = '01930000-0000-7000-8000-00000000d001';

describe('fieldOf', () => {
  it('finds a cell of a row by its address, under which it is written too', () => {
    const cell = fieldOf(pact, `clauses/${row}/wording`);
    expect(labelOf(cell.label)).toBe('Clauses: Wording');
    expect(cell.name).toBe(`clauses/${row}/wording`);
    expect(cell.rule).toBe('ask');
  });

  it('reads the removal of a row as yes or no', () => {
    const removal = fieldOf(pact, `clauses/${row}/deleted`);
    expect(labelOf(removal.label)).toBe('Clauses: row removed');
    expect(removal.kind).toBe('boolean');
  });

  it('names what it has not heard of', () => {
    expect(labelOf(fieldOf(pact, 'next_steps').label)).toBe('Next steps');
    expect(fieldOf(pact, `clauses/${row}/colour`).rule).toBe('latest');
  });
});
