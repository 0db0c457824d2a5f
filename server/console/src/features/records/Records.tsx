import { Redirect } from 'wouter';
import type { RecordType } from '@/api/contract';
import { useRecords } from '@/api/records';
import { paths } from '@/app/paths';
import { useEverydayTypes, useRecordTypes } from '@/app/types';
import { Card } from '@/components/Card';
import { Loading } from '@/components/Loading';
import { MoreRows } from '@/components/MoreRows';
import { PageHead } from '@/components/PageHead';
import { Problem } from '@/components/Problem';
import { labelOf, words } from '@/i18n';
import { FilterBox } from './FilterBox';
import { NothingFound } from './NothingFound';
import { RecordTable } from './RecordTable';
import { TypePicker } from './TypePicker';

const foundIn = (total: number) => words.records.found(total) + (total > 1 ? `, ${words.records.order}` : '');

function RecordsOf({ type, q }: { type: RecordType; q: string }) {
  const records = useRecords(type.name, q);
  const rows = records.data?.pages.flatMap((page) => page.items) ?? [];
  const total = records.data?.pages.at(-1)?.total ?? rows.length;
  const plural = labelOf(type.plural);
  return (
    <>
      <PageHead
        title={plural}
        subtitle={records.data === undefined ? '\u00a0' : foundIn(total)}
        announced
        actions={<FilterBox key={type.name} type={type} q={q} />}
      />
      <TypePicker current={type} />
      <Card grow>
        {records.isPending && <Loading status={records.fetchStatus} what={plural.toLowerCase()} rows={9} />}
        {records.isError && <Problem error={records.error} onRetry={() => void records.refetch()} />}
        {records.isSuccess && rows.length === 0 && <NothingFound type={type} q={q} />}
        {rows.length > 0 && <RecordTable type={type} rows={rows} />}
        <MoreRows list={records} shown={rows.length} />
      </Card>
    </>
  );
}

// The records of one type. Without a type, the first everyday one.
export function Records({ type: name, q }: { type: string; q: string }) {
  const types = useRecordTypes();
  const first = useEverydayTypes()[0] ?? types[0];
  const type = types.find((one) => one.name === name);
  if (type === undefined) return first ? <Redirect to={paths.records(first.name)} replace /> : null;
  return <RecordsOf type={type} q={q} />;
}
