import { describe, expect, it } from 'vitest';
import type { Board, BoardCard, Stage } from '@/api/contract';
import { findCard, mayMove, stages, stepTo, stepUpTo, withMoves } from './moves';

const answer: NonNullable<BoardCard['answer']> = {
  id: 'a', number: '1:9', you_said: '', we_did: 'Chairs.', outcome: 'done', published: false, told_at: '', told_via: '', people: null, conflict: false,
};

const card = (id: string, more: Partial<BoardCard> = {}): BoardCard => ({
  id, number: '1:7', status: 'new', text: 'Chairs', summary: '', language: 'en', received_at: '', areas: [], partner: null, assignee: '', due: null,
  late_by: 0, late_in: 'days', conflict: false, answer: null, ...more,
});

const board = (columns: Partial<Record<Stage, BoardCard[]>>): Board => ({
  said: 0, days: 90, sealed: null,
  columns: stages.map((stage) => ({ stage, total: columns[stage]?.length ?? 0, late: columns[stage]?.filter((one) => one.late_by > 0).length ?? 0, items: columns[stage] ?? [] })),
});

describe('a card', () => {
  it('goes wherever it is not, until it was told back', () => {
    expect(stages.filter((to) => mayMove(card('1'), 'acknowledged', to))).toEqual(['heard', 'acting', 'told_back']);
    expect(stages.filter((to) => mayMove(card('1'), 'told_back', to))).toEqual([]);
  });

  it('that was answered is not unheard', () => {
    expect(stages.filter((to) => mayMove(card('1', { answer }), 'acting', to))).toEqual(['acknowledged', 'told_back']);
  });

  it('moves by its status, as it was shown', () => {
    expect(stepTo(card('1'), 'acknowledged', 'me')).toEqual({ record: '1', seen: '1:7', fields: { status: 'acknowledged' }, back: { status: 'new' } });
  });

  it('that nobody has is taken by whoever begins', () => {
    const taken = stepTo(card('1', { status: '' }), 'acting', 'me');
    expect(taken.fields).toEqual({ status: 'assigned', assignee: 'me' });
    expect(taken.back).toEqual({ status: 'new', assignee: null });
    expect(stepTo(card('1', { assignee: 'Teo' }), 'acting', 'me').fields).toEqual({ status: 'assigned' });
  });

  it('is never put back by an answer', () => {
    expect(stepUpTo(card('1', { status: 'assigned' }), 'responded')).toHaveLength(1);
    expect(stepUpTo(card('1', { status: 'closed' }), 'responded')).toEqual([]);
    expect(stepUpTo(card('1', { status: '' }), 'closed')).toHaveLength(1);
  });
});

describe('the board', () => {
  const before = board({ heard: [card('1', { late_by: 2 }), card('2')], acting: [card('3')] });

  it('shows a move before the office has answered, and counts it', () => {
    const after = withMoves(before, new Map([['1', 'acting']]));
    expect(after.columns.map(({ total, late, items }) => [total, late, items.map(({ id }) => id)])).toEqual([
      [1, 0, ['2']], [0, 0, []], [2, 0, ['1', '3']], [0, 0, []],
    ]);
  });

  it('is as the office says where that has moved it already', () => {
    expect(withMoves(before, new Map([['3', 'acting']]))).toEqual(before);
    expect(withMoves(before, new Map())).toBe(before);
  });

  it('finds a card and its column', () => {
    expect(findCard(before, '3')?.stage).toBe('acting');
    expect(findCard(before, '9')).toBeUndefined();
  });
});
