import { IconAlertTriangle, IconArrowDown, IconArrowUp, IconArrowsSplit2, IconCalendarDue, IconZzz } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { PartnerRow } from '@/api/contract';
import { useOwnName } from '@/api/session';
import { paths } from '@/app/paths';
import { fieldOf, useRecordType } from '@/app/types';
import { Avatar } from '@/components/Avatar';
import { Chip } from '@/components/Chip';
import table from '@/components/table.module.css';
import { say } from '@/fields/say';
import { words } from '@/i18n';
import { saidDate } from '@/i18n/dates';
import styles from './Partners.module.css';

const columns = ['name', 'steward', 'status', 'visit', 'promises', 'waiting'] as const;
type Column = (typeof columns)[number];

const cellOf = (column: Column) =>
  column === 'status' ? `${table.drop} ${table.dropSmall}` : column === 'steward' || column === 'waiting' ? `${table.dropNarrow} ${table.dropSmall}` : column === 'promises' ? table.dropSmall : '';

function Stewards({ row }: { row: PartnerRow }) {
  const own = useOwnName();
  if (row.stewards === null) return <span className="muted">–</span>;
  if (row.stewards.length === 0) return <span className="muted">{words.partners.noSteward}</span>;
  return (
    <span className={styles.people}>
      {row.stewards.map(({ person, name }) => (
        <span key={person} className={styles.person}>
          <Avatar name={name} small own={name === own} /> <bdi>{name}</bdi>
        </span>
      ))}
    </span>
  );
}

function Visit({ row }: { row: PartnerRow }) {
  const said = words.partners;
  const last = row.last_visit === null ? said.neverVisited : said.visited(saidDate(row.last_visit));
  const next = row.next_visit !== null ? said.planned(saidDate(row.next_visit)) : row.visit_due !== null ? said.dueBy(saidDate(row.visit_due)) : '';
  const Sign = row.visit === 'quiet' ? IconZzz : IconCalendarDue;
  return (
    <div className={styles.visit}>
      {(row.visit === 'due' || row.visit === 'quiet') && (
        <Chip tone={row.visit === 'quiet' ? 'warning' : 'info'} icon={Sign}>
          {said.pace[row.visit]}
        </Chip>
      )}
      <span>
        {next}
        <span className={table.quiet}>
          {next === '' ? '' : ', '}
          {last}
        </span>
      </span>
    </div>
  );
}

function Count({ open, late }: { open: number; late: number }) {
  if (open === 0) return <span className="muted">–</span>;
  return (
    <span className={styles.count}>
      <span className="number">{words.partners.open(open)}</span>
      {late > 0 && (
        <Chip tone="warning" icon={IconAlertTriangle}>
          {words.partners.late(late)}
        </Chip>
      )}
    </span>
  );
}

function Row({ row }: { row: PartnerRow }) {
  const type = useRecordType('partner');
  const status = say(fieldOf(type, 'status'), row.status);
  return (
    <tr className={table.rowLink}>
      <td>
        <Link href={paths.partner(row.id)} className={table.link}>
          <bdi>{row.title === '' ? words.records.untitled : row.title}</bdi>
        </Link>
        <div className={table.quiet}>
          <bdi>{[say(fieldOf(type, 'kind'), row.kind), ...row.areas].filter((part) => part !== '').join(', ')}</bdi>
        </div>
        {row.conflict && (
          <Chip tone="conflict" icon={IconArrowsSplit2}>
            {words.partners.conflict}
          </Chip>
        )}
      </td>
      <td className={cellOf('steward')}>
        <Stewards row={row} />
      </td>
      <td className={cellOf('status')}>{status === '' ? <span className="muted">–</span> : status}</td>
      <td className={cellOf('visit')}>
        <Visit row={row} />
      </td>
      <td className={cellOf('promises')}>
        {row.promises === null ? <span className="muted">–</span> : <Count open={row.promises.open} late={row.promises.overdue} />}
      </td>
      <td className={cellOf('waiting')}>
        {row.waiting === null ? <span className="muted">–</span> : <Count open={row.waiting.open} late={row.waiting.late} />}
      </td>
    </tr>
  );
}

interface Props {
  rows: PartnerRow[];
  order: string;
  descending: boolean;
  // Where a column's heading leads.
  hrefOf: (column: string) => string;
}

export function PartnerTable({ rows, order, descending, hrefOf }: Props) {
  const Sign = descending ? IconArrowDown : IconArrowUp;
  return (
    <table className={table.table} aria-label={words.partners.title}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column}
              scope="col"
              className={cellOf(column)}
              aria-sort={column !== order ? undefined : descending ? 'descending' : 'ascending'}
            >
              <Link href={hrefOf(column)} replace className={styles.sort}>
                {words.partners.column[column]}
                {column === order && <Sign size={14} stroke={2.4} aria-hidden />}
              </Link>
            </th>
          ))}
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
