import type { FieldType, Fields, RecordType } from '@/api/contract';
import { isEmpty } from '@/fields/say';

const mostColumns = 4;

// Text that runs on, sealed words and rows belong on the record's own page.
function fits(field: FieldType): boolean {
  return field.kind !== 'long_text' && field.kind !== 'row' && field.rule !== 'append' && field.class < 3;
}

// What a column tells; a table shows one of each before a second of any.
function aspectOf({ rule, kind }: FieldType): string {
  if (rule === 'status' || rule === 'consent') return 'status';
  if (rule === 'count') return 'count';
  if (kind === 'date_time' || kind === 'date' || kind === 'time') return 'time';
  return rule === 'union' ? `${kind} list` : kind;
}

const aspects = ['status', 'time', 'enumeration', 'count', 'reference', 'place', 'text list', 'language list', 'text'];

// Within an aspect: what must be filled first, then what may change, for that is what people look for.
function weight(field: FieldType): number {
  return (field.required === true ? 2 : 0) + (field.rule === 'immutable' ? 0 : 1);
}

// The fields that a table of these records shows beside the title, in the order of the declaration. One that none of
// them fills tells nothing.
export function columnsOf(type: RecordType, rows: { fields: Fields }[]): FieldType[] {
  const filled = ({ name }: FieldType) => rows.length === 0 || rows.some(({ fields }) => !isEmpty(fields[name]));
  const candidates = type.fields.filter((field) => fits(field) && !type.title.includes(field.name) && filled(field));
  const first = aspects.flatMap((aspect) => {
    const rivals = candidates.filter((field) => aspectOf(field) === aspect);
    return rivals.sort((a, b) => weight(b) - weight(a)).slice(0, 1);
  });
  const others = candidates.filter((field) => !first.includes(field));
  const chosen = [...first, ...others].slice(0, mostColumns);
  return candidates.filter((field) => chosen.includes(field));
}
