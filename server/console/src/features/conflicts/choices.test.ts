import { describe, expect, it } from 'vitest';
import type { RecordPage } from '@/api/contract';
import { editFor, standing } from './choices';

const version = (value: string) => ({ value, user: 'Ana', device: 'Heron 1', at: '' });
const record: RecordPage = {
  id: 'r',
  type: 'event',
  title: '',
  number: '1:42',
  fields: {},
  deleted: false,
  flags: [],
  review: null,
  conflicts: { start: [version('18:00'), version('17:30')] },
};

describe('choices', () => {
  it('fall when their version is gone, or the conflict is', () => {
    const choices = {
      start: { from: 'version', value: '19:00', user: 'Teo' },
      notes: { from: 'own', value: 'x' },
    } as const;
    expect(standing(choices, record.conflicts)).toEqual({});
  });

  it('answer the copy that was shown', () => {
    const choices = { start: { from: 'version', value: '17:30', user: 'Teo' } } as const;
    expect(editFor(record, choices)).toEqual({ seen: '1:42', fields: { start: '17:30' } });
  });

  it('clear a field that was emptied', () => {
    expect(editFor(record, { start: { from: 'own', value: ' ' } }).fields).toEqual({ start: null });
  });
});
