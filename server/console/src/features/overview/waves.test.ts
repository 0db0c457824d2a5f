import { describe, expect, it } from 'vitest';
import type { RecordRow } from '@/api/contract';
import { askedIn, latestWaves, responseRate } from './waves';

const wave = (id: string, fields: RecordRow['fields']) => ({ id, fields }) as RecordRow;

describe('waves of the pulse', () => {
  it('stand latest first, by the day they opened', () => {
    const found = [wave('spring', { opens_on: '2026-03-02' }), wave('none', {}), wave('autumn', { opens_on: '2026-10-05' })];
    expect(latestWaves(found, 3).map(({ id }) => id)).toEqual(['autumn', 'spring', 'none']);
    expect(latestWaves(found, 1).map(({ id }) => id)).toEqual(['autumn']);
  });

  // Twelve partners with 12 or 13 people each, 106 of whom answered: 106 / 148 = 71.6 %.
  it('say their response rate of all that were asked', () => {
    const handedOut = Array.from({ length: 12 }, (_, nth) => ({ partner: `p${nth}`, people: nth < 8 ? 12 : 13 }));
    const asked = askedIn(wave('spring', { handed_out: handedOut }));
    expect(asked).toBe(148);
    expect(responseRate(106, asked)).toBe(72);
  });

  it('say none of few people, or where nobody wrote down how many were asked', () => {
    expect(responseRate('<11', 40)).toBeUndefined();
    expect(responseRate('hidden', 40)).toBeUndefined();
    expect(responseRate(20, askedIn(wave('spring', {})))).toBeUndefined();
    expect(responseRate(20, 12)).toBeUndefined();
  });
});
