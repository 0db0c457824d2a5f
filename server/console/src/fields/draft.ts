import type { FieldEdit, FieldType, Value } from '@/api/contract';
import { instantOf, offsetMinutes, wallTimeMs } from '@/i18n/zone';
import { isEmpty, plainOf, same } from './say';

// How a field is edited follows from its merge rule: sets send what was added and removed, counters send a
// difference, rows send the new one, everything else the new value.
export type Way = 'fixed' | 'set' | 'count' | 'rows' | 'value';

export function wayOf(field: FieldType, value: Value | undefined): Way {
  if (field.rule === 'count') return 'count';
  if (field.rule === 'union') return 'set';
  if (field.rule === 'append' || field.rule === 'rows') return 'rows';
  if (field.rule === 'immutable' && value !== undefined && value !== null && value !== '') return 'fixed';
  return 'value';
}

export function startOf(field: FieldType, value: Value | undefined): Value {
  const way = wayOf(field, value);
  if (way === 'count') return 0;
  if (way === 'set') return Array.isArray(value) ? value : [];
  if (way === 'rows') return {};
  return value === undefined ? null : plainOf(value);
}

const without = (items: Value[], others: Value[]) => items.filter((item) => !others.some((other) => same(item, other)));

// A new row without the cells that nobody filled.
function filled(draft: Value): { [cell: string]: Value } {
  if (draft === null || typeof draft !== 'object' || Array.isArray(draft)) return {};
  return Object.fromEntries(Object.entries(draft).filter(([, cell]) => !isEmpty(cell)));
}

// Where cells have rules of their own, a new row says of each what a field of that rule would.
function authored(field: FieldType, row: { [cell: string]: Value }): { [cell: string]: Value } {
  const cells = (field.cells ?? []).filter((cell) => row[cell.name] !== undefined);
  return Object.fromEntries(cells.map((cell) => [cell.name, (editOf(cell, undefined, row[cell.name]!) ?? null) as Value]));
}

// The cells that a new row must have, and has not.
export function missingCells(field: FieldType, draft: Value): FieldType[] {
  const row = filled(draft);
  return (field.cells ?? []).filter((cell) => cell.required && row[cell.name] === undefined);
}

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
    const row = field.rule === 'rows' ? authored(field, filled(draft)) : filled(draft);
    return Object.keys(row).length > 0 ? { add: [row] } : undefined;
  }
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
