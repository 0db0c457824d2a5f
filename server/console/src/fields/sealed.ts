import type { FieldType, Fields, RecordType } from '@/api/contract';
import { isEmpty } from './say';

// Fields whose cells officers alone open (assets/records/README.md); nothing of them is shown as it stands.

export const isSealedField = ({ widget }: FieldType) => widget === 'sealed';

export function holdsSealed(type: RecordType, fields: Fields): boolean {
  return type.fields.some((field) => isSealedField(field) && field.kind === 'row' && !isEmpty(fields[field.name]));
}

// Of a record with sealed words: would what is written here be words that should have been sealed too?
export function wouldBeOpen({ kind, widget, spelling }: FieldType): boolean {
  return (kind === 'text' || kind === 'long_text') && widget !== 'person' && spelling === undefined;
}
