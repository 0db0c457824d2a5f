import { Select } from '@mantine/core';
import { IconSearch, IconSearchOff } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import type { RecordRow } from '@/api/contract';
import { useRecords } from '@/api/records';
import { paths } from '@/app/paths';
import { useAreas, useRecordType, useRecordTypes } from '@/app/types';
import { LinkButton } from '@/components/Button';
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
const isLongEnough = (q: string) => [...q].length >= shortestWord;

interface Asked {
  q: string;
  type: string;
}

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

// One type alone, or every one; the office does the filtering.
function TypeFilter({ q, type }: Asked) {
  const [, go] = useLocation();
  const grouped = useAreas().map(({ label, types }) => ({
    group: labelOf(label),
    items: types.map(({ name, plural }) => ({ value: name, label: labelOf(plural) })),
  }));
  return (
    <Select
      aria-label={words.records.types}
      data={grouped}
      value={type === everyType ? null : type}
      onChange={(chosen) => go(paths.search(q, chosen ?? everyType), { replace: true })}
      placeholder={words.search.everyType}
      clearable
      searchable
    />
  );
}

function Nothing({ q, type }: Asked) {
  const only = useRecordType(type);
  if (type === everyType) return <Empty icon={IconSearchOff} title={words.search.nothing(q)} />;
  return (
    <Empty
      icon={IconSearchOff}
      title={words.search.nothingOf(q, labelOf(only.plural))}
      action={<LinkButton href={paths.search(q)}>{words.search.everyType}</LinkButton>}
    />
  );
}

// The office also finds people and tablets, its own bookkeeping, which are no hits here and do not count.
function useHits({ q, type }: Asked) {
  const found = useRecords(type, q, isLongEnough(q));
  const shown = new Set(useRecordTypes().map(({ name }) => name));
  const rows = found.data?.pages.flatMap((page) => page.items).filter((row) => shown.has(row.type)) ?? [];
  const total = found.hasNextPage ? found.data?.pages.at(-1)?.total : rows.length;
  return { found, rows, total: found.data === undefined ? undefined : total };
}

function Results({ q, type }: Asked) {
  const { found, rows } = useHits({ q, type });
  return (
    <>
      {found.isPending && <Loading status={found.fetchStatus} what={words.shell.search.toLowerCase()} />}
      {found.isError && <Problem error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && rows.length === 0 && !found.hasNextPage && <Nothing q={q} type={type} />}
      {(rows.length > 0 || found.hasNextPage) && (
        <Card>
          <ul className={styles.hits}>
            {rows.map((row) => (
              <Hit key={row.id} row={row} />
            ))}
          </ul>
          <MoreRows list={found} shown={rows.length} />
        </Card>
      )}
    </>
  );
}

// Every type of record at once, the latest change first; the office does the searching.
export function Search({ q, type }: Asked) {
  const tooShort = !isLongEnough(q);
  const { total } = useHits({ q, type });
  return (
    <>
      <PageHead
        title={tooShort ? words.shell.search : words.search.title(q)}
        subtitle={total === undefined || tooShort ? undefined : words.search.found(total)}
        announced
        actions={!tooShort && <TypeFilter q={q} type={type} />}
      />
      {tooShort ? <Empty icon={IconSearch} title={words.search.hint} /> : <Results q={q} type={type} />}
    </>
  );
}
