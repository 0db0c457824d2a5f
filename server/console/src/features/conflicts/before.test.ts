import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '@/api/contract';
import { beforeOf } from './before';

function write(number: number, user: string, value: string, seen?: number, verdict: HistoryEntry['verdict'] = 'applied'): HistoryEntry {
  const fate = { stands: false, ended_by: null, undoable: false };
  const operation = { field: 'title', op: 'write' as const, value, ...fate, ...(seen === undefined ? {} : { seen: `1:${seen}` }) };
  const when = { at: '', received_at: '', claimed_at: null };
  return { ...when, user, device: user, dot: `${user}:${number}`, number: `1:${number}`, verdict, reason: '', operations: [operation] };
}

const version = (user: string, value: string) => ({ user, device: user, value, at: '' });
const versions = [version('Ana', 'A2'), version('Teo', 'T1')];

describe('beforeOf', () => {
  it('is the value that both had been shown, not what one of them wrote on the way', () => {
    const history = [write(12, 'Teo', 'T1', 5), write(11, 'Ana', 'A2', 5), write(10, 'Ana', 'A1', 5), write(5, 'Ana', 'first')];
    expect(beforeOf(history, true, 'title', versions)).toEqual({ known: true, value: 'first' });
  });

  it('does without `seen`', () => {
    const history = [write(12, 'Teo', 'T1'), write(11, 'Ana', 'A2'), write(5, 'Dev', 'first')];
    expect(beforeOf(history, true, 'title', versions)).toEqual({ known: true, value: 'first' });
  });

  it('skips what was sent back', () => {
    const history = [write(12, 'Teo', 'T1', 6), write(11, 'Ana', 'A2', 6), write(6, 'Dev', 'no', 5, 'refused')];
    expect(beforeOf(history, true, 'title', versions)).toEqual({ known: true, value: null });
  });

  it('says that it does not know while older history is not read', () => {
    expect(beforeOf([write(12, 'Teo', 'T1', 5)], false, 'title', versions)).toEqual({ known: false });
  });
});
