import { describe, expect, it } from 'vitest';
import type { PartnerSteward } from '@/api/contract';
import { dayBefore, workOf, wrongIn, type HandOver } from './handover';

const present: PartnerSteward = { id: 's', number: '0:7', person: 'Marisol', name: 'Marisol', from: '2026-01-01', to: '', note: '', told_at: '', steps: [] };
const said: HandOver = { person: ' Dev ', from: '2026-12-01', note: 'Greet Lupe. ', steps: [{ text: 'Read it', done: true }, { text: ' ', done: false }], told: true };
const now = '2026-11-28T10:00:00Z';

describe('a hand over', () => {
  it('ends the one and begins the other, with no day between and none twice', () => {
    const { make, steps } = workOf('p', said, present, now);
    expect(make.fields).toEqual({ partner: 'p', side: 'us', person: 'Dev', from: '2026-12-01' });
    expect(steps).toEqual([
      {
        record: 's',
        seen: '0:7',
        fields: { to: '2026-11-30', handover_note: 'Greet Lupe.', checklist: { add: [{ step: 'Read it', done: true }] }, partner_told_at: now },
      },
    ]);
  });

  it('only names where there is nobody yet', () => {
    expect(workOf('p', said, undefined, now).steps).toEqual([]);
  });

  it('writes nothing over that stands already', () => {
    const begun = { ...present, note: 'Greet Lupe.', told_at: now, steps: [{ id: 'r', step: 'Read it', done: false }] };
    expect(workOf('p', said, begun, now).steps[0]!.fields).toEqual({ to: '2026-11-30' });
  });

  it('is to somebody else, and not before the present one began', () => {
    expect(wrongIn(said, present)).toEqual({});
    expect(wrongIn({ ...said, person: 'marisol' }, present)).toEqual({ person: 'same' });
    expect(wrongIn({ ...said, person: ' ', from: '' }, present)).toEqual({ person: 'missing', from: 'missing' });
    expect(wrongIn({ ...said, from: '2026-01-01' }, present)).toEqual({ from: 'early' });
    expect(wrongIn({ ...said, from: '2020-01-01' }, undefined)).toEqual({});
  });

  it('knows the day before', () => {
    expect(dayBefore('2026-03-01')).toBe('2026-02-28');
    expect(dayBefore('2024-03-01')).toBe('2024-02-29');
  });
});
