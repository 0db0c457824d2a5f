import { IconArrowsSplit2, IconTrash } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { FieldType, RecordRow, RecordType } from '@/api/contract';
import { pageSize } from '@/api/records';
import { paths } from '@/app/paths';
import { Chip } from '@/components/Chip';
import { RecordTitle } from '@/components/RecordTitle';
import { SortedBy } from '@/components/SortedBy';
import table from '@/components/table.module.css';
import { isEmpty } from '@/fields/say';
import { sayBy } from '@/fields/device';
import { FieldValue } from '@/fields/FieldValue';
import { labelOf, words } from '@/i18n';
import { saidAt } from '@/i18n/dates';
import { columnsOf } from './columns';

function Marks({ row }: { row: RecordRow }) {
  return (
    <>
      {row.conflicts.length > 0 && (
        <Chip tone="conflict" icon={IconArrowsSplit2}>
          {words.records.conflict}
        </Chip>
      )}
      {row.deleted && <Chip icon={IconTrash}>{words.records.deleted}</Chip>}
    </>
  );
}

function Row({ row, type, columns }: { row: RecordRow; type: RecordType; columns: FieldType[] }) {
  return (
    <tr className={table.rowLink}>
      <td>
        <Link href={paths.record(row.id)} className={table.link}>
          <RecordTitle row={row} type={type} />
        </Link>
        <Marks row={row} />
      </td>
      {columns.map((field, at) => (
        <td key={field.name} className={cellOf(field, at)}>
          {isEmpty(row.fields[field.name]) ? (
            <span className="muted">–</span>
          ) : (
            <FieldValue field={field} value={row.fields[field.name]} links={false} />
          )}
        </td>
      ))}
      <td className={`${table.quiet} ${table.when}`}>
        {saidAt(row.updated_at)}
        <br />
        <bdi>{sayBy(row.person, row.device)}</bdi>
      </td>
    </tr>
  );
}

const isNumeric = (field: FieldType) => field.kind === 'number' || field.kind === 'decimal' || field.rule === 'count';
const isTime = (field: FieldType) => field.kind === 'date' || field.kind === 'time' || field.kind === 'date_time';

const cellOf = (field: FieldType, at: number) =>
  `${isNumeric(field) ? table.end : ''} ${isTime(field) ? table.time : ''} ${at > 1 ? table.drop : ''} ${at > 0 ? table.dropNarrow : ''} ${table.dropSmall}`;

interface Props {
  type: RecordType;
  rows: RecordRow[];
}

export function RecordTable({ type, rows }: Props) {
  // By the first page: what comes later moves no column.
  const columns = columnsOf(type, rows.slice(0, pageSize));
  return (
    <table className={table.table} aria-label={labelOf(type.plural)}>
      <thead>
        <tr>
          <th scope="col">{labelOf(type.label)}</th>
          {columns.map((field, at) => (
            <th key={field.name} scope="col" className={cellOf(field, at)}>
              {labelOf(field.label)}
            </th>
          ))}
          <th scope="col" aria-sort="descending">
            <SortedBy>{words.records.lastChange}</SortedBy>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} type={type} columns={columns} />
        ))}
      </tbody>
    </table>
  );
}
