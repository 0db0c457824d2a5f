import { IconGitMerge } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RecordPage } from '@/api/contract';
import { useConflicts, useRecord } from '@/api/records';
import { paths } from '@/app/paths';
import { useRecordType } from '@/app/types';
import { LinkButton } from '@/components/Button';
import { Card } from '@/components/Card';
import { Empty } from '@/components/Empty';
import { Loading } from '@/components/Loading';
import { PageHead } from '@/components/PageHead';
import { Gone, isGone } from '@/components/Gone';
import { Problem } from '@/components/Problem';
import { iconOf } from '@/components/TypeIcon';
import { sayTitle } from '@/fields/title';
import { DeleteContested, isDeleteContested } from '@/features/record/DeleteContested';
import { HistoryCard } from '@/features/history/HistoryCard';
import { labelOf, words } from '@/i18n';
import { authorsOf } from './authors';
import styles from './ConflictPage.module.css';
import { OpenConflicts } from './OpenConflicts';
import { Resolver } from './Resolver';

function Answered({ byReader, next }: { byReader: boolean; next: string | undefined }) {
  const action =
    next === undefined ? (
      <LinkButton href={paths.conflicts}>{words.conflicts.toList}</LinkButton>
    ) : (
      <LinkButton look="primary" size="main" href={paths.conflict(next)}>
        {words.conflicts.next}
      </LinkButton>
    );
  return (
    <Card>
      <Empty
        icon={IconGitMerge}
        title={byReader ? words.conflicts.answered : words.conflicts.gone}
        hint={byReader ? words.conflicts.answeredHint : undefined}
        action={action}
      />
    </Card>
  );
}

function Loaded({ record }: { record: RecordPage }) {
  const type = useRecordType(record.type);
  const conflicts = useConflicts();
  const open = conflicts.data?.pages.at(-1)?.total ?? 0;
  const others = conflicts.data?.pages.flatMap((page) => page.items).filter((row) => row.id !== record.id) ?? [];
  const [resolvedHere, setResolvedHere] = useState(false);
  const people = new Set(authorsOf(record.conflicts).map((author) => author.user)).size;
  const differs = Object.keys(record.conflicts).length > 0;
  const contested = isDeleteContested(record);
  const resolved = () => setResolvedHere(true);
  return (
    <>
      <PageHead
        title={sayTitle(type, record.title)}
        crumb={<Link href={paths.conflicts}>{words.conflicts.crumb(open)}</Link>}
        subtitle={differs ? (people > 2 ? words.conflicts.several(people) : words.conflicts.subtitle) : undefined}
        actions={
          <LinkButton icon={iconOf(type)} href={paths.record(record.id)}>
            {words.conflicts.openRecord(labelOf(type.label))}
          </LinkButton>
        }
      />
      <OpenConflicts current={record.id} />
      {contested && <DeleteContested record={record} onDone={resolved} />}
      {!contested && !differs && <Answered byReader={resolvedHere} next={others[0]?.id} />}
      {differs && (
        <>
          <p className={styles.narrow}>{words.conflicts.narrow}</p>
          <div className={styles.columns}>
            <Resolver record={record} type={type} onResolved={resolved} />
            <aside>
              <HistoryCard id={record.id} type={type} conflicts={record.conflicts} />
            </aside>
          </div>
        </>
      )}
    </>
  );
}

export function ConflictPage({ id }: { id: string }) {
  const record = useRecord(id);
  if (record.isPending) return <Loading status={record.fetchStatus} what={words.conflicts.title.toLowerCase()} rows={9} />;
  if (isGone(record.error)) return <Gone />;
  if (record.data === undefined) return <Problem error={record.error} onRetry={() => void record.refetch()} />;
  return <Loaded record={record.data} />;
}
