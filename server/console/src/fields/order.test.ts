import { expect, it } from 'vitest';
import type { FieldType } from '@/api/contract';
import { inOrder } from './order';

const days: FieldType = {
  name: 'days',
  label: { en: 'Days' },
  kind: 'enumeration',
  rule: 'union',
  class: 0,
  required: false,
  values: ['monday', 'tuesday', 'friday'].map((name) => ({ name, label: { en: name } })),
};

it('puts chosen values in the order of their list, and strangers last', () => {
  expect(inOrder(days, ['friday', 'someday', 'monday'])).toEqual(['monday', 'friday', 'someday']);
});
