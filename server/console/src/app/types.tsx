import { createContext, useContext } from 'react';
import type { FieldType, Heading, RecordType, Role, TypeAnswer } from '@/api/contract';
import { humanise, labelOf, words } from '@/i18n';

const Context = createContext<TypeAnswer>({ types: [], areas: [] });
export const TypesProvider = Context.Provider;

// The office's own lists of people and tablets: they are records too, but not what anybody recorded.
const bookkeeping = ['user', 'device'];

// What this role may read, without the bookkeeping.
export function forReaders({ types, areas }: TypeAnswer, role: Role): TypeAnswer {
  return { types: types.filter(({ name, readers }) => readers.includes(role) && !bookkeeping.includes(name)), areas };
}

export function useRecordTypes(): RecordType[] {
  return useContext(Context).types;
}

export interface Area extends Heading {
  types: RecordType[];
}

// The types by area, in the office's order; an area without any is left out.
export function useAreas(): Area[] {
  const { types, areas } = useContext(Context);
  return areasOf(types, areas);
}

export function areasOf(types: RecordType[], areas: Heading[]): Area[] {
  return areas
    .map((area) => ({ ...area, types: types.filter((type) => type.area === area.name) }))
    .filter((area) => area.types.length > 0);
}

// Those that are worth a tile and a filter of their own, in the order of the areas.
export function useEverydayTypes(): RecordType[] {
  return useAreas().flatMap((area) => area.types.filter((type) => type.everyday));
}

// A type that this page has not heard of (a newer form) still gets a readable name.
export function useRecordType(name: string): RecordType {
  const known = useRecordTypes().find((type) => type.name === name);
  return known ?? unknownType(name);
}

function unknownType(name: string): RecordType {
  const label = { en: humanise(name) };
  const nobody = { title: [], readers: [], writers: [], groups: [], fields: [] };
  return { name, label, plural: label, icon: '', area: '', everyday: false, answered: false, ...nobody };
}

// In the order of the declaration, which is the order of every page.
export function fieldsOf(type: RecordType, names: string[]): FieldType[] {
  const known = type.fields.filter((field) => names.includes(field.name));
  const unknown = names.filter((name) => !known.some((field) => field.name === name));
  return [...known, ...unknown.map((name) => fieldOf(type, name))];
}

export function fieldOf(type: RecordType, name: string): FieldType {
  const known = type.fields.find((field) => field.name === name);
  const unknown: FieldType = { name, label: { en: humanise(name) }, kind: 'text', rule: 'latest', class: 4, required: false };
  return known ?? cellOf(type, name) ?? unknown;
}

// A cell of a row goes by field/row/cell; its cell `deleted` is the row's removal.
function cellOf(type: RecordType, address: string): FieldType | undefined {
  const [name, row, cell] = address.split('/');
  const field = type.fields.find((one) => one.name === name);
  if (field === undefined || row === undefined || cell === undefined) return undefined;
  const removed: FieldType = { ...field, name: cell, label: { en: words.record.rowRemoved }, kind: 'boolean', rule: 'latest' };
  const known = cell === 'deleted' ? removed : field.cells?.find((one) => one.name === cell);
  return known && { ...known, name: address, label: { en: `${labelOf(field.label)}: ${labelOf(known.label)}` } };
}
