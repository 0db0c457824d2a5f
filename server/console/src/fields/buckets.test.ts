import { describe, expect, it } from 'vitest';
import { sayBuckets } from './buckets';

describe('sayBuckets', () => {
  it('says a cell of the tally in words', () => {
    expect(sayBuckets('age_band=18-39;language=es')).toBe('18–39, Spanish');
    expect(sayBuckets('age_band=not_asked;area=los_sauces')).toBe('Age band not asked, Los sauces');
    expect(sayBuckets('area=a%3Bb%253B')).toBe('A;b%3B');
  });

  it('leaves other text alone', () => expect(sayBuckets('Field gate')).toBeUndefined());
});
