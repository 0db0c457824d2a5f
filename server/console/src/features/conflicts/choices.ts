import type { Edit, FieldType, RecordPage, Value } from '@/api/contract';
import { same } from '@/fields/say';

// What somebody picked for one field: one author's version, or a value of their own (merged, or written anew).
export type Choice = { from: 'version'; value: Value; user: string } | { from: 'own'; value: Value };
export type Choices = Record<string, Choice>;

// Text may be merged by hand. What has one true answer among the versions (a first write, a state) is picked.
export type OwnAnswer = 'merge' | 'write' | 'none';

export function ownAnswerOf(field: FieldType): OwnAnswer {
  if (field.rule === 'immutable' || field.rule === 'status' || field.rule === 'consent') return 'none';
  return field.kind === 'text' || field.kind === 'long_text' ? 'merge' : 'write';
}

// A choice stands only as long as its version is still on the table: live news may have taken it away.
export function standing(choices: Choices, conflicts: RecordPage['conflicts']): Choices {
  const kept = Object.entries(choices).filter(([field, choice]) => {
    const versions = conflicts[field];
    if (versions === undefined) return false;
    return choice.from === 'own' || versions.some((version) => same(version.value, choice.value));
  });
  return Object.fromEntries(kept);
}

const blank = (value: Value) => typeof value === 'string' && value.trim() === '';

export function editFor(record: RecordPage, choices: Choices): Edit {
  const fields = Object.entries(choices).map(([name, { value }]) => [name, blank(value) ? null : value] as const);
  return { seen: record.number, fields: Object.fromEntries(fields) };
}
