import { IconGitMerge } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { ConflictRow } from '@/api/contract';
import { useConflicts } from '@/api/records';
import { paths } from '@/app/paths';
import { fieldOf, useRecordType } from '@/app/types';
import { Card } from '@/components/Card';
import { Chip } from '@/components/Chip';
import { Empty } from '@/components/Empty';
import { Loading } from '@/components/Loading';
import { MoreRows } from '@/components/MoreRows';
import { PageHead } from '@/components/PageHead';
import { Problem } from '@/components/Problem';
import { SortedBy } from '@/components/SortedBy';
import table from '@/components/table.module.css';
import { TypeIcon } from '@/components/TypeIcon';
import { sayTitle } from '@/fields/title';
import { humanise, labelOf, words } from '@/i18n';
import { saidAt } from '@/i18n/dates';
import styles from './ConflictList.module.css';

function Row({ row }: { row: ConflictRow }) {
  const type = useRecordType(row.type);
  return (
    <tr className={table.rowLink}>
      <td>
        <span className={table.what}>
          <TypeIcon type={type} />
          <span>
            <Link href={paths.conflict(row.id)} className={table.link}>
              <bdi className={table.clip}>{sayTitle(type, row.title)}</bdi>
            </Link>
            <span className={table.quiet}>{labelOf(type.label)}</span>
          </span>
        </span>
      </td>
      <td>
        <span className={styles.fields}>
          {row.fields.map((name) => (
            <Chip key={name} tone="conflict">
              {labelOf(fieldOf(type, name).label)}
            </Chip>
          ))}
          {row.flags.map((flag) => (
            <Chip key={flag} tone="warning">
              {words.flags[flag] ?? humanise(flag)}
            </Chip>
          ))}
        </span>
      </td>
      <td className={`${table.quiet} ${table.when} ${table.end} ${table.dropSmall}`}>{saidAt(row.at)}</td>
    </tr>
  );
}

function ConflictTable({ rows }: { rows: ConflictRow[] }) {
  const { columns } = words.conflicts;
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{columns.what}</th>
          <th scope="col">{columns.fields}</th>
          <th scope="col" className={`${table.end} ${table.dropSmall}`} aria-sort="descending">
            <SortedBy>{columns.met}</SortedBy>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

// Every record whose versions wait for a person.
export function ConflictList() {
  const conflicts = useConflicts();
  const rows = conflicts.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHead title={words.conflicts.title} subtitle={rows.length > 0 ? words.conflicts.subtitle : undefined} />
      <Card grow>
        {conflicts.isPending && <Loading status={conflicts.fetchStatus} what={words.conflicts.title.toLowerCase()} />}
        {conflicts.isError && <Problem error={conflicts.error} onRetry={() => void conflicts.refetch()} />}
        {conflicts.isSuccess && rows.length === 0 && (
          <Empty icon={IconGitMerge} title={words.conflicts.none} hint={words.conflicts.noneHint} />
        )}
        {rows.length > 0 && <ConflictTable rows={rows} />}
        <MoreRows list={conflicts} shown={rows.length} />
      </Card>
    </>
  );
}
