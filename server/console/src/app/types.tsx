import { createContext, useContext } from 'react';
import type { FieldType, RecordType } from '@/api/contract';
import { humanise } from '@/i18n';

const Context = createContext<RecordType[]>([]);
export const TypesProvider = Context.Provider;

// The office's own lists of people and tablets: they are records too, but not what anybody recorded.
const bookkeeping = ['user', 'device'];

export function forReaders(types: RecordType[]): RecordType[] {
  return types.filter((type) => !bookkeeping.includes(type.name));
}

export function useRecordTypes(): RecordType[] {
  return useContext(Context);
}

// A type that this page has not heard of (a newer form) still gets a readable name.
export function useRecordType(name: string): RecordType {
  const known = useRecordTypes().find((type) => type.name === name);
  if (known !== undefined) return known;
  const label = { en: humanise(name) };
  const nobody = { title: [], readers: [], writers: [], groups: [], fields: [] };
  return { name, label, plural: label, icon: '', area: '', everyday: false, ...nobody };
}

// In the order of the declaration, which is the order of every page.
export function fieldsOf(type: RecordType, names: string[]): FieldType[] {
  const known = type.fields.filter((field) => names.includes(field.name));
  const unknown = names.filter((name) => !known.some((field) => field.name === name));
  return [...known, ...unknown.map((name) => fieldOf(type, name))];
}

export function fieldOf(type: RecordType, name: string): FieldType {
  const known = type.fields.find((field) => field.name === name);
  return known ?? { name, label: { en: humanise(name) }, kind: 'text', rule: 'latest', class: 4, required: false };
}
