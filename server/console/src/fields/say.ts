import type { FieldType, Value } from '@/api/contract';
import { humanise, labelOf, words } from '@/i18n';
import { saidAt, saidDate } from '@/i18n/dates';
import { sayBuckets } from './buckets';
import { sayLanguage } from './languages';

// A field's value in words. Pure: what needs another record's title is done by FieldValue.

export function isEmpty(value: Value | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

// A status or consent travels with its generation; people read the state alone.
export function plainOf(value: Value): Value {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return value['state'] ?? value['answer'] ?? value;
}

function sayRow(field: FieldType, row: { [key: string]: Value }): string {
  const cells = Object.entries(row).filter(([name, cell]) => name !== 'id' && !isEmpty(cell));
  return cells
    .map(([name, cell]) => {
      const type = field.cells?.find((one) => one.name === name);
      return type === undefined ? `${humanise(name)} ${String(cell)}` : `${labelOf(type.label)} ${say(type, cell)}`;
    })
    .join(', ');
}

function sayText(field: FieldType, text: string): string {
  if (field.kind === 'date') return saidDate(text);
  if (field.kind === 'date_time') return saidAt(text);
  if (field.kind === 'time') return text.slice(0, 5);
  if (field.kind === 'language') return sayLanguage(text);
  if (field.widget === 'buckets') return sayBuckets(text) ?? text;
  // The programme's own side (assets/records/README.md).
  if (field.widget === 'party' && text === 'us') return words.common.us;
  const known = field.values?.find((one) => one.name === text);
  if (known !== undefined) return labelOf(known.label);
  const named = field.kind === 'enumeration' || field.rule === 'status' || field.rule === 'consent';
  return named ? humanise(text) : text;
}

// A rating means nothing without the end of its scale.
function sayNumber({ widget, most }: FieldType, value: number): string {
  const number = value.toLocaleString(words.locale);
  return widget === 'rating' && most !== undefined ? words.common.rated(number, most) : number;
}

export function say(field: FieldType, value: Value | undefined): string {
  if (value === undefined || isEmpty(value)) return '';
  // Nothing that anybody reads as it stands (fields/sealed.ts).
  if (field.widget === 'sealed') return words.sealed.value;
  const plain = plainOf(value);
  if (plain === null) return '';
  if (Array.isArray(plain)) return plain.map((item) => say(field, item)).join(', ');
  if (typeof plain === 'boolean') return plain ? words.common.yes : words.common.no;
  if (typeof plain === 'number') return sayNumber(field, plain);
  return typeof plain === 'string' ? sayText(field, plain) : sayRow(field, plain);
}

// Equal as values, whatever order an object's keys came in.
export function same(a: Value | undefined, b: Value | undefined): boolean {
  if (a === undefined || b === undefined || a === null || b === null || typeof a !== 'object' || typeof b !== 'object') {
    return a === b;
  }
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, at) => same(item, b[at]));
  }
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && same(a[key], b[key]));
}

// Is this what somebody in the community said? Then it is set in another face than what the app says.
export function isVoice(field: FieldType): boolean {
  return field.widget === 'voice';
}
