import { IconSearch, IconSearchOff } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { RecordRow } from '@/api/contract';
import { useRecords } from '@/api/records';
import { paths } from '@/app/paths';
import { useRecordType, useRecordTypes } from '@/app/types';
import { Card } from '@/components/Card';
import { Empty } from '@/components/Empty';
import { Loading } from '@/components/Loading';
import { MoreRows } from '@/components/MoreRows';
import { PageHead } from '@/components/PageHead';
import { Problem } from '@/components/Problem';
import { RecordTitle } from '@/components/RecordTitle';
import table from '@/components/table.module.css';
import { TypeIcon } from '@/components/TypeIcon';
import { labelOf, words } from '@/i18n';
import { saidAt } from '@/i18n/dates';
import styles from './Search.module.css';

const everyType = '';
const shortestWord = 2;

function Hit({ row }: { row: RecordRow }) {
  const type = useRecordType(row.type);
  return (
    <li className={styles.hit}>
      <TypeIcon type={type} />
      <span>
        <Link href={paths.record(row.id)} className={table.link}>
          <RecordTitle row={row} type={type} />
        </Link>
        <span className={table.quiet}>{labelOf(type.label)}</span>
      </span>
      <span className={`${table.quiet} ${styles.by}`}>
        <bdi>{row.person}</bdi>, {saidAt(row.updated_at)}
      </span>
    </li>
  );
}

function Results({ q }: { q: string }) {
  const found = useRecords(everyType, q);
  const shown = new Set(useRecordTypes().map((type) => type.name));
  const rows = found.data?.pages.flatMap((page) => page.items).filter((row) => shown.has(row.type)) ?? [];
  if (found.isPending) return <Loading status={found.fetchStatus} what={words.shell.search.toLowerCase()} />;
  if (found.isError) return <Problem error={found.error} onRetry={() => void found.refetch()} />;
  if (rows.length === 0 && !found.hasNextPage) return <Empty icon={IconSearchOff} title={words.search.nothing(q)} />;
  return (
    <Card>
      <ul className={styles.hits}>
        {rows.map((row) => (
          <Hit key={row.id} row={row} />
        ))}
      </ul>
      <MoreRows list={found} shown={rows.length} />
    </Card>
  );
}

// Every type of record at once, the latest first; the office does the searching.
export function Search({ q }: { q: string }) {
  const tooShort = [...q].length < shortestWord;
  return (
    <>
      <PageHead title={tooShort ? words.shell.search : words.search.title(q)} />
      {tooShort ? <Empty icon={IconSearch} title={words.search.hint} /> : <Results q={q} />}
    </>
  );
}
