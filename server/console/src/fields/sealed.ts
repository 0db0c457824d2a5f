import type { FieldType, Fields, RecordType } from '@/api/contract';
import { isEmpty } from './say';

// Fields whose cells officers alone open (assets/records/README.md); nothing of them is shown as it stands.

export const isSealedField = ({ widget }: FieldType) => widget === 'sealed';

export const hasPlaceForSealed = (type: RecordType) => type.fields.some((field) => isSealedField(field) && field.kind === 'row');

export function holdsSealed(type: RecordType, fields: Fields): boolean {
  return type.fields.some((field) => isSealedField(field) && field.kind === 'row' && !isEmpty(fields[field.name]));
}

// Of a record with sealed words: would what is written here be words that should have been sealed too?
export function wouldBeOpen({ kind, widget, spelling }: FieldType): boolean {
  return (kind === 'text' || kind === 'long_text') && widget !== 'person' && spelling === undefined;
}

// A sensitive record with words in the open: it was saved before it was sensitive, or before there were keys.
export function liesOpen(type: RecordType, fields: Fields): boolean {
  const sensitive = type.fields.some(({ name, widget }) => widget === 'seal' && fields[name] === true);
  return sensitive && hasPlaceForSealed(type) && !holdsSealed(type, fields) && type.fields.some((field) => wouldBeOpen(field) && !isEmpty(fields[field.name]));
}
