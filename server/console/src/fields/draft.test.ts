import { describe, expect, it } from 'vitest';
import type { FieldType, Rule } from '@/api/contract';
import { editOf, fromLocalInput, missingCells, startOf, toLocalInput, wayOf } from './draft';

const field = (rule: Rule): FieldType => ({ name: 'f', label: { en: 'F' }, kind: 'text', rule, class: 1, required: false });

describe('editOf', () => {
  it('sends what a set gained and lost, not the whole set', () => {
    expect(editOf(field('union'), ['es', 'en'], ['es', 'ar'])).toEqual({ add: ['ar'], remove: ['en'] });
  });

  it('sends a difference to a counter', () => {
    expect(editOf(field('count'), 12, -2)).toEqual({ add: -2 });
    expect(editOf(field('count'), 12, 0)).toBeUndefined();
  });

  it('sends nothing that is as it was', () => {
    expect(editOf(field('ask'), 'hall', 'hall')).toBeUndefined();
    expect(editOf(field('union'), ['es'], ['es'])).toBeUndefined();
    expect(editOf(field('status'), { generation: 1, state: 'open' }, 'open')).toBeUndefined();
    expect(editOf(field('ask'), undefined, '  ')).toBeUndefined();
  });

  it('clears what was emptied', () => {
    expect(editOf(field('ask'), 'hall', ' ')).toBeNull();
    expect(editOf(field('latest'), true, null)).toBeNull();
  });
});

describe('a new row', () => {
  const cell = (name: string, required: boolean): FieldType => ({ ...field('latest'), name, required });
  const rows: FieldType = { ...field('append'), kind: 'row', cells: [cell('date', true), cell('reason', false)] };

  it('is added with the cells that are filled', () => {
    expect(editOf(rows, [{ date: '2026-11-20' }], { date: '2026-12-04', reason: '' })).toEqual({ add: [{ date: '2026-12-04' }] });
    expect(editOf(rows, [], startOf(rows, []))).toBeUndefined();
  });

  it('of cells with rules says what each rule takes', () => {
    const [seen, tags] = [cell('seen', false), cell('tags', false)];
    const clauses: FieldType = { ...rows, rule: 'rows', cells: [{ ...seen, rule: 'count' }, { ...tags, rule: 'union' }] };
    const draft = { added: { seen: 2, tags: ['a'] }, edits: {}, removed: [] };
    expect(editOf(clauses, [], draft)).toEqual({ add: [{ seen: { add: 2 }, tags: { add: ['a'], remove: [] } }] });
  });

  it('says what it still lacks', () => {
    expect(missingCells(rows, { reason: 'rain' }).map(({ name }) => name)).toEqual(['date']);
    expect(missingCells(rows, { date: '2026-12-04' })).toEqual([]);
  });
});

describe('standing rows', () => {
  const cell = (name: string, rule: Rule, required = false): FieldType => ({ ...field(rule), name, required });
  const cells = [cell('text', 'ask', true), cell('state', 'latest'), cell('tags', 'union')];
  const clauses: FieldType = { ...field('rows'), kind: 'row', cells };
  const before = [
    { id: 'one', text: 'Two volunteers', state: 'proposed', tags: ['rota'] },
    { id: 'two', text: 'Keys are shared' },
  ];
  const draft = (part: object) => ({ ...(startOf(clauses, before) as object), ...part });

  it('send the cells that changed, and no others', () => {
    const edits = { one: { text: 'Two volunteers', state: 'agreed', tags: ['rota', 'keys'] }, two: { text: 'Keys are shared' } };
    expect(editOf(clauses, before, draft({ edits }))).toEqual({
      edit: [{ id: 'one', state: 'agreed', tags: { add: ['keys'], remove: [] } }],
    });
    expect(editOf(clauses, before, draft({}))).toBeUndefined();
  });

  it('clear a cell that was emptied', () => {
    expect(editOf(clauses, before, draft({ edits: { one: { state: null } } }))).toEqual({ edit: [{ id: 'one', state: null }] });
  });

  it('go when they are taken away, whatever was typed in them before', () => {
    const gone = draft({ edits: { two: { text: 'Keys' } }, removed: ['two'], added: { text: 'Rent is free' } });
    expect(editOf(clauses, before, gone)).toEqual({ add: [{ text: 'Rent is free' }], remove: ['two'] });
  });

  it('say what they lack', () => {
    const names = (part: object) => missingCells(clauses, draft(part)).map(({ name }) => name);
    expect(names({})).toEqual([]);
    expect(names({ added: { state: 'agreed' } })).toEqual(['text']);
    expect(names({ edits: { one: { text: ' ' } } })).toEqual(['text']);
    expect(names({ edits: { one: { text: ' ' } }, removed: ['one'] })).toEqual([]);
  });
});

describe('wayOf', () => {
  it('lets an immutable field be written once', () => {
    expect(wayOf(field('immutable'), undefined)).toBe('value');
    expect(wayOf(field('immutable'), 'x')).toBe('fixed');
  });
});

describe('local date and time', () => {
  it('keeps the instant', () => {
    const text = toLocalInput('2026-11-28T18:30:00Z');
    expect(new Date(fromLocalInput(text)!).toISOString()).toBe('2026-11-28T18:30:00.000Z');
    expect(fromLocalInput('')).toBeNull();
  });
});
