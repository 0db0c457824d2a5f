import { expect, it } from 'vitest';
import { commentOf } from './comment';

it('puts the kinds before the words', () => {
  expect(commentOf(['Numbers', 'Date'], ' 44 or 41? ')).toBe('Numbers, Date: 44 or 41?');
});

it('is content with either', () => {
  expect(commentOf(['Date'], '  ')).toBe('Date');
  expect(commentOf([], 'Which gate?')).toBe('Which gate?');
  expect(commentOf([], ' ')).toBe('');
});
