import type { FieldEdit, FieldType, Value } from '@/api/contract';
import { instantOf, offsetMinutes, wallTimeMs } from '@/i18n/zone';
import { isEmpty, plainOf, same } from './say';

// How a field is edited follows from its merge rule: sets send what was added and removed, counters send a
// difference, rows that never change send the new one, rows that merge cell by cell send what became of each, everything else
// the new value.
export type Way = 'fixed' | 'set' | 'count' | 'rows' | 'cells' | 'value';

export function wayOf(field: FieldType, value: Value | undefined): Way {
  if (field.rule === 'count') return 'count';
  if (field.rule === 'union') return 'set';
  if (field.rule === 'append') return 'rows';
  if (field.rule === 'rows') return 'cells';
  if (field.rule === 'immutable' && value !== undefined && value !== null && value !== '') return 'fixed';
  return 'value';
}

export function startOf(field: FieldType, value: Value | undefined): Value {
  const way = wayOf(field, value);
  if (way === 'count') return 0;
  if (way === 'set') return Array.isArray(value) ? value : [];
  if (way === 'rows') return {};
  if (way === 'cells') return { added: {}, edits: {}, removed: [] };
  return value === undefined ? null : plainOf(value);
}

const without = (items: Value[], others: Value[]) => items.filter((item) => !others.some((other) => same(item, other)));

export type Row = { [cell: string]: Value };

const isRow = (value: Value | undefined): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function rowsOf(value: Value | undefined): Row[] {
  return (Array.isArray(value) ? value : [value]).filter(isRow);
}

// A new row without the cells that nobody filled.
function filled(draft: Value): Row {
  if (!isRow(draft)) return {};
  return Object.fromEntries(Object.entries(draft).filter(([, cell]) => !isEmpty(cell)));
}

// What an author did to rows that merge cell by cell: `edits` by the row's id, with drafts of the cells they touched.
export interface RowsDraft {
  added: Row;
  edits: { [row: string]: Row };
  removed: string[];
}

export function rowsDraftOf(draft: Value): RowsDraft {
  const { added, edits, removed } = isRow(draft) ? draft : {};
  const touched = Object.entries(isRow(edits) ? edits : {}).filter((edit): edit is [string, Row] => isRow(edit[1]));
  return {
    added: isRow(added) ? added : {},
    edits: Object.fromEntries(touched),
    removed: Array.isArray(removed) ? removed.filter((id) => typeof id === 'string') : [],
  };
}

export const idOf = (row: Row): string => (typeof row['id'] === 'string' ? row['id'] : '');

// What became of one standing row: its cells' edits, or nothing.
function cellEdits(field: FieldType, row: Row, draft: Row): Row {
  const made = (field.cells ?? []).map((cell) => {
    const touched = draft[cell.name];
    return [cell.name, touched === undefined ? undefined : editOf(cell, row[cell.name], touched)] as const;
  });
  return Object.fromEntries(made.filter((one): one is [string, Value] => one[1] !== undefined));
}

function rowEdits(field: FieldType, before: Value | undefined, draft: Value): FieldEdit | undefined {
  const { added, edits, removed } = rowsDraftOf(draft);
  const made = rowsOf(before)
    .filter((row) => !removed.includes(idOf(row)))
    .map((row) => ({ id: idOf(row), ...cellEdits(field, row, edits[idOf(row)] ?? {}) }))
    .filter((row) => Object.keys(row).length > 1);
  const fresh = authored(field, filled(added));
  const change = {
    ...(Object.keys(fresh).length > 0 && { add: [fresh] }),
    ...(made.length > 0 && { edit: made }),
    ...(removed.length > 0 && { remove: removed }),
  };
  return Object.keys(change).length > 0 ? change : undefined;
}

// Where cells have rules of their own, a new row says of each what a field of that rule would.
function authored(field: FieldType, row: Row): Row {
  const cells = (field.cells ?? []).filter((cell) => row[cell.name] !== undefined);
  return Object.fromEntries(cells.map((cell) => [cell.name, (editOf(cell, undefined, row[cell.name]!) ?? null) as Value]));
}

// The cells that a new row must have, and has not; of standing rows those that were emptied.
export function missingCells(field: FieldType, draft: Value): FieldType[] {
  const needed = (field.cells ?? []).filter((cell) => cell.required);
  if (field.rule !== 'rows') return needed.filter((cell) => filled(draft)[cell.name] === undefined);
  const { added, edits, removed } = rowsDraftOf(draft);
  const fresh = filled(added);
  const touched = Object.entries(edits).filter(([id]) => !removed.includes(id));
  const emptied = (name: string) => touched.some(([, row]) => row[name] !== undefined && isBlank(row[name]));
  const begun = Object.keys(fresh).length > 0;
  return needed.filter(({ name }) => (begun && fresh[name] === undefined) || emptied(name));
}

const isBlank = (value: Value) => isEmpty(value) || (typeof value === 'string' && value.trim() === '');

// What goes to the server, or undefined where nothing changed. Null clears the field.
export function editOf(field: FieldType, before: Value | undefined, draft: Value): FieldEdit | undefined {
  const way = wayOf(field, before);
  if (way === 'count') return typeof draft === 'number' && draft !== 0 ? { add: draft } : undefined;
  if (way === 'set') {
    const [had, has] = [startOf(field, before) as Value[], Array.isArray(draft) ? draft : []];
    const edit = { add: without(has, had), remove: without(had, has) };
    return edit.add.length + edit.remove.length > 0 ? edit : undefined;
  }
  if (way === 'rows') {
    const row = filled(draft);
    return Object.keys(row).length > 0 ? { add: [row] } : undefined;
  }
  if (way === 'cells') return rowEdits(field, before, draft);
  const next = typeof draft === 'string' && draft.trim() === '' ? null : draft;
  return same(next, startOf(field, before)) ? undefined : next;
}

// "2026-11-28T18:30" of an <input type="datetime-local"> in the programme's zone, and back with its offset.
export function toLocalInput(at: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : new Date(wallTimeMs(date)).toISOString().slice(0, 16);
}

export function fromLocalInput(text: string): string | null {
  const wall = Date.parse(`${text}Z`);
  if (text === '' || Number.isNaN(wall)) return null;
  const minutes = offsetMinutes(instantOf(wall));
  const two = (n: number) => String(Math.floor(Math.abs(n))).padStart(2, '0');
  return `${text}:00${minutes < 0 ? '-' : '+'}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`;
}
