import type { FieldType, RecordType } from '@/api/contract';

const mostColumns = 4;

// Text that runs on, sealed words and rows belong on the record's own page.
function fits(field: FieldType): boolean {
  return field.kind !== 'long_text' && field.kind !== 'row' && field.rule !== 'append' && field.class < 3;
}

// What tells records of a type apart at a glance, first.
function worth({ rule, kind, required }: FieldType): number {
  if (rule === 'status') return 5;
  if (rule === 'count' || kind === 'datetime' || kind === 'date') return 4;
  if (kind === 'enumeration') return 3;
  if (kind === 'reference') return required === true ? 3 : 2;
  return rule === 'union' || kind === 'number' ? 1 : 0;
}

// The fields that a table of these records shows beside the title, in the order of the declaration.
export function columnsOf(type: RecordType): FieldType[] {
  const candidates = type.fields.filter((field) => fits(field) && !type.title.includes(field.name));
  const best = [...candidates].sort((a, b) => worth(b) - worth(a)).slice(0, mostColumns);
  return candidates.filter((field) => best.includes(field));
}
