import type { FieldType, RecordType } from '@/api/contract';
import { words } from '@/i18n';
import { say } from './say';

const isSpelled = (field: FieldType, title: string) =>
  field.widget === 'buckets' || field.values?.some(({ name }) => name === title) === true;

// What the office calls a record, as people read it: some are named by a field that is not plain text.
export function sayTitle(type: RecordType | undefined, title: string): string {
  if (title === '') return words.records.untitled;
  const spelled = type?.fields.find((field) => type.title.includes(field.name) && isSpelled(field, title));
  return spelled === undefined ? title : say(spelled, title);
}
