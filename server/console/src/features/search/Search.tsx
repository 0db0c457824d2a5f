import { IconSearch, IconSearchOff } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { RecordRow, RecordType } from '@/api/contract';
import { foundQuery } from '@/api/records';
import { useScope } from '@/api/scope';
import { paths } from '@/app/paths';
import { useRecordTypes } from '@/app/types';
import { LinkButton } from '@/components/Button';
import { Card } from '@/components/Card';
import { Empty } from '@/components/Empty';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { Problem } from '@/components/Problem';
import { RecordTitle } from '@/components/RecordTitle';
import table from '@/components/table.module.css';
import { TypeIcon } from '@/components/TypeIcon';
import { labelOf, words } from '@/i18n';
import { saidAt } from '@/i18n/dates';
import styles from './Search.module.css';

const shownOfEach = 4;
const shortestWord = 2;

function Hit({ row, type }: { row: RecordRow; type: RecordType }) {
  return (
    <li className={styles.hit}>
      <TypeIcon type={type} />
      <Link href={paths.record(row.id)} className={table.link}>
        <RecordTitle row={row} type={type} />
      </Link>
      <span className={`${table.quiet} ${styles.by}`}>
        <bdi>{row.person}</bdi>, {saidAt(row.updated_at)}
      </span>
    </li>
  );
}

function Group({ type, rows, total, q }: { type: RecordType; rows: RecordRow[]; total: number; q: string }) {
  const all =
    total > rows.length ? (
      <LinkButton look="ghost" href={paths.records(type.name, q)}>
        {words.search.all(total)}
      </LinkButton>
    ) : undefined;
  return (
    <Card title={labelOf(type.plural)} aside={words.common.count(total)} action={all}>
      <ul>
        {rows.map((row) => (
          <Hit key={row.id} row={row} type={type} />
        ))}
      </ul>
    </Card>
  );
}

function useFoundEverywhere(q: string) {
  const types = useRecordTypes();
  const scope = useScope();
  return useQueries({
    queries: types.map((type) => foundQuery(scope, type.name, q, shownOfEach)),
    combine: (answers) => ({
      groups: types.flatMap((type, at) => {
        const page = answers[at]?.data;
        return page === undefined || page.items.length === 0
          ? []
          : [{ type, rows: page.items, total: page.total ?? page.items.length }];
      }),
      error: answers.find((answer) => answer.isError)?.error,
      looking: answers.some((answer) => answer.isPending),
    }),
  });
}

function Results({ q }: { q: string }) {
  const { groups, error, looking } = useFoundEverywhere(q);
  if (groups.length === 0) {
    if (looking) return <Loading what={words.shell.search.toLowerCase()} />;
    if (error) return <Problem error={error} />;
    return <Empty icon={IconSearchOff} title={words.search.nothing(q)} />;
  }
  return (
    <div className={styles.groups}>
      {groups.map(({ type, rows, total }) => (
        <Group key={type.name} type={type} rows={rows} total={total} q={q} />
      ))}
    </div>
  );
}

// Every type of record at once; the office does the searching.
export function Search({ q }: { q: string }) {
  const tooShort = [...q].length < shortestWord;
  return (
    <>
      <PageHead title={tooShort ? words.shell.search : words.search.title(q)} />
      {tooShort ? <Empty icon={IconSearch} title={words.search.hint} /> : <Results q={q} />}
    </>
  );
}
