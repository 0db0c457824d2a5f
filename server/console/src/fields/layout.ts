import type { FieldType, Fields, Heading, RecordType } from '@/api/contract';
import { isEmpty, plainOf } from './say';
import { holdsSealed, isSealedField, wouldBeOpen } from './sealed';

// The language of what the record quotes, where it says one: a screen reader then speaks it in that tongue.
export function tongueOf(type: RecordType, fields: Fields): string | undefined {
  const field = type.fields.find(({ kind, rule }) => kind === 'language' && rule !== 'union');
  const said = field && fields[field.name];
  return typeof said === 'string' && said !== '' ? said : undefined;
}

// Does the field have something to say here? One whose condition does not hold, and which holds nothing, does not.
export function isShown(field: FieldType, fields: Fields): boolean {
  return !isEmpty(fields[field.name]) || holds(field.shown_when, fields);
}

function holds(condition: FieldType['shown_when'], fields: Fields): boolean {
  return Object.entries(condition ?? {}).every(([name, values]) => {
    const value = fields[name];
    return value !== undefined && values.includes(String(plainOf(value)));
  });
}

// Does the record still lack it? Nothing is refused for it; people are told.
export function isNeeded(field: FieldType, fields: Fields): boolean {
  const wanted = field.required || (field.required_when !== undefined && holds(field.required_when, fields));
  return wanted && isEmpty(fields[field.name]);
}

export interface FieldGroup {
  // None: the fields that stand first, under no heading of their own.
  heading: Heading | undefined;
  fields: FieldType[];
}

// A record's fields in the order and under the headings of their declaration, without those that say nothing here.
export function layoutOf(type: RecordType, fields: Fields): FieldGroup[] {
  const sealed = holdsSealed(type, fields);
  const isKept = (field: FieldType) => isSealedField(field) || (sealed && isEmpty(fields[field.name]) && wouldBeOpen(field));
  const shown = type.fields.filter((field) => isShown(field, fields) && !isKept(field));
  const isKnown = (name: string | undefined) => type.groups.some((group) => group.name === name);
  const first = { heading: undefined, fields: shown.filter((field) => !isKnown(field.group)) };
  const grouped = type.groups.map((heading) => ({ heading, fields: shown.filter(({ group }) => group === heading.name) }));
  return [first, ...grouped].filter((group) => group.fields.length > 0);
}
