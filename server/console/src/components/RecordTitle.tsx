import type { RecordRow, RecordType } from '@/api/contract';
import { tongueOf } from '@/fields/layout';
import { isVoice } from '@/fields/say';
import { sayTitle } from '@/fields/title';
import table from './table.module.css';

// What a list calls a record. Where that is what somebody in the community said, it looks like it.
export function RecordTitle({ row, type }: { row: RecordRow; type: RecordType }) {
  const said = type.fields.some((field) => isVoice(field) && row.fields[field.name] === row.title);
  return (
    <bdi className={`${table.clip} ${said ? table.said : ''}`} lang={said ? tongueOf(type, row.fields) : undefined}>{sayTitle(type, row.title)}</bdi>
  );
}
